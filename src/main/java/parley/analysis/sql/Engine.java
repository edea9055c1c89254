package parley.analysis.sql;

/// The database engines that can be asked, each with its dialect of SQL.
public enum Engine {
    /// The embedded engine that holds uploaded files.
    DUCKDB,
    POSTGRESQL,
    /// MySQL and MariaDB.
    MYSQL,
    SQLITE
}
