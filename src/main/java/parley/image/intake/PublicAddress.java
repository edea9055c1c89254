package parley.image.intake;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;

/// What addresses look like that are fetched from.
final class PublicAddress {
    private static final Pattern FIGURES =
            Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");

    /// The last part of a name that some programs take for an address: `0x7f000001`, `127.1`.
    private static final Pattern ENDS_IN_NUMBER =
            Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)\\.?");

    private static final int LONGEST = 2048;

    private PublicAddress() {}

    /// The host of an address, without brackets.
    ///
    /// @throws AppException (400) if it is not fetched from such addresses
    static String host(String field, URI address, Set<Integer> ports) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean isEncrypted = scheme.equals("https");
        @Nullable String host = address.getHost();
        if ((!isEncrypted && !scheme.equals("http")) || host == null) {
            throw refused(field, "must be an http or https address with a host");
        }
        if (address.toString().length() > LONGEST) {
            throw refused(field, "is an address of more than %d characters".formatted(LONGEST));
        }
        if (address.getRawUserInfo() != null) {
            throw refused(field, "is an address with a user's name in it; leave that out");
        }
        int port = address.getPort() >= 0 ? address.getPort() : isEncrypted ? 443 : 80;
        if (!ports.contains(port)) {
            throw refused(field, "names port %d; nothing is fetched from that one".formatted(port));
        }
        String name = host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        boolean isFigures = FIGURES.matcher(name).matches() || name.contains(":");
        if (!isFigures && ENDS_IN_NUMBER.matcher(name).matches()) {
            throw refused(
                    field,
                    "names the host \"%s\", which is no usual form of an address".formatted(name));
        }
        return name;
    }

    private static AppException refused(String field, String reason) {
        return AppException.invalid(field, "%s %s.".formatted(field, reason));
    }
}
