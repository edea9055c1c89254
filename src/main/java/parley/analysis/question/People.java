package parley.analysis.question;

import java.util.List;
import java.util.Set;

/// The words for people, so that `who` finds its column.
final class People {
    private static final Set<String> NOUNS =
            Set.of(
                    "customer",
                    "client",
                    "buyer",
                    "employee",
                    "staff",
                    "agent",
                    "doctor",
                    "nurse",
                    "person",
                    "patient",
                    "user",
                    "member",
                    "seller",
                    "salesperson",
                    "salesman",
                    "rep",
                    "representative",
                    "driver",
                    "owner",
                    "author",
                    "manager",
                    "operator",
                    "technician",
                    "student",
                    "teacher",
                    "player",
                    "worker",
                    "engineer",
                    "assignee",
                    "reporter",
                    "cashier",
                    "clerk",
                    "physician",
                    "surgeon",
                    "consultant",
                    "guest",
                    "supplier",
                    "vendor",
                    "tenant",
                    "donor",
                    "volunteer",
                    "analyst",
                    "courier");

    private static final Set<String> VISITS =
            Set.of("visit", "admission", "appointment", "stay", "encounter", "arrival");

    /// Whom work is done for, and who does it.
    private static final Set<String> SERVED =
            Set.of("customer", "client", "buyer", "patient", "guest", "tenant", "user", "reporter");

    private static final Set<String> SERVE =
            Set.of(
                    "closed",
                    "closes",
                    "solved",
                    "solves",
                    "handled",
                    "handles",
                    "treated",
                    "treats",
                    "answered",
                    "answers",
                    "resolved",
                    "resolves",
                    "served",
                    "serves",
                    "processed",
                    "fixed",
                    "completed",
                    "saw",
                    "worked");

    private static final Set<String> ASK =
            Set.of(
                    "bought",
                    "ordered",
                    "orders",
                    "complained",
                    "opened",
                    "opens",
                    "wrote",
                    "reported",
                    "spent",
                    "spends",
                    "paid",
                    "purchased",
                    "buys",
                    "cancelled",
                    "returned");

    private People() {}

    /// Whether a column with these words holds people.
    static boolean isNamedBy(List<String> words) {
        String last = words.getLast();
        if (NOUNS.contains(last)) {
            return true;
        }
        boolean name = last.equals("name") || last.equals("fullname");
        return name
                && (words.size() == 1
                        || NOUNS.contains(words.get(words.size() - 2))
                        || words.get(words.size() - 2).equals("full"));
    }

    /// Whether a word means the rows of a table: `people` the employees, `patients` the visits.
    static boolean areRowsOf(List<String> table, String word) {
        boolean people = Set.of("people", "person").contains(word);
        return (people && table.stream().anyMatch(NOUNS::contains))
                || ((people || Set.of("patient", "visitor").contains(word))
                        && table.stream().anyMatch(VISITS::contains));
    }

    /// Whether a word after somebody says no more than that they did it: "customers opened
    /// tickets".
    static boolean isDoing(String word) {
        return SERVE.contains(word) || ASK.contains(word);
    }

    /// Whether somebody of the column can be who does what a verb says; true for verbs that do not
    /// tell.
    static boolean canDo(List<String> column, List<Token> question) {
        boolean served = column.stream().anyMatch(SERVED::contains);
        boolean serves = question.stream().anyMatch(token -> SERVE.contains(token.norm()));
        boolean asks = question.stream().anyMatch(token -> ASK.contains(token.norm()));
        return serves == asks || (serves ? !served : served);
    }
}
