package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;

/// Reads what a column is or is not: `status = open`, `price is 8.99`, `priority 1 or 2`, `customer
/// is not "Acme"`.
final class EqualRules {
    /// Whole numbers of which there are so few at most may name a row without `is`: `machine 3`.
    private static final int FEW = 50;

    private final Work work;

    EqualRules(Work work) {
        this.work = work;
    }

    void apply(int at) {
        Optional<Column> column = work.column(at);
        if (column.isEmpty()) {
            return;
        }
        int first = at + 1;
        boolean not = work.is(first, Term.NOT);
        first += not ? 1 : 0;
        boolean sign = work.is(first, Term.EQUALS);
        first += sign ? 1 : 0;
        if (!isValue(column.get(), first, sign || not)) {
            return;
        }
        List<String> values = new ArrayList<>(List.of(textAt(first)));
        int last = first;
        for (int next = after(column.get(), last); next > 0; next = after(column.get(), last)) {
            values.add(textAt(next));
            last = next;
        }
        Condition.Test test = not ? Condition.Test.NOT_EQUAL : Condition.Test.EQUAL;
        work.draft.conditions.add(
                new Condition(column.get(), test, values.stream().distinct().toList()));
        for (int each = at; each <= last; each++) {
            work.use(each);
        }
    }

    private boolean isValue(Column column, int at, boolean said) {
        if (column.type().isNumeric()) {
            return work.number(at).isPresent()
                    && !work.is(at + 1, Term.OR_MORE, Term.OR_LESS)
                    && (said || isLabel(column));
        }
        return column.type() == ColumnType.TEXT && isQuoted(at);
    }

    private boolean isQuoted(int at) {
        return at < work.items.size()
                && !work.used[at]
                && work.items.get(at) instanceof Item.Quotes;
    }

    /// The next of a list of values: after a comma, `and` or `or`. −1 if there is none.
    private int after(Column column, int last) {
        int next = last + 1;
        while (work.isOr(next)) {
            next++;
        }
        // "4 and 5 seconds": the number belongs to what follows it.
        boolean ofNext = work.column(next + 1).isPresent() || work.unit(next + 1).isPresent();
        return next > last + 1 && !ofNext && isValue(column, next, true) ? next : -1;
    }

    private boolean isLabel(Column column) {
        return column.type() == ColumnType.INTEGER
                && (work.table.isId(column) || work.table.facts(column).distinct() <= FEW);
    }

    private String textAt(int at) {
        Item item = work.items.get(at);
        return item instanceof Item.Counts counts
                ? ComparisonRules.plain(counts.number())
                : item instanceof Item.Quotes quotes ? quotes.text() : "";
    }
}
