package parley.analysis.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.MySQLGroupConcat;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.operators.arithmetic.Concat;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.NamedExpressionList;
import net.sf.jsqlparser.statement.create.table.ColDataType;
import net.sf.jsqlparser.statement.select.Fetch;
import net.sf.jsqlparser.statement.select.Offset;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/// What holds for single nodes, beyond their class: which functions and types there are, and that
/// the few pieces which the parser keeps as text are what they should be.
final class SqlRules {
    // Joining text doubles it at most, so this bounds how much longer than a cell a text can get.
    private static final int MOST_JOINS = 16;

    private static final Pattern WORD = Pattern.compile("[A-Za-z_]{1,24}");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z_ ]{0,40}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,30}");
    private static final Pattern DECIMAL =
            Pattern.compile("([0-9]{1,30}\\.?[0-9]{0,30}|\\.[0-9]{1,30})([eE][+-]?[0-9]{1,3})?");
    private static final Pattern QUOTED = Pattern.compile("'[^'\\\\]{0,64}'");
    private static final Pattern SEPARATOR = Pattern.compile("'([^'\\\\]|''){0,16}'");
    private static final Pattern TYPE =
            Pattern.compile("([A-Za-z_0-9 ]{1,40}?) ?(\\( ?\\d{1,4}(, ?\\d{1,4})? ?\\))?");

    private static final Set<String> TYPES =
            words(
                    """
                    int integer bigint smallint tinyint hugeint int2 int4 int8 signed unsigned
                    numeric decimal dec real float float4 float8 double
                    text varchar char character bpchar string nchar
                    boolean bool date time timestamp timestamptz datetime interval
                    """);
    private static final Set<String> LONG_TYPES =
            Set.of(
                    "double precision",
                    "character varying",
                    "timestamp with time zone",
                    "timestamp without time zone",
                    "time without time zone",
                    "signed integer",
                    "unsigned integer");
    private static final Set<String> TIMES =
            words("current_date current_time current_timestamp localtime localtimestamp");
    private static final Set<String> NAMED = words("from for in");
    private static final Set<String> CASTS = words("cast try_cast convert");

    private final Engine engine;
    private final Set<String> functions;
    private int joins;

    private final SqlTree tree;

    SqlRules(Engine engine, SqlTree tree) {
        this.engine = engine;
        this.functions = SqlFunctions.of(engine);
        this.tree = tree;
    }

    void check() {
        tree.places().forEach(place -> checkNode(place.node()));
        if (engine == Engine.DUCKDB && joins > MOST_JOINS) {
            throw Refusal.of(
                    "The SQL joins text %d times; at most %d times are allowed."
                            .formatted(joins, MOST_JOINS));
        }
    }

    private void checkNode(Object node) {
        switch (node) {
            case Function call -> checkFunction(call);
            case AnalyticExpression call -> checkName(call.getName());
            case MySQLGroupConcat call -> {
                checkName("group_concat");
                require(SEPARATOR, call.getSeparator());
            }
            case ExtractExpression part -> require(WORD, part.getName());
            case CastExpression cast -> requireOneOf(CASTS, cast.keyword);
            case ColDataType type -> checkType(type);
            case IntervalExpression interval -> checkInterval(interval);
            case DateTimeLiteralExpression time -> require(QUOTED, time.getValue());
            case TimeKeyExpression time ->
                    requireOneOf(TIMES, time.getStringValue().replace("()", ""));
            case StringValue text -> checkString(text);
            case LongValue number -> require(NUMBER, number.getStringValue());
            case DoubleValue number -> require(DECIMAL, number.toString());
            case JdbcParameter parameter -> checkParameter(parameter);
            case NamedExpressionList<?> list ->
                    list.getNames().stream()
                            .filter(name -> !name.isEmpty())
                            .forEach(name -> requireOneOf(NAMED, name));
            case Offset offset -> require(WORDS, offset.getOffsetParam());
            case Fetch fetch -> fetch.getFetchParameters().forEach(word -> require(WORDS, word));
            case WithItem<?> item -> checkRecursion(item);
            case Concat _ -> joins++;
            default -> {}
        }
    }

    private void checkFunction(Function call) {
        String name = checkName(call.getName());
        if (name.equals("replace") || name.equals("regexp_replace")) {
            checkReplacement(name, call.getParameters());
        }
        if (name.startsWith("concat") && call.getParameters() != null) {
            joins += call.getParameters().size() - 1;
        }
    }

    private String checkName(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        if (!functions.contains(name)) {
            throw Refusal.of(
                    "The function “%s” is not allowed; aggregates, window functions and functions"
                                    .formatted(Refusal.shown(written))
                            + " of numbers, dates and text are.");
        }
        return name;
    }

    /// A replacement that is longer than what it replaces makes text grow with every use.
    private static void checkReplacement(String name, @Nullable ExpressionList<?> arguments) {
        boolean shrinks =
                arguments != null
                        && arguments.size() >= 3
                        && arguments.get(1) instanceof StringValue from
                        && arguments.get(2) instanceof StringValue to
                        && (to.getValue().isEmpty()
                                || (name.equals("replace")
                                        && to.getValue().length() <= from.getValue().length()));
        if (!shrinks) {
            throw Refusal.of(
                    "%s is allowed only with texts in quotes, the new one %s."
                            .formatted(
                                    name,
                                    name.equals("replace")
                                            ? "not longer than the old one"
                                            : "empty"));
        }
    }

    private static void checkType(ColDataType type) {
        var matcher = TYPE.matcher(type.getDataType().strip());
        String name = matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT).strip() : "";
        if (!TYPES.contains(name) && !LONG_TYPES.contains(name)) {
            throw Refusal.of(
                    "The type “%s” is not allowed; numbers, text, dates and booleans are."
                            .formatted(Refusal.shown(type.getDataType())));
        }
        List<String> arguments = type.getArgumentsStringList();
        if (arguments != null) {
            arguments.forEach(argument -> require(NUMBER, argument));
        }
    }

    private static void checkInterval(IntervalExpression interval) {
        String parameter = interval.getParameter();
        if (parameter != null && !parameter.equals("?")) {
            require(parameter.startsWith("'") ? QUOTED : DECIMAL, parameter);
        }
        if (interval.getIntervalQualifier() != null) {
            require(WORD, interval.getIntervalQualifier().getLeadingField());
        }
    }

    private static void checkString(StringValue text) {
        if (!"'".equals(text.getQuoteStr())) {
            throw Refusal.of("Write text in single quotes, not in %s.".formatted("$$"));
        }
    }

    private static void checkParameter(JdbcParameter parameter) {
        if (!"?".equals(parameter.getParameterCharacter()) || parameter.isUseFixedIndex()) {
            throw Refusal.of("The places for values are written as ? without a number.");
        }
    }

    private void checkRecursion(WithItem<?> item) {
        if (engine == Engine.DUCKDB && item.isRecursive()) {
            throw Refusal.ofPart("WITH RECURSIVE");
        }
    }

    private static void require(Pattern pattern, @Nullable String text) {
        if (text != null && !pattern.matcher(text).matches()) {
            throw Refusal.ofPart("“%s”".formatted(Refusal.shown(text)));
        }
    }

    private static void requireOneOf(Set<String> words, @Nullable String text) {
        if (text != null && !text.isEmpty() && !words.contains(text.toLowerCase(Locale.ROOT))) {
            throw Refusal.ofPart("“%s”".formatted(Refusal.shown(text)));
        }
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
