package parley.llm;

import java.time.Duration;
import java.util.List;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// How long a model may take, and how often it is asked.
///
/// @param firstToken from the beginning to the first piece of text, all attempts together
/// @param gap the longest silence between two pieces of text
/// @param total from the beginning to the end
/// @param attempts the most attempts for one answer, the first included
public record CallSettings(Duration firstToken, Duration gap, Duration total, int attempts) {
    static final Setting<Duration> FIRST_TOKEN =
            Setting.seconds(
                    "model.first.token.seconds",
                    60,
                    1,
                    3600,
                    "How long a model may take to begin its answer, all attempts together. An answer"
                            + " that is asked for in one piece has begun when it is there.");
    static final Setting<Duration> GAP =
            Setting.seconds(
                    "model.gap.seconds",
                    60,
                    1,
                    3600,
                    "How long a model may be silent in the middle of an answer.");
    static final Setting<Duration> TOTAL =
            Setting.seconds(
                    "model.total.seconds", 900, 1, 86_400, "How long a whole answer may take.");
    static final Setting<Integer> ATTEMPTS =
            Setting.number(
                    "model.attempts",
                    3,
                    1,
                    3,
                    "How often a provider is asked for one answer. A failure after the first piece"
                            + " of text is never repeated.");

    public static final List<Setting<?>> ALL = List.of(FIRST_TOKEN, GAP, TOTAL, ATTEMPTS);

    public static CallSettings from(SettingValues values) {
        return new CallSettings(
                values.get(FIRST_TOKEN), values.get(GAP), values.get(TOTAL), values.get(ATTEMPTS));
    }
}
