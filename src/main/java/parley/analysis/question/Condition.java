package parley.analysis.question;

import java.time.LocalDate;
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
        PRESENT,
        /// More than so many times the mean of the rows that the other conditions leave.
        ABOVE_MEAN,
        BELOW_MEAN,
        /// On one of these days of the week, 1 for Monday.
        WEEKDAY,
        /// No row of another table points to it: its schema (or an empty text), name and column.
        CHILDLESS
    }

    Condition(Column column, Test test, List<String> values) {
        this(column, test, values, "");
    }

    boolean isTime() {
        return test == Test.DURING || test == Test.NOT_DURING;
    }

    /// Whether it leaves no more than one such stretch of time.
    boolean isWithinOne(Bucket bucket) {
        return test == Test.DURING
                && values.stream().noneMatch(String::isEmpty)
                && !bucket.plus(LocalDate.parse(values.getFirst()), 1)
                        .isBefore(LocalDate.parse(values.getLast()));
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
                    case ABOVE_MEAN -> "is more than " + mean();
                    case BELOW_MEAN -> "is less than " + mean();
                    case WEEKDAY -> "is on a " + days();
                    case CHILDLESS ->
                            "occurs in no “%s” of “%s”".formatted(values.getLast(), values.get(1));
                };
    }

    private String first() {
        return values.getFirst();
    }

    private String mean() {
        return (first().equals("1") ? "" : first() + " times ") + "the mean of all these rows";
    }

    private String days() {
        return String.join(
                " or ", values.stream().map(Integer::valueOf).map(Cycle.WEEKDAY::nameOf).toList());
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
