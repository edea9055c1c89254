package parley.http;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A host and maybe a port, as in the `Host` header.
///
/// @param host in the one form of [#hostOf]
record Authority(String host, OptionalInt port) {
    private static final Pattern FORM =
            Pattern.compile("([a-zA-Z0-9._-]+|\\[[0-9a-fA-F:.]+])(?::([0-9]{1,5}))?");

    static Optional<Authority> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        OptionalInt port =
                parts.group(2) == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(Integer.parseInt(parts.group(2)));
        if (port.orElse(0) > 65_535) {
            return Optional.empty();
        }
        return hostOf(parts.group(1)).map(host -> new Authority(host, port));
    }

    /// The one form in which hosts are compared: in lower case, IPv6 addresses written out and in
    /// brackets.
    static Optional<String> hostOf(String text) {
        boolean inBrackets = text.startsWith("[") && text.endsWith("]");
        if (!inBrackets && text.indexOf(':') < 0) {
            return Optional.of(text.toLowerCase(Locale.ROOT));
        }
        try {
            String literal = inBrackets ? text.substring(1, text.length() - 1) : text;
            String address =
                    InetAddress.ofLiteral(literal).getHostAddress().replaceFirst("%.*", "");
            return Optional.of(address.indexOf(':') < 0 ? address : "[" + address + "]");
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
