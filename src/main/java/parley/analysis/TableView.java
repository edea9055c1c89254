package parley.analysis;

import java.util.List;
import java.util.Locale;
import parley.analysis.sql.Table;

/// A table that can be asked, as people see it.
///
/// @param name with its schema
public record TableView(String name, List<ColumnView> columns) {
    /// @param type `integer`, `decimal`, `text`, …
    public record ColumnView(String name, String type) {}

    static TableView of(Table table) {
        return new TableView(
                table.schema().map(schema -> schema + "." + table.name()).orElse(table.name()),
                table.columns().stream()
                        .map(column ->
                                new ColumnView(
                                        column.name(),
                                        column.type().name().toLowerCase(Locale.ROOT)))
                        .toList());
    }
}
