package parley.http;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import parley.error.RateLimit;
import parley.error.RateLimit.Unit;

/// Tells a caller what is left, in the headers that clients know. Every answer has `RateLimit` and
/// `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers-11) and `X-RateLimit-*` for the
/// tightest limit on requests; a contract adds the family of the service it was made for.
public final class RateHeaders {
    private RateHeaders() {}

    /// What a contract's clients look for beside the general headers.
    public enum Family {
        GENERAL,
        /// `x-ratelimit-limit-requests`, …: what is left comes back in `6m0s`.
        OPENAI,
        /// `anthropic-ratelimit-requests-limit`, …: what is left comes back at an instant, RFC
        /// 3339.
        ANTHROPIC
    }

    /// Sets the headers of the answer. Must come before it begins.
    public static void set(Exchange exchange, List<RateLimit> limits, Family family) {
        if (!limits.isEmpty()) {
            of(limits, family, Instant.now()).forEach(exchange::setHeader);
        }
    }

    /// The headers by their names; none where nothing is limited.
    static Map<String, String> of(List<RateLimit> limits, Family family, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (limits.isEmpty()) {
            return headers;
        }
        headers.put("RateLimit-Policy", joined(limits, RateHeaders::policy));
        headers.put("RateLimit", joined(limits, RateHeaders::left));
        tightest(limits, Unit.REQUESTS)
                .ifPresent(limit -> {
                    headers.put("X-RateLimit-Limit", Long.toString(limit.quota()));
                    headers.put("X-RateLimit-Remaining", Long.toString(limit.remaining()));
                    headers.put(
                            "X-RateLimit-Reset",
                            Long.toString(now.getEpochSecond() + seconds(limit.reset())));
                });
        switch (family) {
            case GENERAL -> {
                // Nothing more.
            }
            case OPENAI -> {
                openAi(headers, "requests", tightest(limits, Unit.REQUESTS));
                openAi(headers, "tokens", tightest(limits, Unit.TOKENS));
            }
            case ANTHROPIC -> {
                anthropic(headers, "requests", tightest(limits, Unit.REQUESTS), now);
                anthropic(headers, "tokens", tightest(limits, Unit.TOKENS), now);
            }
        }
        return headers;
    }

    private static void openAi(
            Map<String, String> headers, String what, Optional<RateLimit> tightest) {
        tightest.ifPresent(limit -> {
            headers.put("x-ratelimit-limit-" + what, Long.toString(limit.quota()));
            headers.put("x-ratelimit-remaining-" + what, Long.toString(limit.remaining()));
            headers.put("x-ratelimit-reset-" + what, spoken(limit.reset()));
        });
    }

    private static void anthropic(
            Map<String, String> headers, String what, Optional<RateLimit> tightest, Instant now) {
        tightest.ifPresent(limit -> {
            String name = "anthropic-ratelimit-" + what;
            headers.put(name + "-limit", Long.toString(limit.quota()));
            headers.put(name + "-remaining", Long.toString(limit.remaining()));
            headers.put(
                    name + "-reset",
                    now.plusSeconds(seconds(limit.reset()))
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString());
        });
    }

    private static String joined(List<RateLimit> limits, Function<RateLimit, String> form) {
        return limits.stream().map(form).collect(Collectors.joining(", "));
    }

    private static String policy(RateLimit limit) {
        String unit =
                switch (limit.unit()) {
                    // The draft's default.
                    case REQUESTS -> "";
                    case TOKENS -> ";qu=\"tokens\"";
                    case MICRO_DOLLARS -> ";qu=\"micro-dollars\"";
                    case CONCURRENT_TURNS -> ";qu=\"concurrent-requests\"";
                    case IMAGES -> ";qu=\"images\"";
                };
        String window = limit.window().isZero() ? "" : ";w=" + seconds(limit.window());
        return "\"%s\";q=%d%s%s".formatted(limit.name(), limit.quota(), window, unit);
    }

    private static String left(RateLimit limit) {
        String reset = limit.reset().isZero() ? "" : ";t=" + seconds(limit.reset());
        return "\"%s\";r=%d%s".formatted(limit.name(), limit.remaining(), reset);
    }

    /// The limit that will refuse first, as far as one can tell: the one with the least left.
    private static Optional<RateLimit> tightest(List<RateLimit> limits, Unit unit) {
        return limits.stream()
                .filter(limit -> limit.unit() == unit)
                .min(
                        Comparator.comparingLong(RateLimit::remaining)
                                .thenComparing(RateLimit::reset, Comparator.reverseOrder()));
    }

    /// Whole seconds, rounded up: who waits so long does not come too early.
    private static long seconds(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }

    /// `1s`, `6m0s`, `13h7m12s`: a duration as Go writes it.
    private static String spoken(Duration time) {
        Duration whole = Duration.ofSeconds(seconds(time));
        if (whole.toHours() > 0) {
            return "%dh%dm%ds"
                    .formatted(whole.toHours(), whole.toMinutesPart(), whole.toSecondsPart());
        }
        return whole.toMinutes() > 0
                ? "%dm%ds".formatted(whole.toMinutes(), whole.toSecondsPart())
                : whole.toSeconds() + "s";
    }
}
