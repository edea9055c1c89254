package parley.analysis.question;

import java.util.List;
import java.util.Optional;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;

/// Reads the questions for the first and the last of an order: `top 5 products by sales`, `which
/// day had the highest sales`.
final class RankRules {
    private final Work work;
    private final TableNames table;
    private final Ask.Draft draft;

    RankRules(Work work) {
        this.work = work;
        this.table = work.table;
        this.draft = work.draft;
    }

    /// Whether it is such a question.
    boolean apply() {
        int at = work.find(Term.TOP, Term.BOTTOM, Term.HIGHEST, Term.LOWEST);
        if (at < 0) {
            return false;
        }
        boolean down = work.is(at, Term.TOP, Term.HIGHEST);
        boolean extreme = work.is(at, Term.HIGHEST, Term.LOWEST);
        int number =
                work.number(at + 1).isPresent()
                        ? at + 1
                        : work.number(at - 1).isPresent() ? at - 1 : -1;
        Optional<Integer> subject = subject();
        boolean when = work.has(Term.WHEN);
        if ((extreme && number < 0 && subject.isEmpty() && !when && draft.keys.isEmpty())
                || (!draft.keys.isEmpty() && number < 0 && !work.is(at, Term.TOP, Term.BOTTOM))) {
            return false;
        }
        if (number >= 0) {
            draft.limit = work.number(number).orElseThrow().intValue();
            work.use(number);
        } else {
            draft.limit = 1;
        }
        work.use(at);
        draft.descending = Optional.of(down);
        work.take(Term.BY, Term.WHEN, Term.WHO);
        if (when || (work.find(Term.ROWS) >= 0 && subject.isEmpty())) {
            return bestRows();
        }
        return bestGroups(subject, extreme, down);
    }

    private Optional<Integer> subject() {
        for (int at = 0; at < work.items.size(); at++) {
            boolean unit = work.unit(at).isPresent() && table.time().isPresent();
            boolean column =
                    work.column(at)
                            .filter(each -> !each.type().isNumeric() || table.isId(each))
                            .isPresent();
            if (unit || column) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private boolean bestRows() {
        work.take(Term.ROWS);
        List<Integer> left =
                work.columnsLeft().stream()
                        .filter(at ->
                                work.column(at).filter(each -> each.type().isNumeric()).isPresent())
                        .toList();
        if (left.size() != 1) {
            return true;
        }
        draft.kind = Ask.Kind.ROWS;
        draft.order = work.column(left.getFirst());
        work.use(left.getFirst());
        work.columnsLeft().forEach(work::use);
        draft.columns.addAll(table.all());
        return true;
    }

    private boolean bestGroups(Optional<Integer> subject, boolean extreme, boolean down) {
        subject.ifPresent(this::key);
        new MeasureRules(work).apply();
        List<Column> numbers = table.numbers();
        if (draft.measures.isEmpty() && subject.isEmpty()) {
            return bestRows();
        }
        if (draft.measures.isEmpty()) {
            draft.measures.add(Measure.ROWS);
            if (!numbers.isEmpty()) {
                work.note("The number of rows decides; another number can be named instead.");
            }
        } else if (extreme) {
            // The highest temperature of a machine is its maximum; the highest sales are its total.
            Measure measure = draft.measures.getFirst();
            boolean averaged = draft.notes.stream().anyMatch(note -> note.contains("averaged"));
            measure.column()
                    .filter(_ -> averaged && measure.aggregate() == Aggregate.MEAN)
                    .ifPresent(column -> {
                        draft.notes.removeIf(note -> note.contains("averaged"));
                        draft.measures.set(
                                0, Measure.of(down ? Aggregate.GREATEST : Aggregate.LEAST, column));
                    });
        }
        return true;
    }

    private void key(int at) {
        Optional<Item.Unit> unit = work.unit(at);
        if (unit.isPresent()) {
            draft.keys.add(new Key(table.time().orElseThrow(), Optional.of(unit.get().bucket())));
        } else {
            Column column = work.column(at).orElseThrow();
            boolean time = column.type() == ColumnType.TIMESTAMP;
            draft.keys.add(new Key(column, time ? Optional.of(Bucket.DAY) : Optional.empty()));
        }
        work.use(at);
    }
}
