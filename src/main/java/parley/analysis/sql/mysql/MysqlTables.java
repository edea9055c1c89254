package parley.analysis.sql.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;
import parley.analysis.sql.Table;

/// The tables and views of the one database that a connection string names.
final class MysqlTables {
    private static final String COLUMNS =
            """
            SELECT c.table_name, c.column_name, c.data_type
            FROM information_schema.columns c JOIN (
              SELECT table_name FROM information_schema.tables
              WHERE table_schema = database() AND table_type IN ('BASE TABLE', 'VIEW')
              ORDER BY table_name LIMIT 200) t ON t.table_name = c.table_name
            WHERE c.table_schema = database() AND c.ordinal_position <= 300
            ORDER BY c.table_name, c.ordinal_position
            """;

    private MysqlTables() {}

    static List<Table> read(Connection connection) throws SQLException {
        Map<String, List<Column>> found = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(COLUMNS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(new Column(row.getString(2), type(row.getString(3))));
            }
        }
        return found.entrySet().stream()
                .map(each -> new Table(Optional.empty(), each.getKey(), each.getValue()))
                .toList();
    }

    /// @param name as in `information_schema`, or as the driver calls the type of a result
    static ColumnType type(String name) {
        String word = name.toLowerCase(Locale.ROOT).replaceAll("( unsigned| zerofill|\\(.*)", "");
        return switch (word) {
            case "tinyint", "smallint", "mediumint", "int", "integer", "bigint", "year" ->
                    ColumnType.INTEGER;
            case "decimal", "olddecimal", "numeric", "float", "double", "real" ->
                    ColumnType.DECIMAL;
            case "char",
                    "varchar",
                    "tinytext",
                    "text",
                    "mediumtext",
                    "longtext",
                    "enum",
                    "set",
                    "uuid",
                    "null" ->
                    ColumnType.TEXT;
            case "date" -> ColumnType.DATE;
            case "datetime", "timestamp" -> ColumnType.TIMESTAMP;
            default -> ColumnType.OTHER;
        };
    }

    static boolean isExact(String name) {
        return name.toLowerCase(Locale.ROOT).contains("decimal");
    }
}
