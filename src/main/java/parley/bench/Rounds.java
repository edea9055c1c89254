package parley.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.bench.load.Latencies;

/// Figures gathered round by round under their names.
final class Rounds {
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    void add(String name, double figure) {
        figures.computeIfAbsent(name, ignored -> new ArrayList<>()).add(figure);
    }

    /// Adds the median and the 99th percentile, in microseconds.
    void addMicros(String name, Latencies latencies) {
        add(name + " p50", latencies.micros(50));
        add(name + " p99", latencies.micros(99));
    }

    /// Adds the median and the 99th percentile, in milliseconds.
    void addMillis(String name, Latencies latencies) {
        add(name + " p50", latencies.millis(50));
        add(name + " p99", latencies.millis(99));
    }

    Samples samples(String name) {
        List<Double> found = figures.get(name);
        if (found == null) {
            throw new IllegalArgumentException("Nothing was measured under the name " + name + ".");
        }
        return new Samples(found);
    }
}
