package parley.analysis;

import parley.analysis.sql.CheckedQuery;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Rows;

/// A query that was run, and what it brought.
record Asked(CheckedQuery query, Engine engine, Rows rows) {
    /// The query as people read it.
    String sql() {
        return ShownSql.of(query, engine);
    }
}
