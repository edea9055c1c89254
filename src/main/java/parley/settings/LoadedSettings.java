package parley.settings;

import java.util.Map;

/// Settings that were found and checked, with the origin of each value that was given.
///
/// @param origins setting name to origin; a setting that is not in it has its default
public record LoadedSettings(SettingValues values, Map<String, SettingOrigin> origins) {
    private static final String MASK = "********";

    public LoadedSettings {
        origins = Map.copyOf(origins);
    }

    public SettingOrigin origin(Setting<?> setting) {
        return origins.getOrDefault(setting.name(), SettingOrigin.DEFAULT);
    }

    /// The setting's text as it may be shown: a secret that is set reads `********`.
    public String shown(Setting<?> setting) {
        String text = values.texts().getOrDefault(setting.name(), setting.fallback());
        return setting.secret() && !text.isEmpty() ? MASK : text;
    }
}
