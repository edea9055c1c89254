package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.analysis.sql.Column;

/// Good first questions for a table.
final class Suggestions {
    private static final int MOST = 6;

    private final TableNames table;

    Suggestions(TableFacts facts) {
        this.table = new TableNames(facts);
    }

    List<String> all() {
        List<String> found = new ArrayList<>();
        Optional<String> number = table.numbers().stream().findFirst().map(this::usual);
        Optional<String> category = table.categories().stream().findFirst().map(Suggestions::name);
        if (table.time().isPresent()) {
            table.numbers().stream()
                    .findFirst()
                    .map(column -> "Is " + name(column) + " stable?")
                    .ifPresent(found::add);
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
        return found.subList(0, Math.min(MOST, found.size()));
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
