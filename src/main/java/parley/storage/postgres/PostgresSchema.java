package parley.storage.postgres;

import java.sql.SQLException;
import java.util.List;
import parley.storage.database.Migration;
import parley.storage.database.Row;
import parley.storage.database.Schema;
import parley.storage.database.Session;

/// The version is in a table of one row.
final class PostgresSchema extends Schema {
    /// Any number that no other program takes: `PRLY` in ASCII.
    private static final long LOCK = 0x50524C59;

    /// Not `to_regclass`: that may answer from what this connection remembers.
    private static final String HAS_TABLE =
            """
            SELECT count(*) FROM pg_tables
            WHERE tablename = 'schema_version' AND schemaname = ANY (current_schemas(false))
            """;

    PostgresSchema(List<Migration> migrations) {
        super(migrations);
    }

    @Override
    protected int version(Session session) throws SQLException {
        boolean known = session.one(HAS_TABLE, Row::number) > 0;
        return known
                ? session.one(
                        "SELECT coalesce(max(version), 0) FROM schema_version", Row::smallNumber)
                : 0;
    }

    @Override
    protected void begin(Session session) throws SQLException {
        session.script("BEGIN");
        session.one("SELECT 1 FROM pg_advisory_xact_lock(?)", Row::number, LOCK);
    }

    @Override
    protected void record(Session session, int version) throws SQLException {
        session.script("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
        session.script("DELETE FROM schema_version");
        session.update("INSERT INTO schema_version (version) VALUES (?)", version);
    }
}
