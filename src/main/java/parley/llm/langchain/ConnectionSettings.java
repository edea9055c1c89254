package parley.llm.langchain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import parley.settings.Setting;

/// The settings by which every provider is reached: a key and an address.
public final class ConnectionSettings {
    private ConnectionSettings() {}

    public static Setting<String> key(String name, String description) {
        return new Setting<>(name, "secret", "", description, true, ConnectionSettings::parseKey);
    }

    /// @param fallback the address where none is given
    public static Setting<URI> address(String name, String fallback, String description) {
        return new Setting<>(
                name,
                "http or https address",
                fallback,
                description,
                false,
                text -> parseAddress(text.isBlank() ? fallback : text));
    }

    static String parseKey(String text) {
        String key = text.strip();
        if (!key.chars().allMatch(unit -> unit > ' ' && unit < 0x7f)) {
            throw new IllegalArgumentException("visible ASCII characters without a space");
        }
        return key;
    }

    static URI parseAddress(String text) {
        try {
            URI uri = new URI(text.strip().replaceAll("/+$", ""));
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
