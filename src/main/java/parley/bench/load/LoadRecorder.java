package parley.bench.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Counts while a load is under way. Used by one thread.
final class LoadRecorder {
    private final Latencies whole = new Latencies();
    private final Latencies first = new Latencies();
    private final Latencies slip = new Latencies();
    private final Map<String, Long> failures = new HashMap<>();
    private final long beginning = System.nanoTime();
    private long lastAnswer = beginning;
    private long answered;
    private long events;
    private long dataBytes;
    private long muchTooLate;
    private int open;
    private int mostOpen;

    void answered(long sentAt, long now) {
        answered++;
        lastAnswer = now;
        whole.record(now - sentAt);
    }

    void failed(String reason) {
        failures.merge(reason, 1L, Long::sum);
    }

    void streamBegan(long sentAt, long now) {
        first.record(now - sentAt);
        open++;
        mostOpen = Math.max(mostOpen, open);
    }

    void event(long bytes) {
        events++;
        dataBytes += bytes;
    }

    void paced(long slipNanos, boolean late) {
        slip.record(slipNanos);
        muchTooLate += late ? 1 : 0;
    }

    void streamEnded() {
        open--;
    }

    LoadReport report() {
        return new LoadReport(
                answered,
                failures,
                Duration.ofNanos(lastAnswer - beginning),
                whole,
                new StreamFigures(events, dataBytes, muchTooLate, mostOpen, first, slip));
    }
}
