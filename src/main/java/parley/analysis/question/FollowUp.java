package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.analysis.sql.Column;

/// Reads what changes the plan before: `and by region?`, `only 2024`, `chart that`.
final class FollowUp {
    private static final Set<Term> OPENERS =
            Set.of(
                    Term.WHAT_ABOUT,
                    Term.ONLY,
                    Term.BY,
                    Term.OTHER_WAY,
                    Term.CHART_THAT,
                    Term.SORT,
                    Term.LOCK,
                    Term.SPLIT,
                    Term.NHS,
                    Term.WHEELER,
                    Term.WESTERN,
                    Term.NELSON,
                    Term.MEDIAN_LIMITS,
                    Term.NOT);

    private final Work work;
    private final Ask previous;
    private final TableNames table;

    private FollowUp(List<Item> items, TableNames table, Ask previous) {
        this.previous = previous;
        this.table = table;
        Ask empty = Ask.of(table.source(), Ask.Kind.AGGREGATE);
        Ask.Draft draft = empty.draft();
        draft.chart = previous.chart();
        this.work = new Work(items, table, draft);
    }

    /// Whether the items make no question by themselves.
    static boolean isOne(List<Item> items, String question) {
        if (items.isEmpty()) {
            return false;
        }
        boolean opened =
                items.getFirst() instanceof Item.And
                        || (items.getFirst() instanceof Item.Asks(Term term, String _)
                                && (OPENERS.contains(term)
                                        || (items.size() <= 3
                                                && (term == Term.TOP || term == Term.BOTTOM))
                                        || (items.size() <= 3
                                                && (term == Term.SHARE || term == Term.CHART)
                                                && !namesColumn(items))));
        boolean fragment =
                items.stream()
                                .allMatch(item ->
                                        item instanceof Item.Holds
                                                || item instanceof Item.Lasts
                                                || item instanceof Item.And
                                                || (item instanceof Item.Unit unit
                                                        && unit.adverb()))
                        || (items.size() == 2
                                && items.getFirst() instanceof Item.Asks(Term top, String _)
                                && top == Term.TOP
                                && items.getLast() instanceof Item.Counts);
        return opened || (fragment && question.split("\\s+").length <= 6);
    }

    /// What names a column can stand by itself: "what percentage of sales is North".
    private static boolean namesColumn(List<Item> items) {
        return items.stream().anyMatch(Item.Names.class::isInstance);
    }

    static Grammar.Outcome read(List<Item> items, TableNames table, Ask previous) {
        return new FollowUp(items, table, previous).outcome();
    }

    private Grammar.Outcome outcome() {
        Ask.Draft next = previous.draft();
        next.source = work.draft.source;
        next.notes.removeIf(note -> note.contains("gathered"));
        work.take(Term.WHAT_ABOUT, Term.ONLY);
        if (work.take(Term.OTHER_WAY)) {
            next.descending = Optional.of(!previous.descending().orElse(false));
        }
        boolean chart = new ChartRules(work).apply();
        boolean share = work.take(Term.SHARE);
        Grammar grammar = new Grammar(work);
        new KeyRules(work).apply();
        grammar.percentile();
        sort(next);
        top(next);
        new ConditionRules(work).apply();
        new MeasureRules(work).apply();
        plainColumns(next);
        Optional<String> left = Grammar.left(work);
        if (left.isPresent()) {
            return new Grammar.Outcome.Stuck(left.get());
        }
        return merge(next, chart, share);
    }

    private Grammar.Outcome merge(Ask.Draft next, boolean chart, boolean share) {
        next.chart = work.draft.chart;
        List<Column> changed = work.draft.conditions.stream().map(Condition::column).toList();
        next.conditions.removeIf(each -> changed.contains(each.column()));
        next.conditions.addAll(work.draft.conditions);
        if (!work.draft.keys.isEmpty()) {
            next.keys.clear();
            next.keys.addAll(work.draft.keys);
            next.limit = 0;
            next.each = Optional.empty();
            next.descending =
                    work.draft.keys.stream().anyMatch(key -> key.column().type().isTemporal())
                            ? Optional.empty()
                            : Optional.of(true);
            if (next.measures.isEmpty()) {
                next.measures.add(Measure.ROWS);
            }
            if (next.kind == Ask.Kind.ROWS) {
                next.kind = Ask.Kind.AGGREGATE;
            }
        }
        measures(next);
        next.notes.addAll(work.draft.notes);
        if (share && next.kind == Ask.Kind.AGGREGATE && !next.keys.isEmpty()) {
            next.extra = Ask.Extra.SHARE;
        } else if (share) {
            return new Grammar.Outcome.Stuck("A percentage needs groups, such as “by region”.");
        }
        if (chart && next.kind != Ask.Kind.SERIES) {
            return charted(next);
        }
        if (next.kind == Ask.Kind.SERIES
                && next.keys.stream().anyMatch(key -> !key.isTime())
                && !work.draft.keys.isEmpty()) {
            next.kind = Ask.Kind.AGGREGATE;
        }
        Ask ask = next.done();
        return Checks.problem(ask)
                .<Grammar.Outcome>map(Grammar.Outcome.Stuck::new)
                .orElseGet(() -> new Grammar.Outcome.Done(ask));
    }

    private void measures(Ask.Draft next) {
        if (work.draft.measures.isEmpty()) {
            return;
        }
        next.notes.removeIf(note -> note.startsWith("“") || note.contains("unclear"));
        next.measures.clear();
        next.measures.addAll(work.draft.measures);
        if (next.kind == Ask.Kind.SERIES && !next.columns.isEmpty()) {
            next.columns.clear();
            next.order = Optional.empty();
            Key key = next.keys.getFirst();
            next.keys.set(0, new Key(key.column(), Optional.of(key.bucket().orElse(Bucket.DAY))));
        }
    }

    /// `what about profit?`: the same of another column. `and the median?`: another of the same.
    private void plainColumns(Ask.Draft next) {
        for (int at : work.columnsLeft()) {
            Column column = work.column(at).orElseThrow();
            if (!column.type().isNumeric() || previous.measures().size() > 1) {
                continue;
            }
            if (next.kind == Ask.Kind.SERIES && next.measures.isEmpty()) {
                next.columns.clear();
                next.columns.add(column);
                work.use(at);
            } else if (!previous.measures().isEmpty()) {
                Measure before = previous.measures().getFirst();
                boolean none = before.column().isEmpty();
                work.draft.measures.add(
                        none ? new MeasureRules(work).usual(column) : before.with(column));
                work.use(at);
            }
        }
        for (int at = 0; at < work.items.size(); at++) {
            Optional<Aggregate> aggregate = MeasureRules.aggregateOf(work, at);
            Optional<Column> column =
                    previous.measures().stream()
                            .flatMap(each -> each.column().stream())
                            .findFirst();
            if (aggregate.isPresent() && column.isPresent() && work.draft.measures.isEmpty()) {
                work.draft.measures.add(Measure.of(aggregate.get(), column.get()));
                work.use(at);
            }
        }
    }

    private void sort(Ask.Draft next) {
        int at = work.find(Term.SORT);
        if (at < 0) {
            return;
        }
        boolean down = work.take(Term.DESCENDING);
        boolean up = work.take(Term.ASCENDING);
        work.use(at);
        Optional<Column> column = work.column(at + 1);
        boolean name = work.take(Term.NAME);
        if (column.isPresent()) {
            work.use(at + 1);
        }
        boolean key =
                name
                        || previous.keys().stream()
                                .anyMatch(each -> column.filter(each.column()::equals).isPresent());
        if (previous.kind() == Ask.Kind.ROWS && column.isPresent()) {
            next.order = column;
            next.descending = Optional.of(down);
        } else {
            next.descending = key ? Optional.empty() : Optional.of(!up);
        }
    }

    private void top(Ask.Draft next) {
        int at = work.find(Term.TOP, Term.BOTTOM, Term.FIRST);
        if (at >= 0 && work.number(at + 1).isPresent()) {
            next.limit = work.number(at + 1).get().intValue();
            next.descending = Optional.of(!work.is(at, Term.BOTTOM));
            work.use(at);
            work.use(at + 1);
        }
    }

    private Grammar.Outcome charted(Ask.Draft next) {
        Optional<Column> time = table.time();
        List<Measure> measures = new ArrayList<>(next.measures);
        if (time.isEmpty()
                || measures.size() != 1
                || next.kind != Ask.Kind.AGGREGATE
                || next.having.isPresent()) {
            return new Grammar.Outcome.Stuck(
                    "That cannot be charted over time; ask for a control chart of one number.");
        }
        Optional<Bucket> bucket =
                next.keys.stream().flatMap(key -> key.bucket().stream()).findFirst();
        next.keys.clear();
        next.keys.add(
                new Key(
                        time.get(),
                        Optional.of(bucket.orElseGet(() -> Buckets.of(table.facts(time.get()))))));
        next.kind = Ask.Kind.SERIES;
        next.extra = Ask.Extra.NONE;
        next.limit = 0;
        next.descending = Optional.empty();
        return new Grammar.Outcome.Done(next.done());
    }
}
