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
                    "stay",
                    "battery",
                    "treatment");
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
    private final Optional<Column> time;

    TableNames(TableFacts facts) {
        this(facts, List.of());
    }

    /// @param question of the times of a table, the one that it has a verb of is meant: `closed` is
    ///   said of `closed_at`
    TableNames(TableFacts facts, List<Token> question) {
        this.facts = facts;
        List<Column> times =
                facts.columns().stream()
                        .map(ColumnFacts::column)
                        .filter(each -> each.type().isTemporal())
                        .toList();
        List<Column> said =
                times.stream()
                        .filter(each -> !facts.isJoined(each))
                        .filter(each -> question.stream().anyMatch(word -> isSaidOf(word, each)))
                        .toList();
        this.time = said.size() == 1 ? said.stream().findFirst() : times.stream().findFirst();
    }

    /// Whether a word is the verb that a time is called by.
    private boolean isSaidOf(Token word, Column time) {
        List<String> words = Names.words(facts.own(time.name()));
        String verb = words.getFirst();
        String said = word.norm();
        String stem = said.endsWith("ed") ? said.substring(0, said.length() - 2) : said;
        return words.size() > 1
                && !Set.of("date", "time", "day").contains(verb)
                && (said.equals(verb)
                        || verb.equals(said + "d")
                        || verb.equals(said + "ed")
                        || (said.endsWith("ed") && stem.length() >= 4 && verb.startsWith(stem)));
    }

    /// Whether a word is the verb of the time that is asked for, so that it says nothing else.
    boolean isTimeVerb(Token word) {
        return time.filter(each -> isSaidOf(word, each)).isPresent();
    }

    /// The table, with all that it can be joined with.
    Ask.Source source() {
        return new Ask.Source(facts.table().schema(), facts.table().name(), facts.joins());
    }

    boolean isRow(String word) {
        List<String> name = Names.words(facts.table().name());
        String one = Names.singular(word);
        return (name.contains(one) && !Lexicon.english().isPlain(word))
                || People.areRowsOf(name, one);
    }

    /// A column that is known to be there.
    Column named(String name) {
        return facts.columns().stream()
                .map(ColumnFacts::column)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// Whether rows have an age, so that the oldest may not be the earliest.
    boolean hasAge() {
        return all().stream()
                .flatMap(each -> Names.words(each.name()).stream())
                .anyMatch(Set.of("age", "birth", "birthday", "born", "birthdate")::contains);
    }

    /// The columns that say who: `customer`, `agent_name`, and `name` of a table of people.
    List<Column> people() {
        return facts.columns().stream()
                .map(ColumnFacts::column)
                .filter(each -> each.type() == ColumnType.TEXT)
                .filter(each -> People.isNamedBy(Names.words(each.name())))
                .toList();
    }

    /// Whether the one names the rows of another table and the other is a column there: "customers
    /// in Vienna" are a matter of their city.
    boolean isThingOf(Column name, Column other) {
        boolean names = Names.words(facts.own(name.name())).getLast().equals("name") || isId(name);
        return names
                && facts.joins().stream()
                        .anyMatch(join -> join.owns(name.name()) && join.owns(other.name()));
    }

    /// How a column says yes and no; numbers that add up are 0 or 1 by chance.
    Optional<Flag> flag(Column column) {
        boolean counts = column.type().isNumeric() && (isId(column) || usual(column).isPresent());
        return counts ? Optional.empty() : Flag.of(facts(column));
    }

    /// Whether a column is of a table that this one is joined with.
    boolean isJoined(Column column) {
        return facts.isJoined(column);
    }

    Optional<Column> time() {
        return time;
    }

    ColumnFacts facts(Column column) {
        return facts.columns().stream()
                .filter(each -> each.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    /// The numbers that can be worked with: no keys.
    List<Column> numbers() {
        return all().stream().filter(each -> each.type().isNumeric() && !isId(each)).toList();
    }

    List<Column> categories() {
        return facts.columns().stream()
                .filter(each ->
                        !isJoined(each.column())
                                && each.column().type() == ColumnType.TEXT
                                && each.distinct() > 1
                                && each.distinct() <= 50)
                .map(ColumnFacts::column)
                .toList();
    }

    /// The table's own columns.
    List<Column> all() {
        return everything().stream().filter(each -> !isJoined(each)).toList();
    }

    /// All columns, with those of other tables.
    List<Column> everything() {
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
        return !isJoined(column) && facts.isUnique(facts(column));
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
