package parley.telemetry;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.llm.CallObserver;
import parley.llm.ModelCall;
import parley.llm.Usage;

/// Counts and times model calls, under the names of OpenTelemetry's conventions for generative AI:
/// `gen_ai.client.token.usage` (tokens), `gen_ai.client.operation.duration` and
/// `gen_ai.client.operation.time_to_first_chunk` (seconds).
///
/// A registry is made with the first call, not with the server: what ends before it is there waits.
public final class CallMetrics implements CallObserver, MeterBinder {
    /// The boundaries that the conventions recommend.
    private static final Duration[] DURATIONS =
            Stream.of(
                            10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 10_240, 20_480, 40_960,
                            81_920)
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private static final double[] TOKENS = {
        1, 4, 16, 64, 256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576
    };

    private record Ended(
            String provider,
            String model,
            String error,
            Duration duration,
            Optional<Duration> firstToken,
            Usage usage) {}

    private final Runnable openRegistry;
    private final AtomicBoolean opening = new AtomicBoolean();
    private final Queue<Ended> waiting = new ConcurrentLinkedQueue<>();
    private volatile @Nullable MeterRegistry registry;

    /// @param openRegistry makes the registry that binds this
    public CallMetrics(Runnable openRegistry) {
        this.openRegistry = openRegistry;
    }

    @Override
    public void ended(ModelCall call) {
        waiting.add(
                new Ended(
                        call.model().provider().name(),
                        call.model().model(),
                        call.reason().isPresent() ? "" : "error",
                        call.duration(),
                        call.firstToken(),
                        call.usage()));
        MeterRegistry known = registry;
        if (known != null) {
            drain(known);
        } else if (opening.compareAndSet(false, true)) {
            Thread.ofVirtual().name("metrics-registry").start(openRegistry);
        }
    }

    @Override
    public void bindTo(MeterRegistry newRegistry) {
        registry = newRegistry;
        drain(newRegistry);
    }

    private void drain(MeterRegistry known) {
        for (Ended ended = waiting.poll(); ended != null; ended = waiting.poll()) {
            record(known, ended);
        }
    }

    private static void record(MeterRegistry registry, Ended ended) {
        Tags tags =
                Tags.of(
                        "gen_ai.operation.name", "chat",
                        "gen_ai.provider.name", ended.provider(),
                        "gen_ai.request.model", ended.model());
        Timer.builder("gen_ai.client.operation.duration")
                .description("How long calls of models took")
                .tags(tags.and("error.type", ended.error()))
                .serviceLevelObjectives(DURATIONS)
                .register(registry)
                .record(ended.duration());
        ended.firstToken()
                .ifPresent(first ->
                        Timer.builder("gen_ai.client.operation.time_to_first_chunk")
                                .description("How long models took to begin")
                                .tags(tags)
                                .serviceLevelObjectives(DURATIONS)
                                .register(registry)
                                .record(first));
        tokens(registry, tags.and("gen_ai.token.type", "input"), ended.usage().inputTokens());
        tokens(registry, tags.and("gen_ai.token.type", "output"), ended.usage().outputTokens());
    }

    private static void tokens(MeterRegistry registry, Tags tags, long tokens) {
        DistributionSummary.builder("gen_ai.client.token.usage")
                .description("Tokens that calls read and wrote")
                .tags(tags)
                .serviceLevelObjectives(TOKENS)
                .register(registry)
                .record((double) tokens);
    }
}
