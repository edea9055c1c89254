package parley.llm.langchain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// Where OpenAI's API is spoken, and with which key.
///
/// @param configured whether a key or an address was given; local servers need no key
/// @param apiKey empty for none
/// @param baseUrl what comes before `/chat/completions`, without a slash at its end
/// @param model the model to use where none is named; empty for the provider's own choice
public record OpenAiSettings(boolean configured, String apiKey, URI baseUrl, String model) {
    private static final String OPENAI = "https://api.openai.com/v1";

    static final Setting<String> API_KEY =
            new Setting<>(
                    "openai.api.key",
                    "secret",
                    "",
                    "The key for OpenAI's API, or for the server at openai.base.url.",
                    true,
                    OpenAiSettings::parseKey);
    static final Setting<URI> BASE_URL =
            new Setting<>(
                    "openai.base.url",
                    "http or https address",
                    OPENAI,
                    "Where OpenAI's API is spoken: OpenAI itself, or any server that speaks it, such"
                            + " as http://localhost:11434/v1 for Ollama.",
                    false,
                    OpenAiSettings::parseBaseUrl);
    static final Setting<String> MODEL =
            Setting.text(
                    "openai.model",
                    "",
                    "The model to use of this provider where none is named. Empty: gpt-4o-mini if"
                            + " it is there, else the first one listed.");

    public static final List<Setting<?>> ALL = List.of(API_KEY, BASE_URL, MODEL);

    public static OpenAiSettings from(SettingValues values) {
        String key = values.get(API_KEY);
        boolean hasBaseUrl = !values.texts().getOrDefault(BASE_URL.name(), "").isBlank();
        return new OpenAiSettings(
                !key.isEmpty() || hasBaseUrl, key, values.get(BASE_URL), values.get(MODEL));
    }

    @Override
    public String toString() {
        return "OpenAiSettings[configured=%s, baseUrl=%s, model=%s]"
                .formatted(configured, baseUrl, model);
    }

    private static String parseKey(String text) {
        String key = text.strip();
        if (!key.chars().allMatch(unit -> unit > ' ' && unit < 0x7f)) {
            throw new IllegalArgumentException("visible ASCII characters without a space");
        }
        return key;
    }

    private static URI parseBaseUrl(String text) {
        String address = text.isBlank() ? OPENAI : text.strip();
        try {
            URI uri = new URI(address.replaceAll("/+$", ""));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Falls through to the one sentence that says what is right.
        }
        throw new IllegalArgumentException(
                "an http or https address without user name, query or fragment, such as"
                        + " http://localhost:11434/v1");
    }
}
