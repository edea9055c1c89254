package parley.storage.database;

import java.sql.SQLException;

/// Something to be done with the database, as a function of one connection. It may be run more than
/// once (its transaction lost against another, or shared one with a work that failed), so it must
/// not change anything but the database.
@FunctionalInterface
public interface Work<T> {
    T run(Session session) throws SQLException;
}
