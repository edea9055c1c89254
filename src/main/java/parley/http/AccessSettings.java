package parley.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// Who must show a token, and which web pages may use the server.
///
/// @param required whether a token is needed even on a loopback address
/// @param allowedOrigins the web pages that may call; `*` for all, without credentials; empty for
///   the default, which depends on whether tokens are needed
public record AccessSettings(boolean required, Optional<List<String>> allowedOrigins) {
    static final Setting<Boolean> REQUIRED =
            Setting.flag(
                    "auth.required",
                    false,
                    "Whether every request needs a token, even on this machine.");

    static final Setting<List<String>> ALLOWED_ORIGINS =
            new Setting<>(
                    "cors.allowed.origins",
                    "list of origins, separated by commas, or *",
                    "",
                    "The web pages that may call the server, for instance"
                            + " https://chat.example.org; * for all, without credentials. When it"
                            + " is empty: every port of this machine, or, where tokens are needed,"
                            + " all.",
                    false,
                    AccessSettings::parseOrigins);

    static final List<Setting<?>> ALL = List.of(REQUIRED, ALLOWED_ORIGINS);

    public AccessSettings {
        allowedOrigins = allowedOrigins.map(List::copyOf);
    }

    static AccessSettings from(SettingValues values) {
        return new AccessSettings(
                values.get(REQUIRED),
                Optional.of(values.get(ALLOWED_ORIGINS)).filter(origins -> !origins.isEmpty()));
    }

    private static List<String> parseOrigins(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(AccessSettings::checkOrigin)
                .toList();
    }

    private static String checkOrigin(String text) {
        if (text.equals("*")) {
            return text;
        }
        return Origin.parse(text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
                .map(Origin::text)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "origins such as https://chat.example.org, or *"));
    }
}
