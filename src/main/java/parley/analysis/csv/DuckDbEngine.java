package parley.analysis.csv;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;
import parley.analysis.sql.Diagnosis;
import parley.analysis.sql.Engine;
import parley.analysis.sql.ReadOnlyEngine;
import parley.analysis.sql.Table;

/// One file's database. Its first connection opens it and keeps it open; those for queries share
/// what that one has, memory and threads too.
final class DuckDbEngine implements ReadOnlyEngine {
    private final DuckDbFile file;
    private final Table table;
    private @Nullable DuckDBConnection root;
    private boolean closed;

    DuckDbEngine(DuckDbFile file, Table table) {
        this.file = file;
        this.table = table;
    }

    @Override
    public Engine engine() {
        return Engine.DUCKDB;
    }

    @Override
    public synchronized Connection connect() throws SQLException {
        Connection connection;
        if (closed) {
            // Somebody still asks what was put away meanwhile: it is opened for this query alone.
            connection = file.openToRead();
        } else {
            DuckDBConnection open = root;
            if (open == null) {
                open = file.openToRead();
                root = open;
            }
            connection = open.duplicate();
        }
        connection.setAutoCommit(false);
        return connection;
    }

    /// Nothing to do: the database was opened so that it can only be read, and that cannot be
    /// changed. It has no time limit of its own.
    @Override
    public void begin(Connection connection, Duration time) {}

    @Override
    public List<Table> tables(Connection connection) {
        return List.of(table);
    }

    @Override
    public Column column(ResultSetMetaData columns, int index) throws SQLException {
        return new Column(columns.getColumnLabel(index), type(columns.getColumnTypeName(index)));
    }

    @Override
    public @Nullable Object cell(ResultSet row, int index, ColumnType type) throws SQLException {
        return DuckDbCells.read(row, index, type);
    }

    @Override
    public Diagnosis diagnose(SQLException failure) {
        return DuckDbDiagnosis.of(failure);
    }

    @Override
    public List<String> secrets() {
        return List.of();
    }

    synchronized void close() {
        closed = true;
        if (root != null) {
            DuckDbFile.close(root);
            root = null;
        }
    }

    private static ColumnType type(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "HUGEINT",
                    "UTINYINT",
                    "USMALLINT",
                    "UINTEGER",
                    "UBIGINT",
                    "UHUGEINT" ->
                    ColumnType.INTEGER;
            case "FLOAT", "DOUBLE" -> ColumnType.DECIMAL;
            case "VARCHAR" -> ColumnType.TEXT;
            case "BOOLEAN" -> ColumnType.BOOLEAN;
            case "DATE" -> ColumnType.DATE;
            case "TIMESTAMP",
                    "TIMESTAMP WITH TIME ZONE",
                    "TIMESTAMP_S",
                    "TIMESTAMP_MS",
                    "TIMESTAMP_NS" ->
                    ColumnType.TIMESTAMP;
            case "TIME" -> ColumnType.TIME;
            default -> upper.startsWith("DECIMAL") ? ColumnType.DECIMAL : ColumnType.OTHER;
        };
    }
}
