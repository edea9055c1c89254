package parley.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every provider keeps to. Implementations extend it and say how to make their model behave.
public abstract class ModelProviderContract {
    protected static final Duration LONGEST_CANCEL = Duration.ofSeconds(2);

    protected abstract ModelProvider provider();

    /// A request that is answered well, in at least two pieces if it is streamed.
    protected abstract ModelRequest answered(boolean streamed);

    /// A request at which the model is silent for at least a minute.
    protected abstract ModelRequest silent(boolean streamed);

    /// A streamed request at which the model says something, then nothing for at least a minute.
    protected abstract ModelRequest stalling();

    /// Waits until the last request has reached the model.
    protected abstract void awaitArrival() throws InterruptedException;

    /// Waits until the model has seen that its last request was given up.
    ///
    /// @param sinceNanos when the caller was interrupted, on the monotonic clock
    /// @return how long that took
    protected abstract Duration awaitAbort(long sinceNanos) throws InterruptedException;

    /// How often the model was asked.
    protected abstract int attempts();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerIsTextAndThenOneEnd(boolean streamed) throws InterruptedException {
        RecordedEvents events = new RecordedEvents();

        provider().run(answered(streamed), events);

        assertThat(events.all().getLast()).isInstanceOf(ModelEvent.Finished.class);
        assertThat(events.all().stream().filter(ModelEvent.Finished.class::isInstance)).hasSize(1);
        assertThat(events.deltas()).isNotEmpty().noneMatch(String::isEmpty);
        assertThat(events.text()).isNotBlank();
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void aStreamedAnswerComesInPiecesThatMakeTheWholeOne() throws InterruptedException {
        RecordedEvents streamed = new RecordedEvents();
        RecordedEvents whole = new RecordedEvents();

        provider().run(answered(true), streamed);
        provider().run(answered(false), whole);

        assertThat(streamed.deltas()).hasSizeGreaterThan(1);
        assertThat(streamed.text()).isEqualTo(whole.text());
    }

    @Test
    void anAnswerSaysWhatItUsed() throws InterruptedException {
        RecordedEvents events = new RecordedEvents();

        provider().run(answered(true), events);

        assertThat(events.usage().inputTokens()).isPositive();
        assertThat(events.usage().outputTokens()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void interruptingBeforeTheFirstTokenCancels(boolean streamed) throws Exception {
        Running running = start(silent(streamed));
        awaitArrival();

        assertCancels(running);

        assertThat(running.events.all()).isEmpty();
    }

    @Test
    void interruptingInMidStreamCancelsAndKeepsWhatWasSaid() throws Exception {
        Running running = start(stalling());
        running.events.awaitText();

        assertCancels(running);

        assertThat(running.events.text()).isNotEmpty();
        assertThat(running.events.all()).noneMatch(ModelEvent.Finished.class::isInstance);
    }

    @Test
    void whatTheReceiverThrowsEndsTheRunAndComesOut() {
        IllegalStateException full = new IllegalStateException("no room");

        Throwable thrown =
                catchThrowable(() ->
                        provider()
                                .run(
                                        stalling(),
                                        _ -> {
                                            throw full;
                                        }));

        assertThat(thrown).isSameAs(full);
    }

    @Test
    void manyThreadsCanAskAtOnce() throws Exception {
        List<Running> runs =
                java.util.stream.IntStream.range(0, 20)
                        .mapToObj(_ -> start(answered(true)))
                        .toList();

        for (Running run : runs) {
            run.done.get(10, TimeUnit.SECONDS);
            assertThat(run.events.text()).isEqualTo(runs.getFirst().events.text());
        }
    }

    private void assertCancels(Running running) throws Exception {
        long interruptedAt = System.nanoTime();
        running.thread.interrupt();

        assertThat(running.failure()).isInstanceOf(InterruptedException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - interruptedAt)).isLessThan(LONGEST_CANCEL);
        assertThat(awaitAbort(interruptedAt)).isLessThan(LONGEST_CANCEL);
        assertThat(attempts()).isEqualTo(1);
    }

    private Running start(ModelRequest request) {
        RecordedEvents events = new RecordedEvents();
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        ModelProvider provider = provider();
        Thread thread =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                provider.run(request, events);
                                done.complete(true);
                            } catch (InterruptedException | RuntimeException e) {
                                done.completeExceptionally(e);
                            }
                        });
        return new Running(thread, events, done);
    }

    private record Running(Thread thread, RecordedEvents events, CompletableFuture<Boolean> done) {
        Throwable failure() throws InterruptedException, TimeoutException {
            try {
                done.get(10, TimeUnit.SECONDS);
                throw new AssertionError("The run did not fail.");
            } catch (ExecutionException e) {
                return java.util.Objects.requireNonNull(e.getCause());
            }
        }
    }
}
