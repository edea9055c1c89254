package parley.analysis.question;

import java.util.List;
import java.util.Optional;
import parley.analysis.sql.Column;

/// Puts the items of a complete question together. Every item must find its part, or the question
/// is not understood.
final class Grammar {
    private final Work work;
    private final TableNames table;
    private final Ask.Draft draft;
    private final KeyRules keys;
    private final SideRules sides;

    /// What became of a question.
    sealed interface Outcome {
        record Done(Ask ask) implements Outcome {}

        record Stuck(String reason) implements Outcome {}
    }

    Grammar(Work work) {
        this.work = work;
        this.table = work.table;
        this.draft = work.draft;
        this.keys = new KeyRules(work);
        this.sides = new SideRules(work);
    }

    static Outcome read(List<Item> items, TableNames table, Ask start) {
        List<String> unknown =
                items.stream().filter(Item.Unknown.class::isInstance).map(Item::said).toList();
        Twofold.Joined joined = Twofold.joined(items);
        Grammar grammar = new Grammar(new Work(joined.items(), table, start.draft()));
        joined.each().map(Key::of).ifPresent(grammar.draft.keys::add);
        try {
            grammar.apply();
        } catch (StuckException e) {
            return new Outcome.Stuck(unknown.isEmpty() ? e.reason() : words(unknown));
        }
        Optional<String> left = left(grammar.work);
        if (left.isPresent()) {
            return new Outcome.Stuck(left.get());
        }
        Ask ask = grammar.draft.done();
        return Checks.problem(ask)
                .<Outcome>map(Outcome.Stuck::new)
                .orElseGet(() -> new Outcome.Done(ask));
    }

    /// What is wrong if words are left over: nobody knows them, or they have no part to play.
    static Optional<String> left(Work work) {
        List<String> left = work.wordsLeft();
        List<String> unknown =
                work.items.stream().filter(Item.Unknown.class::isInstance).map(Item::said).toList();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                unknown.isEmpty()
                        ? "It is not clear what %s is to say here; put it in other words."
                                .formatted(quoted(left))
                        : words(unknown));
    }

    private static String words(List<String> unknown) {
        return "I do not know what %s means for this table.".formatted(quoted(unknown));
    }

    private static String quoted(List<String> words) {
        return String.join(" and ", words.stream().distinct().map("“%s”"::formatted).toList());
    }

    private void apply() {
        boolean chart = new ChartRules(work).apply();
        boolean compare = (work.has(Term.COMPARE) || sides.isComparative()) && sides.compared();
        keys.apply();
        Twofold.check(work);
        boolean rate = sides.rate();
        sides.share();
        percentile();
        new ConditionRules(work).apply();
        sides.checkShare(rate);
        if (chart) {
            new SeriesRules(work, this).apply();
            return;
        }
        if (compare) {
            draft.kind = Ask.Kind.COMPARE;
            oneMeasure();
            return;
        }
        if (draft.kind == Ask.Kind.SHARE) {
            sides.part();
            oneMeasure();
            Aggregate aggregate = draft.measures.getFirst().aggregate();
            if (aggregate != Aggregate.SUM && aggregate != Aggregate.COUNT) {
                throw new StuckException("A share can be taken of sums and numbers of rows only.");
            }
            return;
        }
        if (!new ColumnRules(work).apply()) {
            answer();
        }
    }

    // Answers

    private void answer() {
        RowRules rows = new RowRules(work);
        if (work.has(Term.CHANGE) || work.has(Term.RUNNING)) {
            draft.extra = work.has(Term.RUNNING) ? Ask.Extra.RUNNING : Ask.Extra.CHANGE;
            work.take(Term.CHANGE, Term.RUNNING, Term.SUM);
            changeKey();
            oneMeasure();
            timeKey();
            return;
        }
        rows.when();
        if (rows.ends() || new RankRules(work).apply()) {
            return;
        }
        if (work.has(Term.DISTINCT) && !work.has(Term.COUNT) && draft.keys.isEmpty()) {
            distinctValues();
            return;
        }
        MeasureRules measures = new MeasureRules(work);
        measures.apply();
        if (draft.measures.isEmpty()) {
            measures.hinted().ifPresent(draft.measures::add);
        }
        if (draft.measures.isEmpty() && !draft.keys.isEmpty()) {
            draft.measures.add(Measure.ROWS);
        } else if (draft.measures.isEmpty()) {
            rows.rows();
        }
        sort();
    }

    private void distinctValues() {
        List<Integer> left = work.columnsLeft();
        if (left.size() != 1) {
            throw new StuckException("Different values are listed of one column.");
        }
        draft.keys.add(Key.of(work.column(left.getFirst()).orElseThrow()));
        work.use(left.getFirst());
        work.take(Term.DISTINCT);
    }

    /// `compared with the previous month`: also the unit that rows are gathered by.
    private void changeKey() {
        for (int at = 0; at < work.items.size(); at++) {
            if (work.unit(at).isPresent()) {
                keys.take(at);
            }
        }
        boolean single =
                draft.conditions.stream()
                        .anyMatch(condition ->
                                draft.keys.stream()
                                        .flatMap(key -> key.bucket().stream())
                                        .anyMatch(condition::isWithinOne));
        if (single) {
            throw new StuckException(
                    "A change takes two stretches of time at least; compare two of them by name.");
        }
    }

    private void timeKey() {
        if (draft.keys.size() > 1) {
            throw new StuckException("Changes and running totals go over time, by one unit of it.");
        }
        if (draft.keys.isEmpty()) {
            draft.keys.add(new Key(timeColumn(), Optional.of(bucket())));
        } else if (!draft.keys.getFirst().isTime()) {
            throw new StuckException(
                    "Changes and running totals go over time, not by “%s”."
                            .formatted(draft.keys.getFirst().column().name()));
        }
    }

    private Column timeColumn() {
        return table.time().orElseThrow(() -> new StuckException("There is no column of dates."));
    }

    Bucket bucket() {
        Bucket bucket = Buckets.of(table.facts(timeColumn()));
        work.note(
                "It is gathered by %s, which suits the time the data spans."
                        .formatted(bucket.noun()));
        return bucket;
    }

    /// The measure of a question that has just one.
    private void oneMeasure() {
        MeasureRules measures = new MeasureRules(work);
        measures.apply();
        if (draft.measures.isEmpty()) {
            draft.measures.add(measures.hinted().orElse(Measure.ROWS));
        }
        if (draft.measures.size() > 1) {
            throw new StuckException("Ask for one number at a time here.");
        }
    }

    void percentile() {
        for (int at = 0; at < work.items.size(); at++) {
            if (!work.is(at, Term.PERCENTILE)) {
                continue;
            }
            Optional<Double> number = work.number(at - 1);
            for (int each = at + 1; each <= Math.min(at + 2, work.items.size() - 1); each++) {
                Optional<Column> column = work.column(each);
                if (number.isPresent() && number.get() <= 100 && column.isPresent()) {
                    draft.measures.add(new Measure(Aggregate.PERCENTILE, column, number.get()));
                    work.use(at - 1);
                    work.use(at);
                    work.use(each);
                    break;
                }
            }
        }
    }

    private void sort() {
        if (draft.kind != Ask.Kind.AGGREGATE || draft.keys.isEmpty()) {
            return;
        }
        int at = work.find(Term.SORT);
        boolean down = work.take(Term.DESCENDING);
        boolean up = work.take(Term.ASCENDING);
        if (at >= 0) {
            work.use(at);
            work.take(Term.SUM, Term.MEAN, Term.COUNT);
            work.columnsLeft().stream().filter(each -> each > at).forEach(work::use);
        }
        boolean categories = draft.keys.stream().noneMatch(key -> key.column().type().isTemporal());
        if (at >= 0 || down || up || (categories && draft.keys.size() == 1)) {
            draft.descending = Optional.of(!up);
        }
    }
}
