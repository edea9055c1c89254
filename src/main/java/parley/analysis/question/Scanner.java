package parley.analysis.question;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.analysis.sql.Column;

/// Turns tokens into items, the longest and surest reading of each stretch first.
final class Scanner {
    private static final Map<String, Bucket> ADVERBS =
            Map.of(
                    "hourly",
                    Bucket.HOUR,
                    "daily",
                    Bucket.DAY,
                    "weekly",
                    Bucket.WEEK,
                    "monthly",
                    Bucket.MONTH,
                    "quarterly",
                    Bucket.QUARTER,
                    "yearly",
                    Bucket.YEAR,
                    "annual",
                    Bucket.YEAR,
                    "annually",
                    Bucket.YEAR);

    private final Lexicon lexicon = Lexicon.english();
    private final Linker linker;
    private final List<Token> tokens;
    private final PeriodReader periods;
    private final TableNames table;
    private final Words words;
    private final boolean hasTime;
    private final List<Item> items = new ArrayList<>();

    Scanner(TableFacts facts, List<Token> tokens, LocalDate today) {
        this.linker = new Linker(facts);
        this.tokens = tokens;
        this.table = new TableNames(facts, tokens);
        this.words = new Words(facts, tokens);
        Optional<ColumnFacts> time = table.time().map(table::facts);
        this.hasTime = time.isPresent();
        this.periods =
                new PeriodReader(
                        tokens,
                        time.flatMap(each -> day(each.least())),
                        time.flatMap(each -> day(each.greatest())),
                        today);
    }

    /// The day of a date or time, in whichever form an engine gives it.
    static Optional<LocalDate> day(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case LocalDate day -> Optional.of(day);
            case LocalDateTime time -> Optional.of(time.toLocalDate());
            case Object other when other.toString().matches("\\d{4}-\\d{2}-\\d{2}.*") ->
                    Optional.of(LocalDate.parse(other.toString().substring(0, 10)));
            case Object _ -> Optional.empty();
        };
    }

    List<Item> items() {
        int at = 0;
        while (at < tokens.size()) {
            at += one(at);
        }
        return items;
    }

    private int one(int at) {
        Token token = tokens.get(at);
        int special = special(at);
        if (special > 0) {
            return special;
        }
        Optional<Item.Holds> value = linker.value(tokens, at, besides(at));
        Optional<Linker.Link> column = linker.column(tokens, at);
        Optional<Lexicon.Phrase> phrase = lexicon.phrase(tokens, at);
        int valueLength = value.map(each -> length(at, each.said())).orElse(0);
        int columnLength = column.map(Linker.Link::length).orElse(0);
        int phraseLength = phrase.map(Lexicon.Phrase::length).orElse(0);
        if (afterBy()
                && PeriodReader.unit(token.norm()).isPresent()
                && hasTime
                && columnLength == 0
                && phraseLength == 0) {
            return plain(token);
        }
        if (table.isRow(token.norm()) && column.filter(each -> each.score() == 1).isEmpty()) {
            return add(new Item.Asks(Term.ROWS, token.text()), 1);
        }
        boolean exact =
                column.filter(each -> each.score() >= 0.95).isPresent()
                        && !isCounted(value.map(Item.Holds::conditions), column);
        if (token.kind() != Token.Kind.QUOTED && hasTime && !afterComparison()) {
            Optional<PeriodReader.Found> period = periods.read(at);
            if (period.isPresent()
                    && period.get().length() >= Math.max(valueLength, columnLength)) {
                return add(
                        new Item.Lasts(period.get().periods(), said(at, period.get().length())),
                        period.get().length());
            }
        }
        if (valueLength > 0
                && valueLength >= columnLength
                && valueLength >= phraseLength
                && !(exact && valueLength == columnLength)) {
            return add(value.orElseThrow(), valueLength);
        }
        if (columnLength > 0
                && (columnLength > phraseLength
                        || (exact
                                && columnLength == phraseLength
                                && !beforeColumn(at, phraseLength)))) {
            return add(
                    new Item.Names(column.orElseThrow().columns(), said(at, columnLength)),
                    columnLength);
        }
        if (phraseLength > 0 && Set.of("older", "younger").contains(token.norm())) {
            words.ages().ifPresent(columns -> items.add(new Item.Hints(columns, token.text())));
        }
        if (phraseLength > 0) {
            return add(
                    new Item.Asks(phrase.orElseThrow().term(), said(at, phraseLength)),
                    phraseLength);
        }
        return plain(token);
    }

    /// `how many approved`, of a column `approved` that holds the very word.
    private boolean isCounted(Optional<List<Condition>> value, Optional<Linker.Link> column) {
        return !items.isEmpty()
                && items.getLast() instanceof Item.Asks(Term term, String _)
                && term == Term.COUNT
                && value.stream()
                        .flatMap(List::stream)
                        .anyMatch(held ->
                                column.filter(each -> each.columns().contains(held.column()))
                                        .isPresent());
    }

    /// What only a table with times, people or other tables beside it has a meaning for.
    private int special(int at) {
        Token token = tokens.get(at);
        Optional<Words.Step> step = hasTime ? words.step(at) : Optional.empty();
        if (step.isPresent()) {
            String said = said(at, step.get().length());
            items.add(new Item.Asks(Term.CHANGE, said));
            return add(new Item.Unit(step.get().unit(), true, said), step.get().length());
        }
        if (words.isSaidOfTime(at, linker)) {
            return add(new Item.Hints(words.told(token).orElseThrow(), token.text()), 1);
        }
        boolean first = items.isEmpty() && Set.of("who", "whose").contains(token.norm());
        List<Column> people = first ? words.people() : List.of();
        if (!people.isEmpty()) {
            return add(new Item.Names(people, token.text()), 1);
        }
        boolean pronoun =
                !items.isEmpty()
                        && token.norm().equals("who")
                        && (items.getLast() instanceof Item.Names
                                || (items.getLast() instanceof Item.Asks(Term rows, String _)
                                        && rows == Term.ROWS));
        if (pronoun) {
            return 1;
        }
        Optional<Item> predicate = new Predicates(tokens, items, table, linker).at(at);
        if (predicate.isPresent()) {
            return add(predicate.get(), 1);
        }
        Optional<Child> child = words.child(token);
        boolean lacking =
                !items.isEmpty()
                        && items.getLast() instanceof Item.Asks(Term term, String _)
                        && (term == Term.NEVER || term == Term.NOT);
        if (child.isPresent() && lacking) {
            return add(new Item.Children(child.get(), token.text()), 1);
        }
        return 0;
    }

    private int plain(Token token) {
        Optional<List<String>> days = hasTime ? Words.weekdays(token.norm()) : Optional.empty();
        if (days.isPresent()) {
            Condition on =
                    new Condition(table.time().orElseThrow(), Condition.Test.WEEKDAY, days.get());
            return add(new Item.Holds(List.of(on), token.text()), 1);
        }
        Optional<List<Column>> told = words.told(token);
        if (told.isPresent()) {
            return add(new Item.Hints(told.get(), token.text()), 1);
        }
        if (token.kind() == Token.Kind.QUOTED) {
            return add(new Item.Quotes(token.text(), token.text()), 1);
        }
        if (token.number().isPresent()) {
            return add(
                    new Item.Counts(
                            token.number().get(), token.kind() == Token.Kind.ORDINAL, token.text()),
                    1);
        }
        if (token.norm().matches("p\\d{1,2}")) {
            items.add(
                    new Item.Counts(
                            new java.math.BigDecimal(token.norm().substring(1)),
                            true,
                            token.text()));
            return add(new Item.Asks(Term.PERCENTILE, token.text()), 1);
        }
        if (ADVERBS.containsKey(token.norm())) {
            return add(
                    new Item.Unit(
                            ADVERBS.getOrDefault(token.norm(), Bucket.DAY), true, token.text()),
                    1);
        }
        boolean done =
                !items.isEmpty()
                        && items.getLast() instanceof Item.Names names
                        && table.people().containsAll(names.columns())
                        && People.isDoing(token.norm());
        if (done || table.isTimeVerb(token) || isOwnUnit(token.norm())) {
            return 1;
        }
        Optional<Bucket> unit = PeriodReader.unit(token.norm());
        if (unit.isPresent()) {
            return add(new Item.Unit(unit.get(), false, token.text()), 1);
        }
        if (Set.of("and", ",", "&", "but").contains(token.norm())) {
            return add(new Item.And(token.text()), 1);
        }
        if (table.isRow(token.norm())) {
            return add(new Item.Asks(Term.ROWS, token.text()), 1);
        }
        if (token.norm().equals("?") || token.norm().equals("/") || lexicon.isPlain(token.norm())) {
            return 1;
        }
        return add(new Item.Unknown(token.text()), 1);
    }

    private int add(Item item, int length) {
        items.add(item);
        return length;
    }

    private boolean afterBy() {
        return !items.isEmpty()
                && items.getLast() instanceof Item.Asks(Term term, String _)
                && term == Term.BY;
    }

    /// A unit that the values are in anyway: "60 minutes" of a column of minutes.
    private boolean isOwnUnit(String word) {
        if (Set.of("time", "times").contains(word)
                && !items.isEmpty()
                && items.getLast() instanceof Item.Names names) {
            return names.columns().stream().allMatch(Durations::isOne);
        }
        return !items.isEmpty()
                && (items.getLast() instanceof Item.Counts || items.getLast() instanceof Item.Names)
                && table.numbers().stream()
                        .anyMatch(column ->
                                Names.words(column.name()).getLast().equals(Names.singular(word)));
    }

    private boolean beforeColumn(int at, int length) {
        int next =
                at
                        + length
                        + (at + length < tokens.size()
                                        && lexicon.isPlain(tokens.get(at + length).norm())
                                ? 1
                                : 0);
        return next < tokens.size()
                && linker.column(tokens, next).filter(each -> each.score() >= 0.95).isPresent();
    }

    private boolean afterComparison() {
        return !items.isEmpty()
                && items.getLast() instanceof Item.Asks(Term term, String _)
                && Set.of(
                                Term.MORE,
                                Term.LESS,
                                Term.AT_LEAST,
                                Term.AT_MOST,
                                Term.TOP,
                                Term.BOTTOM,
                                Term.FIRST,
                                Term.EQUALS)
                        .contains(term);
    }

    /// The column that was named right before, or is named right after.
    private Optional<Column> besides(int at) {
        for (int before = items.size() - 1; before >= Math.max(0, items.size() - 2); before--) {
            if (items.get(before) instanceof Item.Names names) {
                return Optional.of(names.column());
            }
            if (items.get(before) instanceof Item.Holds holds) {
                return Optional.of(holds.condition().column());
            }
        }
        return linker.column(tokens, Math.min(tokens.size(), at + 1))
                .filter(each -> each.score() >= 0.8)
                .map(each -> each.columns().getFirst());
    }

    private int length(int at, String said) {
        int length = 1;
        while (!said(at, length).equals(said)) {
            length++;
        }
        return length;
    }

    private String said(int at, int length) {
        return String.join(" ", tokens.subList(at, at + length).stream().map(Token::text).toList());
    }
}
