package parley.limit.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where a Redis is and who asks.
///
/// @param user empty for Redis' own default
/// @param password empty for none
/// @param database its number
public record RedisAddress(
        boolean encrypted, String host, int port, String user, String password, int database) {
    private static final int USUAL_PORT = 6379;
    private static final String FORM = "redis://user:password@host:port/database, or rediss://";

    /// @throws IllegalArgumentException with the form that is wanted; never with the text
    static RedisAddress parse(String text) {
        URI uri = uri(text);
        boolean encrypted = "rediss".equalsIgnoreCase(uri.getScheme());
        boolean known = encrypted || "redis".equalsIgnoreCase(uri.getScheme());
        if (!known
                || uri.getHost() == null
                || uri.getQuery() != null
                || uri.getFragment() != null) {
            throw new IllegalArgumentException(FORM);
        }
        String[] caller = caller(uri.getRawUserInfo());
        int port = uri.getPort() == -1 ? USUAL_PORT : uri.getPort();
        String host = uri.getHost().replaceAll("^\\[|\\]$", "");
        return new RedisAddress(
                encrypted, host, port, caller[0], caller[1], database(uri.getPath()));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    FORM + "; in user and password, write signs like @ : / as %40 %3A %2F");
        }
    }

    private static String[] caller(@Nullable String userInfo) {
        if (userInfo == null) {
            return new String[] {"", ""};
        }
        int colon = userInfo.indexOf(':');
        // Like all of Redis' own tools: what stands alone is the password.
        return colon < 0
                ? new String[] {"", decoded(userInfo)}
                : new String[] {
                    decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1))
                };
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static int database(@Nullable String path) {
        if (path == null || path.isEmpty() || path.equals("/")) {
            return 0;
        }
        if (path.matches("/[0-9]{1,4}")) {
            return Integer.parseInt(path.substring(1));
        }
        throw new IllegalArgumentException(FORM + "; the database is a number");
    }

    /// Without user and password.
    @Override
    public String toString() {
        String place = host.contains(":") ? "[" + host + "]" : host;
        return "%s://%s:%d/%d".formatted(encrypted ? "rediss" : "redis", place, port, database);
    }
}
