package parley.storage.sqlite;

import java.sql.SQLException;
import parley.storage.database.Identities;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// AUTOINCREMENT keeps its last ids in a table of SQLite's own.
final class SqliteIdentities implements Identities {
    @Override
    public long last(Session session, String table) throws SQLException {
        return session.one(
                "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?",
                Row::number,
                table);
    }

    @Override
    public void set(Session session, String table, long last) throws SQLException {
        session.update("DELETE FROM sqlite_sequence WHERE name = ?", table);
        session.update("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", table, last);
    }
}
