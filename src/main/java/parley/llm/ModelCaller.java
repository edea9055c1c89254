package parley.llm;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import parley.error.AppException;

/// Calls models: the one place that tries again, and the one that watches the time. Safe for use by
/// many threads. A call runs on the caller's thread.
public final class ModelCaller implements AutoCloseable {
    /// A provider that asks for more is not waited for.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /// Waits, and can be interrupted.
    @FunctionalInterface
    interface Pause {
        void pause(Duration wait) throws InterruptedException;
    }

    /// How a call ended that did not fail.
    ///
    /// @param attempts how often the provider was asked
    public record Outcome(FinishReason reason, Usage usage, int attempts) {}

    private final CallSettings settings;
    private final Backoff backoff;
    private final Pause pause;
    private final LongSupplier nanoClock;
    private final DeadlineWatcher watcher = new DeadlineWatcher();

    public ModelCaller(CallSettings settings) {
        this(
                settings,
                () -> ThreadLocalRandom.current().nextLong(),
                Thread::sleep,
                System::nanoTime);
    }

    ModelCaller(
            CallSettings settings, RandomGenerator random, Pause pause, LongSupplier nanoClock) {
        this.settings = settings;
        this.backoff = new Backoff(random);
        this.pause = pause;
        this.nanoClock = nanoClock;
        watcher.start();
    }

    /// As the longer form, for callers that do not count attempts of failed calls.
    public Outcome call(ResolvedModel model, ModelRequest request, ModelEvents events)
            throws InterruptedException {
        return call(model, request, events, _ -> {});
    }

    /// Runs a request, with up to three attempts as long as no text was passed on. Interrupting the
    /// calling thread cancels the provider's call.
    ///
    /// @param request whose model is `model.model()`
    /// @param events receives the text, and at last one [ModelEvent.Finished]. Text that it
    ///   received stays valid if the call fails after it. What it throws ends the call and comes
    ///   out unchanged
    /// @param attempts receives the number of each attempt as it begins, from 1
    /// @throws AppException `PROVIDER_TIMEOUT` if a deadline passed; `PROVIDER_FAILED`,
    ///   `RATE_LIMITED`, `UNAVAILABLE` if the provider failed, the latter two with the time after
    ///   which to try again
    public Outcome call(
            ResolvedModel model, ModelRequest request, ModelEvents events, IntConsumer attempts)
            throws InterruptedException {
        ActiveCall call = new ActiveCall(settings, events, nanoClock);
        watcher.add(call);
        try {
            return attempt(call, model, request, attempts);
        } catch (InterruptedException | RuntimeException e) {
            Optional<ActiveCall.Deadline> passed = call.end();
            if (passed.isEmpty()) {
                throw e;
            }
            // The watcher interrupted this thread; that must not reach what the caller does next.
            Thread.interrupted();
            throw CallFailures.tooSlow(model, settings, passed.get());
        } finally {
            watcher.remove(call);
            call.end();
        }
    }

    private Outcome attempt(
            ActiveCall call, ResolvedModel model, ModelRequest request, IntConsumer attempts)
            throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            attempts.accept(attempt);
            try {
                model.provider().run(request, call);
                ModelEvent.Finished end = call.finished().orElseThrow(() -> noEnd(model));
                return new Outcome(end.reason(), end.usage(), attempt);
            } catch (ProviderException e) {
                pause.pause(beforeNext(call, attempt, e));
            }
        }
    }

    /// How long to wait before the next attempt.
    ///
    /// @throws AppException if there is to be none
    private Duration beforeNext(ActiveCall call, int attempt, ProviderException failure) {
        Duration wait = backoff.after(attempt, failure.retryAfter());
        boolean again =
                failure.kind().retryable()
                        && !call.hasText()
                        && attempt < settings.attempts()
                        && failure.retryAfter().orElse(Duration.ZERO).compareTo(LONGEST_WAIT) <= 0
                        && call.hasTimeFor(wait);
        if (!again) {
            throw CallFailures.failed(failure, attempt, call.hasText());
        }
        return wait;
    }

    private static ProviderException noEnd(ResolvedModel model) {
        return new ProviderException(
                ProviderException.Kind.BAD_RESPONSE,
                "%s ended its answer without saying so.".formatted(model.fullName()),
                null,
                null);
    }

    @Override
    public void close() {
        watcher.close();
    }
}
