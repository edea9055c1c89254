package parley.analysis.sql;

import java.util.List;

/// A query that passed [SqlGuard], rendered from its tree. Only the guard makes one.
public final class CheckedQuery {
    private final String sql;
    private final List<Object> parameters;
    private final Limited limited;

    /// Whether the query itself says how many rows it brings.
    sealed interface Limited {
        /// It does not.
        record No() implements Limited {}

        /// It does, with a number.
        record To(long rows) implements Limited {}

        /// It does, in some other way.
        record Somehow() implements Limited {}
    }

    CheckedQuery(String sql, List<Object> parameters, Limited limited) {
        this.sql = sql;
        this.parameters = List.copyOf(parameters);
        this.limited = limited;
    }

    /// The SQL that is shown: never the text that was received.
    public String sql() {
        return sql;
    }

    public List<Object> parameters() {
        return parameters;
    }

    /// The SQL that is run: the same with at most so many rows, in the same order.
    ///
    /// A query without a limit gets one at its end. It is not put into another SELECT, because
    /// MariaDB forgets the order of a subquery that has no limit of its own.
    public String sql(long rows) {
        return switch (limited) {
            case Limited.No() -> sql + " LIMIT " + rows;
            case Limited.To(long own) when own <= rows -> sql;
            case Limited.To(long _), Limited.Somehow() ->
                    "SELECT * FROM (" + sql + ") AS capped LIMIT " + rows;
        };
    }
}
