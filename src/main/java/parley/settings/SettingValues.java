package parley.settings;

import java.util.Map;

/// The text of every setting that was given a value, already checked against its definition. What
/// was not given has its default.
///
/// @param texts setting name to text
public record SettingValues(Map<String, String> texts) {
    public static final SettingValues DEFAULTS = new SettingValues(Map.of());

    public SettingValues {
        texts = Map.copyOf(texts);
    }

    public <T> T get(Setting<T> setting) {
        return setting.parser().apply(texts.getOrDefault(setting.name(), setting.fallback()));
    }

    public boolean isGiven(Setting<?> setting) {
        return texts.containsKey(setting.name());
    }
}
