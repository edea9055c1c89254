package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import parley.analysis.sql.Column;

/// A question half understood: its items, which of them are accounted for, and what they came to.
final class Work {
    final List<Item> items;
    final boolean[] used;
    final TableNames table;
    final Ask.Draft draft;

    /// The columns that were named and not yet given a part to play.
    Work(List<Item> items, TableNames table, Ask.Draft draft) {
        this.items = List.copyOf(items);
        this.used = new boolean[items.size()];
        this.table = table;
        this.draft = draft;
    }

    boolean is(int at, Term... terms) {
        return at >= 0
                && at < items.size()
                && !used[at]
                && items.get(at) instanceof Item.Asks(Term term, String _)
                && Set.of(terms).contains(term);
    }

    /// Where the first of these is asked for that is not accounted for; -1 if nowhere.
    int find(Term... terms) {
        for (int at = 0; at < items.size(); at++) {
            if (is(at, terms)) {
                return at;
            }
        }
        return -1;
    }

    /// Accounts for all of these.
    boolean take(Term... terms) {
        boolean found = false;
        for (int at = find(terms); at >= 0; at = find(terms)) {
            used[at] = true;
            found = true;
        }
        return found;
    }

    boolean has(Term... terms) {
        return find(terms) >= 0;
    }

    Optional<Column> column(int at) {
        return at >= 0
                        && at < items.size()
                        && !used[at]
                        && items.get(at) instanceof Item.Names names
                ? Optional.of(names.column())
                : Optional.empty();
    }

    Optional<Double> number(int at) {
        return at >= 0
                        && at < items.size()
                        && !used[at]
                        && items.get(at) instanceof Item.Counts counts
                ? Optional.of(counts.number().doubleValue())
                : Optional.empty();
    }

    Optional<Item.Holds> value(int at) {
        return at >= 0
                        && at < items.size()
                        && !used[at]
                        && items.get(at) instanceof Item.Holds holds
                ? Optional.of(holds)
                : Optional.empty();
    }

    /// The column that a verb tells of, which was not yet needed.
    Optional<Column> hint() {
        return IntStream.range(0, items.size())
                .mapToObj(this::hint)
                .flatMap(Optional::stream)
                .flatMap(hints -> hints.columns().stream())
                .findFirst();
    }

    private Optional<Item.Hints> hint(int at) {
        return !used[at] && items.get(at) instanceof Item.Hints hints
                ? Optional.of(hints)
                : Optional.empty();
    }

    void useHint() {
        for (int at = 0; at < items.size(); at++) {
            used[at] |= items.get(at) instanceof Item.Hints;
        }
    }

    /// A verb that tells of something the table does not have.
    Optional<String> emptyHint() {
        return IntStream.range(0, items.size())
                .mapToObj(this::hint)
                .flatMap(Optional::stream)
                .filter(hints -> hints.columns().isEmpty())
                .map(Item::said)
                .findFirst();
    }

    Optional<Child> child(int at) {
        return at >= 0
                        && at < items.size()
                        && !used[at]
                        && items.get(at) instanceof Item.Children children
                ? Optional.of(children.child())
                : Optional.empty();
    }

    /// The part of time that comes again, as in `by weekday`.
    Optional<Cycle> cycle(int at) {
        if (is(at, Term.WEEKDAY)) {
            return Optional.of(Cycle.WEEKDAY);
        }
        if (is(at, Term.HOUR_OF_DAY)) {
            return Optional.of(Cycle.HOUR_OF_DAY);
        }
        return is(at, Term.MONTH_OF_YEAR) ? Optional.of(Cycle.MONTH_OF_YEAR) : Optional.empty();
    }

    Optional<Period> period(int at) {
        return at >= 0
                        && at < items.size()
                        && !used[at]
                        && items.get(at) instanceof Item.Lasts lasts
                ? Optional.of(lasts.period())
                : Optional.empty();
    }

    Optional<Item.Unit> unit(int at) {
        return at >= 0 && at < items.size() && !used[at] && items.get(at) instanceof Item.Unit unit
                ? Optional.of(unit)
                : Optional.empty();
    }

    boolean isAnd(int at) {
        return at >= 0 && at < items.size() && items.get(at) instanceof Item.And;
    }

    boolean isOr(int at) {
        return isAnd(at) || is(at, Term.OR);
    }

    void use(int at) {
        used[at] = true;
    }

    void note(String sentence) {
        draft.notes.add(sentence);
    }

    /// The columns that still have no part, where they stand.
    List<Integer> columnsLeft() {
        List<Integer> left = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            if (column(at).isPresent()) {
                left.add(at);
            }
        }
        return left;
    }

    /// The words that are not accounted for.
    List<String> wordsLeft() {
        List<String> left = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            boolean harmless =
                    items.get(at) instanceof Item.And
                            || items.get(at) instanceof Item.Hints
                            || is(at, Term.ONLY, Term.ROWS, Term.WHERE);
            if (!used[at] && !harmless) {
                left.add(items.get(at).said());
            }
        }
        return left;
    }
}
