package parley.storage.postgres;

import java.sql.SQLException;
import parley.storage.database.Identities;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// Identity columns have a sequence each.
final class PostgresIdentities implements Identities {
    @Override
    public long last(Session session, String table) throws SQLException {
        return session.one(
                """
                SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence(?, 'id')::regclass), 0)
                """,
                Row::number,
                table);
    }

    @Override
    public void set(Session session, String table, long last) throws SQLException {
        if (last > 0) {
            session.one(
                    "SELECT setval(pg_get_serial_sequence(?, 'id'), ?)", Row::number, table, last);
        }
    }
}
