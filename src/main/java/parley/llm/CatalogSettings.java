package parley.llm;

import java.util.List;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// Which model answers where none is named.
///
/// @param defaultModel `provider/model`, or a bare name; empty for the first provider's own default
public record CatalogSettings(String defaultModel) {
    static final Setting<String> DEFAULT_MODEL =
            Setting.text(
                    "model.default",
                    "",
                    "The model that answers where none is named, as provider/model. Empty: the"
                            + " default of the first provider that is set up, or builtin/parley.");

    public static final List<Setting<?>> ALL = List.of(DEFAULT_MODEL);

    public static CatalogSettings from(SettingValues values) {
        return new CatalogSettings(values.get(DEFAULT_MODEL));
    }
}
