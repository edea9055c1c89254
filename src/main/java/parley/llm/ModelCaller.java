package parley.llm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import parley.settings.SettingValues;

/// Calls models: the one place that tries again and goes on to fallbacks ([CallRoute]), and the one
/// that watches the time. Safe for use by many threads. A call runs on the caller's thread.
public final class ModelCaller implements AutoCloseable {
    /// Waits, and can be interrupted.
    @FunctionalInterface
    interface Pause {
        void pause(Duration wait) throws InterruptedException;
    }

    private final CallSettings settings;
    private final CallRoute.Means means;
    private final List<CallObserver> observers;
    private final LongSupplier nanoClock;
    private final DeadlineWatcher watcher = new DeadlineWatcher();

    /// Without a limit on calls at once.
    public ModelCaller(CallSettings settings, TokenCounter counter, List<CallObserver> observers) {
        this(settings, RoutingSettings.from(SettingValues.DEFAULTS), counter, observers);
    }

    public ModelCaller(
            CallSettings settings,
            RoutingSettings routing,
            TokenCounter counter,
            List<CallObserver> observers) {
        this(
                settings,
                routing,
                counter,
                observers,
                () -> ThreadLocalRandom.current().nextLong(),
                Thread::sleep,
                System::nanoTime);
    }

    ModelCaller(
            CallSettings settings,
            RoutingSettings routing,
            TokenCounter counter,
            List<CallObserver> observers,
            RandomGenerator random,
            Pause pause,
            LongSupplier nanoClock) {
        this.settings = settings;
        this.means =
                new CallRoute.Means(
                        settings,
                        new ProviderGates(routing, nanoClock),
                        counter,
                        new Backoff(random),
                        pause,
                        nanoClock);
        this.observers = List.copyOf(observers);
        this.nanoClock = nanoClock;
        watcher.start();
    }

    /// A call that can be run: of the model, and where that cannot answer, of its fallbacks.
    public ModelCall prepare(ResolvedModel model, RequestMaker requests) {
        return new ModelCall(this, model, requests);
    }

    /// How the providers that were asked since the start have done, by name.
    public List<ProviderHealth> health() {
        return means.gates().health();
    }

    /// How one provider has done since the start.
    public ProviderHealth health(String provider) {
        return means.gates().of(provider).health();
    }

    /// Runs a call to its end.
    FinishReason run(ModelCall call, ModelEvents events) throws InterruptedException {
        long startedNanos = nanoClock.getAsLong();
        ActiveCall active =
                new ActiveCall(
                        settings,
                        event -> {
                            call.note(event, since(startedNanos));
                            events.accept(event);
                        },
                        nanoClock);
        CallRoute route = new CallRoute(means, active, call);
        watcher.add(active);
        try {
            return route.answer();
        } catch (InterruptedException | RuntimeException e) {
            Optional<ActiveCall.Deadline> passed = active.end();
            if (passed.isEmpty()) {
                throw e;
            }
            // The watcher interrupted this thread; that must not reach what the caller does next.
            Thread.interrupted();
            if (passed.get() == ActiveCall.Deadline.SHARE) {
                throw new InterruptedException("The call was cancelled.");
            }
            throw route.tooSlow(passed.get());
        } finally {
            watcher.remove(active);
            active.end();
            call.ended(since(startedNanos));
            observers.forEach(observer -> observer.ended(call));
        }
    }

    private Duration since(long startedNanos) {
        return Duration.ofNanos(nanoClock.getAsLong() - startedNanos);
    }

    @Override
    public void close() {
        watcher.close();
    }
}
