package parley.analysis.question;

import java.util.List;
import parley.analysis.sql.Column;
import parley.analysis.sql.Table;

/// What is known of a table before a question is read.
///
/// @param columns its own, then those of the tables it is joined with
/// @param joins what its rows point to, the nearest first
/// @param children what points to its rows
public record TableFacts(
        Table table, long rows, List<ColumnFacts> columns, List<Join> joins, List<Child> children) {
    public TableFacts {
        columns = List.copyOf(columns);
        joins = List.copyOf(joins);
        children = List.copyOf(children);
    }

    /// A table by itself.
    public TableFacts(Table table, long rows, List<ColumnFacts> columns) {
        this(table, rows, columns, List.of(), List.of());
    }

    /// How many columns a question calls by their own names.
    public int namesIn(String question) {
        String said = " " + String.join(" ", Names.words(question)) + " ";
        return (int)
                columns.stream()
                        .map(each -> String.join(" ", Names.words(own(each.column().name()))))
                        .distinct()
                        .filter(name -> said.contains(" " + name + " "))
                        .count();
    }

    boolean isJoined(Column column) {
        return joins.stream().anyMatch(join -> join.owns(column.name()));
    }

    /// How a column is called in its own table.
    String own(String column) {
        return joins.stream()
                .filter(join -> join.owns(column))
                .findFirst()
                .map(join -> join.own(column))
                .orElse(column);
    }

    /// Whether no two rows have the same value there, and none has none.
    boolean isUnique(ColumnFacts column) {
        return rows > 0 && column.distinct() >= rows;
    }
}
