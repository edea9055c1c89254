package parley.conversation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.FinishReason;
import parley.llm.ModelCall;
import parley.llm.ModelCaller;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.ModelOptions;
import parley.llm.ModelRequest;
import parley.llm.ResolvedModel;
import parley.llm.TokenCounter;
import parley.llm.Usage;

/// Writes answers: each turn on a virtual thread of its own, from waiting its turn to the stored
/// end.
final class TurnRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TurnRunner.class);

    /// Kept free for the answer where the request does not say how long it may be: a quarter of the
    /// model, at most this.
    private static final int MOST_KEPT_FREE = 4096;

    private final ModelCaller caller;
    private final ConversationStore conversations;
    private final TurnStore store;
    private final HistoryWindow window;
    private final ActiveTurns active;
    private final TurnLogWriter writer;
    private final TurnMetrics metrics;
    private final EndWriter ends;
    private final TurnEnds endings;
    private final TokenCounter tokens;
    private final List<Specialist> specialists;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition oneEnded = lock.newCondition();

    TurnRunner(
            ModelCaller caller,
            ConversationStore conversations,
            TurnStore store,
            TokenCounter tokens,
            ActiveTurns active,
            TurnLogWriter writer,
            TurnMetrics metrics,
            List<Specialist> specialists,
            InstantSource clock) {
        this.caller = caller;
        this.conversations = conversations;
        this.store = store;
        this.window = new HistoryWindow(conversations, tokens);
        this.active = active;
        this.writer = writer;
        this.metrics = metrics;
        this.ends = new EndWriter(store);
        this.endings = new TurnEnds(clock);
        this.tokens = tokens;
        this.specialists = List.copyOf(specialists);
    }

    /// Begins to run a turn that was stored and has a place in its lane.
    ActiveTurn begin(ActiveTurn turn) {
        active.add(turn);
        Thread.ofVirtual().name("turn-", turn.id()).start(() -> run(turn));
        return turn;
    }

    /// Waits until no turn is under way.
    void awaitIdle(Duration patience) throws InterruptedException {
        long nanosLeft = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (!active.all().isEmpty() && nanosLeft > 0) {
                nanosLeft = oneEnded.awaitNanos(nanosLeft);
            }
        } finally {
            lock.unlock();
        }
    }

    void close() {
        writer.close();
        ends.close();
    }

    private void run(ActiveTurn turn) {
        RunProgress progress = new RunProgress();
        TurnEnds.Ending end;
        try {
            if (turn.begin()) {
                answer(turn, progress);
            }
            end = end(turn, progress, null, turn.endRunning());
        } catch (InterruptedException e) {
            end = end(turn, progress, null, stopReason(turn));
        } catch (AppException e) {
            end = end(turn, progress, Turn.Failure.of(e), turn.endRunning());
        } catch (RuntimeException e) {
            LOG.error("Turn {} failed unexpectedly.", turn.id(), e);
            Turn.Failure failure =
                    new Turn.Failure(
                            ErrorCode.INTERNAL,
                            "The answer failed for a reason that is in the server's log. Try again.");
            end = end(turn, progress, failure, turn.endRunning());
        }
        finish(turn, end);
    }

    private void answer(ActiveTurn turn, RunProgress progress) throws InterruptedException {
        turn.place().awaitTurn();
        if (turn.turn().status() == MessageStatus.QUEUED) {
            store.running(turn.id());
        }
        if (!answeredBySpecialist(turn, progress)) {
            ModelHearing hearing = new ModelHearing(turn.log(), turn.model().provider().name());
            progress.reason = call(turn, progress, ModelWish.of(turn), hearing, hearing::from);
        }
    }

    private boolean answeredBySpecialist(ActiveTurn turn, RunProgress progress)
            throws InterruptedException {
        Optional<Message> question =
                specialists.isEmpty()
                        ? Optional.empty()
                        : conversations.findMessage(
                                turn.turn().accountId(), turn.turn().questionId());
        if (question.isEmpty()) {
            return false;
        }
        RunningAssignment assignment =
                new RunningAssignment(
                        turn,
                        question.get(),
                        conversations,
                        (wish, events, answering) -> call(turn, progress, wish, events, answering));
        for (Specialist specialist : specialists) {
            if (specialist.answer(assignment)) {
                progress.ownWork = ownWork(turn, question.get(), progress);
                progress.reason = assignment.end();
                return true;
            }
        }
        return false;
    }

    /// What a specialist read and wrote; nothing where a model did.
    private Usage ownWork(ActiveTurn turn, Message question, RunProgress progress) {
        return progress.calls.isEmpty()
                ? Usage.exact(tokens.count(question.content()), tokens.count(turn.log().text()))
                : Usage.NONE;
    }

    private FinishReason call(
            ActiveTurn turn,
            RunProgress progress,
            ModelWish wish,
            ModelEvents events,
            Consumer<String> answering)
            throws InterruptedException {
        ModelCall call =
                caller.prepare(
                        turn.model(),
                        candidate -> {
                            answering.accept(candidate.provider().name());
                            return request(turn, candidate, progress, wish);
                        });
        progress.calls.add(call);
        return call.run(event -> {
            if (event instanceof ModelEvent.ImageMade) {
                progress.pictures++;
            }
            events.accept(event);
        });
    }

    private ModelRequest request(
            ActiveTurn turn, ResolvedModel candidate, RunProgress progress, ModelWish wish) {
        TurnRequest asked = turn.request();
        int contextTokens = candidate.contextTokens();
        int keptFree =
                asked.options()
                        .sampling()
                        .maxTokens()
                        .orElse(Math.min(MOST_KEPT_FREE, contextTokens / 4));
        long place =
                conversations
                        .findMessage(turn.turn().accountId(), turn.id())
                        .map(Message::sequence)
                        .orElseThrow(
                                () -> ConversationService.notFound(turn.turn().conversationId()));
        HistoryWindow.History history =
                window.read(
                        turn.turn().conversationId(),
                        place,
                        asked.memory(),
                        Math.max(0, contextTokens - keptFree),
                        wish.instructions());
        progress.history = history;
        turn.sees(history);
        ModelOptions options = asked.options();
        return new ModelRequest(
                candidate.model(),
                Stream.concat(history.messages().stream(), wish.more().stream()).toList(),
                wish.answerSoFar(),
                wish.tools().map(options::withTools).orElse(options),
                asked.streamed());
    }

    /// What is known of a turn that is under way.
    Receipt receiptSoFar(ActiveTurn turn) {
        return endings.soFar(turn);
    }

    private TurnEnds.Ending end(
            ActiveTurn turn,
            RunProgress progress,
            Turn.@Nullable Failure failure,
            ActiveTurn.@Nullable StopReason stopped) {
        return endings.of(turn, progress, status(progress, failure, stopped), failure);
    }

    private static MessageStatus status(
            RunProgress progress,
            Turn.@Nullable Failure failure,
            ActiveTurn.@Nullable StopReason stopped) {
        if (progress.reason != null) {
            return MessageStatus.COMPLETE;
        }
        if (stopped != null) {
            return stopped.status();
        }
        return failure == null ? MessageStatus.INTERRUPTED : MessageStatus.FAILED;
    }

    /// Whatever interrupted a turn that nobody stopped, its end is an interruption.
    private static ActiveTurn.StopReason stopReason(ActiveTurn turn) {
        ActiveTurn.StopReason reason = turn.endRunning();
        return reason == null ? ActiveTurn.StopReason.SHUTDOWN : reason;
    }

    private void finish(ActiveTurn turn, TurnEnds.Ending ending) {
        turn.closePieces();
        Turn ended = ends.write(turn.turn(), ending.end());
        metrics.ended(ended.status(), ending.used().usage());
        active.remove(turn);
        turn.admission().settle(ending.used().usage(), ending.used().nanoDollars());
        turn.place().leave();
        turn.log().end(ended);
        lock.lock();
        try {
            oneEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
