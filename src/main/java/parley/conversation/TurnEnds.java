package parley.conversation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.ledger.LedgerEntry;
import parley.llm.FinishReason;
import parley.llm.ModelCall;
import parley.llm.ResolvedModel;
import parley.llm.Usage;

/// Works out how a run of a turn ended: what is stored, what it cost, what went into it.
final class TurnEnds {
    private final InstantSource clock;

    TurnEnds(InstantSource clock) {
        this.clock = clock;
    }

    /// @param used what this run used
    record Ending(TurnEnd end, Expense used) {}

    Ending of(
            ActiveTurn active,
            RunProgress progress,
            MessageStatus status,
            Turn.@Nullable Failure failure) {
        Turn turn = active.turn();
        List<ModelCall> calls = progress.asked();
        Expense used = used(active, progress, calls);
        Expense all = Expense.before(turn).plus(used);
        String answeredBy = answering(active, calls).fullName();
        TurnEnd end =
                new TurnEnd(
                        turn.id(),
                        active.log().text(),
                        parts(active.log(), status),
                        status,
                        Optional.of(answeredBy),
                        all.usage(),
                        all.nanoDollars(),
                        turn.attempts() + timesAsked(calls),
                        progress.history == null ? 0 : progress.history.omitted(),
                        Optional.ofNullable(progress.reason).map(FinishReason::wireName),
                        Optional.ofNullable(failure),
                        firstToken(calls),
                        Optional.of(receipt(active, progress, status, used)),
                        used.equals(Expense.NOTHING) && calls.isEmpty()
                                ? Optional.empty()
                                : Optional.of(entry(active, progress, status, used)),
                        clock.instant());
        return new Ending(end, used);
    }

    /// The model that answers, or answered last; where none was asked, the one that was to be.
    private static ResolvedModel answering(ActiveTurn active, List<ModelCall> calls) {
        return calls.isEmpty() ? active.model() : calls.getLast().model();
    }

    private static Expense used(ActiveTurn active, RunProgress progress, List<ModelCall> calls) {
        Expense own =
                progress.ownWork.equals(Usage.NONE)
                        ? Expense.NOTHING
                        : Expense.of(progress.ownWork, active.model());
        return calls.stream()
                .map(call -> Expense.of(call.usage(), call.model()))
                .reduce(own, Expense::plus);
    }

    private static int timesAsked(List<ModelCall> calls) {
        return calls.stream().mapToInt(ModelCall::timesAsked).sum();
    }

    private static Optional<Duration> firstToken(List<ModelCall> calls) {
        return calls.isEmpty() ? Optional.empty() : calls.getFirst().firstToken();
    }

    private static Duration duration(List<ModelCall> calls) {
        return calls.stream().map(ModelCall::duration).reduce(Duration.ZERO, Duration::plus);
    }

    /// What is known of a turn that is under way.
    Receipt soFar(ActiveTurn active) {
        HistoryWindow.History history = active.history();
        return new Receipt(
                active.turn().status(),
                active.model().fullName(),
                Optional.empty(),
                history == null ? 0 : history.instructionTokens(),
                history == null ? List.of() : history.seen(),
                history == null ? List.of() : history.leftOut(),
                List.of(),
                List.of(),
                Optional.empty(),
                Duration.ZERO,
                Usage.estimated(0, 0, "the answer has not ended"),
                OptionalLong.empty(),
                "");
    }

    private static List<AnswerPart> parts(TurnLog log, MessageStatus status) {
        return log.rich()
                ? AnswerPart.of(log.from(0), status == MessageStatus.COMPLETE)
                : List.of();
    }

    private static Receipt receipt(
            ActiveTurn active, RunProgress progress, MessageStatus status, Expense used) {
        HistoryWindow.History history = progress.history;
        List<ModelCall> calls = progress.calls;
        List<ModelCall> asked = progress.asked();
        return new Receipt(
                status,
                active.model().fullName(),
                asked.isEmpty()
                        ? Optional.empty()
                        : Optional.of(asked.getLast().model().fullName()),
                history == null ? 0 : history.instructionTokens(),
                history == null ? List.of() : history.seen(),
                history == null ? List.of() : history.leftOut(),
                calls.isEmpty() ? List.of() : calls.getLast().withheld(),
                calls.stream().flatMap(call -> call.attempts().stream()).toList(),
                firstToken(calls),
                duration(calls),
                used.usage(),
                used.nanoDollars(),
                "");
    }

    private LedgerEntry entry(
            ActiveTurn active, RunProgress progress, MessageStatus status, Expense used) {
        List<ModelCall> calls = progress.asked();
        return new LedgerEntry(
                active.turn().accountId(),
                active.turn().contract(),
                answering(active, calls).fullName(),
                OptionalLong.of(active.id()),
                used.usage(),
                used.nanoDollars(),
                progress.pictures,
                status.wireName(),
                timesAsked(calls),
                duration(calls),
                clock.instant());
    }
}
