package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.error.RateLimit;

/// One limit of an account.
///
/// @param windowSeconds null for what is limited at one moment
/// @param resetsAt when all of it is there again; null for what is limited at one moment
record ShownLimit(
        String name,
        String unit,
        long quota,
        long remaining,
        @JsonProperty("window_seconds") @Nullable Long windowSeconds,
        @JsonProperty("resets_at") @Nullable String resetsAt) {
    static ShownLimit of(RateLimit limit, Instant now) {
        boolean counted = !limit.window().isZero();
        return new ShownLimit(
                limit.name(),
                limit.unit().name().toLowerCase(Locale.ROOT),
                limit.quota(),
                limit.remaining(),
                counted ? limit.window().toSeconds() : null,
                counted
                        ? now.plus(limit.reset()).truncatedTo(ChronoUnit.SECONDS).toString()
                        : null);
    }
}
