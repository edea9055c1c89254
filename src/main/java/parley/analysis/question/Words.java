package parley.analysis.question;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.analysis.sql.Column;

/// Reads the words that mean something only beside what a table holds: verbs of its numbers, people
/// in it, tables that point to it; and what is said of times.
final class Words {
    private static final Map<String, List<String>> WEEKDAYS =
            Map.of(
                    "monday", List.of("1"),
                    "tuesday", List.of("2"),
                    "wednesday", List.of("3"),
                    "thursday", List.of("4"),
                    "friday", List.of("5"),
                    "saturday", List.of("6"),
                    "sunday", List.of("7"),
                    "weekend", List.of("6", "7"));

    private final TableNames table;
    private final List<Child> children;
    private final List<Token> tokens;

    /// A stretch of time beside the one before: `month over month`, `the previous month`.
    record Step(Bucket unit, int length) {}

    Words(TableFacts facts, List<Token> tokens) {
        this.table = new TableNames(facts);
        this.children = facts.children();
        this.tokens = tokens;
    }

    /// The days of the week that a word means, 1 for Monday.
    static Optional<List<String>> weekdays(String word) {
        return Optional.ofNullable(WEEKDAYS.get(Names.singular(word)));
    }

    /// The columns that a verb tells of; none where it is a verb of numbers and there is no such.
    Optional<List<Column>> told(Token token) {
        return Lexicon.english()
                .verb(token.norm())
                .map(nouns ->
                        table.numbers().stream()
                                .filter(column -> nouns.contains(noun(column)))
                                .toList());
    }

    /// What a column is of: `unit_price` is a price.
    private static String noun(Column column) {
        return Names.core(Names.words(column.name())).getLast();
    }

    /// What "older than" is said of; empty where rows have no age.
    Optional<List<Column>> ages() {
        List<Column> ages =
                table.numbers().stream()
                        .filter(column -> Names.words(column.name()).contains("age"))
                        .toList();
        return ages.isEmpty() ? Optional.empty() : Optional.of(ages);
    }

    /// Whether a verb of numbers begins the name of a time: `spent` of `spent_on`, where "how much
    /// was spent on travel" is asked.
    boolean isSaidOfTime(int at, Linker linker) {
        return told(tokens.get(at)).filter(columns -> !columns.isEmpty()).isPresent()
                && linker.column(tokens, at)
                        .filter(link -> link.columns().getFirst().type().isTemporal())
                        .isPresent();
    }

    /// Who does what the question says.
    List<Column> people() {
        List<Column> people = table.people();
        List<Column> able =
                people.stream()
                        .filter(column -> People.canDo(Names.words(column.name()), tokens))
                        .toList();
        return able.isEmpty() ? people : able;
    }

    /// The table that a word names, as a thing or as what is done: `orders`, `ordered`.
    Optional<Child> child(Token token) {
        String word = Names.singular(token.norm());
        String done = word.endsWith("ed") ? word.substring(0, word.length() - 2) : word;
        return children.stream()
                .filter(child -> {
                    String thing = Names.words(child.name()).getLast();
                    return thing.equals(word) || thing.equals(done) || (thing + "d").equals(word);
                })
                .findFirst();
    }

    /// `compared with the month before`, `vs the previous week`, `year over year`, `from month to
    /// month`.
    Optional<Step> step(int at) {
        int from = norm(at).equals("from") ? at + 1 : at;
        Optional<Bucket> unit = PeriodReader.unit(norm(from));
        boolean twice =
                unit.isPresent()
                        && Set.of("over", "on", "by", "to").contains(norm(from + 1))
                        && unit.equals(PeriodReader.unit(norm(from + 2)));
        if (twice) {
            return unit.map(bucket -> new Step(bucket, from + 3 - at));
        }
        return against(at);
    }

    private Optional<Step> against(int at) {
        int next = at;
        if (Set.of("compared", "relative", "compare").contains(norm(next))) {
            next++;
        }
        if (!Set.of("with", "to", "vs", "versus", "against", "than").contains(norm(next))) {
            return Optional.empty();
        }
        next++;
        next += norm(next).equals("the") ? 1 : 0;
        if (Set.of("previous", "prior", "preceding").contains(norm(next))) {
            int end = next + 2;
            return PeriodReader.unit(norm(next + 1)).map(unit -> new Step(unit, end - at));
        }
        boolean before = Set.of("before", "earlier").contains(norm(next + 1));
        int end = next + 2;
        return PeriodReader.unit(norm(next))
                .filter(_ -> before)
                .map(unit -> new Step(unit, end - at));
    }

    private String norm(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).norm() : "";
    }
}
