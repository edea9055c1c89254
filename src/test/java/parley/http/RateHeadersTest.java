package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.error.RateLimit;
import parley.error.RateLimit.Unit;
import parley.http.RateHeaders.Family;

class RateHeadersTest {
    private static final Instant NOW = Instant.parse("2026-11-20T23:30:48Z");
    private static final List<RateLimit> LIMITS =
            List.of(
                    new RateLimit(
                            "requests-minute",
                            Unit.REQUESTS,
                            60,
                            59,
                            Duration.ofMinutes(1),
                            Duration.ofMillis(11_200)),
                    new RateLimit(
                            "requests-day",
                            Unit.REQUESTS,
                            5000,
                            12,
                            Duration.ofDays(1),
                            Duration.ofSeconds(1752)),
                    new RateLimit(
                            "tokens-minute",
                            Unit.TOKENS,
                            20_000,
                            19_000,
                            Duration.ofMinutes(1),
                            Duration.ofSeconds(12)),
                    new RateLimit(
                            "concurrent-turns",
                            Unit.CONCURRENT_TURNS,
                            2,
                            1,
                            Duration.ZERO,
                            Duration.ZERO));

    @Test
    void theGeneralHeadersAreStructuredFields() {
        Map<String, String> headers = RateHeaders.of(LIMITS, Family.GENERAL, NOW);

        assertThat(headers)
                .containsEntry(
                        "RateLimit-Policy",
                        "\"requests-minute\";q=60;w=60, \"requests-day\";q=5000;w=86400,"
                                + " \"tokens-minute\";q=20000;w=60;qu=\"tokens\","
                                + " \"concurrent-turns\";q=2;qu=\"concurrent-requests\"")
                .containsEntry(
                        "RateLimit",
                        "\"requests-minute\";r=59;t=12, \"requests-day\";r=12;t=1752,"
                                + " \"tokens-minute\";r=19000;t=12, \"concurrent-turns\";r=1");
    }

    @Test
    void theTightestLimitOnRequestsIsTheOneOfTheOldHeaders() {
        assertThat(RateHeaders.of(LIMITS, Family.GENERAL, NOW))
                .containsEntry("X-RateLimit-Limit", "5000")
                .containsEntry("X-RateLimit-Remaining", "12")
                .containsEntry("X-RateLimit-Reset", String.valueOf(NOW.getEpochSecond() + 1752));
    }

    @Test
    void openAiClientsFindTheirs() {
        assertThat(RateHeaders.of(LIMITS, Family.OPENAI, NOW))
                .containsEntry("x-ratelimit-limit-requests", "5000")
                .containsEntry("x-ratelimit-remaining-requests", "12")
                .containsEntry("x-ratelimit-reset-requests", "29m12s")
                .containsEntry("x-ratelimit-limit-tokens", "20000")
                .containsEntry("x-ratelimit-remaining-tokens", "19000")
                .containsEntry("x-ratelimit-reset-tokens", "12s");
    }

    @Test
    void anthropicClientsFindTheirs() {
        assertThat(RateHeaders.of(LIMITS, Family.ANTHROPIC, NOW))
                .containsEntry("anthropic-ratelimit-requests-limit", "5000")
                .containsEntry("anthropic-ratelimit-requests-remaining", "12")
                .containsEntry("anthropic-ratelimit-requests-reset", "2026-11-21T00:00:00Z")
                .containsEntry("anthropic-ratelimit-tokens-remaining", "19000");
    }

    @Test
    void whoIsNotLimitedIsToldNothing() {
        assertThat(RateHeaders.of(List.of(), Family.OPENAI, NOW)).isEmpty();
    }
}
