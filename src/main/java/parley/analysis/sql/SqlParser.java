package parley.analysis.sql;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.Statements;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Understands SQL within bounds: a second, and a stack of its own, because both can be exhausted
/// by a short text.
final class SqlParser {
    private static final long MILLISECONDS = 1_000;
    private static final long STACK_BYTES = 8L << 20;

    // The parser's own words name its internals; only the place is taken from them.
    private static final Pattern PLACE =
            Pattern.compile("Encountered:?.{0,200}?at line (\\d+), column (\\d+)", Pattern.DOTALL);

    /// The one statement of a text.
    Statement parse(String sql) {
        Statements statements = bounded(CCJSqlParserUtil.newParser(sql), sql);
        if (statements.size() != 1) {
            throw Refusal.ofPart(
                    statements.isEmpty() ? "An empty text" : "More than one statement");
        }
        return statements.getFirst();
    }

    private static Statements bounded(CCJSqlParser parser, String sql) {
        FutureTask<Statements> task =
                new FutureTask<>(() -> parser.withAllowComplexParsing(true).Statements());
        Thread thread = new Thread(null, task, "sql-parser", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            parser.interrupted = true;
            throw tooIntricate();
        } catch (ExecutionException e) {
            throw explained(e.getCause() == null ? e : e.getCause(), sql);
        } catch (InterruptedException e) {
            parser.interrupted = true;
            Thread.currentThread().interrupt();
            throw new AppException(
                    ErrorCode.UNAVAILABLE, "The query was stopped before it was read.", e);
        }
    }

    private static AppException explained(Throwable failure, String sql) {
        if (failure instanceof StackOverflowError) {
            return tooIntricate();
        }
        Matcher place = PLACE.matcher(String.valueOf(failure.getMessage()));
        if (!place.find()) {
            return Refusal.of("This is not SQL that can be read; write one SELECT.");
        }
        int line = Integer.parseInt(place.group(1));
        int column = Integer.parseInt(place.group(2));
        return Refusal.of(
                "The SQL cannot be read from line %d, column %d on%s; write one SELECT."
                        .formatted(line, column, near(sql, line, column)));
    }

    /// The word at a place, in quotes, or nothing.
    private static String near(String sql, int line, int column) {
        String text = sql.lines().skip(line - 1L).findFirst().orElse("");
        if (column > text.length()) {
            return "";
        }
        String rest = text.substring(column - 1).strip();
        return rest.isEmpty() ? "" : " (“" + Refusal.shown(rest.split("\\s", 2)[0]) + "”)";
    }

    private static AppException tooIntricate() {
        return Refusal.of("The SQL is nested too deeply to be read; make it simpler.");
    }
}
