package parley.analysis.question;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;

/// Finds what rows are grouped by: `by region`, `per week and product`, `daily`, `by weekday`.
final class KeyRules {
    /// Numbers that do not add up, of which there are so few at most, are levels.
    private static final int FEW = 12;

    private final Work work;
    private final TableNames table;
    private final Ask.Draft draft;

    KeyRules(Work work) {
        this.work = work;
        this.table = work.table;
        this.draft = work.draft;
    }

    void apply() {
        for (int at = 0; at < work.items.size(); at++) {
            if (work.is(at, Term.BY) && isKey(at + 1)) {
                work.use(at);
                int next = at + 1;
                take(next);
                while (work.isAnd(next + 1) && isKey(next + 2) && isText(next + 2)) {
                    next += 2;
                    take(next);
                }
            } else if (work.unit(at).filter(Item.Unit::adverb).isPresent()) {
                take(at);
            }
        }
    }

    private boolean isText(int at) {
        return work.column(at).filter(each -> each.type().isNumeric() && !isLabel(each)).isEmpty();
    }

    private boolean isKey(int at) {
        if (work.unit(at).isPresent() || work.cycle(at).isPresent()) {
            return table.time().isPresent();
        }
        // "Top 3 by score" is ordered by the score, even where few scores occur.
        boolean ranked = work.has(Term.TOP, Term.BOTTOM, Term.HIGHEST, Term.LOWEST);
        return work.column(at)
                .filter(column ->
                        !column.type().isNumeric()
                                || table.isId(column)
                                || (!ranked && isLabel(column)))
                .isPresent();
    }

    private boolean isLabel(Column column) {
        long distinct = table.facts(column).distinct();
        boolean few =
                table.usual(column)
                        .map(usual -> usual == Aggregate.MEAN && distinct <= FEW)
                        .orElse(distinct <= 50);
        return table.isId(column) || (column.type() == ColumnType.INTEGER && few);
    }

    /// Groups by what stands there.
    void take(int at) {
        Optional<Item.Unit> unit = work.unit(at);
        Optional<Cycle> cycle = work.cycle(at);
        Key key;
        if (unit.isPresent()) {
            key = new Key(time(unit.get().bucket().noun()), Optional.of(unit.get().bucket()));
        } else if (cycle.isPresent()) {
            key = cycle(cycle.get());
        } else {
            Column column = work.column(at).orElseThrow();
            key = new Key(column, bucket(column, work.items.get(at).said()));
        }
        if (!draft.keys.contains(key)) {
            draft.keys.add(key);
        }
        work.use(at);
    }

    /// What a column of times is gathered by: a column `month` holds months, and a `date` is meant
    /// by `day`.
    private static Optional<Bucket> bucket(Column column, String said) {
        if (!column.type().isTemporal()) {
            return Optional.empty();
        }
        Optional<Bucket> named =
                Arrays.stream(Bucket.values())
                        .filter(each -> each.noun().equalsIgnoreCase(column.name()))
                        .findFirst()
                        .or(() -> PeriodReader.unit(said.toLowerCase(Locale.ROOT)));
        return column.type() == ColumnType.TIMESTAMP
                ? named.or(() -> Optional.of(Bucket.DAY))
                : named.filter(each -> each != Bucket.HOUR);
    }

    private Key cycle(Cycle cycle) {
        Column time = time(cycle.noun());
        if (cycle == Cycle.HOUR_OF_DAY && time.type() == ColumnType.DATE) {
            throw new StuckException(
                    "“%s” holds days without a time, so there are no hours."
                            .formatted(time.name()));
        }
        return Key.of(time, cycle);
    }

    private Column time(String noun) {
        return table.time()
                .orElseThrow(() ->
                        new StuckException(
                                "There is no column of dates, so nothing can be gathered by %s."
                                        .formatted(noun)));
    }
}
