package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;

/// Puts the items of a complete question together. Every item must find its part, or the question
/// is not understood.
final class Grammar {
    private final Work work;
    private final TableNames table;
    private final Ask.Draft draft;

    /// What became of a question.
    sealed interface Outcome {
        record Done(Ask ask) implements Outcome {}

        record Stuck(String reason) implements Outcome {}
    }

    Grammar(Work work) {
        this.work = work;
        this.table = work.table;
        this.draft = work.draft;
    }

    static Outcome read(List<Item> items, TableNames table, Ask start) {
        List<String> unknown =
                items.stream().filter(Item.Unknown.class::isInstance).map(Item::said).toList();
        Grammar grammar = new Grammar(new Work(items, table, start.draft()));
        try {
            grammar.apply();
        } catch (StuckException e) {
            return new Outcome.Stuck(unknown.isEmpty() ? e.reason() : words(unknown));
        }
        List<String> left = grammar.work.wordsLeft();
        if (!left.isEmpty()) {
            return new Outcome.Stuck(words(left));
        }
        Ask ask = grammar.draft.done();
        return Checks.problem(ask)
                .<Outcome>map(Outcome.Stuck::new)
                .orElseGet(() -> new Outcome.Done(ask));
    }

    static String words(List<String> left) {
        return "I do not know what %s means for this table."
                .formatted(
                        String.join(
                                " and ", left.stream().distinct().map("“%s”"::formatted).toList()));
    }

    private void apply() {
        boolean chart = new ChartRules(work).apply();
        boolean compare = work.has(Term.COMPARE) && sides();
        keys();
        share();
        percentile();
        new ConditionRules(work).apply();
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
            part();
            return;
        }
        if (!new ColumnRules(work).apply()) {
            answer();
        }
    }

    // Keys

    void keys() {
        for (int at = 0; at < work.items.size(); at++) {
            if (work.is(at, Term.BY) && key(at + 1)) {
                work.use(at);
                int next = at + 1;
                keyAt(next);
                while (work.isAnd(next + 1) && key(next + 2) && isText(next + 2)) {
                    next += 2;
                    keyAt(next);
                }
            } else if (work.unit(at).filter(Item.Unit::adverb).isPresent()) {
                keyAt(at);
            }
        }
    }

    private boolean isText(int at) {
        return work.column(at).filter(each -> each.type().isNumeric() && !isLabel(each)).isEmpty();
    }

    private boolean key(int at) {
        if (work.unit(at).isPresent()) {
            return table.time().isPresent();
        }
        return work.column(at)
                .filter(column -> !column.type().isNumeric() || isLabel(column))
                .isPresent();
    }

    private boolean isLabel(Column column) {
        return table.isId(column)
                || (column.type() == ColumnType.INTEGER
                        && table.facts(column).distinct() <= 50
                        && table.usual(column).isEmpty());
    }

    private void keyAt(int at) {
        Optional<Item.Unit> unit = work.unit(at);
        if (unit.isPresent()) {
            Column time =
                    table.time()
                            .orElseThrow(() ->
                                    new StuckException(
                                            "There is no column of dates, so nothing can be gathered by "
                                                    + unit.get().bucket().noun()
                                                    + "."));
            draft.keys.add(new Key(time, Optional.of(unit.get().bucket())));
        } else {
            Column column = work.column(at).orElseThrow();
            draft.keys.add(
                    new Key(
                            column,
                            column.type() == ColumnType.TIMESTAMP
                                    ? Optional.of(Bucket.DAY)
                                    : Optional.empty()));
        }
        work.use(at);
    }

    // Two sides

    /// Takes the two values or periods that are compared.
    private boolean sides() {
        List<Integer> found = new ArrayList<>();
        for (int at = 0; at < work.items.size(); at++) {
            if (work.period(at).isPresent()) {
                found.add(at);
            }
        }
        if (found.size() != 2) {
            found.clear();
            for (int at = 0; at < work.items.size(); at++) {
                if (work.value(at).isPresent()) {
                    found.add(at);
                }
            }
        }
        if (found.size() != 2) {
            return false;
        }
        for (int at : found) {
            draft.sides.add(List.of(side(at)));
            work.use(at);
        }
        if (!draft.sides
                .getFirst()
                .getFirst()
                .column()
                .equals(draft.sides.getLast().getFirst().column())) {
            throw new StuckException("Only two values of the same column can be compared.");
        }
        Column column = draft.sides.getFirst().getFirst().column();
        work.columnsLeft().stream()
                .filter(at -> work.column(at).filter(column::equals).isPresent())
                .forEach(work::use);
        work.take(Term.COMPARE, Term.BETWEEN, Term.CHANGE);
        return true;
    }

    private Condition side(int at) {
        return work.value(at)
                .map(Item.Holds::condition)
                .orElseGet(() -> work.period(at).orElseThrow().on(table.time().orElseThrow()));
    }

    private void share() {
        if (!work.has(Term.SHARE)) {
            return;
        }
        work.take(Term.SHARE);
        if (work.has(Term.CHANGE)) {
            return;
        }
        if (draft.keys.isEmpty()) {
            draft.kind = Ask.Kind.SHARE;
        } else {
            draft.extra = Ask.Extra.SHARE;
        }
    }

    private void part() {
        List<Condition> all = new ArrayList<>(draft.conditions);
        List<Condition> part = all.stream().filter(each -> !each.isTime()).toList();
        draft.conditions.removeAll(part);
        if (part.isEmpty()) {
            part = List.copyOf(draft.conditions);
            draft.conditions.clear();
        }
        if (part.isEmpty()) {
            throw new StuckException(
                    "A share needs to be told of what, such as a value or a period.");
        }
        if (part.size() > 1) {
            throw new StuckException(
                    "It is not clear which of the conditions is the part, and which the whole.");
        }
        draft.sides.add(part);
        oneMeasure();
        Aggregate aggregate = draft.measures.getFirst().aggregate();
        if (aggregate != Aggregate.SUM && aggregate != Aggregate.COUNT) {
            throw new StuckException("A share can be taken of sums and numbers of rows only.");
        }
    }

    // Answers

    private void answer() {
        if (work.has(Term.CHANGE) || work.has(Term.RUNNING)) {
            draft.extra = work.has(Term.RUNNING) ? Ask.Extra.RUNNING : Ask.Extra.CHANGE;
            work.take(Term.CHANGE, Term.RUNNING, Term.SUM);
            oneMeasure();
            timeKey();
            return;
        }
        if (new RankRules(work).apply()) {
            return;
        }
        if (work.has(Term.DISTINCT) && !work.has(Term.COUNT) && draft.keys.isEmpty()) {
            distinctValues();
            return;
        }
        new MeasureRules(work).apply();
        if (draft.measures.isEmpty() && draft.keys.isEmpty()) {
            rows();
        } else if (draft.measures.isEmpty()) {
            draft.measures.add(Measure.ROWS);
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

    private void timeKey() {
        if (draft.keys.size() > 1) {
            throw new StuckException("Changes and running totals go over time, by one unit of it.");
        }
        if (draft.keys.isEmpty()) {
            draft.keys.add(new Key(timeColumn(), Optional.of(bucket())));
        } else if (!draft.keys.getFirst().column().type().isTemporal()) {
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
        new MeasureRules(work).apply();
        if (draft.measures.isEmpty()) {
            draft.measures.add(Measure.ROWS);
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

    private void rows() {
        int first = work.find(Term.FIRST, Term.TOP);
        if (first >= 0 && work.number(first + 1).isPresent()) {
            draft.limit = work.number(first + 1).get().intValue();
            work.use(first);
            work.use(first + 1);
        }
        boolean named = work.take(Term.ROWS, Term.ONLY);
        draft.kind = Ask.Kind.ROWS;
        sortColumn();
        new ColumnRules(work).takeColumns(table.all());
        if (draft.columns.isEmpty()) {
            if (!named && draft.conditions.isEmpty() && draft.limit == 0) {
                throw new StuckException("I do not understand what is asked of this table.");
            }
            draft.columns.addAll(table.all());
        }
    }

    private void sortColumn() {
        int at = work.find(Term.SORT);
        if (at < 0) {
            return;
        }
        Optional<Column> column = work.column(at + 1);
        column.ifPresent(each -> {
            draft.order = column;
            work.use(at);
            draft.columns.addAll(table.all());
            work.use(at + 1);
            draft.descending = Optional.of(work.take(Term.DESCENDING));
            work.take(Term.ASCENDING);
        });
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
