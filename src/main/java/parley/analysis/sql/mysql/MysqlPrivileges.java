package parley.analysis.sql.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.analysis.sql.ConnectionString.Server;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Whether an account may do more than read, by what it was granted. Only privileges that are known
/// to read pass, so those of a later version do not.
final class MysqlPrivileges {
    private static final Set<String> READING =
            Set.of("USAGE", "SELECT", "SHOW VIEW", "SHOW DATABASES");
    private static final Pattern GRANT =
            Pattern.compile("GRANT (.+) ON (.+?) TO (.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROLES =
            Pattern.compile("GRANT ([`'\"].+) TO .+", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLUMNS = Pattern.compile("\\s*\\([^)]*\\)");

    private final Server server;

    MysqlPrivileges(Server server) {
        this.server = server;
    }

    /// @throws AppException (400) with the statements that make an account that may only read
    void check(Connection connection) throws SQLException {
        List<String> excess = new ArrayList<>();
        for (String grant : grants(connection, "SHOW GRANTS")) {
            Matcher roles = ROLES.matcher(grant);
            boolean role = roles.matches() && !GRANT.matcher(grant).matches();
            excess.addAll(role ? ofRole(connection, roles.group(1)) : excess(grant));
        }
        if (!excess.isEmpty()) {
            throw new AppException(
                    ErrorCode.INVALID_REQUEST,
                    ("The account “%s” may do more than read: %s. Let an administrator make one that"
                                    + " may not, and use it: %s")
                            .formatted(
                                    server.user(),
                                    String.join("; ", excess.stream().distinct().limit(6).toList()),
                                    remedy()));
        }
    }

    /// A role that is not taken yet can be taken at any time.
    private static List<String> ofRole(Connection connection, String role) {
        try {
            return grants(connection, "SHOW GRANTS FOR " + role).stream()
                    .flatMap(grant -> excess(grant).stream())
                    .toList();
        } catch (SQLException e) {
            return List.of("it may take the role %s, whose rights it cannot show".formatted(role));
        }
    }

    private static List<String> grants(Connection connection, String query) throws SQLException {
        List<String> grants = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                grants.add(row.getString(1));
            }
        }
        return grants;
    }

    private static List<String> excess(String grant) {
        Matcher matcher = GRANT.matcher(grant);
        if (!matcher.matches()) {
            return List.of("it has a grant of an unknown form");
        }
        List<String> found = new ArrayList<>();
        Arrays.stream(COLUMNS.matcher(matcher.group(1)).replaceAll("").split(","))
                .map(privilege -> privilege.strip().toUpperCase(Locale.ROOT))
                .filter(privilege -> !READING.contains(privilege))
                .limit(3)
                .forEach(privilege ->
                        found.add("it has %s on %s".formatted(privilege, matcher.group(2))));
        if (matcher.group(3).toUpperCase(Locale.ROOT).contains("WITH GRANT OPTION")) {
            found.add("it may hand on its rights on " + matcher.group(2));
        }
        return found;
    }

    private String remedy() {
        return """
        CREATE USER 'parley_reader'@'%%' IDENTIFIED BY '…'; \
        GRANT SELECT, SHOW VIEW ON `%s`.* TO 'parley_reader'@'%%';\
        """
                .formatted(server.database());
    }
}
