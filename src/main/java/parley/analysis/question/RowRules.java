package parley.analysis.question;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import parley.analysis.sql.Column;

/// Reads the questions for rows as they are: `show the first 10 rows`, `the latest order`, `who was
/// hired last`, `customers who never ordered`.
final class RowRules {
    private final Work work;
    private final TableNames table;
    private final Ask.Draft draft;

    RowRules(Work work) {
        this.work = work;
        this.table = work.table;
        this.draft = work.draft;
    }

    /// `customers without orders`: as a condition, so that it can be counted or listed.
    void childless() {
        for (int at = 0; at < work.items.size(); at++) {
            Optional<Child> child = work.child(at);
            if (child.isEmpty() || !work.is(at - 1, Term.NEVER, Term.NOT)) {
                continue;
            }
            boolean since =
                    IntStream.range(at, work.items.size())
                            .anyMatch(each -> work.items.get(each) instanceof Item.Lasts);
            if (since) {
                throw new StuckException(
                        "Who has none in a stretch of time is not looked for; ask for those without any.");
            }
            Column key = table.named(child.get().key());
            draft.conditions.add(
                    new Condition(
                            key,
                            Condition.Test.CHILDLESS,
                            List.of(
                                    child.get().schema().orElse(""),
                                    child.get().name(),
                                    child.get().column())));
            work.use(at);
            work.use(at - 1);
            work.take(Term.WHO);
        }
    }

    /// Whether the first or last rows in time are asked for.
    boolean ends() {
        int at = work.find(Term.LAST_ROWS, Term.OLDEST, Term.FIRST);
        if (at < 0 || !draft.keys.isEmpty() || table.time().isEmpty() || work.has(Term.WHEN)) {
            return false;
        }
        boolean last = work.is(at, Term.LAST_ROWS);
        boolean number = work.number(at + 1).isPresent();
        int rows = work.find(Term.ROWS);
        int time = timeBeside(at);
        // "The first 10 rows" are those of the table's own order.
        boolean ofTime = !number || last;
        boolean subject = rows > at || (((time >= 0 && time < at) || isWho()) && !isMeasured());
        if (!ofTime || !subject) {
            return false;
        }
        if (work.is(at, Term.OLDEST) && table.hasAge()) {
            throw new StuckException(
                    "The oldest by age, or by date? Name the column that decides.");
        }
        draft.limit = number ? work.number(at + 1).orElseThrow().intValue() : 1;
        if (number) {
            work.use(at + 1);
        }
        work.use(at);
        draft.order = time >= 0 ? work.column(time) : table.time();
        if (time >= 0) {
            work.use(time);
        }
        draft.descending = Optional.of(last);
        draft.kind = Ask.Kind.ROWS;
        work.take(Term.ROWS, Term.WHO, Term.ONLY);
        draft.columns.addAll(table.all());
        work.columnsLeft().stream()
                .filter(each -> !work.column(each).orElseThrow().type().isNumeric())
                .forEach(each -> {
                    Column column = work.column(each).orElseThrow();
                    if (!draft.columns.contains(column)) {
                        draft.columns.add(column);
                    }
                    work.use(each);
                });
        return true;
    }

    /// `when was the last order of each customer`.
    void when() {
        int at = work.find(Term.LAST_ROWS, Term.OLDEST, Term.FIRST);
        if (at < 0
                || !work.has(Term.WHEN)
                || table.time().isEmpty()
                || work.number(at + 1).isPresent()
                || isMeasured()) {
            return;
        }
        Aggregate end = work.is(at, Term.LAST_ROWS) ? Aggregate.GREATEST : Aggregate.LEAST;
        draft.measures.add(Measure.of(end, table.time().get()));
        work.use(at);
        work.take(Term.WHEN, Term.ROWS);
    }

    private boolean isWho() {
        return work.items.getFirst() instanceof Item.Names names
                && names.said().equalsIgnoreCase("who");
    }

    private boolean isMeasured() {
        return work.has(Term.MEAN, Term.SUM, Term.COUNT, Term.MEDIAN);
    }

    /// `hired last`, `last order date`.
    private int timeBeside(int at) {
        for (int each : new int[] {at - 1, at + 1, at + 2}) {
            if (work.column(each).filter(column -> column.type().isTemporal()).isPresent()) {
                return each;
            }
        }
        return -1;
    }

    void rows() {
        int first = work.find(Term.FIRST, Term.TOP);
        if (first >= 0 && work.number(first + 1).isPresent()) {
            draft.limit = work.number(first + 1).get().intValue();
            work.use(first);
            work.use(first + 1);
        }
        boolean named = work.take(Term.ROWS, Term.ONLY);
        draft.kind = Ask.Kind.ROWS;
        sortColumn();
        new ColumnRules(work).takeColumns(table.everything());
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
}
