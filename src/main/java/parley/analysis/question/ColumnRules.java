package parley.analysis.question;

import java.util.List;
import parley.analysis.sql.Column;

/// Reads the questions about columns as a whole, or pairs of them.
final class ColumnRules {
    private final Work work;
    private final TableNames table;
    private final Ask.Draft draft;

    ColumnRules(Work work) {
        this.work = work;
        this.table = work.table;
        this.draft = work.draft;
    }

    /// Questions about columns or pairs of them.
    boolean apply() {
        if (work.has(Term.CORRELATION)) {
            work.take(Term.CORRELATION, Term.BETWEEN);
            draft.kind = Ask.Kind.CORRELATION;
            takeColumns(table.numbers());
            if (draft.columns.size() != 2) {
                throw new StuckException("A correlation is of two columns of numbers.");
            }
            return true;
        }
        if (work.has(Term.OUTLIERS)) {
            work.take(Term.OUTLIERS, Term.COUNT);
            draft.kind = Ask.Kind.OUTLIERS;
            takeColumns(table.numbers());
            if (draft.columns.isEmpty() && table.numbers().size() == 1) {
                draft.columns.addAll(table.numbers());
            }
            if (draft.columns.size() != 1) {
                throw new StuckException("Outliers are looked for in one column of numbers.");
            }
            return true;
        }
        if (work.has(Term.DUPLICATES)) {
            work.take(Term.DUPLICATES, Term.COUNT, Term.ROWS);
            return whole(Ask.Kind.DUPLICATES);
        }
        if (work.has(Term.MISSING)) {
            work.take(Term.MISSING, Term.COUNT, Term.COLUMNS, Term.BY, Term.ROWS);
            return whole(Ask.Kind.MISSING);
        }
        if (work.has(Term.DESCRIBE, Term.COLUMNS) && !work.has(Term.COUNT)) {
            work.take(Term.DESCRIBE, Term.COLUMNS, Term.ROWS);
            return whole(Ask.Kind.DESCRIBE);
        }
        return false;
    }

    private boolean whole(Ask.Kind kind) {
        draft.kind = kind;
        takeColumns(table.all());
        if (draft.columns.isEmpty()) {
            draft.columns.addAll(table.all());
        }
        return true;
    }

    void takeColumns(List<Column> allowed) {
        for (int at : work.columnsLeft()) {
            Column column = work.column(at).orElseThrow();
            if (allowed.contains(column)) {
                draft.columns.add(column);
                work.use(at);
            }
        }
    }
}
