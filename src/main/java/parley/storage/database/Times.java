package parley.storage.database;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Times as they are kept: whole microseconds since 1970, UTC. Milliseconds would be too coarse to
/// tell which of two conversations changed last.
public final class Times {
    private static final Instant EARLIEST = instant(Long.MIN_VALUE);
    private static final Instant LATEST = instant(Long.MAX_VALUE);

    private Times() {}

    /// The instant as it will be read back.
    public static Instant kept(Instant instant) {
        return instant(toMicros(instant));
    }

    /// Years outside of what a `long` of microseconds can say (a filter may ask for them) become
    /// the nearest that it can.
    static long toMicros(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return Long.MIN_VALUE;
        }
        return instant.isAfter(LATEST)
                ? Long.MAX_VALUE
                : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
