package parley.llm.builtin.calculation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns the ways people put a calculation into an expression: `add 5 and 7` into `5 + 7`.
final class Phrasing {
    private static final String NUMBER = "(-?[\\d.,]*\\d%?)";
    private static final String SUM = "$1 + ";
    private static final String LIST = "(-?\\d[\\d.,;\\s-]*?(?:,? and -?[\\d.,]*\\d)?)";

    /// A way to put it, and the expression it means.
    private record Form(Pattern pattern, String expression) {
        static Form of(String pattern, String expression) {
            return new Form(Pattern.compile(pattern), expression);
        }
    }

    private static final Pattern OPENING =
            Pattern.compile(
                    "^(?:(?:what(?:'s| is(?: an?)?| are|s)|calculate|compute|evaluate|solve"
                            + "|work out|find|give me"
                            + "|tell me|how much (?:is|are)|how many (?:is|are)|the (?:result"
                            + "|value) of"
                            + "|the answer to|the|was (?:ist|ergibt|sind)|wie ?viel (?:ist|sind"
                            + "|ergibt)"
                            + "|berechne|rechne|combien (?:font|fait)|calcule|calcula|cuánto"
                            + " (?:es|son)"
                            + "|cuanto (?:es|son)|quel est le résultat de|=)\\b[: ]*)+");
    private static final Pattern CLOSING =
            Pattern.compile("(?:(?: equals?| makes?| is)| ?=)?[ ?=.]{0,9}$");

    private static final List<Form> FORMS =
            List.of(
                    Form.of("add " + NUMBER + " (?:and|to|with) " + NUMBER, "$1 + $2"),
                    Form.of("subtract " + NUMBER + " from " + NUMBER, "$2 - $1"),
                    Form.of("multiply " + NUMBER + " (?:by|and|with|times) " + NUMBER, "$1 * $2"),
                    Form.of("divide " + NUMBER + " by " + NUMBER, "$1 / $2"),
                    Form.of("(?:increase|raise) " + NUMBER + " by " + NUMBER, "$1 + $2"),
                    Form.of("(?:decrease|reduce|lower) " + NUMBER + " by " + NUMBER, "$1 - $2"),
                    Form.of(NUMBER + " off(?: of)? " + NUMBER, "$2 - $1"),
                    Form.of("(?:difference between) " + NUMBER + " and " + NUMBER, "abs($1 - $2)"),
                    Form.of(NUMBER + " tip (?:on|for|of) " + NUMBER, "$1 of $2"),
                    Form.of("product of " + NUMBER + " and " + NUMBER, "$1 * $2"),
                    Form.of("(?:sum|total) of " + LIST, SUM),
                    Form.of("(?:sum|add|add up|total) " + LIST, SUM),
                    Form.of("(?:average|mean) (?:of )?" + LIST, "average($1)"),
                    Form.of("(?:largest|biggest|greatest|maximum|max) of " + LIST, "max($1)"),
                    Form.of("(?:smallest|least|minimum|min) of " + LIST, "min($1)"),
                    Form.of("(?:greatest common divisor|gcd) of " + LIST, "gcd($1)"),
                    Form.of("(?:least common multiple|lcm) of " + LIST, "lcm($1)"));

    private Phrasing() {}

    /// The line without the words around the expression, in signs where a known form says so.
    ///
    /// @param line on one line, in lower case
    static String expression(String line) {
        String plain = line.replaceAll("[$€£](?=\\d)|(?<=\\d) ?€", "");
        String bare = withoutMarks(OPENING.matcher(plain).replaceFirst(""));
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(bare);
            if (matcher.matches()) {
                StringBuilder expression = new StringBuilder();
                matcher.appendReplacement(expression, form.expression());
                return separated(expression.toString(), form.expression());
            }
        }
        return bare;
    }

    /// The line without question marks, equals signs and the like at its end.
    static String withoutMarks(String line) {
        return CLOSING.matcher(line).replaceFirst("").strip();
    }

    /// One sign between the numbers of a list: "4, 8 and 15" becomes "4; 8; 15" or "4 + 8 + 15".
    private static String separated(String expression, String form) {
        if (!form.endsWith("($1)") && !form.equals(SUM)) {
            return expression;
        }
        String list =
                expression
                        .replaceAll(",? and ", "; ")
                        .replaceAll(", ", "; ")
                        .replaceAll("(?<=\\d),(?=\\d{1,2}(?:[,;)]|$))", "; ");
        return form.equals(SUM) ? list.substring(0, list.length() - 3).replace(";", " +") : list;
    }
}
