package parley.storage;

import java.sql.SQLException;
import java.util.Optional;
import parley.storage.database.Conflict;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// Where what was imported came from: it is imported once.
final class OriginRows {
    static final String FIND =
            "SELECT target FROM import_origin WHERE account_id = ? AND kind = ? AND origin = ?";

    static final String FIND_BY_TARGET =
            "SELECT origin FROM import_origin WHERE account_id = ? AND kind = ? AND target = ?";

    /// What was imported and deleted since can be imported again.
    private static final String PUT =
            """
            INSERT INTO import_origin (account_id, kind, origin, target) VALUES (?, ?, ?, ?)
            ON CONFLICT (account_id, kind, origin)
            DO UPDATE SET target = excluded.target WHERE import_origin.target = ?
            RETURNING target
            """;

    private OriginRows() {}

    static Optional<String> find(Session session, long accountId, String kind, String origin)
            throws SQLException {
        return session.first(FIND, Row::text, accountId, kind, origin);
    }

    static Optional<String> findByTarget(
            Session session, long accountId, String kind, String target) throws SQLException {
        return session.first(FIND_BY_TARGET, Row::text, accountId, kind, target);
    }

    /// @param before what was found under this origin, and is no longer there
    /// @throws Conflict if another import took the origin in the meantime
    static void put(
            Session session,
            long accountId,
            String kind,
            String origin,
            String target,
            Optional<String> before)
            throws SQLException {
        Optional<String> put =
                session.first(
                        PUT, Row::text, accountId, kind, origin, target, before.orElse(target));
        if (put.isEmpty()) {
            throw new Conflict("Another import took the origin.");
        }
    }
}
