package parley.bench.load;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/// What came of a load.
///
/// @param answered how many answers were complete and good
/// @param failures what went wrong, and how often
/// @param elapsed from the first request to the last answer
/// @param whole from each request to the last byte of its answer; good answers only
public record LoadReport(
        long answered,
        Map<String, Long> failures,
        Duration elapsed,
        Latencies whole,
        StreamFigures streams) {
    private static final double NANOS_PER_SECOND = 1e9;

    public LoadReport {
        failures = Map.copyOf(failures);
    }

    /// Good answers a second.
    public double perSecond() {
        return elapsed.isZero() ? 0 : answered * NANOS_PER_SECOND / elapsed.toNanos();
    }

    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /// What went wrong in words: `12 × status 429`; empty if nothing did.
    public String failuresInWords() {
        return failures.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(failure -> failure.getValue() + " × " + failure.getKey())
                .collect(Collectors.joining(", "));
    }
}
