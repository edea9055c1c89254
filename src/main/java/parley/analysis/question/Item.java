package parley.analysis.question;

import java.math.BigDecimal;
import java.util.List;
import parley.analysis.sql.Column;

/// A stretch of a question that means one thing.
sealed interface Item {
    /// The words, as they were written.
    String said();

    record Asks(Term term, String said) implements Item {}

    /// One of these columns.
    record Names(List<Column> columns, String said) implements Item {
        Column column() {
            return columns.getFirst();
        }
    }

    /// A verb that tells what is counted where nothing else does: `spent` is said of amounts. One
    /// of these columns; none where the table has nothing of the kind.
    record Hints(List<Column> columns, String said) implements Item {}

    /// A value of one of these columns.
    record Holds(List<Condition> conditions, String said) implements Item {
        Condition condition() {
            return conditions.getFirst();
        }
    }

    record Counts(BigDecimal number, boolean ordinal, String said) implements Item {}

    record Quotes(String text, String said) implements Item {}

    /// One of these stretches of time.
    record Lasts(List<Period> periods, String said) implements Item {
        Period period() {
            return periods.getFirst();
        }
    }

    /// A unit of time; `weekly` says by itself that it is grouped by.
    record Unit(Bucket bucket, boolean adverb, String said) implements Item {}

    /// A table whose rows point to this one's.
    record Children(Child child, String said) implements Item {}

    record And(String said) implements Item {}

    /// A word that nobody knows.
    record Unknown(String said) implements Item {}
}
