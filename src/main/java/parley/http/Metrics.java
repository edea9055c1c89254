package parley.http;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `GET /metrics` shows. The parts keep their own numbers and bind them when somebody asks for
/// the first time: a server that nobody measures starts faster without a registry.
public final class Metrics {
    private final List<MeterBinder> parts = new ArrayList<>();
    private @Nullable PrometheusMeterRegistry registry;

    /// Adds the numbers of a part.
    public synchronized void add(MeterBinder part) {
        parts.add(part);
        if (registry != null) {
            part.bindTo(registry);
        }
    }

    /// Makes the registry now, if there is none yet.
    public synchronized void open() {
        if (registry == null) {
            registry = newRegistry();
        }
    }

    /// All numbers in Prometheus' text format, version 0.0.4.
    public synchronized String scrape() {
        if (registry == null) {
            registry = newRegistry();
        }
        return registry.scrape();
    }

    private PrometheusMeterRegistry newRegistry() {
        PrometheusMeterRegistry created = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(created);
        new JvmThreadMetrics().bindTo(created);
        new ProcessorMetrics().bindTo(created);
        new UptimeMetrics().bindTo(created);
        parts.forEach(part -> part.bindTo(created));
        return created;
    }
}
