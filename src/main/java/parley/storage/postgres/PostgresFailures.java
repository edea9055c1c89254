package parley.storage.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import parley.error.AppException;
import parley.storage.database.Failures;

/// What PostgreSQL's error codes (SQLSTATE) mean for those who asked.
final class PostgresFailures {
    private PostgresFailures() {}

    static AppException translate(SQLException failure) {
        String state = stateOf(failure);
        if (isConflict(failure)) {
            return Failures.busy(failure);
        }
        return switch (state) {
            // disk_full
            case "53100" -> Failures.full(failure);
            // data_corrupted, index_corrupted
            case "XX001", "XX002" -> Failures.damaged(failure);
            // read_only_sql_transaction: a standby that does not lead yet
            case "25006" -> Failures.away(failure);
            default ->
                    isAway(failure, state) ? Failures.away(failure) : Failures.unexpected(failure);
        };
    }

    /// Whether the transaction lost against another and may simply be run again:
    /// serialization_failure, deadlock_detected.
    static boolean isConflict(SQLException failure) {
        String state = stateOf(failure);
        return state.equals("40001") || state.equals("40P01");
    }

    /// A failure to connect, told to whoever starts the program.
    static AppException cannotOpen(PostgresUrl url, SQLException cause) {
        String reason =
                switch (stateOf(cause)) {
                    // invalid_authorization_specification, invalid_password
                    case "28000", "28P01" -> "refused the user or the password of database.url.";
                    // invalid_catalog_name
                    case "3D000" -> "has no database of the name in database.url. Create it first.";
                    // insufficient_privilege
                    case "42501" -> "does not allow this user to create the tables it needs.";
                    default -> "cannot be used now. Check that it runs and lets this host in.";
                };
        return Failures.unusable("PostgreSQL at %s %s".formatted(url.place(), reason), cause);
    }

    private static boolean isAway(SQLException failure, String state) {
        // 08: connection exceptions, 53: insufficient resources, 57P: the server goes down or up.
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || failure instanceof SQLTransientConnectionException;
    }

    private static String stateOf(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
