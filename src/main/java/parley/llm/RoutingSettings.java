package parley.llm;

import java.time.Duration;
import java.util.List;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// When a provider is left alone, and how much is asked of it at once.
///
/// @param failures how many failures in a row, all the provider's fault, begin a cooldown
/// @param cooldown how long a failing provider is passed over where a fallback can answer
/// @param concurrency the most calls of one provider at once; 0 for no limit
public record RoutingSettings(int failures, Duration cooldown, int concurrency) {
    static final Setting<Integer> FAILURES =
            Setting.number(
                    "model.cooldown.failures",
                    5,
                    1,
                    1000,
                    "After how many failures in a row a provider is passed over for a while, where"
                            + " model.fallbacks names another that can answer.");
    static final Setting<Duration> COOLDOWN =
            Setting.seconds(
                    "model.cooldown.seconds",
                    15,
                    1,
                    3600,
                    "How long a failing provider is passed over before one call tries it again.");
    static final Setting<Integer> CONCURRENCY =
            Setting.number(
                    "model.concurrency",
                    0,
                    0,
                    100_000,
                    "The most calls of one provider at once. Further ones wait, at most as long as"
                            + " the first token may take, or go to a fallback. 0: no limit.");

    public static final List<Setting<?>> ALL = List.of(FAILURES, COOLDOWN, CONCURRENCY);

    public static RoutingSettings from(SettingValues values) {
        return new RoutingSettings(
                values.get(FAILURES), values.get(COOLDOWN), values.get(CONCURRENCY));
    }
}
