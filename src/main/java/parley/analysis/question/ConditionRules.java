package parley.analysis.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;

/// Finds what must hold of rows and groups.
final class ConditionRules {
    private static final Term[] COMPARISONS = {Term.MORE, Term.LESS, Term.AT_LEAST, Term.AT_MOST};

    private final Work work;

    ConditionRules(Work work) {
        this.work = work;
    }

    void apply() {
        for (int at = 0; at < work.items.size(); at++) {
            if (!work.used[at]) {
                missing(at);
                comparison(at);
                between(at);
                text(at);
                equal(at);
            }
        }
        values();
        periods();
    }

    private void missing(int at) {
        if (!work.is(at, Term.MISSING, Term.PRESENT)) {
            return;
        }
        boolean present = work.is(at, Term.PRESENT) || work.is(at - 1, Term.NOT);
        int column = nearest(at);
        if (column < 0) {
            return;
        }
        if (work.is(at - 1, Term.NOT)) {
            work.use(at - 1);
        }
        Condition.Test test = present ? Condition.Test.PRESENT : Condition.Test.MISSING;
        work.draft.conditions.add(
                new Condition(work.column(column).orElseThrow(), test, List.of()));
        work.use(column);
        work.use(at);
    }

    private int nearest(int at) {
        for (int distance = 1; distance <= 2; distance++) {
            if (work.column(at - distance).isPresent()) {
                return at - distance;
            }
            if (work.column(at + distance).isPresent()) {
                return at + distance;
            }
        }
        return -1;
    }

    private void comparison(int at) {
        Optional<Double> number = work.number(at + 1);
        if (work.is(at, COMPARISONS) && number.isPresent()) {
            Condition.Test test = test(at);
            boolean negated = work.is(at - 1, Term.NOT);
            if (compare(at, at + 2, negated ? opposite(test) : test, number.get(), at + 1)) {
                if (negated) {
                    work.use(at - 1);
                }
                work.use(at);
                work.use(at + 1);
            }
        } else if (work.number(at).isPresent() && work.is(at + 1, Term.OR_MORE, Term.OR_LESS)) {
            Condition.Test test =
                    work.is(at + 1, Term.OR_MORE)
                            ? Condition.Test.AT_LEAST
                            : Condition.Test.AT_MOST;
            if (compare(at, at + 2, test, work.number(at).get(), at)) {
                work.use(at);
                work.use(at + 1);
            }
        }
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
                    PRESENT ->
                    test;
        };
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

    /// The column is before the comparison or right after its number.
    private boolean compare(int before, int after, Condition.Test test, double number, int at) {
        int column = isNumber(before - 1) ? before - 1 : isNumber(after) ? after : -1;
        boolean rowsCounted = column < 0 && work.is(after, Term.ROWS);
        if (column < 0 && !rowsCounted) {
            return false;
        }
        Optional<Aggregate> aggregate = aggregateBeside(column);
        boolean grouped =
                groupedBefore(before)
                        || (aggregate.isPresent() && column == before - 1 && hasKey());
        if (grouped || rowsCounted) {
            return having(column, aggregate, test, number, before);
        }
        if (aggregate.isPresent() && column == after) {
            return false;
        }
        work.draft.conditions.add(
                new Condition(work.column(column).orElseThrow(), test, List.of(exact(at))));
        work.use(column);
        return true;
    }

    private boolean hasKey() {
        return !work.draft.keys.isEmpty();
    }

    /// `regions with more than …`: a group, not a row, is compared.
    private boolean groupedBefore(int before) {
        return work.columnsLeft().stream()
                .anyMatch(at -> at < before && at < before - 0 && isCategory(at));
    }

    private boolean isCategory(int at) {
        return work.column(at)
                .filter(column -> !work.table.isUnique(column))
                .filter(column -> column.type() == ColumnType.TEXT || work.table.isId(column))
                .isPresent();
    }

    private boolean having(
            int column, Optional<Aggregate> said, Condition.Test test, double number, int before) {
        if (!hasKey()) {
            List<Integer> subjects =
                    work.columnsLeft().stream()
                            .filter(at -> at < before && isCategory(at))
                            .toList();
            if (subjects.size() != 1) {
                return false;
            }
            int subject = subjects.getFirst();
            work.draft.keys.add(Key.of(work.column(subject).orElseThrow()));
            work.use(subject);
        }
        Measure measure = Measure.ROWS;
        if (column >= 0) {
            Column over = work.column(column).orElseThrow();
            Aggregate aggregate =
                    said.orElseGet(() -> work.table.usual(over).orElse(Aggregate.MEAN));
            measure = Measure.of(aggregate, over);
            work.use(column);
            takeAggregateBeside(column);
        }
        work.draft.measures.add(measure);
        work.draft.having = Optional.of(new Ask.Having(measure, test, number));
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

    private void between(int at) {
        if (!work.is(at, Term.BETWEEN)
                || work.number(at + 1).isEmpty()
                || !work.isAnd(at + 2)
                || work.number(at + 3).isEmpty()) {
            return;
        }
        int column = isNumber(at - 1) ? at - 1 : isNumber(at + 4) ? at + 4 : -1;
        if (column < 0) {
            return;
        }
        work.draft.conditions.add(
                new Condition(
                        work.column(column).orElseThrow(),
                        Condition.Test.BETWEEN,
                        List.of(exact(at + 1), exact(at + 3))));
        work.use(column);
        for (int each = at; each < at + 4; each++) {
            work.use(each);
        }
    }

    private void text(int at) {
        if (!work.is(at, Term.CONTAINS, Term.STARTS)
                || (work.column(at - 1).isEmpty() && work.column(at - 2).isEmpty())) {
            return;
        }
        Optional<String> text = textAt(at + 1);
        if (text.isEmpty()) {
            return;
        }
        boolean not = work.is(at - 1, Term.NOT);
        int column = not ? at - 2 : at - 1;
        if (work.column(column).filter(each -> each.type() == ColumnType.TEXT).isEmpty()
                || (not && work.is(at, Term.STARTS))) {
            return;
        }
        Condition.Test test =
                work.is(at, Term.STARTS)
                        ? Condition.Test.STARTS
                        : not ? Condition.Test.NOT_CONTAINS : Condition.Test.CONTAINS;
        work.draft.conditions.add(
                new Condition(work.column(column).orElseThrow(), test, List.of(text.get())));
        for (int each = column; each <= at + 1; each++) {
            work.use(each);
        }
    }

    private Optional<String> textAt(int at) {
        if (at >= work.items.size() || work.used[at]) {
            return Optional.empty();
        }
        return switch (work.items.get(at)) {
            case Item.Quotes quotes -> Optional.of(quotes.text());
            case Item.Unknown unknown -> Optional.of(unknown.said());
            case Item.Holds holds -> Optional.of(holds.said());
            case Item.Counts counts -> Optional.of(counts.said());
            case Item.Asks _, Item.Names _, Item.Lasts _, Item.Unit _, Item.And _ ->
                    Optional.empty();
        };
    }

    /// `status = open`, `priority is 1`, `machine 3`, `customer is "Acme"`.
    private void equal(int at) {
        Optional<Column> column = work.column(at);
        if (column.isEmpty()) {
            return;
        }
        int next = at + 1;
        boolean not = work.is(next, Term.NOT);
        next += not ? 1 : 0;
        boolean sign = work.is(next, Term.EQUALS);
        next += sign ? 1 : 0;
        Condition.Test test = not ? Condition.Test.NOT_EQUAL : Condition.Test.EQUAL;
        boolean number =
                column.get().type().isNumeric()
                        && work.number(next).isPresent()
                        && (sign || not || isLabel(column.get()));
        boolean text =
                column.get().type() == ColumnType.TEXT
                        && next < work.items.size()
                        && !work.used[next]
                        && work.items.get(next) instanceof Item.Quotes;
        if (!number && !text) {
            return;
        }
        String value = number ? exact(next) : textAt(next).orElseThrow();
        work.draft.conditions.add(new Condition(column.get(), test, List.of(value)));
        for (int each = at; each <= next; each++) {
            work.use(each);
        }
    }

    private boolean isLabel(Column column) {
        return column.type() == ColumnType.INTEGER
                && (work.table.isId(column) || work.table.facts(column).distinct() <= 50);
    }

    private String exact(int at) {
        return work.items.get(at) instanceof Item.Counts counts ? plain(counts.number()) : "";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /// Values by themselves; those of one column are alternatives.
    private void values() {
        for (int at = 0; at < work.items.size(); at++) {
            Optional<Item.Holds> value = work.value(at);
            if (value.isEmpty()) {
                continue;
            }
            Column column = value.get().condition().column();
            boolean not =
                    work.is(at - 1, Term.NOT)
                            || (work.column(at - 1).filter(column::equals).isPresent()
                                    && work.is(at - 2, Term.NOT))
                            || (work.is(at - 1, Term.EQUALS) && work.is(at - 2, Term.NOT));
            List<String> values = new ArrayList<>(value.get().condition().values());
            before(at, column);
            work.use(at);
            int next = at + 1;
            while (work.isOr(next)
                    && work.value(next + 1)
                            .filter(each -> each.condition().column().equals(column))
                            .isPresent()) {
                values.addAll(work.value(next + 1).orElseThrow().condition().values());
                work.use(next);
                work.use(next + 1);
                next += 2;
            }
            if (work.column(next).filter(column::equals).isPresent()) {
                work.use(next);
            }
            work.draft.conditions.add(
                    new Condition(
                            column,
                            not ? Condition.Test.NOT_EQUAL : Condition.Test.EQUAL,
                            values.stream().distinct().toList()));
        }
    }

    private void before(int at, Column column) {
        for (int each = at - 1; each >= Math.max(0, at - 3); each--) {
            boolean part =
                    work.is(each, Term.NOT, Term.EQUALS)
                            || work.column(each).filter(column::equals).isPresent();
            if (!part) {
                return;
            }
            work.use(each);
        }
    }

    private void periods() {
        for (int at = 0; at < work.items.size(); at++) {
            Optional<Period> period = work.period(at);
            Optional<Column> time =
                    work.column(at - 1)
                            .filter(each -> each.type().isTemporal())
                            .or(work.table::time);
            if (period.isEmpty() || time.isEmpty()) {
                continue;
            }
            if (work.column(at - 1).filter(each -> each.type().isTemporal()).isPresent()) {
                work.use(at - 1);
            }
            Condition condition = period.get().on(time.get());
            if (work.is(at - 1, Term.NOT)) {
                work.use(at - 1);
                condition =
                        new Condition(
                                condition.column(), Condition.Test.NOT_DURING, condition.values());
            }
            work.draft.conditions.add(condition);
            work.use(at);
        }
    }
}
