package parley.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.error.AppException;

/// What those who run the server ask it: whether it can work, and what it has done.
final class OperationsDialect implements Dialect {
    private static final Logger LOG = LoggerFactory.getLogger(OperationsDialect.class);
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final List<ReadinessCheck> checks;
    private final Metrics metrics;
    private final Traffic traffic;

    /// @param checks for each check's name "ok", "absent", or what is wrong
    private record Readiness(String status, Map<String, String> checks) {}

    private record Problem(String detail) {}

    OperationsDialect(List<ReadinessCheck> checks, Metrics metrics, Traffic traffic) {
        this.checks = List.copyOf(checks);
        this.metrics = metrics;
        this.traffic = traffic;
    }

    @Override
    public String name() {
        return "operations";
    }

    @Override
    public List<String> prefixes() {
        return List.of("/ready", "/metrics");
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/ready", Access.OPEN, this::ready),
                Route.get("/metrics", Access.CALLER, this::metrics));
    }

    @Override
    public Object errorBody(AppException problem) {
        return new Problem(problem.sentence());
    }

    private void ready(Exchange exchange) {
        if (traffic.isDraining()) {
            exchange.respond(503, new Readiness("draining", Map.of()));
            return;
        }
        Map<String, String> results = new LinkedHashMap<>();
        boolean ready = true;
        boolean degraded = false;
        for (ReadinessCheck check : checks) {
            if (check.isAbsent()) {
                results.put(check.name(), "absent");
                continue;
            }
            Optional<String> problem = run(check);
            results.put(check.name(), problem.orElse("ok"));
            ready &= problem.isEmpty() || !check.isVital();
            degraded |= problem.isPresent();
        }
        String status = ready ? (degraded ? "degraded" : "ready") : "not ready";
        exchange.respond(ready ? 200 : 503, new Readiness(status, results));
    }

    private static Optional<String> run(ReadinessCheck check) {
        try {
            return check.check();
        } catch (AppException e) {
            return Optional.of(e.sentence());
        } catch (RuntimeException e) {
            LOG.warn("The readiness check {} failed: {}", check.name(), LogText.of(e));
            return Optional.of("The check itself failed; the log says more.");
        }
    }

    private void metrics(Exchange exchange) {
        exchange.respond(200, PROMETHEUS_TEXT, metrics.scrape().getBytes(StandardCharsets.UTF_8));
    }
}
