package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import parley.analysis.sql.Column;

/// Reads the questions that hold two things against each other: two periods or values, or a part
/// against the whole.
final class SideRules {
    private final Work work;
    private final Ask.Draft draft;

    SideRules(Work work) {
        this.work = work;
        this.draft = work.draft;
    }

    /// `more orders in 2024 than in 2023`.
    boolean isComparative() {
        int at = work.find(Term.MORE, Term.LESS, Term.HIGHER);
        boolean number =
                at >= 0
                        && (work.number(at + 1).isPresent()
                                || work.is(at + 1, Term.MEAN, Term.TWICE, Term.HALF));
        return at >= 0 && !number && work.has(Term.THAN);
    }

    /// Takes the two values or periods that are compared.
    boolean compared() {
        List<Integer> found = places(at -> work.period(at).isPresent());
        if (found.size() != 2) {
            found = places(at -> work.value(at).isPresent());
        }
        if (found.size() != 2) {
            return false;
        }
        for (int at : found) {
            draft.sides.add(List.of(side(at)));
            work.use(at);
        }
        Column column = draft.sides.getFirst().getFirst().column();
        if (!column.equals(draft.sides.getLast().getFirst().column())) {
            throw new StuckException("Only two values of the same column can be compared.");
        }
        work.columnsLeft().stream()
                .filter(at -> work.column(at).filter(column::equals).isPresent())
                .forEach(work::use);
        work.take(
                Term.COMPARE,
                Term.BETWEEN,
                Term.CHANGE,
                Term.MORE,
                Term.LESS,
                Term.HIGHER,
                Term.THAN);
        return true;
    }

    private List<Integer> places(java.util.function.IntPredicate wanted) {
        return IntStream.range(0, work.items.size()).filter(wanted).boxed().toList();
    }

    private Condition side(int at) {
        return work.value(at)
                .map(Item.Holds::condition)
                .orElseGet(() -> work.period(at).orElseThrow().on(work.table.time().orElseThrow()));
    }

    /// The part of each group that something holds of, where a share was asked for.
    boolean rate() {
        if (!work.take(Term.RATE)) {
            return false;
        }
        if (draft.keys.isEmpty()) {
            throw new StuckException("A share of each group needs to be told which groups.");
        }
        draft.extra = Ask.Extra.RATE;
        return true;
    }

    /// What a share of groups with a condition means: "tickets that are urgent, by product" the
    /// part of each product; "open tickets by agent" that, or how all of these are spread.
    void checkShare(boolean rate) {
        List<Condition> part = draft.conditions.stream().filter(each -> !each.isTime()).toList();
        if (rate) {
            if (part.size() != 1) {
                throw new StuckException(
                        "A share of each group needs to be told of one thing, such as a value.");
            }
            draft.conditions.removeAll(part);
            draft.sides.add(part);
        } else if (draft.extra == Ask.Extra.SHARE && part.stream().anyMatch(this::isAfterRows)) {
            throw new StuckException("A share of each group was asked for.");
        }
    }

    private boolean isAfterRows(Condition condition) {
        int rows =
                IntStream.range(0, work.items.size()).filter(this::isRows).findFirst().orElse(-1);
        return rows >= 0 && place(condition) > rows;
    }

    void share() {
        if (!work.has(Term.SHARE)) {
            return;
        }
        work.take(Term.SHARE);
        if (work.has(Term.CHANGE)) {
            return;
        }
        if (draft.keys.isEmpty()) {
            draft.kind = Ask.Kind.SHARE;
        } else {
            draft.extra = Ask.Extra.SHARE;
        }
    }

    /// Finds out which condition is the part, once all are known. What stands before the rows is
    /// the whole: of "urgent tickets" a part "is open".
    void part() {
        List<Condition> part =
                new ArrayList<>(draft.conditions.stream().filter(each -> !each.isTime()).toList());
        if (part.size() == 2) {
            int rows =
                    IntStream.range(0, work.items.size())
                            .filter(this::isRows)
                            .findFirst()
                            .orElse(-1);
            part.removeIf(each -> place(each) < rows);
        }
        draft.conditions.removeAll(part);
        if (part.isEmpty()) {
            part.addAll(draft.conditions);
            draft.conditions.clear();
        }
        if (part.isEmpty()) {
            throw new StuckException(
                    "A share needs to be told of what, such as a value or a period.");
        }
        if (part.size() > 1) {
            throw new StuckException(
                    "It is not clear which of the conditions is the part, and which the whole.");
        }
        draft.sides.add(part);
    }

    private boolean isRows(int at) {
        return work.items.get(at) instanceof Item.Asks(Term term, String _) && term == Term.ROWS;
    }

    private int place(Condition condition) {
        return IntStream.range(0, work.items.size())
                .filter(at -> isOf(work.items.get(at), condition.column()))
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private static boolean isOf(Item item, Column column) {
        return (item instanceof Item.Holds holds && holds.condition().column().equals(column))
                || (item instanceof Item.Names names && names.column().equals(column));
    }
}
