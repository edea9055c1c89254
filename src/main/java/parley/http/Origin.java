package parley.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a web page comes from (RFC 6454).
///
/// @param scheme in lower case
/// @param port the default port of the scheme where none was written
record Origin(String scheme, String host, int port) {
    private static final Pattern FORM =
            Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*)://([^/?#@\\s]+)");

    static Optional<Origin> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        return Authority.parse(parts.group(2))
                .map(authority -> new Origin(scheme, authority.host(), portOf(authority, scheme)));
    }

    /// Whether a page of this origin was served under the given `Host`, directly or through a proxy
    /// that ends TLS.
    boolean isServedAt(Authority host) {
        return isWeb() && this.host.equals(host.host()) && port == portOf(host, scheme);
    }

    boolean isWeb() {
        return scheme.equals("http") || scheme.equals("https");
    }

    String text() {
        boolean usual = port == defaultPort(scheme);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }

    private static int portOf(Authority authority, String scheme) {
        return authority.port().orElse(defaultPort(scheme));
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            default -> -1;
        };
    }
}
