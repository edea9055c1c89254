package parley.analysis.csv;

import parley.analysis.sql.ColumnType;

/// How the cells of a column are read, and into which type of column.
enum CellKind {
    TEXT(ColumnType.TEXT, "VARCHAR"),
    INTEGER(ColumnType.INTEGER, "BIGINT"),
    DECIMAL(ColumnType.DECIMAL, "DOUBLE"),
    BOOLEAN(ColumnType.BOOLEAN, "BOOLEAN"),
    DATE(ColumnType.DATE, "DATE"),
    YEAR(ColumnType.DATE, "DATE"),
    COMPACT_DATE(ColumnType.DATE, "DATE"),
    TIMESTAMP(ColumnType.TIMESTAMP, "TIMESTAMP"),
    TIME(ColumnType.TIME, "TIME");

    private final ColumnType type;
    private final String sql;

    CellKind(ColumnType type, String sql) {
        this.type = type;
        this.sql = sql;
    }

    ColumnType type() {
        return type;
    }

    String sql() {
        return sql;
    }
}
