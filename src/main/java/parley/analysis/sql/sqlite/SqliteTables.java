package parley.analysis.sql.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;
import parley.analysis.sql.Table;

/// The tables and views of a file. SQLite has no date type, so what a column holds is known from
/// its declared type and from some of its values.
final class SqliteTables {
    private static final String NAMES =
            """
            SELECT name, type = 'view' FROM sqlite_schema
            WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            ORDER BY name LIMIT 200
            """;
    private static final String COLUMNS =
            "SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden <> 1 LIMIT 300";
    private static final int SAMPLE = 50;

    /// What a statement that cannot be prepared ends with; not what a damaged or locked file does.
    private static final int SQLITE_ERROR = 1;

    private SqliteTables() {}

    static List<Table> read(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (Name name : names(connection)) {
            try {
                tables.add(new Table(Optional.empty(), name.text, columns(connection, name.text)));
            } catch (SQLException e) {
                if (!name.view || e.getErrorCode() != SQLITE_ERROR) {
                    throw e;
                }
                // A view of a table or with a function that is not there. The others can be asked.
            }
        }
        return List.copyOf(tables);
    }

    private record Name(String text, boolean view) {}

    private static List<Name> names(Connection connection) throws SQLException {
        List<Name> names = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(NAMES);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                names.add(new Name(row.getString(1), row.getBoolean(2)));
            }
        }
        return names;
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        List<@Nullable String> types = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
            query.setString(1, table);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                    types.add(row.getString(2));
                }
            }
        }
        List<List<Object>> samples = samples(connection, table, names);
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            ColumnType type = SqliteTypes.of(types.get(index), samples.get(index));
            columns.add(new Column(names.get(index), type));
        }
        return columns;
    }

    /// Some values of each column, without nulls.
    private static List<List<Object>> samples(
            Connection connection, String table, List<String> columns) throws SQLException {
        List<List<Object>> samples = new ArrayList<>();
        columns.forEach(_ -> samples.add(new ArrayList<>()));
        String sql = "SELECT * FROM %s LIMIT %d".formatted(quoted(table), SAMPLE);
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            int known = Math.min(columns.size(), row.getMetaData().getColumnCount());
            while (row.next()) {
                for (int index = 0; index < known; index++) {
                    Object value = row.getObject(index + 1);
                    if (value != null) {
                        samples.get(index).add(value);
                    }
                }
            }
        }
        return samples;
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
