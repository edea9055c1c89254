package parley.analysis;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import parley.analysis.sql.Column;
import parley.analysis.sql.Query;
import parley.analysis.sql.Rows;
import parley.analysis.sql.Table;
import parley.error.AppException;

/// Tells a model what there is to ask: tables, columns, some rows. Names and cells are data of
/// somebody else's; the text says so.
final class SchemaText {
    private static final int MOST_TABLES = 40;
    private static final int MOST_COLUMNS = 80;
    private static final int SAMPLE_ROWS = 3;
    private static final int SAMPLED_TABLES = 5;
    private static final int LONGEST_CELL = 60;

    private SchemaText() {}

    static String of(OpenSource source) throws InterruptedException {
        StringBuilder text = new StringBuilder();
        List<Table> tables = source.tables();
        for (int i = 0; i < Math.min(tables.size(), MOST_TABLES); i++) {
            Table table = tables.get(i);
            text.append("Table ").append(name(table)).append(" (");
            text.append(
                    table.columns().stream()
                            .limit(MOST_COLUMNS)
                            .map(SchemaText::column)
                            .collect(Collectors.joining(", ")));
            text.append(")\n");
            if (i < SAMPLED_TABLES) {
                text.append(samples(source, table));
            }
        }
        if (tables.size() > MOST_TABLES) {
            text.append("and %d more tables\n".formatted(tables.size() - MOST_TABLES));
        }
        return text.toString();
    }

    static String name(Table table) {
        String own = Names.quoted(table.name());
        return table.schema().map(schema -> Names.quoted(schema) + "." + own).orElse(own);
    }

    private static String column(Column column) {
        return Names.quoted(line(column.name()))
                + " "
                + column.type().name().toLowerCase(Locale.ROOT);
    }

    private static String samples(OpenSource source, Table table) throws InterruptedException {
        try {
            Rows rows =
                    source.look(
                            new Query(
                                    "SELECT * FROM %s LIMIT %d"
                                            .formatted(
                                                    Names.quoted(table, source.engine()),
                                                    SAMPLE_ROWS)));
            return rows.cells().stream()
                    .map(row ->
                            "  "
                                    + row.stream()
                                            .map(cell ->
                                                    cell == null ? "NULL" : line(cell.toString()))
                                            .collect(Collectors.joining(" | "))
                                    + "\n")
                    .collect(Collectors.joining());
        } catch (AppException e) {
            // The model can do without samples.
            return "";
        }
    }

    private static String line(String text) {
        String flat = text.replaceAll("\\p{Cntrl}+", " ");
        return flat.length() > LONGEST_CELL ? flat.substring(0, LONGEST_CELL) + "…" : flat;
    }
}
