package parley.analysis.question;

import java.util.Optional;
import parley.analysis.sql.Column;

/// What is worked out of the rows of a group.
///
/// @param column of what; empty where rows are counted
/// @param percent which percentile, 0 to 100; 0 for everything else
record Measure(Aggregate aggregate, Optional<Column> column, double percent) {
    static final Measure ROWS = new Measure(Aggregate.COUNT, Optional.empty(), 0);

    static Measure of(Aggregate aggregate, Column column) {
        return new Measure(aggregate, Optional.of(column), 0);
    }

    Measure with(Column other) {
        return new Measure(aggregate, Optional.of(other), percent);
    }

    /// How it is called as a column of the result.
    String label() {
        return aggregate.noun() + column.map(each -> " of " + each.name()).orElse("");
    }

    /// How it is called in a sentence.
    String words() {
        String of = column.map(each -> " of “%s”".formatted(each.name())).orElse("");
        if (aggregate == Aggregate.PERCENTILE) {
            return "the %sth percentile%s".formatted(Numbers.plain(percent), of);
        }
        return "the " + aggregate.noun() + of;
    }
}
