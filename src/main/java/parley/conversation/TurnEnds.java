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
        Optional<ModelCall> call =
                Optional.ofNullable(progress.call).filter(asked -> asked.timesAsked() > 0);
        Expense used =
                call.map(asked -> Expense.of(asked.usage(), asked.model())).orElse(Expense.NOTHING);
        Expense all = Expense.before(turn).plus(used);
        String answeredBy = call.map(ModelCall::model).orElseGet(active::model).fullName();
        TurnEnd end =
                new TurnEnd(
                        turn.id(),
                        active.log().text(),
                        parts(active.log(), status),
                        status,
                        Optional.of(answeredBy),
                        all.usage(),
                        all.nanoDollars(),
                        turn.attempts() + call.map(ModelCall::timesAsked).orElse(0),
                        progress.history == null ? 0 : progress.history.omitted(),
                        Optional.ofNullable(progress.reason).map(FinishReason::wireName),
                        Optional.ofNullable(failure),
                        call.flatMap(ModelCall::firstToken),
                        Optional.of(receipt(active, progress, status, used)),
                        call.map(asked -> entry(active, asked, status, used)),
                        clock.instant());
        return new Ending(end, used);
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
        Optional<ModelCall> call = Optional.ofNullable(progress.call);
        return new Receipt(
                status,
                active.model().fullName(),
                call.filter(asked -> asked.timesAsked() > 0).map(asked -> asked.model().fullName()),
                history == null ? 0 : history.instructionTokens(),
                history == null ? List.of() : history.seen(),
                history == null ? List.of() : history.leftOut(),
                call.map(ModelCall::withheld).orElse(List.of()),
                call.map(ModelCall::attempts).orElse(List.of()),
                call.flatMap(ModelCall::firstToken),
                call.map(ModelCall::duration).orElse(Duration.ZERO),
                used.usage(),
                used.nanoDollars(),
                "");
    }

    private LedgerEntry entry(
            ActiveTurn active, ModelCall call, MessageStatus status, Expense used) {
        long images =
                active.saidInThisRun().stream().filter(Said.Picture.class::isInstance).count();
        return new LedgerEntry(
                active.turn().accountId(),
                active.turn().contract(),
                call.model().fullName(),
                OptionalLong.of(active.id()),
                used.usage(),
                used.nanoDollars(),
                Math.toIntExact(images),
                status.wireName(),
                call.timesAsked(),
                call.duration(),
                clock.instant());
    }
}
