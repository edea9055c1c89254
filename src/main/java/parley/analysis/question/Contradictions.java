package parley.analysis.question;

import java.util.List;
import java.util.Optional;

/// Finds conditions that no row can meet. Such a question was meant otherwise: the answer "none"
/// would be true and of no use.
final class Contradictions {
    private Contradictions() {}

    /// A sentence that names the two.
    static Optional<String> in(List<Condition> conditions) {
        for (int one = 0; one < conditions.size(); one++) {
            for (int other = one + 1; other < conditions.size(); other++) {
                if (isNever(conditions.get(one), conditions.get(other))) {
                    return Optional.of(
                            "No row can meet both: %s, and %s. Write “or” between values, or ask one question after the other."
                                    .formatted(
                                            conditions.get(one).words(),
                                            conditions.get(other).words()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNever(Condition one, Condition other) {
        if (!one.column().equals(other.column())) {
            return false;
        }
        if (one.test() == Condition.Test.EQUAL && other.test() == Condition.Test.EQUAL) {
            return one.values().stream().noneMatch(other.values()::contains);
        }
        if (one.test() == Condition.Test.DURING && other.test() == Condition.Test.DURING) {
            return isBefore(one, other) || isBefore(other, one);
        }
        return one.column().type().isNumeric()
                && (isBeyond(bounds(one), bounds(other)) || isBeyond(bounds(other), bounds(one)));
    }

    /// Whether the one ends where the other begins, or earlier.
    private static boolean isBefore(Condition one, Condition other) {
        String end = one.values().getLast();
        String start = other.values().getFirst();
        return !end.isEmpty() && !start.isEmpty() && end.compareTo(start) <= 0;
    }

    /// From where to where values may lie, with the ends or without.
    private record Bounds(double from, double to, boolean closed) {}

    private static Bounds bounds(Condition condition) {
        return switch (condition.test()) {
            case EQUAL ->
                    new Bounds(
                            condition.values().stream()
                                    .mapToDouble(Double::parseDouble)
                                    .min()
                                    .orElseThrow(),
                            condition.values().stream()
                                    .mapToDouble(Double::parseDouble)
                                    .max()
                                    .orElseThrow(),
                            true);
            case LESS -> new Bounds(Double.NEGATIVE_INFINITY, first(condition), false);
            case AT_MOST -> new Bounds(Double.NEGATIVE_INFINITY, first(condition), true);
            case MORE -> new Bounds(first(condition), Double.POSITIVE_INFINITY, false);
            case AT_LEAST -> new Bounds(first(condition), Double.POSITIVE_INFINITY, true);
            case BETWEEN ->
                    new Bounds(
                            first(condition),
                            Double.parseDouble(condition.values().getLast()),
                            true);
            case NOT_EQUAL,
                    DURING,
                    NOT_DURING,
                    CONTAINS,
                    NOT_CONTAINS,
                    STARTS,
                    MISSING,
                    PRESENT,
                    ABOVE_MEAN,
                    BELOW_MEAN,
                    WEEKDAY,
                    CHILDLESS ->
                    new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true);
        };
    }

    private static double first(Condition condition) {
        return Double.parseDouble(condition.values().getFirst());
    }

    private static boolean isBeyond(Bounds one, Bounds other) {
        return one.from() > other.to()
                || (one.from() == other.to() && !(one.closed() && other.closed()));
    }
}
