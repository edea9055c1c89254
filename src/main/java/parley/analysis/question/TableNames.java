package parley.analysis.question;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;

/// What the columns of a table seem to be, by name and type.
final class TableNames {
    private static final Set<String> RATES =
            Set.of(
                    "rate",
                    "price",
                    "temperature",
                    "temp",
                    "percent",
                    "pct",
                    "ratio",
                    "average",
                    "mean",
                    "score",
                    "rating",
                    "age",
                    "wait",
                    "waiting",
                    "duration",
                    "time",
                    "pressure",
                    "speed",
                    "humidity",
                    "vibration",
                    "level",
                    "minute",
                    "hour",
                    "second",
                    "latency",
                    "satisfaction",
                    "weight",
                    "height",
                    "width",
                    "margin",
                    "share",
                    "index",
                    "voltage",
                    "current",
                    "power",
                    "rpm",
                    "ph",
                    "thickness",
                    "diameter",
                    "length",
                    "yield",
                    "utilization",
                    "occupancy",
                    "response",
                    "resolution",
                    "delay",
                    "ms",
                    "grade",
                    "stay");
    private static final Set<String> AMOUNTS =
            Set.of(
                    "sale",
                    "revenue",
                    "amount",
                    "quantity",
                    "qty",
                    "unit",
                    "count",
                    "total",
                    "cost",
                    "profit",
                    "volume",
                    "order",
                    "visit",
                    "defect",
                    "error",
                    "number",
                    "sum",
                    "turnover",
                    "output",
                    "incident",
                    "admission",
                    "patient",
                    "click",
                    "view",
                    "download",
                    "expense",
                    "energy",
                    "kwh",
                    "rainfall",
                    "call",
                    "ticket",
                    "complaint",
                    "scrap");
    private static final Set<String> IDS =
            Set.of("id", "no", "nr", "key", "code", "number", "zip", "postcode");

    private final TableFacts facts;

    TableNames(TableFacts facts) {
        this.facts = facts;
    }

    boolean isRow(String word) {
        List<String> name = Names.words(facts.table().name());
        return name.contains(Names.singular(word)) && !Lexicon.english().isPlain(word);
    }

    Optional<Column> time() {
        return facts.columns().stream()
                .map(ColumnFacts::column)
                .filter(each -> each.type().isTemporal())
                .findFirst();
    }

    ColumnFacts facts(Column column) {
        return facts.columns().stream()
                .filter(each -> each.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    /// The numbers that can be worked with: no keys.
    List<Column> numbers() {
        return facts.columns().stream()
                .map(ColumnFacts::column)
                .filter(each -> each.type().isNumeric() && !isId(each))
                .toList();
    }

    List<Column> categories() {
        return facts.columns().stream()
                .filter(each ->
                        each.column().type() == ColumnType.TEXT
                                && each.distinct() > 1
                                && each.distinct() <= 50)
                .map(ColumnFacts::column)
                .toList();
    }

    List<Column> all() {
        return facts.columns().stream().map(ColumnFacts::column).toList();
    }

    boolean isId(Column column) {
        List<String> words = Names.words(column.name());
        boolean key =
                words.getLast().equals("id")
                        || (IDS.contains(words.getLast()) && !AMOUNTS.contains(words.getFirst()));
        return words.size() <= 3 && key;
    }

    /// Whether every row has its own value.
    boolean isUnique(Column column) {
        return facts(column).distinct() >= facts.rows() && facts.rows() > 0;
    }

    /// Whether sums of it mean something: SUM, or MEAN where not. Empty if the name does not say.
    Optional<Aggregate> usual(Column column) {
        List<String> words = Names.words(column.name());
        if (words.stream().anyMatch(RATES::contains)) {
            return Optional.of(Aggregate.MEAN);
        }
        return words.stream().anyMatch(AMOUNTS::contains)
                ? Optional.of(Aggregate.SUM)
                : Optional.empty();
    }
}
