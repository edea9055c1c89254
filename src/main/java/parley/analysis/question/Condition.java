package parley.analysis.question;

import java.util.List;
import parley.analysis.sql.Column;

/// What must hold of a row.
///
/// @param values numbers, texts and ISO dates, as texts; the column's type says which
/// @param said how it was understood, where the values do not say it: `last month, which is June`
record Condition(Column column, Test test, List<String> values, String said) {
    Condition {
        values = List.copyOf(values);
    }

    /// How a cell is looked at.
    enum Test {
        /// Is one of the values.
        EQUAL,
        /// Is none of the values; a missing one is none of them.
        NOT_EQUAL,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST,
        /// Between two values, both included.
        BETWEEN,
        /// From one day on and before another; an empty text is no bound.
        DURING,
        NOT_DURING,
        CONTAINS,
        NOT_CONTAINS,
        STARTS,
        MISSING,
        PRESENT
    }

    Condition(Column column, Test test, List<String> values) {
        this(column, test, values, "");
    }

    boolean isTime() {
        return test == Test.DURING || test == Test.NOT_DURING;
    }

    String words() {
        String name = "“%s” ".formatted(column.name());
        if (!said.isEmpty()) {
            return name + said;
        }
        return name
                + switch (test) {
                    case EQUAL -> "is " + either("or");
                    case NOT_EQUAL -> "is not " + either("or") + " (missing ones count)";
                    case LESS -> "is less than " + first();
                    case AT_MOST -> "is at most " + first();
                    case MORE -> "is more than " + first();
                    case AT_LEAST -> "is at least " + first();
                    case BETWEEN ->
                            "is between %s and %s, both included"
                                    .formatted(first(), values.getLast());
                    case DURING -> "is " + span();
                    case NOT_DURING -> "is not " + span();
                    case CONTAINS -> "contains “%s”".formatted(first());
                    case NOT_CONTAINS -> "does not contain “%s”".formatted(first());
                    case STARTS -> "starts with “%s”".formatted(first());
                    case MISSING -> "is missing";
                    case PRESENT -> "is not missing";
                };
    }

    private String first() {
        return values.getFirst();
    }

    private String span() {
        return first()
                + (values.getLast().isEmpty() ? " or later" : " to before " + values.getLast());
    }

    private String either(String word) {
        boolean number = column.type().isNumeric();
        return String.join(
                " " + word + " ",
                values.stream().map(each -> number ? each : "“%s”".formatted(each)).toList());
    }
}
