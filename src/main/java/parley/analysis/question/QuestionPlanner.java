package parley.analysis.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads questions in plain words as plans over one table: the same question always the same way,
/// in a few milliseconds, and rather not at all than wrongly. Immutable, and safe for use by many
/// threads.
public final class QuestionPlanner {
    private static final int MOST_READINGS = 3;
    private static final int LONGEST = 1_000;
    private static final int MOST_SUGGESTIONS = 6;
    private static final int SUGGESTED_INSTEAD = 3;

    /// @param earlierPlans [Plan#toJson] of the turns before, the latest last; a question may go on
    ///   from them
    /// @param today what "last month" counts from, unless the data ends earlier
    public Reading read(
            String question, TableFacts facts, List<String> earlierPlans, LocalDate today) {
        if (question.length() > LONGEST) {
            return new Reading.Refused(
                    "The question has more than %d characters; ask a shorter one."
                            .formatted(LONGEST),
                    suggestions(facts));
        }
        List<Token> english = German.translated(Tokens.of(question), facts);
        Spelling.Corrected corrected = new Spelling(facts).corrected(english);
        List<Token> tokens = corrected.tokens();
        List<Item> items = new Scanner(facts, tokens, today).items();
        TableNames table = new TableNames(facts, tokens);
        Ask.Source source = table.source();
        List<Ask> earlier =
                earlierPlans.stream()
                        .flatMap(json -> TablePlan.fromJson(json).stream())
                        .filter(ask -> ask.source().isTableOf(source))
                        .toList();
        Optional<Reading> limit = limits(tokens, items, facts);
        if (limit.isPresent()) {
            return limit.get();
        }
        if (items.isEmpty()) {
            return new Reading.Talk();
        }
        if (isUndo(items)) {
            return undo(earlier, facts);
        }
        boolean followUp = !earlier.isEmpty() && FollowUp.isOne(items, question);
        Ask start = followUp ? earlier.getLast() : Ask.of(source, Ask.Kind.AGGREGATE);
        Ask.Draft draft = start.draft();
        draft.notes.addAll(corrected.notes());
        return readings(items, table, draft.done(), followUp, facts);
    }

    /// A plan as [Plan#toJson] wrote it; empty where the text is none of ours.
    public Optional<Plan> restore(String json) {
        return TablePlan.fromJson(json).map(TablePlan::new);
    }

    /// At most six questions that can be asked of a table.
    public List<String> suggestions(TableFacts facts) {
        return suggestions(new TableNames(facts), List.of(), facts, MOST_SUGGESTIONS);
    }

    /// Only what is understood is suggested, whatever the columns are called.
    private static List<String> suggestions(
            TableNames table, List<Item> items, TableFacts facts, int most) {
        return new Suggestions(table, items)
                .all().stream().filter(each -> works(each, facts)).limit(most).toList();
    }

    private static boolean works(String question, TableFacts facts) {
        List<Token> tokens = Tokens.of(question);
        TableNames table = new TableNames(facts, tokens);
        List<Item> items = new Scanner(facts, tokens, LocalDate.EPOCH).items();
        Ask start = Ask.of(table.source(), Ask.Kind.AGGREGATE);
        return Choices.of(items).stream()
                        .map(choice -> Grammar.read(choice, table, start))
                        .filter(Grammar.Outcome.Done.class::isInstance)
                        .distinct()
                        .count()
                == 1;
    }

    private Reading readings(
            List<Item> items, TableNames table, Ask start, boolean followUp, TableFacts facts) {
        List<Plan> plans = new ArrayList<>();
        String reason = "";
        for (List<Item> choice : Choices.of(items)) {
            Grammar.Outcome outcome =
                    followUp
                            ? FollowUp.read(choice, table, start)
                            : Grammar.read(choice, table, start);
            switch (outcome) {
                case Grammar.Outcome.Done(Ask ask) -> {
                    if (!plans.contains(new TablePlan(ask))) {
                        plans.add(new TablePlan(ask));
                    }
                }
                case Grammar.Outcome.Stuck(String why) -> reason = reason.isEmpty() ? why : reason;
            }
        }
        if (plans.isEmpty()) {
            return refusedOrTalk(items, reason, table, facts);
        }
        return plans.size() == 1
                ? new Reading.Understood(plans.getFirst())
                : new Reading.Ambiguous(plans.subList(0, Math.min(MOST_READINGS, plans.size())));
    }

    private Reading refusedOrTalk(
            List<Item> items, String reason, TableNames table, TableFacts facts) {
        boolean known =
                items.stream()
                        .anyMatch(item ->
                                !(item instanceof Item.Unknown
                                        || item instanceof Item.And
                                        || item instanceof Item.Counts));
        if (!known) {
            return new Reading.Talk();
        }
        String columns =
                String.join(
                        ", ",
                        table.all().stream()
                                .limit(12)
                                .map(each -> "“%s”".formatted(each.name()))
                                .toList());
        return new Reading.Refused(
                reason + " The columns are " + columns + ".",
                suggestions(table, items, facts, SUGGESTED_INSTEAD));
    }

    private static boolean isUndo(List<Item> items) {
        return items.getFirst() instanceof Item.Asks(Term term, String _)
                && term == Term.UNDO
                && items.size() == 1;
    }

    private Reading undo(List<Ask> earlier, TableFacts facts) {
        int first = earlier.isEmpty() ? -1 : earlier.indexOf(earlier.getLast());
        return first > 0
                ? new Reading.Understood(new TablePlan(earlier.get(first - 1)))
                : new Reading.Refused(
                        "There is no question before to go back to.", suggestions(facts));
    }

    private Optional<Reading> limits(List<Token> tokens, List<Item> items, TableFacts facts) {
        for (int at = 0; at < tokens.size(); at++) {
            Optional<String> limit = Lexicon.english().limit(tokens, at);
            String said = tokens.get(at).text();
            boolean named =
                    items.stream()
                            .anyMatch(item ->
                                    (item instanceof Item.Names names
                                                    && names.said().contains(said))
                                            || (item instanceof Item.Holds holds
                                                    && holds.said().contains(said))
                                            || (item instanceof Item.Quotes quotes
                                                    && quotes.text().contains(said)));
            if (limit.isEmpty() || named) {
                continue;
            }
            Optional<Reading> reading = limit(limit.get(), at, items, facts);
            if (reading.isPresent()) {
                return reading;
            }
        }
        return Optional.empty();
    }

    private Optional<Reading> limit(String kind, int at, List<Item> items, TableFacts facts) {
        String reason =
                switch (kind) {
                    case "WRITE" ->
                            at > 3
                                    ? ""
                                    : "Data can only be read here; nothing can be changed or deleted.";
                    case "WHY" ->
                            "The data shows what happened, not why; ask what changed, when, or where.";
                    case "FORECAST" ->
                            "The future is not in the data, and nothing is predicted here; ask how it went so far.";
                    case "JOIN" -> "Only one table can be asked at a time.";
                    case "ADVICE" ->
                            "The data does not say what should be done; ask what happened.";
                    default -> "";
                };
        if (!reason.isEmpty()) {
            return Optional.of(
                    new Reading.Refused(
                            reason,
                            suggestions(new TableNames(facts), items, facts, SUGGESTED_INSTEAD)));
        }
        boolean aboutData =
                items.stream()
                        .anyMatch(item ->
                                item instanceof Item.Names
                                        || item instanceof Item.Holds
                                        || item instanceof Item.Lasts
                                        || item instanceof Item.Unit
                                        || (item instanceof Item.Asks(Term term, String _)
                                                && term != Term.OR
                                                && term != Term.LAST_ROWS
                                                && term != Term.FIRST
                                                && term != Term.TOP
                                                && term != Term.NAME
                                                && term != Term.BY));
        return kind.equals("TALK") && !aboutData
                ? Optional.of(new Reading.Talk())
                : Optional.empty();
    }
}
