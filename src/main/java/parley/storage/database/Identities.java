package parley.storage.database;

import java.sql.SQLException;

/// How a database numbers the rows of a table.
public interface Identities {
    /// The last id that was given, 0 if none was.
    long last(Session session, String table) throws SQLException;

    /// From now on gives only ids above `last`.
    void set(Session session, String table, long last) throws SQLException;
}
