package parley.dialect;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Looks at all live streams twice a second, as long as there are any. A timer for each would cost
/// more than a short answer.
final class Heartbeats {
    static final Heartbeats ALL = new Heartbeats();

    private static final Duration TICK = Duration.ofMillis(500);

    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean watching = new AtomicBoolean();

    void add(LiveStream stream) {
        streams.add(stream);
        if (!watching.get() && watching.compareAndSet(false, true)) {
            Thread.ofVirtual().name("heartbeats").start(this::watch);
        }
    }

    void remove(LiveStream stream) {
        streams.remove(stream);
    }

    private void watch() {
        try {
            do {
                while (!streams.isEmpty()) {
                    Thread.sleep(TICK);
                    streams.forEach(Heartbeats::check);
                }
                watching.set(false);
                // One that came in between saw a watch that was about to end.
            } while (!streams.isEmpty() && watching.compareAndSet(false, true));
        } catch (InterruptedException e) {
            watching.set(false);
        }
    }

    /// A slow reader holds up its own heartbeat only.
    private static void check(LiveStream stream) {
        if (stream.isSilent()) {
            Thread.ofVirtual().name("heartbeat").start(stream::beat);
        }
    }
}
