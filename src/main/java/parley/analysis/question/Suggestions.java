package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.analysis.sql.Column;

/// Good questions for a table; first of all about the columns that were just named.
final class Suggestions {
    private final TableNames table;
    private final List<Column> named;

    /// @param items what was asked, if anything
    Suggestions(TableNames table, List<Item> items) {
        this.table = table;
        this.named =
                items.stream()
                        .filter(Item.Names.class::isInstance)
                        .map(item -> ((Item.Names) item).column())
                        .toList();
    }

    /// The best ones first.
    List<String> all() {
        List<String> found = new ArrayList<>();
        Optional<Column> first = best(table.numbers());
        Optional<String> number = first.map(this::usual);
        Optional<String> category = best(table.categories()).map(Suggestions::name);
        if (table.time().isPresent()) {
            first.map(column -> "Is " + name(column) + " stable?").ifPresent(found::add);
            number.map(each -> "Show the " + each + " by month").ifPresent(found::add);
        }
        if (number.isPresent() && category.isPresent()) {
            found.add("What is the %s by %s?".formatted(number.get(), category.get()));
            found.add("Top 5 %s by %s".formatted(category.get(), number.get()));
        }
        category.map(each -> "How many rows are there by %s?".formatted(each))
                .ifPresent(found::add);
        found.add("How many rows are there?");
        found.add("Are there missing values?");
        found.add("Describe the data");
        found.add("Show me the first 10 rows");
        return found;
    }

    private Optional<Column> best(List<Column> columns) {
        return columns.stream()
                .filter(named::contains)
                .findFirst()
                .or(() -> columns.stream().findFirst());
    }

    private String usual(Column column) {
        return (table.usual(column).filter(Aggregate.SUM::equals).isPresent()
                        ? "total "
                        : "average ")
                + name(column);
    }

    private static String name(Column column) {
        return column.name();
    }
}
