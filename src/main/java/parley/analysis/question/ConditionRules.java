package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;

/// Finds what must hold of rows and groups.
final class ConditionRules {
    private final Work work;

    ConditionRules(Work work) {
        this.work = work;
    }

    void apply() {
        ComparisonRules comparisons = new ComparisonRules(work);
        EqualRules equals = new EqualRules(work);
        new RowRules(work).childless();
        for (int at = 0; at < work.items.size(); at++) {
            if (!work.used[at]) {
                missing(at);
                comparisons.apply(at);
                between(at);
                text(at);
                equals.apply(at);
            }
        }
        values();
        flags();
        periods();
    }

    /// `not approved`, of a column that says yes or no.
    private void flags() {
        for (int at : work.columnsLeft()) {
            Column column = work.column(at).orElseThrow();
            Optional<Flag> flag = work.table.flag(column);
            boolean beside =
                    work.is(at - 1, Term.NOT, Term.ROWS, Term.SHARE)
                            || work.is(at + 1, Term.ROWS)
                            || work.has(Term.COUNT)
                            || work.draft.kind == Ask.Kind.SHARE;
            if (flag.isEmpty() || !beside || MeasureRules.aggregateOf(work, at - 1).isPresent()) {
                continue;
            }
            boolean not = work.is(at - 1, Term.NOT);
            work.draft.conditions.add(flagged(column, flag.get(), not));
            work.use(at);
            if (not) {
                work.use(at - 1);
            }
        }
    }

    private static Condition flagged(Column column, Flag flag, boolean not) {
        // What is pending is not approved either.
        return not && flag.more()
                ? new Condition(column, Condition.Test.NOT_EQUAL, List.of(flag.yes()))
                : new Condition(
                        column, Condition.Test.EQUAL, List.of(not ? flag.no() : flag.yes()));
    }

    private void missing(int at) {
        if (isLacking(at)) {
            lacking(at);
            return;
        }
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

    /// `no rating`, `without a rating`, and nothing more said of it, as in `no rating above 3`.
    private boolean isLacking(int at) {
        boolean none =
                work.is(at, Term.NEVER)
                        || (work.is(at, Term.NOT)
                                && work.items.get(at).said().equalsIgnoreCase("without"));
        return none
                && work.column(at + 1)
                        .filter(column -> work.table.flag(column).isEmpty())
                        .isPresent()
                && !work.is(
                        at + 2,
                        Term.MORE,
                        Term.LESS,
                        Term.AT_LEAST,
                        Term.AT_MOST,
                        Term.BETWEEN,
                        Term.EQUALS,
                        Term.CONTAINS,
                        Term.STARTS)
                && work.number(at + 2).isEmpty()
                && work.value(at + 2).isEmpty();
    }

    /// `tickets with no rating`.
    private void lacking(int at) {
        Column column = work.column(at + 1).orElseThrow();
        work.draft.conditions.add(new Condition(column, Condition.Test.MISSING, List.of()));
        if (column.type().isNumeric()) {
            work.note("A “%s” of 0 is not missing.".formatted(column.name()));
        }
        work.use(at);
        work.use(at + 1);
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
        if (work.is(at - 1, Term.NOT)) {
            throw new StuckException(
                    "What is not between two numbers is not looked for; ask for what is less, or for what is more.");
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
            case Item.Asks _,
                    Item.Names _,
                    Item.Hints _,
                    Item.Lasts _,
                    Item.Unit _,
                    Item.Children _,
                    Item.And _ ->
                    Optional.empty();
        };
    }

    private String exact(int at) {
        return work.items.get(at) instanceof Item.Counts counts
                ? ComparisonRules.plain(counts.number())
                : "";
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
            for (int more = another(next, column); more > 0; more = another(next, column)) {
                values.addAll(work.value(more).orElseThrow().condition().values());
                for (int each = next; each <= more; each++) {
                    work.use(each);
                }
                next = more + 1;
            }
            if (not) {
                checkEnd(at, next);
            }
            if (work.column(next).filter(column::equals).isPresent()) {
                work.use(next);
            }
            work.draft.conditions.add(held(column, value.get().condition().test(), not, values));
        }
    }

    /// Of `except North and apples` or `except North and sales over 500` nobody knows what else is
    /// left out.
    private void checkEnd(int at, int next) {
        if (!work.isOr(next) || next + 1 >= work.items.size()) {
            return;
        }
        Item more = work.items.get(next + 1);
        boolean number = more instanceof Item.Names names && names.column().type().isNumeric();
        boolean excluded =
                IntStream.range(Math.max(0, at - 2), at)
                        .anyMatch(each ->
                                work.items.get(each) instanceof Item.Asks(Term term, String said)
                                        && term == Term.NOT
                                        && !ComparisonRules.isPlainNo(said));
        if (more instanceof Item.Holds || (excluded && number)) {
            throw new StuckException(
                    "It is not clear whether what follows “%s” is left out too; say “is” or “is not” of each."
                            .formatted(work.items.get(at).said()));
        }
    }

    /// The next of a list of values of a column: after a comma, `and` or `or`, and after `or` with
    /// the column's name once more. −1 if there is none.
    private int another(int at, Column column) {
        int next = at;
        boolean or = false;
        while (work.isOr(next)) {
            or |= !work.isAnd(next);
            next++;
        }
        if (or && work.column(next).filter(column::equals).isPresent()) {
            next += work.is(next + 1, Term.EQUALS) ? 2 : 1;
        }
        boolean same =
                work.value(next)
                        .filter(each -> each.condition().column().equals(column))
                        .isPresent();
        return next > at && same ? next : -1;
    }

    private static Condition held(
            Column column, Condition.Test test, boolean not, List<String> said) {
        List<String> values = said.stream().distinct().toList();
        if (test == Condition.Test.WEEKDAY) {
            List<String> others =
                    IntStream.rangeClosed(1, Cycle.WEEKDAY.names())
                            .mapToObj(String::valueOf)
                            .filter(day -> !values.contains(day))
                            .toList();
            return new Condition(column, test, not ? others : values);
        }
        return new Condition(column, not ? Condition.Test.NOT_EQUAL : Condition.Test.EQUAL, values);
    }

    private void before(int at, Column column) {
        for (int each = at - 1; each >= Math.max(0, at - 3); each--) {
            boolean part =
                    work.is(each, Term.NOT, Term.EQUALS)
                            || work.column(each)
                                    .filter(name -> work.table.isThingOf(name, column))
                                    .isPresent()
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
            Condition condition = together(at, period.get()).on(time.get());
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

    /// `in 2023 and 2024`: stretches that follow each other are one.
    private Period together(int at, Period first) {
        Period all = first;
        int next = at + 1;
        while (work.isOr(next)) {
            Optional<Period> joined = work.period(next + 1).flatMap(all::joined);
            if (joined.isEmpty()) {
                return all;
            }
            all = joined.get();
            work.use(next);
            work.use(next + 1);
            next += 2;
        }
        return all;
    }
}
