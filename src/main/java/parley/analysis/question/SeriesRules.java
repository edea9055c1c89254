package parley.analysis.question;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;

/// Finds what a control chart is of: its times and its values.
final class SeriesRules {
    private final Work work;
    private final TableNames table;
    private final Ask.Draft draft;
    private final Grammar grammar;

    SeriesRules(Work work, Grammar grammar) {
        this.work = work;
        this.table = work.table;
        this.draft = work.draft;
        this.grammar = grammar;
    }

    void apply() {
        draft.kind = Ask.Kind.SERIES;
        boolean rows = work.has(Term.ROWS) && !draft.keys.isEmpty();
        work.take(Term.ROWS, Term.SIGNALS, Term.OUTLIERS, Term.DESCRIBE, Term.ONLY);
        if (draft.keys.isEmpty()) {
            work.columnsLeft().stream()
                    .filter(at ->
                            work.column(at).filter(each -> each.type().isTemporal()).isPresent())
                    .limit(1)
                    .forEach(at -> {
                        draft.keys.add(Key.of(work.column(at).orElseThrow()));
                        work.use(at);
                    });
        }
        if (draft.keys.size() > 1) {
            throw new StuckException("A control chart has one line: give one unit of time.");
        }
        if (draft.keys.stream().anyMatch(key -> !key.isTime())) {
            throw new StuckException(
                    "A control chart goes over time, not by “%s”."
                            .formatted(draft.keys.getFirst().column().name()));
        }
        Set<Term> counts = Set.of(Term.COUNT, Term.HOW_MUCH);
        boolean counted = rows || counts.stream().anyMatch(each -> work.has(each));
        new MeasureRules(work).apply();
        if (draft.measures.isEmpty() && !counted) {
            onlyNumber();
        }
        seriesKey();
    }

    private void onlyNumber() {
        List<Column> numbers = table.numbers();
        if (numbers.isEmpty()) {
            throw new StuckException("There is no column of numbers to chart.");
        }
        if (numbers.size() > 1) {
            work.note(
                    "“%s” was taken, the first column of numbers."
                            .formatted(numbers.getFirst().name()));
        }
        draft.measures.add(new MeasureRules(work).usual(numbers.getFirst()));
    }

    private void seriesKey() {
        if (draft.keys.isEmpty()) {
            draft.keys.add(
                    Key.of(
                            table.time()
                                    .or(this::sequence)
                                    .orElseThrow(() ->
                                            new StuckException(
                                                    "A control chart needs a column of dates, and there is none."))));
        }
        Key key = draft.keys.getFirst();
        if (key.bucket().isPresent()) {
            if (draft.measures.isEmpty()) {
                draft.measures.add(Measure.ROWS);
            }
            return;
        }
        Measure measure = draft.measures.getFirst();
        boolean single = table.isUnique(key.column()) || !key.column().type().isTemporal();
        if (single
                && draft.conditions.stream().allMatch(Condition::isTime)
                && measure.column().isPresent()) {
            draft.measures.clear();
            draft.notes.removeIf(note ->
                    note.contains("gathered")
                            || note.contains("unclear")
                            || note.contains("added up")
                            || note.contains("averaged"));
            draft.columns.add(measure.column().get());
            draft.order = Optional.of(key.column());
        } else {
            draft.keys.clear();
            draft.keys.add(new Key(key.column(), Optional.of(grammar.bucket())));
        }
    }

    /// A column that numbers the rows.
    private Optional<Column> sequence() {
        return table.all().stream()
                .filter(each -> each.type() == ColumnType.INTEGER && table.isUnique(each))
                .findFirst();
    }
}
