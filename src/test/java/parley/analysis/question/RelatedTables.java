package parley.analysis.question;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;

/// Tables that point to each other, and one with hours and durations.
final class RelatedTables {
    static final Map<String, List<Column>> COLUMNS =
            Map.of(
                    "clients",
                    List.of(
                            new Column("id", ColumnType.INTEGER),
                            new Column("name", ColumnType.TEXT),
                            new Column("city", ColumnType.TEXT),
                            new Column("budget", ColumnType.INTEGER),
                            new Column("signup_date", ColumnType.DATE)),
                    "purchases",
                    List.of(
                            new Column("purchase_id", ColumnType.INTEGER),
                            new Column("client_id", ColumnType.INTEGER),
                            new Column("bought_on", ColumnType.DATE),
                            new Column("channel", ColumnType.TEXT),
                            new Column("amount", ColumnType.DECIMAL),
                            new Column("approved", ColumnType.TEXT)),
                    "lines",
                    List.of(
                            new Column("id", ColumnType.INTEGER),
                            new Column("purchase_id", ColumnType.INTEGER),
                            new Column("product", ColumnType.TEXT),
                            new Column("quantity", ColumnType.INTEGER)),
                    "visits",
                    List.of(
                            new Column("arrived_at", ColumnType.TIMESTAMP),
                            new Column("closed_at", ColumnType.TIMESTAMP),
                            new Column("ward", ColumnType.TEXT),
                            new Column("doctor", ColumnType.TEXT),
                            new Column("waiting_minutes", ColumnType.INTEGER),
                            new Column("treatment_minutes", ColumnType.INTEGER),
                            new Column("outcome", ColumnType.TEXT)));

    private RelatedTables() {}

    static List<List<@Nullable Object>> rows(String name) {
        Random random = new Random(11);
        int count =
                switch (name) {
                    case "clients" -> 12;
                    case "purchases" -> 240;
                    case "lines" -> 500;
                    default -> 300;
                };
        return IntStream.range(0, count)
                .mapToObj(index ->
                        switch (name) {
                            case "clients" -> client(index, random);
                            case "purchases" -> purchase(index, random);
                            case "lines" -> line(index, random);
                            default -> visit(index, random);
                        })
                .toList();
    }

    private static List<@Nullable Object> client(int index, Random random) {
        String[] names = {
            "Ada", "Bo", "Cleo", "Dan", "Eva", "Finn", "Gia", "Hugo", "Iris", "Jon", "Kim", "Lea"
        };
        List<@Nullable Object> row = new ArrayList<>();
        row.add(index + 1);
        row.add(names[index]);
        row.add(SampleTables.pick(random, "Lyon", "Graz", "Turin"));
        row.add(1000 + 37 * index);
        row.add(LocalDate.of(2022, 1, 10).plusDays(40L * index));
        return row;
    }

    /// Client 7 never buys; one purchase has no client.
    private static List<@Nullable Object> purchase(int index, Random random) {
        int client = 1 + random.nextInt(12);
        List<@Nullable Object> row = new ArrayList<>();
        row.add(100 + index);
        row.add(index == 50 ? null : Integer.valueOf(client == 7 ? 8 : client));
        row.add(LocalDate.of(2023, 2, 1).plusDays(index * 3L));
        row.add(SampleTables.pick(random, "web", "phone"));
        row.add(20 + random.nextInt(4000) / 8.0);
        row.add(random.nextInt(5) == 0 ? "no" : "yes");
        return row;
    }

    private static List<@Nullable Object> line(int index, Random random) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(index + 1);
        row.add(100 + random.nextInt(240));
        row.add(SampleTables.pick(random, "Lamp", "Rug", "Kettle"));
        row.add(1 + random.nextInt(5));
        return row;
    }

    private static List<@Nullable Object> visit(int index, Random random) {
        LocalDateTime arrived = LocalDateTime.of(2024, 1, 4, 8, 0).plusHours(index * 11L);
        boolean closed = random.nextInt(4) > 0;
        List<@Nullable Object> row = new ArrayList<>();
        row.add(arrived);
        row.add(closed ? arrived.plusDays(3L + random.nextInt(9)) : null);
        row.add(SampleTables.pick(random, "Surgery", "Pediatrics"));
        row.add(SampleTables.pick(random, "Dr Amin", "Dr Bell", "Dr Cruz", "Dr Dorn"));
        row.add(3 + random.nextInt(240));
        row.add(random.nextInt(20) == 0 ? null : Integer.valueOf(5 + random.nextInt(90)));
        row.add(closed ? "closed" : SampleTables.pick(random, "open", "admitted"));
        return row;
    }
}
