package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.analysis.sql.Column;

/// What is asked of a table: the slots that a question fills, and a later one changes. Immutable.
///
/// @param measures what is worked out; the first decides the order
/// @param keys what rows are grouped by
/// @param conditions what must hold of all rows
/// @param sides what must hold of the parts that are compared: one list each
/// @param having what must hold of a group
/// @param descending whether the greatest comes first; empty for the order of the keys
/// @param order by which column rows are ordered; empty for no order of their own
/// @param limit how many rows are wanted; 0 for all
/// @param each the column for each of whose values so many are wanted; empty for so many in all
/// @param notes how unclear words were taken, a sentence each
record Ask(
        Source source,
        Kind kind,
        Extra extra,
        List<Measure> measures,
        List<Key> keys,
        List<Column> columns,
        List<Condition> conditions,
        List<List<Condition>> sides,
        Optional<Having> having,
        Optional<Boolean> descending,
        Optional<Column> order,
        int limit,
        Optional<Column> each,
        ChartAsk chart,
        List<String> notes) {
    /// What the rows of the answer are.
    enum Kind {
        /// Groups (or all rows) and what was worked out of them.
        AGGREGATE,
        /// Rows as they are.
        ROWS,
        /// The measure of two sides, their difference, and this in percent of the first.
        COMPARE,
        /// The measure where the one side holds, that of all rows, and the part in percent.
        SHARE,
        CORRELATION,
        MISSING,
        OUTLIERS,
        DUPLICATES,
        DESCRIBE,
        /// Times and values for a control chart.
        SERIES
    }

    /// What is added to groups.
    enum Extra {
        NONE,
        /// Each group in percent of all.
        SHARE,
        /// The part of each group that the one side holds of, in percent of the group.
        RATE,
        /// Each in comparison to the one before.
        CHANGE,
        /// The sum up to here.
        RUNNING
    }

    /// The table.
    ///
    /// @param joins the tables whose columns may be used too, the nearest first
    record Source(Optional<String> schema, String name, List<Join> joins) {
        Source {
            joins = List.copyOf(joins);
        }

        boolean isTableOf(Source other) {
            return schema.equals(other.schema) && name.equals(other.name);
        }
    }

    /// What must hold of a group.
    ///
    /// @param ofMean whether the value is a multiple of the mean: of all rows for a mean, of all
    ///   groups for anything else
    record Having(Measure measure, Condition.Test test, double value, boolean ofMean) {}

    /// What is wanted of a control chart.
    ///
    /// @param profile the name of a rule profile
    /// @param since of which signals to tell, an ISO date; empty for all
    record ChartAsk(
            String profile, boolean median, int lockFirst, List<String> splitAt, String since) {
        static final ChartAsk DEFAULT = new ChartAsk("wheeler", false, 0, List.of(), "");
    }

    Ask {
        measures = List.copyOf(measures);
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
        conditions = List.copyOf(conditions);
        sides = List.copyOf(sides);
        notes = List.copyOf(notes);
    }

    static Ask of(Source source, Kind kind) {
        return new Ask(
                source,
                kind,
                Extra.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                ChartAsk.DEFAULT,
                List.of());
    }

    boolean isLimitedInEach() {
        return limit > 0 && each.isPresent();
    }

    /// A copy that can be changed.
    Draft draft() {
        return new Draft(this);
    }

    /// An [Ask] in the making.
    static final class Draft {
        Source source;
        Kind kind;
        Extra extra;
        final List<Measure> measures;
        final List<Key> keys;
        final List<Column> columns;
        final List<Condition> conditions;
        final List<List<Condition>> sides;
        Optional<Having> having;
        Optional<Boolean> descending;
        Optional<Column> order;
        int limit;
        Optional<Column> each;
        ChartAsk chart;
        final List<String> notes;

        private Draft(Ask ask) {
            source = ask.source;
            kind = ask.kind;
            extra = ask.extra;
            measures = new ArrayList<>(ask.measures);
            keys = new ArrayList<>(ask.keys);
            columns = new ArrayList<>(ask.columns);
            conditions = new ArrayList<>(ask.conditions);
            sides = new ArrayList<>(ask.sides);
            having = ask.having;
            descending = ask.descending;
            order = ask.order;
            limit = ask.limit;
            each = ask.each;
            chart = ask.chart;
            notes = new ArrayList<>(ask.notes);
        }

        Ask done() {
            return new Ask(
                    source,
                    kind,
                    extra,
                    measures,
                    keys,
                    columns,
                    conditions,
                    sides,
                    having,
                    descending,
                    order,
                    limit,
                    each,
                    chart,
                    notes.stream().distinct().toList());
        }
    }
}
