package parley.llm.builtin;

import java.util.List;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// How the built-in engine behaves.
///
/// @param faults whether a message `/fault …` makes it misbehave; for tests
/// @param tokensPerSecond how fast it streams; 0 for as fast as it can
public record BuiltinSettings(boolean faults, int tokensPerSecond) {
    static final Setting<Boolean> FAULTS =
            Setting.flag(
                    "builtin.faults",
                    false,
                    "Lets a message of the form /fault … make the built-in engine fail, stall or "
                            + "send awkward text. For tests of clients and servers; leave it off.");

    static final Setting<Integer> TOKENS_PER_SECOND =
            Setting.number(
                    "builtin.tokens.per.second",
                    0,
                    0,
                    100_000,
                    "How many tokens a second the built-in engine streams; 0 is as fast as it"
                            + " can.");

    public static final List<Setting<?>> ALL = List.of(FAULTS, TOKENS_PER_SECOND);

    /// As fast as it can, without faults.
    public static final BuiltinSettings DEFAULT = from(SettingValues.DEFAULTS);

    public static BuiltinSettings from(SettingValues values) {
        return new BuiltinSettings(values.get(FAULTS), values.get(TOKENS_PER_SECOND));
    }
}
