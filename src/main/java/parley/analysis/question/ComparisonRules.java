package parley.analysis.question;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;

/// Finds what is more or less than something, of rows or of groups: `over 100`, `at least 3
/// orders`, `more than twice the average`.
final class ComparisonRules {
    private static final Term[] COMPARISONS = {Term.MORE, Term.LESS, Term.AT_LEAST, Term.AT_MOST};

    /// How a column is said not to be something, as against what is left out of groups.
    private static final Set<String> NO =
            Set.of(
                    "not",
                    "isn't",
                    "isnt",
                    "aren't",
                    "arent",
                    "wasn't",
                    "!=",
                    "<>",
                    "not in",
                    "not equal to",
                    "is not");

    private final Work work;
    private final TableNames table;

    /// What was compared last, and where that ended: `over 100 and under 200`.
    private Optional<Column> last = Optional.empty();

    private int lastEnd = -2;

    /// @param value the number, or the multiple of the mean
    /// @param last where the comparison ends
    private record Limit(Condition.Test test, double value, boolean ofMean, int first, int last) {}

    ComparisonRules(Work work) {
        this.work = work;
        this.table = work.table;
    }

    void apply(int at) {
        Optional<Limit> found = limit(at);
        if (found.isEmpty()) {
            return;
        }
        Limit limit = found.get();
        boolean negated = work.is(at - 1, Term.NOT);
        Limit meant =
                negated
                        ? new Limit(
                                opposite(limit.test()),
                                limit.value(),
                                limit.ofMean(),
                                at - 1,
                                limit.last())
                        : limit;
        if (compare(at, meant)) {
            work.useHint();
            for (int each = meant.first(); each <= meant.last(); each++) {
                work.use(each);
            }
        }
    }

    private Optional<Limit> limit(int at) {
        if (work.is(at, COMPARISONS)) {
            int next = at + 1;
            Optional<Double> number = work.number(next);
            double factor = number.orElse(1.0);
            if (work.is(next, Term.TWICE, Term.HALF)) {
                factor = work.is(next, Term.TWICE) ? 2 : 0.5;
                next++;
            } else if (number.isPresent()) {
                next++;
            }
            if (work.is(next, Term.MEAN)) {
                return Optional.of(new Limit(test(at), factor, true, at, next));
            }
            return number.map(value -> new Limit(test(at), value, false, at, at + 1));
        }
        if (work.number(at).isPresent() && work.is(at + 1, Term.OR_MORE, Term.OR_LESS)) {
            Condition.Test test =
                    work.is(at + 1, Term.OR_MORE)
                            ? Condition.Test.AT_LEAST
                            : Condition.Test.AT_MOST;
            return Optional.of(new Limit(test, work.number(at).get(), false, at, at + 1));
        }
        return Optional.empty();
    }

    private Condition.Test test(int at) {
        return work.is(at, Term.MORE)
                ? Condition.Test.MORE
                : work.is(at, Term.LESS)
                        ? Condition.Test.LESS
                        : work.is(at, Term.AT_LEAST)
                                ? Condition.Test.AT_LEAST
                                : Condition.Test.AT_MOST;
    }

    private static Condition.Test opposite(Condition.Test test) {
        return switch (test) {
            case MORE -> Condition.Test.AT_MOST;
            case LESS -> Condition.Test.AT_LEAST;
            case AT_LEAST -> Condition.Test.LESS;
            case AT_MOST -> Condition.Test.MORE;
            case EQUAL,
                    NOT_EQUAL,
                    BETWEEN,
                    DURING,
                    NOT_DURING,
                    CONTAINS,
                    NOT_CONTAINS,
                    STARTS,
                    MISSING,
                    PRESENT,
                    ABOVE_MEAN,
                    BELOW_MEAN,
                    WEEKDAY,
                    CHILDLESS ->
                    test;
        };
    }

    /// The column is before the comparison or right after its number.
    private boolean compare(int at, Limit limit) {
        int before = limit.first();
        int after = limit.last() + 1;
        int column = isNumber(before - 1) ? before - 1 : isNumber(after) ? after : -1;
        boolean rowsCounted = column < 0 && work.is(after, Term.ROWS);
        boolean goesOn = work.isAnd(before - 1) && lastEnd == before - 2;
        Optional<Column> hinted =
                (goesOn ? last : Optional.<Column>empty())
                        .or(work::hint)
                        .or(() -> onlyNumber(before))
                        .filter(each -> column < 0 && each.type().isNumeric());
        if (column < 0 && !rowsCounted && hinted.isEmpty()) {
            return false;
        }
        Optional<Double> factor =
                factor(column >= 0 ? work.column(column) : hinted, limit.last() + 1);
        Optional<Aggregate> aggregate =
                limit.ofMean() && column == after
                        ? Optional.of(Aggregate.MEAN).filter(_ -> hasSubject(before))
                        : aggregateBeside(column);
        boolean grouped =
                groupedBefore(before)
                        || (aggregate.isPresent() && column == before - 1 && hasKey());
        if (factor.isPresent() && (grouped || limit.ofMean())) {
            return false;
        }
        boolean ofGroups = grouped && (aggregate.isPresent() || !isOfRows(before));
        if (ofGroups && work.has(Term.COUNT) && aggregate.isEmpty() && !rowsCounted) {
            throw new StuckException(
                    "Each row, or all rows of a group together? Ask for “rows where …”, or say “total” or “average” before what is compared.");
        }
        if (ofGroups || rowsCounted) {
            return having(column, hinted, aggregate, limit);
        }
        if (aggregate.isPresent() && column == after && !limit.ofMean()) {
            return false;
        }
        Column compared = column >= 0 ? work.column(column).orElseThrow() : hinted.orElseThrow();
        work.draft.conditions.add(condition(compared, limit, at, factor));
        if (factor.isPresent()) {
            work.use(after);
        }
        if (column >= 0) {
            work.use(column);
        }
        last = Optional.of(compared);
        lastEnd = Math.max(column, limit.last());
        return true;
    }

    /// `products where the price is over 5`: of each row.
    private boolean isOfRows(int before) {
        return IntStream.range(0, before).anyMatch(at -> work.is(at, Term.WHERE));
    }

    /// `expenses over 500`, where there is just one number.
    private Optional<Column> onlyNumber(int before) {
        return work.is(before - 1, Term.ROWS) && table.numbers().size() == 1
                ? table.numbers().stream().findFirst()
                : Optional.empty();
    }

    private Condition condition(Column column, Limit limit, int at, Optional<Double> factor) {
        if (!limit.ofMean()) {
            int number = work.number(at).isPresent() ? at : at + 1;
            String value =
                    factor.map(each -> Numbers.plain(each * limit.value()))
                            .orElseGet(() -> exact(number));
            return new Condition(column, limit.test(), List.of(value));
        }
        boolean more =
                limit.test() == Condition.Test.MORE || limit.test() == Condition.Test.AT_LEAST;
        return new Condition(
                column,
                more ? Condition.Test.ABOVE_MEAN : Condition.Test.BELOW_MEAN,
                List.of(Numbers.plain(limit.value())));
    }

    /// "Over 3 hours" of a column of minutes: how many of the column's own unit one is.
    private Optional<Double> factor(Optional<Column> column, int after) {
        Optional<Item.Unit> unit = work.unit(after);
        if (unit.isEmpty() || column.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Durations.in(column.get(), unit.get().bucket())
                        .orElseThrow(() ->
                                new StuckException(
                                        "It is not said how “%s” counts time; give the number without a unit."
                                                .formatted(column.get().name()))));
    }

    private boolean hasKey() {
        return !work.draft.keys.isEmpty();
    }

    private boolean hasSubject(int before) {
        return hasKey() || groupedBefore(before);
    }

    /// `regions with more than …`: a group, not a row, is compared.
    private boolean groupedBefore(int before) {
        return work.columnsLeft().stream().anyMatch(at -> at < before && isCategory(at));
    }

    private boolean isCategory(int at) {
        return work.column(at)
                .filter(column -> !isOfValue(at, column))
                .filter(column -> table.flag(column).isEmpty())
                .filter(column -> !table.isUnique(column))
                .filter(column -> column.type() == ColumnType.TEXT || table.isId(column))
                .isPresent();
    }

    /// In `region is North` the column is what the value is of, and nothing that is compared; in
    /// `regions without North` it is.
    private boolean isOfValue(int at, Column column) {
        int next = at + 1;
        while (work.is(next, Term.EQUALS) || isNo(next)) {
            next++;
        }
        return work.value(next)
                .filter(value -> value.condition().column().equals(column))
                .isPresent();
    }

    private boolean isNo(int at) {
        return work.is(at, Term.NOT) && isPlainNo(work.items.get(at).said());
    }

    /// Whether it only says no, as against `except`.
    static boolean isPlainNo(String said) {
        return NO.contains(said.toLowerCase(Locale.ROOT));
    }

    private boolean having(
            int column, Optional<Column> hinted, Optional<Aggregate> said, Limit limit) {
        if (hasKey() && groupedBefore(limit.first())) {
            // By one thing, and of another: it is not clear what is compared.
            return false;
        }
        if (!hasKey()) {
            List<Integer> subjects =
                    work.columnsLeft().stream()
                            .filter(at -> at < limit.first() && isCategory(at))
                            .toList();
            if (subjects.size() != 1) {
                return false;
            }
            int subject = subjects.getFirst();
            work.draft.keys.add(Key.of(work.column(subject).orElseThrow()));
            work.use(subject);
        }
        Optional<Column> over = column >= 0 ? work.column(column) : hinted;
        boolean rows = column < 0 && work.is(limit.last() + 1, Term.ROWS);
        Measure measure = Measure.ROWS;
        if (over.isPresent() && !rows) {
            Aggregate aggregate =
                    said.orElseGet(() -> table.usual(over.get()).orElse(Aggregate.MEAN));
            measure = Measure.of(aggregate, over.get());
        }
        if (column >= 0) {
            work.use(column);
            takeAggregateBeside(column);
        }
        if (!work.draft.measures.contains(measure)) {
            work.draft.measures.addFirst(measure);
        }
        work.draft.having =
                Optional.of(new Ask.Having(measure, limit.test(), limit.value(), limit.ofMean()));
        return true;
    }

    private Optional<Aggregate> aggregateBeside(int column) {
        if (column < 0) {
            return Optional.empty();
        }
        for (int at : new int[] {column - 1, column + 1}) {
            if (work.is(at, Term.SUM)) {
                return Optional.of(Aggregate.SUM);
            }
            if (work.is(at, Term.MEAN)) {
                return Optional.of(Aggregate.MEAN);
            }
            if (work.is(at, Term.MEDIAN)) {
                return Optional.of(Aggregate.MEDIAN);
            }
        }
        return Optional.empty();
    }

    private void takeAggregateBeside(int column) {
        for (int at : new int[] {column - 1, column + 1}) {
            if (work.is(at, Term.SUM, Term.MEAN, Term.MEDIAN)) {
                work.use(at);
            }
        }
    }

    private boolean isNumber(int at) {
        return work.column(at).filter(column -> column.type().isNumeric()).isPresent();
    }

    private String exact(int at) {
        return work.items.get(at) instanceof Item.Counts counts ? plain(counts.number()) : "";
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
