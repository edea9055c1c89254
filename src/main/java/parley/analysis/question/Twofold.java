package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import parley.analysis.sql.Column;

/// Two questions in one sentence. `How many open and how many closed` is one after all, with a
/// group for each; where each part has conditions of its own, a single query has no answer to both.
final class Twofold {
    private static final Set<Term> MEASURES =
            Set.of(
                    Term.SUM,
                    Term.MEAN,
                    Term.MEDIAN,
                    Term.DEVIATION,
                    Term.SPREAD,
                    Term.COUNT,
                    Term.HOW_MUCH,
                    Term.HIGHEST,
                    Term.LOWEST);
    private static final Set<Term> COMPARISONS =
            Set.of(
                    Term.MORE,
                    Term.LESS,
                    Term.AT_LEAST,
                    Term.AT_MOST,
                    Term.OR_MORE,
                    Term.OR_LESS,
                    Term.BETWEEN,
                    Term.EQUALS,
                    Term.CONTAINS,
                    Term.STARTS,
                    Term.TWICE,
                    Term.HALF);

    private static final Set<Term> ROWS = Set.of(Term.ROWS);

    private final List<Item> items;

    private Twofold(List<Item> items) {
        this.items = items;
    }

    /// The same question with its counts put together.
    ///
    /// @param each the column whose values are counted one by one; empty where nothing was put
    ///   together
    record Joined(List<Item> items, Optional<Column> each) {}

    /// Puts `how many open and how many closed` together as `how many open and closed`.
    static Joined joined(List<Item> items) {
        List<Item> rest = new ArrayList<>();
        List<Column> counted = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            boolean again = at > 0 && items.get(at - 1) instanceof Item.And && !counted.isEmpty();
            if (is(items.get(at), Set.of(Term.COUNT)) && at + 1 < items.size()) {
                if (items.get(at + 1) instanceof Item.Holds holds) {
                    counted.add(holds.condition().column());
                    if (again) {
                        continue;
                    }
                }
            }
            boolean rows =
                    is(items.get(at), ROWS) && at > 0 && items.get(at - 1) instanceof Item.Holds;
            if (!rows || counted.isEmpty()) {
                rest.add(items.get(at));
            }
        }
        boolean same = counted.stream().distinct().count() == 1;
        return counted.size() > 1 && same
                ? new Joined(List.copyOf(rest), Optional.of(counted.getFirst()))
                : new Joined(items, Optional.empty());
    }

    /// @throws StuckException what is asked first has conditions, and something else is asked after
    ///   them
    static void check(Work work) {
        List<Item> open =
                IntStream.range(0, work.items.size())
                        .filter(at -> !work.used[at])
                        .mapToObj(work.items::get)
                        .toList();
        Twofold question = new Twofold(open);
        if (question.isTwo() || question.isOfTwo()) {
            throw new StuckException(
                    "These are two questions with conditions of their own; ask one after the other.");
        }
    }

    private boolean isTwo() {
        int first = measure(0);
        for (int next = measure(first + 1); first >= 0 && next > 0; next = measure(next + 1)) {
            boolean joined = items.get(next - 1) instanceof Item.And;
            if (joined && items.subList(first, next).stream().anyMatch(Twofold::isCondition)) {
                return true;
            }
        }
        return false;
    }

    /// `approved rows and failed rows`.
    private boolean isOfTwo() {
        for (int at = 1; at + 2 < items.size(); at++) {
            boolean rows = is(items.get(at - 1), ROWS) && items.get(at) instanceof Item.And;
            boolean named =
                    items.get(at + 1) instanceof Item.Holds
                            || items.get(at + 1) instanceof Item.Names;
            if (rows && named && is(items.get(at + 2), ROWS)) {
                return true;
            }
        }
        return false;
    }

    /// Where the next thing to work out is asked for, from a place on; −1 if nowhere.
    private int measure(int from) {
        for (int at = Math.max(0, from); at < items.size(); at++) {
            boolean compared =
                    at > 0
                            && (is(items.get(at - 1), COMPARISONS)
                                    || items.get(at - 1) instanceof Item.Counts);
            if (is(items.get(at), MEASURES) && !compared) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isCondition(Item item) {
        return item instanceof Item.Holds
                || item instanceof Item.Lasts
                || is(item, COMPARISONS)
                || is(item, Set.of(Term.MISSING, Term.PRESENT, Term.NEVER, Term.NOT));
    }

    private static boolean is(Item item, Set<Term> terms) {
        return item instanceof Item.Asks(Term term, String _) && terms.contains(term);
    }
}
