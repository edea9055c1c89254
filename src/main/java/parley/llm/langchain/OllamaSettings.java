package parley.llm.langchain;

import java.net.URI;
import java.util.List;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// Where Ollama is.
///
/// @param given whether an address was set; otherwise it is looked for where it usually is
/// @param used whether to use it at all
/// @param host its address, without the path of any API
/// @param model the model to use where none is named; empty for the first one listed
public record OllamaSettings(boolean given, boolean used, URI host, String model) {
    private static final String USUAL = "127.0.0.1:11434";

    static final Setting<URI> HOST =
            new Setting<>(
                    "ollama.host",
                    "host, host:port or address",
                    USUAL,
                    "Where Ollama is, written as Ollama itself takes it.",
                    false,
                    text -> Addresses.parseOllamaHost(text.isBlank() ? USUAL : text));
    static final Setting<Boolean> DISCOVER =
            Setting.flag(
                    "ollama.discover",
                    true,
                    "Whether an Ollama at its usual address is used without being set.");
    static final Setting<String> MODEL =
            Setting.text(
                    "ollama.model",
                    "",
                    "The model to use of Ollama where none is named. Empty: the first one listed.");

    public static final List<Setting<?>> ALL = List.of(HOST, DISCOVER, MODEL);

    /// What failures call its settings.
    static final ProviderNames NAMES =
            new ProviderNames(
                    "ollama", "OLLAMA_API_KEY", HOST.environmentName(), "/v1/chat/completions");

    public static OllamaSettings from(SettingValues values) {
        boolean given = !values.texts().getOrDefault(HOST.name(), "").isBlank();
        return new OllamaSettings(
                given, given || values.get(DISCOVER), values.get(HOST), values.get(MODEL));
    }

    OpenAiSettings asOpenAi() {
        Preset preset = new Preset("ollama", host + "/v1", false, "", "Ollama", Quirks.LOCAL);
        return new OpenAiSettings(preset, true, "", URI.create(host + "/v1"), model);
    }
}
