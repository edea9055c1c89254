package parley.conversation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.ModelCaller;
import parley.llm.ModelEvent;
import parley.llm.ModelRequest;
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
    private final TokenCounter tokens;
    private final ActiveTurns active;
    private final TurnLogWriter writer;
    private final TurnMetrics metrics;
    private final EndWriter ends;
    private final InstantSource clock;
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
            InstantSource clock) {
        this.caller = caller;
        this.conversations = conversations;
        this.store = store;
        this.window = new HistoryWindow(conversations, tokens);
        this.tokens = tokens;
        this.active = active;
        this.writer = writer;
        this.metrics = metrics;
        this.ends = new EndWriter(store);
        this.clock = clock;
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
        Progress progress = new Progress();
        TurnEnd end;
        try {
            if (turn.begin()) {
                answer(turn, progress);
            }
            end = endOf(turn, progress, null, turn.endRunning());
        } catch (InterruptedException e) {
            end = endOf(turn, progress, null, stopReason(turn));
        } catch (AppException e) {
            end =
                    endOf(
                            turn,
                            progress,
                            new Turn.Failure(e.code(), e.sentence()),
                            turn.endRunning());
        } catch (RuntimeException e) {
            LOG.error("Turn {} failed unexpectedly.", turn.id(), e);
            Turn.Failure failure =
                    new Turn.Failure(
                            ErrorCode.INTERNAL,
                            "The answer failed for a reason that is in the server's log. Try again.");
            end = endOf(turn, progress, failure, turn.endRunning());
        }
        finish(turn, end);
    }

    private void answer(ActiveTurn turn, Progress progress) throws InterruptedException {
        turn.place().awaitTurn();
        if (turn.turn().status() == MessageStatus.QUEUED) {
            store.running(turn.id());
        }
        ModelRequest request = request(turn, progress);
        progress.outcome =
                caller.call(
                        turn.model(),
                        request,
                        event -> {
                            switch (event) {
                                case ModelEvent.TextDelta(String text) -> turn.log().append(text);
                                // The outcome says the same, and how often was tried.
                                case ModelEvent.Finished _ -> {}
                            }
                        },
                        attempt -> progress.attempts = attempt);
    }

    private ModelRequest request(ActiveTurn turn, Progress progress) {
        TurnRequest asked = turn.request();
        int contextTokens = turn.model().contextTokens();
        int keptFree =
                asked.sampling().maxTokens().orElse(Math.min(MOST_KEPT_FREE, contextTokens / 4));
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
                        Math.max(0, contextTokens - keptFree));
        progress.omitted = history.omitted();
        progress.request =
                new ModelRequest(
                        turn.model().model(),
                        history.messages(),
                        turn.textBefore(),
                        asked.sampling(),
                        asked.streamed());
        return progress.request;
    }

    private TurnEnd endOf(
            ActiveTurn turn,
            Progress progress,
            Turn.@Nullable Failure failure,
            ActiveTurn.@Nullable StopReason stopped) {
        MessageStatus status = status(progress, failure, stopped);
        ModelCaller.Outcome outcome = progress.outcome;
        String content = turn.log().text();
        Usage usage =
                outcome == null ? estimate(progress, turn.textBefore(), content) : outcome.usage();
        return new TurnEnd(
                turn.id(),
                content,
                status,
                Optional.of(turn.model().fullName()),
                sum(turn.turn().usage(), usage),
                turn.turn().attempts() + progress.attempts,
                progress.omitted,
                Optional.ofNullable(outcome).map(o -> o.reason().name().toLowerCase(Locale.ROOT)),
                Optional.ofNullable(failure),
                clock.instant());
    }

    private static MessageStatus status(
            Progress progress,
            Turn.@Nullable Failure failure,
            ActiveTurn.@Nullable StopReason stopped) {
        if (progress.outcome != null) {
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

    private Usage estimate(Progress progress, String before, String content) {
        if (progress.request == null) {
            return Usage.NONE;
        }
        long input =
                progress.request.messages().stream()
                        .mapToLong(message -> tokens.count(message.text()))
                        .sum();
        return new Usage(input, tokens.count(content.substring(before.length())), false);
    }

    private static Usage sum(Usage first, Usage second) {
        if (first.equals(Usage.NONE)) {
            return second;
        }
        return new Usage(
                first.inputTokens() + second.inputTokens(),
                first.outputTokens() + second.outputTokens(),
                first.exact() && second.exact());
    }

    private void finish(ActiveTurn turn, TurnEnd end) {
        turn.closePieces();
        Turn ended = ends.write(turn.turn(), end);
        metrics.ended(ended.status(), end.usage());
        active.remove(turn);
        active.release(turn.turn().accountId());
        turn.place().leave();
        turn.log().end(ended);
        lock.lock();
        try {
            oneEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// What is known of a run while it goes on.
    private static final class Progress {
        int attempts;
        int omitted;
        @Nullable ModelRequest request;
        ModelCaller.@Nullable Outcome outcome;
    }
}
