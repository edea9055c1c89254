package parley.analysis.question;

import java.util.List;
import java.util.Optional;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;

/// Finds what is to be worked out.
final class MeasureRules {
    private final Work work;
    private final TableNames table;
    private final Ask.Draft draft;

    /// A second column that an aggregate is of.
    private Optional<Measure> extra = Optional.empty();

    MeasureRules(Work work) {
        this.work = work;
        this.table = work.table;
        this.draft = work.draft;
    }

    static Optional<Aggregate> aggregateOf(Work work, int at) {
        return new MeasureRules(work).named(at);
    }

    void apply() {
        if (draft.having.isPresent()) {
            work.take(Term.COUNT, Term.SUM);
            if (work.columnsLeft().isEmpty()) {
                return;
            }
        }
        for (int at = 0; at < work.items.size(); at++) {
            aggregate(at).ifPresent(this::add);
            extra.ifPresent(this::add);
            extra = Optional.empty();
        }
        count();
        days();
        if (draft.measures.isEmpty() && work.has(Term.HOW_MUCH) && work.columnsLeft().isEmpty()) {
            hinted().ifPresent(this::add);
        }
        if (draft.measures.isEmpty()) {
            plainNumbers();
        } else {
            besides();
        }
        work.take(Term.HOW_MUCH);
    }

    /// What a verb tells of, where no column was named.
    Optional<Measure> hinted() {
        if (work.hint().isPresent()) {
            return work.hint().map(this::usual);
        }
        work.emptyHint()
                .ifPresent(verb -> {
                    throw new StuckException("No column says how much was “%s”.".formatted(verb));
                });
        return Optional.empty();
    }

    /// `on how many days`.
    private void days() {
        for (int at = 0; at < work.items.size(); at++) {
            boolean days =
                    work.unit(at)
                            .filter(unit -> unit.bucket() == Bucket.DAY && !unit.adverb())
                            .isPresent();
            boolean counted = draft.measures.contains(Measure.ROWS) && isCount(at - 1);
            if (days && counted && table.time().isPresent()) {
                draft.measures.set(
                        draft.measures.indexOf(Measure.ROWS),
                        Measure.of(Aggregate.DAYS, table.time().get()));
                work.use(at);
            }
        }
    }

    private boolean isAfterBy(int at) {
        return work.items.subList(0, at).stream()
                .anyMatch(
                        item -> item instanceof Item.Asks(Term term, String _) && term == Term.BY);
    }

    private boolean isCount(int at) {
        return at >= 0
                && work.items.get(at) instanceof Item.Asks(Term term, String _)
                && term == Term.COUNT;
    }

    /// A further number: `orders and revenue by month`.
    private void besides() {
        for (int at : work.columnsLeft()) {
            Column column = work.column(at).orElseThrow();
            // After what is grouped by, it would be one more of these.
            boolean joined = work.isAnd(at + 1) || (work.isAnd(at - 1) && !isAfterBy(at));
            if (joined && table.numbers().contains(column)) {
                add(usual(column));
                work.use(at);
            }
        }
    }

    private void add(Measure measure) {
        if (!draft.measures.contains(measure)) {
            draft.measures.add(measure);
        }
    }

    private Optional<Measure> aggregate(int at) {
        Optional<Aggregate> aggregate = named(at);
        if (aggregate.isEmpty()) {
            return Optional.empty();
        }
        int column = columnFor(at);
        if (column >= 0) {
            Column found = work.column(column).orElseThrow();
            work.use(at);
            boolean more =
                    named(at - 1).isPresent() || (work.isAnd(at - 1) && named(at - 2).isPresent());
            if (!more) {
                release(column);
                andAlso(aggregate.get(), column);
            }
            return Optional.of(Measure.of(aggregate.get(), found));
        }
        boolean counted = aggregate.get() == Aggregate.SUM && work.has(Term.COUNT);
        if (counted) {
            work.use(at);
            return Optional.empty();
        }
        List<Column> numbers = table.numbers();
        if (numbers.size() == 1 && work.columnsLeft().isEmpty() && draft.measures.isEmpty()) {
            work.use(at);
            return Optional.of(Measure.of(aggregate.get(), numbers.getFirst()));
        }
        return Optional.empty();
    }

    /// `average waiting and treatment time`: the same of both.
    private void andAlso(Aggregate aggregate, int column) {
        int next = column + 2;
        Optional<Column> other =
                work.isAnd(column + 1)
                        ? work.column(next).filter(table.numbers()::contains)
                        : Optional.empty();
        if (other.isPresent() && work.used[column]) {
            extra = Optional.of(Measure.of(aggregate, other.get()));
            work.use(next);
        }
    }

    private void release(int column) {
        // Kept for further aggregates of the same column: "mean and median of sales".
        boolean again = false;
        for (int at = 0; at < work.items.size(); at++) {
            again |= named(at).isPresent() && columnFor(at) == column;
        }
        if (!again) {
            work.use(column);
        }
    }

    private Optional<Aggregate> named(int at) {
        if (!(at >= 0 && at < work.items.size())
                || work.used[at]
                || !(work.items.get(at) instanceof Item.Asks asks)) {
            return Optional.empty();
        }
        return switch (asks.term()) {
            case SUM -> Optional.of(Aggregate.SUM);
            case MEAN -> Optional.of(Aggregate.MEAN);
            case MEDIAN -> Optional.of(Aggregate.MEDIAN);
            case DEVIATION -> Optional.of(Aggregate.DEVIATION);
            case SPREAD -> Optional.of(Aggregate.SPREAD);
            case HIGHEST -> Optional.of(Aggregate.GREATEST);
            case LOWEST -> Optional.of(Aggregate.LEAST);
            case LAST_ROWS -> Optional.of(Aggregate.GREATEST).filter(_ -> isTime(at + 1));
            case FIRST -> Optional.of(Aggregate.LEAST).filter(_ -> isTime(at + 1));
            default -> Optional.empty();
        };
    }

    private boolean isNumber(int at) {
        return work.column(at).filter(table.numbers()::contains).isPresent();
    }

    private boolean isTime(int at) {
        return work.column(at).filter(column -> column.type().isTemporal()).isPresent();
    }

    /// The column right after, over further aggregates; else the one right before.
    private int columnFor(int at) {
        int next = at + 1;
        while ((work.isAnd(next) && named(next + 1).isPresent()) || named(next).isPresent()) {
            next++;
        }
        // "Average order total": the rows are only what the column is of.
        if (work.is(next, Term.ROWS) && isNumber(next + 1)) {
            next++;
        }
        if (work.column(next).isPresent()) {
            return next;
        }
        if (work.column(at - 1).isPresent()) {
            return at - 1;
        }
        return -1;
    }

    private void count() {
        int at = work.find(Term.COUNT);
        boolean distinct = work.has(Term.DISTINCT);
        if (at < 0) {
            return;
        }
        work.take(Term.COUNT);
        List<Integer> left = work.columnsLeft();
        boolean rows = !(distinct && left.size() == 1) && work.has(Term.ROWS);
        work.take(Term.ROWS);
        if (rows || left.isEmpty()) {
            work.take(Term.DISTINCT);
            add(Measure.ROWS);
            return;
        }
        Column column = work.column(left.getFirst()).orElseThrow();
        if (!distinct && isState(column)) {
            throw new StuckException(
                    "“%s” says neither yes nor no; ask how many rows have one of its values."
                            .formatted(column.name()));
        }
        boolean amount = column.type().isNumeric() && !table.isId(column);
        work.use(left.getFirst());
        work.take(Term.DISTINCT);
        if (amount && !distinct) {
            boolean sum = table.usual(column).filter(Aggregate.SUM::equals).isPresent();
            if (sum) {
                work.note("“%s” was added up.".formatted(column.name()));
            }
            add(Measure.of(sum ? Aggregate.SUM : Aggregate.COUNT, column));
        } else {
            add(Measure.of(Aggregate.DISTINCT, column));
        }
    }

    /// `approved`: not a thing that there are so many of.
    private static boolean isState(Column column) {
        return column.type() == ColumnType.TEXT
                && Names.words(column.name()).getLast().matches(".{3,}ed");
    }

    /// Numbers without an aggregate, with something to group them by.
    private void plainNumbers() {
        boolean single =
                draft.keys.isEmpty()
                        && draft.kind == Ask.Kind.AGGREGATE
                        && draft.extra == Ask.Extra.NONE;
        List<Integer> left = work.columnsLeft();
        boolean known =
                left.size() == 1
                        && !draft.conditions.isEmpty()
                        && work.column(left.getFirst()).flatMap(table::usual).isPresent();
        for (int at : left) {
            Column column = work.column(at).orElseThrow();
            if (table.numbers().contains(column)
                    && (!single
                            || known
                            || work.has(Term.HOW_MUCH)
                            || draft.conditions.stream().anyMatch(Condition::isTime))) {
                add(usual(column));
                work.use(at);
            }
        }
    }

    /// Sums of what adds up, means of what does not, and says which.
    Measure usual(Column column) {
        Optional<Aggregate> known = table.usual(column);
        work.note(
                known.map(each ->
                                "“%s” was %s."
                                        .formatted(
                                                column.name(),
                                                each == Aggregate.SUM ? "added up" : "averaged"))
                        .orElse(
                                "It is unclear whether “%s” adds up, so it was averaged; ask for the total otherwise."
                                        .formatted(column.name())));
        return Measure.of(known.orElse(Aggregate.MEAN), column);
    }
}
