package parley.analysis.sql;

import java.util.List;

/// A query that nobody has checked yet.
///
/// @param sql one SELECT, with a `?` for each parameter
/// @param parameters `Long`, `Double`, `BigDecimal`, `String`, `Boolean`, `LocalDate`,
///   `LocalDateTime`
public record Query(String sql, List<Object> parameters) {
    public Query {
        parameters = List.copyOf(parameters);
    }

    /// A query without parameters.
    public Query(String sql) {
        this(sql, List.of());
    }
}
