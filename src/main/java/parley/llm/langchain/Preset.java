package parley.llm.langchain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.settings.Setting;

/// A server that speaks OpenAI's API, known by name.
///
/// @param name the prefix of its models and of its settings
/// @param address what comes before `/chat/completions`; empty where there is no usual one
/// @param keyed whether it is set up by a key alone; others by their address
/// @param usualModel the model to use where none is named; empty for the first one listed
/// @param title what people call it
record Preset(
        String name,
        String address,
        boolean keyed,
        String usualModel,
        String title,
        Quirks quirks) {
    /// The one whose key has a second name: [OpenAiSettings#GOOGLE_KEY].
    static final String GEMINI = "gemini";

    /// In the order in which they become the default.
    static final List<Preset> ALL =
            List.of(
                    keyed("openai", "https://api.openai.com/v1", "gpt-4o-mini", "OpenAI"),
                    keyed(
                            "groq",
                            "https://api.groq.com/openai/v1",
                            "llama-3.3-70b-versatile",
                            "Groq"),
                    keyed(
                            "openrouter",
                            "https://openrouter.ai/api/v1",
                            "openrouter/auto",
                            "OpenRouter"),
                    new Preset(
                            GEMINI,
                            "https://generativelanguage.googleapis.com/v1beta/openai",
                            true,
                            "gemini-2.5-flash",
                            "Google's Gemini",
                            Quirks.GEMINI),
                    new Preset(
                            "mistral",
                            "https://api.mistral.ai/v1",
                            true,
                            "mistral-small-latest",
                            "Mistral",
                            Quirks.MISTRAL),
                    keyed("deepseek", "https://api.deepseek.com/v1", "deepseek-chat", "DeepSeek"),
                    keyed("together", "https://api.together.xyz/v1", "", "Together AI"),
                    keyed("xai", "https://api.x.ai/v1", "", "xAI"),
                    local("vllm", "http://localhost:8000/v1", "vLLM"),
                    local("llamacpp", "http://localhost:8080/v1", "llama.cpp's server"),
                    local("lmstudio", "http://localhost:1234/v1", "LM Studio"),
                    local("compatible", "http://localhost:5000/v1", "any other server"));

    /// Names of providers that are no presets.
    static final Set<String> TAKEN =
            Set.of("ollama", "anthropic", "huggingface", "builtin", "local");

    private static Preset keyed(String name, String address, String usualModel, String title) {
        return new Preset(name, address, true, usualModel, title, Quirks.OPENAI);
    }

    private static Preset local(String name, String example, String title) {
        return new Preset(name, example, false, "", title, Quirks.LOCAL);
    }

    static Preset named(String name) {
        return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst().orElseThrow();
    }

    Setting<String> apiKey() {
        return ConnectionSettings.key(
                name + ".api.key",
                keyed
                        ? "The key for %s, or for the server at %s.base.url.".formatted(title, name)
                        : "The key for %s, if it wants one.".formatted(title));
    }

    /// What failures call its settings.
    ProviderNames names() {
        String key = apiKey().environmentName();
        return new ProviderNames(
                name,
                name.equals(GEMINI)
                        ? key + " or " + OpenAiSettings.GOOGLE_KEY.environmentName()
                        : key,
                baseUrl().environmentName(),
                "/chat/completions");
    }

    Setting<String> baseUrl() {
        return new Setting<>(
                name + ".base.url",
                "http or https address",
                keyed ? address : "",
                keyed
                        ? "Where %s is, or another server that speaks OpenAI's API."
                                .formatted(title)
                        : "Where %s speaks OpenAI's API, for instance %s. Empty: it is not used."
                                .formatted(title, address),
                false,
                text -> text.isBlank() ? "" : ConnectionSettings.parseAddress(text).toString());
    }

    Setting<String> model() {
        return Setting.text(
                name + ".model",
                "",
                "The model to use of %s where none is named. Empty: %s."
                        .formatted(
                                title,
                                usualModel.isEmpty()
                                        ? "the first one listed"
                                        : usualModel
                                                + " if it is there, else the first one listed"));
    }

    Optional<String> usual() {
        return usualModel.isEmpty() ? Optional.empty() : Optional.of(usualModel);
    }
}
