package parley.analysis.sql;

import java.util.Optional;

/// Makes the [ReadOnlyEngine] of one kind of database. No driver is loaded before the first
/// connection.
public interface DatabaseOpener {
    /// Empty if the database is of another kind. Connects to nothing yet.
    Optional<ReadOnlyEngine> open(ConnectionString connection, Places places);
}
