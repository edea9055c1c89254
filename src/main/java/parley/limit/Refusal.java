package parley.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.error.RateLimit;

/// Says to a caller that it has to wait.
final class Refusal {
    /// An answer ends at no known time; this is when asking again makes sense.
    private static final Duration UNTIL_A_PLACE_IS_FREE = Duration.ofSeconds(1);

    private Refusal() {}

    static AppException spent(
            String tier, Measure measure, long quota, Period.Window window, Instant now) {
        Duration wait = window.rest(now);
        return new AppException(
                        ErrorCode.RATE_LIMITED,
                        "The tier %s has %s, and what is left of them does not suffice. They are back in %s, at %s."
                                .formatted(
                                        tier,
                                        measure.words(quota),
                                        words(wait),
                                        window.end().truncatedTo(ChronoUnit.SECONDS)))
                .retryAfter(wait);
    }

    static AppException crowded(String tier, int places) {
        return new AppException(
                        ErrorCode.RATE_LIMITED,
                        "The tier %s has %s at the same time. Wait until one of yours has ended, or stop one."
                                .formatted(tier, places == 1 ? "1 answer" : places + " answers"))
                .retryAfter(UNTIL_A_PLACE_IS_FREE);
    }

    /// Which of the limits would refuse this answer.
    static List<RateLimit> of(List<RateLimit> limits, Limits.Expected expected) {
        return limits.stream()
                .filter(limit -> limit.remaining() < Math.min(limit.quota(), need(limit, expected)))
                .toList();
    }

    private static long need(RateLimit limit, Limits.Expected expected) {
        return switch (limit.unit()) {
            case REQUESTS, CONCURRENT_TURNS -> 1;
            case TOKENS -> Math.max(1, expected.tokens());
            // Rounded down: what costs less than a millionth passes while anything is left.
            case MICRO_DOLLARS -> Math.max(1, expected.nanoDollars() / Measure.NANOS_A_MICRO);
            case IMAGES -> expected.images();
        };
    }

    private static String words(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        if (seconds < 120) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        long minutes = Math.ceilDiv(seconds, 60);
        if (minutes < 120) {
            return minutes + " minutes";
        }
        long hours = Math.ceilDiv(minutes, 60);
        return hours < 48 ? hours + " hours" : Math.ceilDiv(hours, 24) + " days";
    }
}
