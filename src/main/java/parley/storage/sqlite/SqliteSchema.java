package parley.storage.sqlite;

import java.sql.SQLException;
import java.util.List;
import parley.storage.database.Failures;
import parley.storage.database.Migration;
import parley.storage.database.Row;
import parley.storage.database.Schema;
import parley.storage.database.Session;

/// The version is in the header of the file: `PRAGMA user_version`.
final class SqliteSchema extends Schema {
    /// `PRLY` in ASCII, in the header of every file of ours.
    static final long APPLICATION_ID = 0x50524C59;

    SqliteSchema(List<Migration> migrations) {
        super(migrations);
    }

    /// Another program may make the file just now: each look is after the one that it builds upon.
    @Override
    protected int version(Session session) throws SQLException {
        if (session.one("SELECT count(*) FROM sqlite_schema", Row::number) == 0) {
            return 0;
        }
        if (session.one("PRAGMA application_id", Row::number) != APPLICATION_ID) {
            throw Failures.unusable("The database file was not made by Parley.", null);
        }
        return session.one("PRAGMA user_version", Row::smallNumber);
    }

    @Override
    protected void begin(Session session) throws SQLException {
        session.script("BEGIN IMMEDIATE");
    }

    @Override
    protected void record(Session session, int version) throws SQLException {
        session.script("PRAGMA user_version = " + version);
    }
}
