package parley.analysis.question;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Query;
import parley.analysis.sql.Rows;
import parley.analysis.sql.Table;

/// Tables as people have them, with the same rows in every engine.
final class SampleTables {
    private static final List<Column> ORDERS =
            List.of(
                    new Column("order_id", ColumnType.INTEGER),
                    new Column("order_date", ColumnType.DATE),
                    new Column("customer", ColumnType.TEXT),
                    new Column("region", ColumnType.TEXT),
                    new Column("product", ColumnType.TEXT),
                    new Column("status", ColumnType.TEXT),
                    new Column("quantity", ColumnType.INTEGER),
                    new Column("unit_price", ColumnType.DECIMAL),
                    new Column("sales", ColumnType.DECIMAL));
    private static final List<Column> READINGS =
            List.of(
                    new Column("measured_at", ColumnType.TIMESTAMP),
                    new Column("machine", ColumnType.TEXT),
                    new Column("shift", ColumnType.TEXT),
                    new Column("temperature", ColumnType.DECIMAL),
                    new Column("vibration", ColumnType.DECIMAL),
                    new Column("output", ColumnType.INTEGER));
    private static final List<Column> TICKETS =
            List.of(
                    new Column("opened", ColumnType.DATE),
                    new Column("department", ColumnType.TEXT),
                    new Column("priority", ColumnType.TEXT),
                    new Column("waitMinutes", ColumnType.INTEGER),
                    new Column("agent", ColumnType.TEXT),
                    new Column("satisfaction", ColumnType.INTEGER));

    private static final Map<String, List<Column>> COLUMNS = new TreeMap<>(RelatedTables.COLUMNS);

    static {
        COLUMNS.putAll(Map.of("orders", ORDERS, "readings", READINGS, "tickets", TICKETS));
    }

    private SampleTables() {}

    static List<Table> tables() {
        return COLUMNS.entrySet().stream()
                .map(each -> new Table(Optional.empty(), each.getKey(), each.getValue()))
                .toList();
    }

    static void fill(Connection connection, Engine engine) throws SQLException {
        for (Map.Entry<String, List<Column>> table : COLUMNS.entrySet()) {
            create(connection, engine, table.getKey(), table.getValue());
            insert(connection, engine, table.getKey(), table.getValue().size());
        }
    }

    private static void create(
            Connection connection, Engine engine, String name, List<Column> columns)
            throws SQLException {
        EngineSql sql = new EngineSql(engine);
        List<String> parts =
                columns.stream()
                        .map(column ->
                                sql.quoted(column.name()) + " " + type(column.type(), engine))
                        .toList();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE %s (%s)".formatted(sql.quoted(name), String.join(", ", parts)));
        }
    }

    private static String type(ColumnType type, Engine engine) {
        return switch (type) {
            case INTEGER -> "INTEGER";
            case DECIMAL -> engine == Engine.POSTGRESQL ? "DOUBLE PRECISION" : "DOUBLE";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
            default -> "VARCHAR(60)";
        };
    }

    private static void insert(Connection connection, Engine engine, String name, int columns)
            throws SQLException {
        String marks = String.join(", ", java.util.Collections.nCopies(columns, "?"));
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + name + " VALUES (" + marks + ")")) {
            for (List<@Nullable Object> row : rows(name)) {
                for (int each = 0; each < columns; each++) {
                    statement.setObject(each + 1, stored(row.get(each), engine));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static @Nullable Object stored(@Nullable Object cell, Engine engine) {
        boolean text =
                engine == Engine.SQLITE
                        && (cell instanceof LocalDate || cell instanceof LocalDateTime);
        if (!text) {
            return cell;
        }
        String seconds = cell instanceof LocalDateTime ? ":00" : "";
        return String.valueOf(cell).replace('T', ' ') + seconds;
    }

    private static List<List<@Nullable Object>> rows(String name) {
        Random random = new Random(7);
        return switch (name) {
            case "orders" -> IntStream.range(0, 420).mapToObj(each -> order(each, random)).toList();
            case "readings" ->
                    IntStream.range(0, 400).mapToObj(each -> reading(each, random)).toList();
            case "tickets" ->
                    IntStream.range(0, 300).mapToObj(each -> ticket(each, random)).toList();
            default -> RelatedTables.rows(name);
        };
    }

    private static List<@Nullable Object> order(int index, Random random) {
        long quantity = 1L + random.nextInt(20);
        double price = 5 + random.nextInt(400) / 4.0;
        List<@Nullable Object> row = new ArrayList<>();
        row.add(1000 + index);
        row.add(LocalDate.of(2023, 1, 2).plusDays(index * 7L / 4L));
        row.add(pick(random, "Acme Corp", "Bolt Ltd", "Cargo Inc", "Delta GmbH", "Echo SA"));
        row.add(random.nextInt(40) == 0 ? null : pick(random, "North", "South", "East", "West"));
        row.add(
                pick(
                        random,
                        "Widget",
                        "Gadget",
                        "Sprocket",
                        "Blue Pencil",
                        "Lamp",
                        "Chair",
                        "Desk"));
        row.add(pick(random, "shipped", "returned", "open", "shipped", "shipped"));
        row.add(quantity);
        row.add(price);
        row.add(quantity * price);
        return row;
    }

    private static List<@Nullable Object> reading(int index, Random random) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(LocalDateTime.of(2024, 3, 1, 0, 0).plusHours(index * 3L));
        row.add(pick(random, "M1", "M2", "M3"));
        row.add(index % 2 == 0 ? "day" : "night");
        row.add(60 + random.nextInt(2000) / 100.0);
        row.add(random.nextInt(30) == 0 ? null : random.nextInt(500) / 100.0);
        row.add(80 + random.nextInt(40));
        return row;
    }

    private static List<@Nullable Object> ticket(int index, Random random) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(LocalDate.of(2024, 1, 1).plusDays(index / 2L));
        row.add(pick(random, "Cardiology", "Radiology", "Emergency"));
        row.add(pick(random, "low", "medium", "high"));
        row.add(5 + random.nextInt(120) + (random.nextInt(50) == 0 ? 400 : 0));
        row.add(pick(random, "Anna Berg", "Tom Lee", "Sue Park"));
        row.add(random.nextInt(6) == 0 ? null : 1 + random.nextInt(5));
        return row;
    }

    static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    /// What a source would know of its tables, each with those that it points to.
    static Map<String, TableFacts> facts(Connection connection) throws SQLException {
        List<TableFacts> facts = new ArrayList<>();
        for (String name : COLUMNS.keySet()) {
            facts.add(facts(connection, name));
        }
        Map<String, TableFacts> joined = new TreeMap<>();
        Relations.joined(facts).forEach(each -> joined.put(each.table().name(), each));
        return joined;
    }

    private static TableFacts facts(Connection connection, String name) throws SQLException {
        List<ColumnFacts> facts = new ArrayList<>();
        List<Column> columns = COLUMNS.getOrDefault(name, List.of());
        for (Column column : columns) {
            Rows rows =
                    run(
                            connection,
                            new Query(
                                    "SELECT COUNT(DISTINCT \"%1$s\"), MIN(\"%1$s\"), MAX(\"%1$s\") FROM %2$s"
                                            .formatted(column.name(), name)));
            List<@Nullable Object> row = rows.cells().getFirst();
            long distinct = row.getFirst() instanceof Number number ? number.longValue() : 0;
            facts.add(
                    new ColumnFacts(
                            column,
                            distinct,
                            values(connection, column, name),
                            row.get(1),
                            row.get(2)));
        }
        long count = rows(name).size();
        return new TableFacts(new Table(Optional.empty(), name, columns), count, facts);
    }

    private static List<String> values(Connection connection, Column column, String name)
            throws SQLException {
        if (column.type() != ColumnType.TEXT) {
            return List.of();
        }
        String text =
                "SELECT DISTINCT \"%1$s\" FROM %2$s WHERE \"%1$s\" IS NOT NULL ORDER BY 1"
                        .formatted(column.name(), name);
        return run(connection, new Query(text)).cells().stream()
                .map(row -> String.valueOf(row.getFirst()))
                .toList();
    }

    static Rows run(Connection connection, Query query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
            for (int each = 0; each < query.parameters().size(); each++) {
                statement.setObject(each + 1, query.parameters().get(each));
            }
            try (ResultSet result = statement.executeQuery()) {
                return rows(result);
            }
        }
    }

    private static Rows rows(ResultSet result) throws SQLException {
        List<Column> columns = new ArrayList<>();
        int width = result.getMetaData().getColumnCount();
        for (int each = 1; each <= width; each++) {
            columns.add(new Column(result.getMetaData().getColumnLabel(each), ColumnType.OTHER));
        }
        List<List<@Nullable Object>> cells = new ArrayList<>();
        while (result.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int each = 1; each <= width; each++) {
                row.add(cell(result.getObject(each)));
            }
            cells.add(row);
        }
        return new Rows(columns, cells, false, Duration.ZERO);
    }

    private static @Nullable Object cell(@Nullable Object cell) {
        return switch (cell) {
            case null -> null;
            case java.sql.Date date -> date.toLocalDate();
            case java.sql.Timestamp time -> time.toLocalDateTime();
            case Object other -> other;
        };
    }

    /// A cell so that engines can be compared: numbers to nine digits, times as text.
    static String comparable(@Nullable Object cell) {
        return switch (cell) {
            case null -> "-";
            case Number number ->
                    String.format(java.util.Locale.ROOT, "%.9g", number.doubleValue());
            case LocalDateTime time ->
                    time.toString().replace('T', ' ') + (time.getSecond() == 0 ? ":00" : "");
            case Object other -> other.toString();
        };
    }
}
