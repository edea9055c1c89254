package parley.error;

import java.time.Duration;

/// One limit that holds for an account, and what is left of it, as clients are told in headers.
///
/// @param name `requests-minute`, `tokens-day`, …: unique among an account's limits
/// @param unit what is counted
/// @param quota how much there is in a window
/// @param remaining how much is left; never below 0
/// @param window how long a window is; zero for what is limited at one moment
/// @param reset until all of it is there again
public record RateLimit(
        String name, Unit unit, long quota, long remaining, Duration window, Duration reset) {
    /// What a limit counts.
    public enum Unit {
        REQUESTS,
        TOKENS,
        /// Millionths of a US dollar.
        MICRO_DOLLARS,
        CONCURRENT_TURNS,
        IMAGES
    }
}
