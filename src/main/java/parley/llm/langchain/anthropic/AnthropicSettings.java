package parley.llm.langchain.anthropic;

import java.net.URI;
import java.util.List;
import parley.llm.langchain.ConnectionSettings;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// Where Anthropic's API is spoken, and with which key.
///
/// @param configured whether a key or an address was given
/// @param apiKey empty for none
/// @param baseUrl what comes before `/messages`, without a slash at its end: ends in `/v1`
/// @param model the model to use where none is named; empty for the newest one listed
public record AnthropicSettings(boolean configured, String apiKey, URI baseUrl, String model) {
    private static final String ANTHROPIC = "https://api.anthropic.com";
    private static final String VERSION = "/v1";

    static final Setting<String> API_KEY =
            ConnectionSettings.key(
                    "anthropic.api.key",
                    "The key for Anthropic's API, or for the server at anthropic.base.url.");
    static final Setting<URI> BASE_URL =
            ConnectionSettings.address(
                    "anthropic.base.url",
                    ANTHROPIC,
                    "Where Anthropic's API is spoken: Anthropic itself, or any server that speaks"
                            + " it. With or without /v1 at its end.");
    static final Setting<String> MODEL =
            Setting.text(
                    "anthropic.model",
                    "",
                    "The model to use of this provider where none is named. Empty: the first one"
                            + " listed, which is the newest.");

    public static final List<Setting<?>> ALL = List.of(API_KEY, BASE_URL, MODEL);

    /// Anthropic's own clients take the address without its version, others with it.
    public AnthropicSettings {
        if (!baseUrl.getPath().endsWith(VERSION)) {
            baseUrl = URI.create(baseUrl + VERSION);
        }
    }

    public static AnthropicSettings from(SettingValues values) {
        String key = values.get(API_KEY);
        boolean hasBaseUrl = !values.texts().getOrDefault(BASE_URL.name(), "").isBlank();
        return new AnthropicSettings(
                !key.isEmpty() || hasBaseUrl, key, values.get(BASE_URL), values.get(MODEL));
    }

    @Override
    public String toString() {
        return "AnthropicSettings[configured=%s, baseUrl=%s, model=%s]"
                .formatted(configured, baseUrl, model);
    }
}
