package parley.analysis.sql;

import java.util.Locale;

/// What is looked for in SQL before and after it is understood: the letters themselves, read as the
/// engine reads them. This finds where the parser and an engine would differ on where a text in
/// quotes ends.
final class SqlText {
    private static final int LONGEST = 50_000;
    private static final int DEEPEST = 60;

    private final String sql;
    private final Engine engine;
    private int position;
    private int depth;

    private SqlText(String sql, Engine engine) {
        this.sql = sql;
        this.engine = engine;
    }

    /// Comments may stand in what was received, as they are left out; those that an engine obeys
    /// may not.
    static void checkReceived(String sql, Engine engine) {
        if (sql.length() > LONGEST) {
            throw Refusal.of(
                    "The SQL has %d characters; at most %d are read."
                            .formatted(sql.length(), LONGEST));
        }
        new SqlText(sql, engine).scan(false);
    }

    static void checkRendered(String sql, Engine engine) {
        new SqlText(sql, engine).scan(true);
    }

    private void scan(boolean rendered) {
        while (position < sql.length()) {
            char letter = sql.charAt(position);
            if (Character.isISOControl(letter) && "\t\n\r\f".indexOf(letter) < 0) {
                throw Refusal.of("There is a control character in the SQL; remove it.");
            }
            if (letter == '\'' || letter == '"' || letter == '`') {
                skipQuoted(letter);
            } else if (sql.startsWith("--", position) || sql.startsWith("/*", position)) {
                skipComment(rendered);
            } else {
                checkPlain(letter, rendered);
                position++;
            }
        }
    }

    private void checkPlain(char letter, boolean rendered) {
        if (letter == '(' || letter == '[' || letter == '{') {
            depth++;
        } else if (letter == ')' || letter == ']' || letter == '}') {
            depth--;
        }
        if (depth > DEEPEST) {
            throw Refusal.of(
                    "The SQL has more than %d parentheses inside each other; make it simpler."
                            .formatted(DEEPEST));
        }
        if (rendered && ";#@$\\{}:".indexOf(letter) >= 0 && !isCast(letter)) {
            throw Refusal.ofPart("The character " + letter + " outside quotes");
        }
    }

    private boolean isCast(char letter) {
        return letter == ':'
                && (sql.startsWith("::", position)
                        || (position > 0 && sql.startsWith("::", position - 1)));
    }

    private void skipQuoted(char quote) {
        if (quote == '"' && engine == Engine.MYSQL) {
            throw Refusal.of(
                    "Double quotes mean different things to MySQL; write names in backticks and"
                            + " text in single quotes.");
        }
        if (quote == '`' && (engine == Engine.POSTGRESQL || engine == Engine.DUCKDB)) {
            throw Refusal.of("Backticks are not SQL here; write names in double quotes.");
        }
        int end = position + 1;
        while (end < sql.length() && sql.charAt(end) != quote) {
            char letter = sql.charAt(end);
            if (letter == '\\' && engine == Engine.MYSQL) {
                throw Refusal.of(
                        "A backslash in quotes means different things to MySQL; leave it out.");
            }
            if (letter == '\0') {
                throw Refusal.of("There is a control character in the SQL; remove it.");
            }
            end++;
        }
        if (end >= sql.length()) {
            throw Refusal.of("A text in quotes does not end: the last %s.".formatted(quote));
        }
        position = end + 1;
    }

    private void skipComment(boolean rendered) {
        String start =
                sql.substring(position, Math.min(sql.length(), position + 4))
                        .toUpperCase(Locale.ROOT);
        if (rendered
                || start.startsWith("/*!")
                || start.startsWith("/*+")
                || start.startsWith("/*M!")) {
            throw Refusal.ofPart("A comment that the database obeys (a hint)");
        }
        String close = start.startsWith("--") ? "\n" : "*/";
        int end = sql.indexOf(close, position + 2);
        position = end < 0 ? sql.length() : end + close.length();
    }
}
