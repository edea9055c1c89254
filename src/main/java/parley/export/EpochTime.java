package parley.export;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Times as other programs write them: numbers since 1970, of which only the size tells the unit.
public final class EpochTime {
    /// Seconds beyond these are after the year 5000: then they are milliseconds, and so on.
    private static final double LARGEST_SECONDS = 1e11;

    private static final double THOUSAND = 1e3;
    private static final double MICROS = 1e6;

    private EpochTime() {}

    /// Empty where there is none.
    public static Optional<Instant> of(JsonNode node) {
        if (!node.isNumber()) {
            return Optional.empty();
        }
        double seconds = node.doubleValue();
        while (seconds >= LARGEST_SECONDS) {
            seconds /= THOUSAND;
        }
        return seconds > 0
                ? Optional.of(Instant.EPOCH.plus(Math.round(seconds * MICROS), ChronoUnit.MICROS))
                : Optional.empty();
    }
}
