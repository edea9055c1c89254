package parley.analysis.question;

import java.util.List;
import java.util.Optional;
import parley.analysis.sql.Column;

/// Reads the questions for the first and the last of an order: `top 5 products by sales`, `which
/// day had the highest sales`, `the best 3 customers in each country`.
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
        boolean rows = work.find(Term.ROWS) >= 0;
        boolean grouped = !draft.keys.isEmpty();
        if ((extreme && number < 0 && subject.isEmpty() && !when && !rows && !grouped)
                || (grouped && number < 0 && subject.isEmpty() && extreme)) {
            return false;
        }
        draft.limit = number >= 0 ? work.number(number).orElseThrow().intValue() : 1;
        if (number >= 0) {
            work.use(number);
        }
        work.use(at);
        draft.descending = Optional.of(down);
        work.take(Term.BY, Term.WHEN, Term.WHO);
        if (grouped && (subject.isPresent() || rows)) {
            draft.each = Optional.of(draft.keys.getFirst().column());
        }
        if (when || (rows && subject.isEmpty())) {
            return bestRows();
        }
        if (extreme && number >= 0 && subject.isEmpty() && !grouped) {
            return bestRows();
        }
        return bestGroups(subject, extreme, down);
    }

    private Optional<Integer> subject() {
        for (int at = 0; at < work.items.size(); at++) {
            boolean unit = work.unit(at).isPresent() && table.time().isPresent();
            boolean cycle = work.cycle(at).isPresent() && table.time().isPresent();
            boolean column =
                    work.column(at)
                            .filter(each -> !each.type().isNumeric() || table.isId(each))
                            .isPresent();
            if (unit || cycle || column) {
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
        if (left.size() > 1) {
            return true;
        }
        draft.order = left.isEmpty() ? Optional.of(onlyNumber()) : work.column(left.getFirst());
        draft.kind = Ask.Kind.ROWS;
        draft.keys.clear();
        work.columnsLeft().forEach(work::use);
        draft.columns.addAll(table.all());
        draft.each.filter(each -> !draft.columns.contains(each)).ifPresent(draft.columns::add);
        return true;
    }

    private Column onlyNumber() {
        Optional<Column> hint = work.hint();
        if (hint.isPresent()) {
            return hint.get();
        }
        if (table.numbers().size() != 1 || work.emptyHint().isPresent()) {
            throw new StuckException("It is not clear which number decides; name a column.");
        }
        return table.numbers().getFirst();
    }

    private boolean bestGroups(Optional<Integer> subject, boolean extreme, boolean down) {
        KeyRules keys = new KeyRules(work);
        subject.ifPresent(keys::take);
        MeasureRules measures = new MeasureRules(work);
        measures.apply();
        if (draft.measures.isEmpty() && subject.isEmpty()) {
            return bestRows();
        }
        if (draft.measures.isEmpty()) {
            Optional<Measure> hinted = measures.hinted();
            draft.measures.add(hinted.orElse(Measure.ROWS));
            if (hinted.isEmpty() && !table.numbers().isEmpty()) {
                work.note("The number of rows decides; another number can be named instead.");
            }
        } else if (extreme) {
            ends(down);
        }
        return true;
    }

    /// The highest temperature of a machine is its maximum; the highest sales are its total.
    private void ends(boolean down) {
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
}
