package parley.storage.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import parley.error.AppException;

/// Where a PostgreSQL database is: `postgresql://user:password@host:port/database`, taken apart and
/// put together again, so that the driver sees only what is known here.
///
/// @param sslMode libpq's word: `disable`, `allow`, `prefer`, `require`, `verify-ca`, `verify-full`
/// @param sslRootCertificate a file with the certificates to trust
public record PostgresUrl(
        String host,
        int port,
        String database,
        String user,
        Optional<String> password,
        Optional<String> sslMode,
        Optional<String> sslRootCertificate) {
    private static final int DEFAULT_PORT = 5432;
    private static final Set<String> SCHEMES = Set.of("postgresql", "postgres");
    private static final Set<String> PARAMETERS = Set.of("sslmode", "sslrootcert");
    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]");

    /// @throws AppException if the text is something else; the sentence never holds the text, for
    ///   the password may be anywhere in it
    public static PostgresUrl parse(String text) {
        URI uri = uriOf(text);
        if (!SCHEMES.contains(String.valueOf(uri.getScheme())) || uri.getRawAuthority() == null) {
            throw malformed();
        }
        String authority = uri.getRawAuthority();
        int at = authority.lastIndexOf('@');
        if (at < 1) {
            throw invalid("names no user.");
        }
        String[] credentials = authority.substring(0, at).split(":", 2);
        String path = Optional.ofNullable(uri.getRawPath()).orElse("");
        if (path.length() < 2 || path.indexOf('/', 1) > 0) {
            throw invalid("names no database after the host.");
        }
        Map<String, String> parameters = parameters(uri.getRawQuery());
        HostAndPort place = HostAndPort.of(authority.substring(at + 1));
        return new PostgresUrl(
                place.host,
                place.port,
                decode(path.substring(1)),
                decode(credentials[0]),
                credentials.length > 1 ? Optional.of(decode(credentials[1])) : Optional.empty(),
                Optional.ofNullable(parameters.get("sslmode")),
                Optional.ofNullable(parameters.get("sslrootcert")));
    }

    PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        password.ifPresent(source::setPassword);
        sslMode.ifPresent(source::setSslMode);
        sslRootCertificate.ifPresent(source::setSslRootCert);
        source.setApplicationName("parley");
        source.setTcpKeepAlive(true);
        return source;
    }

    /// The place, without user and password.
    String place() {
        return "%s:%d/%s".formatted(host, port, database);
    }

    @Override
    public String toString() {
        return "PostgresUrl[" + place() + "]";
    }

    private record HostAndPort(String host, int port) {
        static HostAndPort of(String text) {
            int colon = text.lastIndexOf(':');
            boolean withPort = colon > text.lastIndexOf(']');
            String host = withPort ? text.substring(0, colon) : text;
            if (!HOST.matcher(host).matches()) {
                throw invalid("names no host, or one with characters no host has.");
            }
            return new HostAndPort(
                    host, withPort ? portOf(text.substring(colon + 1)) : DEFAULT_PORT);
        }

        private static int portOf(String text) {
            if (text.matches("[0-9]{1,5}")) {
                int port = Integer.parseInt(text);
                if (port >= 1 && port <= 65535) {
                    return port;
                }
            }
            throw invalid("has a port that is not a number from 1 to 65535.");
        }
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        if (query == null || query.isEmpty()) {
            return parameters;
        }
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String name = decode(parts[0]);
            if (!PARAMETERS.contains(name) || parts.length < 2) {
                throw invalid("has a parameter that is not known. Known are sslmode, sslrootcert.");
            }
            parameters.put(name, decode(parts[1]));
        }
        String sslMode = parameters.get("sslmode");
        if (sslMode != null && !SSL_MODES.contains(sslMode)) {
            throw invalid(
                    "has an sslmode that is not one of " + SSL_MODES.stream().sorted().toList());
        }
        return parameters;
    }

    private static URI uriOf(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            // Without the cause: its message holds the whole text.
            throw malformed();
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static AppException malformed() {
        return invalid(
                "must look like postgresql://user:password@host:port/database, with special"
                        + " characters of user and password percent-encoded.");
    }

    private static AppException invalid(String reason) {
        return AppException.invalid("database.url", "database.url " + reason);
    }
}
