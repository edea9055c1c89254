package parley.http;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Counts and times the answers by route, never by path, so that nobody can make it grow.
final class RequestMetrics implements MeterBinder {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Map<Kind, Sum> sums = new ConcurrentHashMap<>();
    private final Connections connections;
    private final Traffic traffic;
    private @Nullable MeterRegistry registry;

    /// @param status 0 where the client left before there was one
    private record Kind(String method, String route, int status) {}

    private static final class Sum {
        final LongAdder count = new LongAdder();
        final LongAdder nanos = new LongAdder();
    }

    RequestMetrics(Connections connections, Traffic traffic) {
        this.connections = connections;
        this.traffic = traffic;
    }

    /// The exchange is over.
    void record(HttpExchange exchange) {
        String method = exchange.head().method();
        Kind kind =
                new Kind(
                        METHODS.contains(method) ? method : "other",
                        route(exchange.match()),
                        exchange.status());
        Sum sum = sums.get(kind);
        if (sum == null) {
            sum = add(kind);
        }
        sum.count.increment();
        sum.nanos.add(exchange.nanosSinceStart());
    }

    private static String route(Match match) {
        return match instanceof Match.Found found ? found.endpoint().route().path() : "none";
    }

    private synchronized Sum add(Kind kind) {
        return sums.computeIfAbsent(
                kind,
                _ -> {
                    Sum sum = new Sum();
                    if (registry != null) {
                        bind(kind, sum, registry);
                    }
                    return sum;
                });
    }

    @Override
    public synchronized void bindTo(MeterRegistry newRegistry) {
        registry = newRegistry;
        sums.forEach((kind, sum) -> bind(kind, sum, newRegistry));
        Gauge.builder("parley.http.connections", connections, Connections::count)
                .description("Clients that are connected")
                .register(newRegistry);
        Gauge.builder("parley.http.streams", traffic, Traffic::openStreams)
                .description("Event streams that are open")
                .register(newRegistry);
    }

    private static void bind(Kind kind, Sum sum, MeterRegistry registry) {
        FunctionTimer.builder(
                        "parley.http.requests",
                        sum,
                        that -> that.count.sum(),
                        that -> that.nanos.sum(),
                        TimeUnit.NANOSECONDS)
                .description("Answered requests, and the time their answers took")
                .tags(
                        Tags.of(
                                "method", kind.method(),
                                "route", kind.route(),
                                "status",
                                        kind.status() == 0
                                                ? "none"
                                                : String.valueOf(kind.status())))
                .register(registry);
    }
}
