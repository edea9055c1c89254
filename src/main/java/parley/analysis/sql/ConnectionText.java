package parley.analysis.sql;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.analysis.sql.ConnectionString.Encryption;
import parley.error.AppException;

/// Reads connection strings. Every part is decoded before it is looked at, because what is looked
/// at first and decoded later is how such checks are got around.
final class ConnectionText {
    private static final int LONGEST = 1_000;
    private static final Pattern SERVER =
            Pattern.compile("([a-z]+)://(?:([^/?#]*)@)?([^/?#@]*)/([^?#]*)(?:\\?([^#]*))?");
    private static final Pattern FILE = Pattern.compile("sqlite:(?:///|//)?([^/].*)");
    private static final Pattern PLACE =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::([0-9]{1,5}))?");
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:.]+");
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}?&;#()\"'`\\\\/]");

    private static final Map<String, Encryption> POSTGRESQL_MODES =
            Map.of(
                    "disable", Encryption.NONE,
                    "prefer", Encryption.USUAL,
                    "require", Encryption.REQUIRED,
                    "verify-full", Encryption.VERIFIED);
    private static final Map<String, Encryption> MYSQL_MODES =
            Map.of(
                    "false", Encryption.NONE,
                    "require", Encryption.REQUIRED,
                    "true", Encryption.VERIFIED);

    private ConnectionText() {}

    static ConnectionString read(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > LONGEST) {
            throw invalid("is longer than %d characters.".formatted(LONGEST));
        }
        if (trimmed.toLowerCase(Locale.ROOT).startsWith("jdbc:")) {
            throw invalid(
                    "is a JDBC URL, and those are not accepted; write"
                            + " postgresql://user:password@host:port/database.");
        }
        if (trimmed.startsWith("sqlite:")) {
            return file(trimmed);
        }
        Matcher matcher = SERVER.matcher(trimmed);
        if (!matcher.matches()) {
            throw malformed();
        }
        return switch (matcher.group(1)) {
            case "postgresql", "postgres" ->
                    server(Engine.POSTGRESQL, 5432, matcher, "sslmode", POSTGRESQL_MODES);
            case "mysql", "mariadb" -> server(Engine.MYSQL, 3306, matcher, "ssl", MYSQL_MODES);
            default -> throw malformed();
        };
    }

    private static ConnectionString file(String text) {
        Matcher matcher = FILE.matcher(text);
        if (!matcher.matches()) {
            throw invalid(
                    "names no file; write sqlite:///name.db, the name inside the folder for such"
                            + " files.");
        }
        String name = decode(matcher.group(1));
        if (!name.matches("[\\p{L}\\p{N}._ -]+(/[\\p{L}\\p{N}._ -]+)*") || name.contains("..")) {
            throw invalid(
                    "has a file name with other characters than letters, digits, . _ - and /.");
        }
        return new ConnectionString.FileName(Engine.SQLITE, name);
    }

    private static ConnectionString server(
            Engine engine,
            int usualPort,
            Matcher matcher,
            String parameter,
            Map<String, Encryption> modes) {
        String[] account = Optional.ofNullable(matcher.group(2)).orElse("").split(":", 2);
        String user = decode(account[0]);
        if (user.isEmpty()) {
            throw invalid("names no user.");
        }
        Matcher place = PLACE.matcher(decode(matcher.group(3)));
        if (!place.matches()) {
            throw invalid("names no host, or a port that is no number.");
        }
        return new ConnectionString.Server(
                engine,
                host(place.group(1)),
                place.group(2) == null ? usualPort : port(place.group(2)),
                database(decode(matcher.group(4))),
                withoutControls(user),
                account.length > 1
                        ? Optional.of(withoutControls(decode(account[1])))
                        : Optional.empty(),
                encryption(matcher.group(5), parameter, modes));
    }

    private static String host(String text) {
        String host = text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
        if (UNSAFE.matcher(host).find() || !HOST.matcher(host).matches()) {
            throw invalid("has a host with characters that no host has.");
        }
        return host;
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 1 || port > 65_535) {
            throw invalid("has a port that is not from 1 to 65535.");
        }
        return port;
    }

    private static String database(String name) {
        if (name.isBlank()) {
            throw invalid("names no database after the host.");
        }
        if (UNSAFE.matcher(name).find() || name.length() > 64) {
            throw invalid("has a database name with one of ? & ; # ( ) \" ' ` \\ /, or too long.");
        }
        return name;
    }

    private static Encryption encryption(
            @org.jspecify.annotations.Nullable String query,
            String parameter,
            Map<String, Encryption> modes) {
        Encryption found = Encryption.USUAL;
        if (query == null || query.isEmpty()) {
            return found;
        }
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String name = decode(parts[0]);
            if (!name.equals(parameter)) {
                throw invalid(
                        "has the parameter “%s”; only %s is known."
                                .formatted(Refusal.shown(name), parameter));
            }
            Encryption mode = modes.get(parts.length > 1 ? decode(parts[1]) : "");
            if (mode == null) {
                throw invalid(
                        "has a %s that is none of %s."
                                .formatted(parameter, modes.keySet().stream().sorted().toList()));
            }
            found = mode;
        }
        return found;
    }

    private static String withoutControls(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw invalid("has control characters in user or password.");
        }
        return text;
    }

    private static String decode(String text) {
        try {
            String decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            if (decoded.contains("\uFFFD")) {
                throw malformed();
            }
            return decoded;
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static AppException malformed() {
        return invalid(
                "must look like postgresql://user:password@host:port/database, mysql://… or"
                        + " sqlite:///name.db, with special characters percent-encoded.");
    }

    private static AppException invalid(String reason) {
        return AppException.invalid("connectionString", "The connection string " + reason);
    }
}
