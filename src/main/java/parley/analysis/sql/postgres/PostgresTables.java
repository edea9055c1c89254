package parley.analysis.sql.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;
import parley.analysis.sql.Table;

/// What a role may read: tables, views and their columns, without the system's own.
final class PostgresTables {
    private static final String COLUMNS =
            """
            SELECT t.nspname, t.relname, a.attname, y.typname
            FROM (
              SELECT c.oid, n.nspname, c.relname
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
                AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
                AND pg_catalog.has_any_column_privilege(c.oid, 'SELECT')
              ORDER BY n.nspname <> 'public', n.nspname, c.relname
              LIMIT 200) t
            JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid
            JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
            WHERE a.attnum BETWEEN 1 AND 300 AND NOT a.attisdropped
              AND pg_catalog.has_column_privilege(t.oid, a.attnum, 'SELECT')
            ORDER BY t.nspname <> 'public', t.nspname, t.relname, a.attnum
            """;

    private record Name(String schema, String table) {}

    private PostgresTables() {}

    static List<Table> read(Connection connection) throws SQLException {
        Map<Name, List<Column>> found = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(COLUMNS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.computeIfAbsent(
                                new Name(row.getString(1), row.getString(2)),
                                _ -> new ArrayList<>())
                        .add(new Column(row.getString(3), type(row.getString(4))));
            }
        }
        return found.entrySet().stream()
                .map(each ->
                        new Table(
                                Optional.of(each.getKey().schema()),
                                each.getKey().table(),
                                each.getValue()))
                .toList();
    }

    /// @param name as in `pg_type`
    static ColumnType type(String name) {
        return switch (name) {
            case "int2", "int4", "int8", "oid", "smallserial", "serial", "bigserial" ->
                    ColumnType.INTEGER;
            case "numeric", "float4", "float8" -> ColumnType.DECIMAL;
            case "text", "varchar", "bpchar", "name", "citext", "uuid", "char", "unknown" ->
                    ColumnType.TEXT;
            case "bool" -> ColumnType.BOOLEAN;
            case "date" -> ColumnType.DATE;
            case "timestamp", "timestamptz" -> ColumnType.TIMESTAMP;
            case "time" -> ColumnType.TIME;
            default -> ColumnType.OTHER;
        };
    }
}
