package parley.llm.langchain;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import parley.llm.KnownProvider;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// Where one server speaks OpenAI's API, and with which key.
///
/// @param name the prefix of its models
/// @param configured whether a key or an address was given; local servers need no key
/// @param apiKey empty for none
/// @param baseUrl what comes before `/chat/completions`, without a slash at its end
/// @param model the model to use where none is named; empty for the provider's own choice
public record OpenAiSettings(
        Preset preset, String name, boolean configured, String apiKey, URI baseUrl, String model) {
    /// The preset for a server that none of the others means.
    private static final String OTHER = "compatible";

    static final Setting<String> OTHER_NAME =
            new Setting<>(
                    "compatible.name",
                    "lower-case letters, digits and hyphens",
                    OTHER,
                    "What the server at compatible.base.url is called before its models:"
                            + " name/model.",
                    false,
                    OpenAiSettings::parseName);

    static final Setting<String> GOOGLE_KEY =
            ConnectionSettings.key(
                    "google.api.key",
                    "The key for Google's Gemini, where gemini.api.key is not set.");

    public static final List<Setting<?>> ALL =
            Stream.concat(
                            Preset.ALL.stream()
                                    .flatMap(preset ->
                                            Stream.<Setting<?>>of(
                                                    preset.apiKey(),
                                                    preset.baseUrl(),
                                                    preset.model())),
                            Stream.<Setting<?>>of(OTHER_NAME, GOOGLE_KEY))
                    .toList();

    OpenAiSettings(Preset preset, boolean configured, String apiKey, URI baseUrl, String model) {
        this(preset, preset.name(), configured, apiKey, baseUrl, model);
    }

    /// OpenAI's own.
    public OpenAiSettings(boolean configured, String apiKey, URI baseUrl, String model) {
        this(Preset.named("openai"), configured, apiKey, baseUrl, model);
    }

    /// OpenAI's own.
    public static OpenAiSettings from(SettingValues values) {
        return from(Preset.named("openai"), values);
    }

    /// Every server that was set up, in the order in which they become the default.
    public static List<OpenAiSettings> allConfigured(SettingValues values) {
        return Preset.ALL.stream()
                .map(preset -> from(preset, values))
                .filter(OpenAiSettings::configured)
                .toList();
    }

    /// What can be set up, and how.
    public static List<KnownProvider> known() {
        return Preset.ALL.stream()
                .filter(preset -> !preset.name().equals("openai"))
                .filter(preset -> !preset.name().equals(OTHER))
                .map(OpenAiSettings::known)
                .toList();
    }

    private static KnownProvider known(Preset preset) {
        String[] models = preset.usual().stream().toArray(String[]::new);
        return preset.keyed()
                ? KnownProvider.withKey(preset.name(), preset.apiKey().environmentName(), models)
                : new KnownProvider(
                        preset.name(),
                        List.of(),
                        preset.usual(),
                        preset.baseUrl().environmentName(),
                        "No address is set. Set %s, for instance to %s, and start again."
                                .formatted(preset.baseUrl().environmentName(), preset.address()));
    }

    private static OpenAiSettings from(Preset preset, SettingValues values) {
        String key = key(preset, values);
        boolean addressed = !values.texts().getOrDefault(preset.baseUrl().name(), "").isBlank();
        String address = values.get(preset.baseUrl());
        return new OpenAiSettings(
                preset,
                preset.name().equals(OTHER) ? values.get(OTHER_NAME) : preset.name(),
                addressed || (preset.keyed() && !key.isEmpty()),
                key,
                URI.create(address.isEmpty() ? preset.address() : address),
                values.get(preset.model()));
    }

    private static String key(Preset preset, SettingValues values) {
        String own = values.get(preset.apiKey());
        return own.isEmpty() && preset.name().equals(Preset.GEMINI) ? values.get(GOOGLE_KEY) : own;
    }

    /// What failures call this server and its settings.
    ProviderNames names() {
        ProviderNames usual = preset.names();
        return new ProviderNames(name, usual.key(), usual.address(), usual.firstPath());
    }

    private static String parseName(String text) {
        String name = text.isBlank() ? OTHER : text.strip();
        boolean taken =
                Preset.TAKEN.contains(name)
                        || Preset.ALL.stream().anyMatch(preset -> preset.name().equals(name));
        if (!name.matches("[a-z0-9][a-z0-9-]{0,31}") || (taken && !name.equals(OTHER))) {
            throw new IllegalArgumentException(
                    "at most 32 lower-case letters, digits and hyphens, and no name that another"
                            + " provider has");
        }
        return name;
    }

    @Override
    public String toString() {
        return "OpenAiSettings[name=%s, configured=%s, baseUrl=%s, model=%s]"
                .formatted(name, configured, baseUrl, model);
    }
}
