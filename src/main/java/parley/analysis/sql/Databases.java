package parley.analysis.sql;

import java.util.List;
import java.util.Optional;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Opens the databases that users register.
public final class Databases {
    private final List<DatabaseOpener> openers;
    private final Places places;

    public Databases(List<DatabaseOpener> openers, Places places) {
        this.openers = List.copyOf(openers);
        this.places = places;
    }

    /// Connects to nothing yet; that happens with the first query, with every check.
    ///
    /// @throws AppException (400) if there is no engine for it
    public JdbcDatabase open(ConnectionString connection) {
        return openers.stream()
                .map(opener -> opener.open(connection, places))
                .flatMap(Optional::stream)
                .findFirst()
                .map(JdbcDatabase::new)
                .orElseThrow(() ->
                        new AppException(
                                ErrorCode.INVALID_REQUEST,
                                "Databases of this kind cannot be asked: %s."
                                        .formatted(connection.engine())));
    }

    /// Tries a connection for up to three seconds, and closes it.
    ///
    /// @throws AppException (400) if the place may not be reached, or its account may do more than
    ///   read
    public Reachability probe(ConnectionString connection) throws InterruptedException {
        try (JdbcDatabase database = open(connection)) {
            return database.probe();
        }
    }
}
