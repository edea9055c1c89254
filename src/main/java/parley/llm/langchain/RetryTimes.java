package parley.llm.langchain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads how long a provider asks to wait: from the header `Retry-After` in both its forms, from
/// Anthropic's limits that are used up, or from the `estimated_time` of a model that Hugging Face
/// is still loading.
record RetryTimes(InstantSource clock) {
    private static final double LONGEST_ESTIMATE_SECONDS = 86_400;
    private static final List<String> ANTHROPIC_LIMITS =
            List.of("requests", "tokens", "input-tokens", "output-tokens");

    /// @param header gives a header's value by its name
    Optional<Duration> of(Function<String, Optional<String>> header, String body) {
        return header.apply("Retry-After")
                .flatMap(this::retryAfter)
                .or(() -> untilLimitsAreBack(header))
                .or(() -> estimatedTime(body));
    }

    private Optional<Duration> retryAfter(String value) {
        String text = value.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            return Optional.of(
                    until(
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The longest wait counts: all limits have to be kept.
    private Optional<Duration> untilLimitsAreBack(Function<String, Optional<String>> header) {
        return ANTHROPIC_LIMITS.stream()
                .map(limit -> "anthropic-ratelimit-" + limit)
                .filter(limit -> header.apply(limit + "-remaining").equals(Optional.of("0")))
                .flatMap(limit -> header.apply(limit + "-reset").stream())
                .flatMap(reset -> untilReset(reset).stream())
                .max(Comparator.naturalOrder());
    }

    private Optional<Duration> untilReset(String reset) {
        try {
            return Optional.of(until(DateTimeFormatter.ISO_DATE_TIME.parse(reset, Instant::from)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> estimatedTime(String body) {
        if (!body.contains("estimated_time")) {
            return Optional.empty();
        }
        try {
            double seconds = JsonMapper.shared().readTree(body).path("estimated_time").asDouble(-1);
            return seconds < 0 || !(seconds <= LONGEST_ESTIMATE_SECONDS)
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis((long) (seconds * 1000)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private Duration until(Instant moment) {
        Duration wait = Duration.between(clock.instant(), moment);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
