package parley.storage;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import parley.reply.Reply;
import parley.reply.ReplyBeginning;
import parley.reply.ReplyKey;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// The rows of replies that are kept under their keys.
final class ReplyRows {
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private static final String OF_KEY = "account_id = ? AND contract = ? AND client_key = ?";

    static final String FIND =
            """
            SELECT fingerprint, node, status, content_type, answered_by, body FROM reply
            WHERE %s AND created_at > ?
            """
                    .formatted(OF_KEY);

    private static final String EXISTS =
            "SELECT 1 FROM reply WHERE %s AND created_at > ?".formatted(OF_KEY);

    static final String FORGET = "DELETE FROM reply WHERE %s AND created_at <= ?".formatted(OF_KEY);

    static final String INSERT =
            """
            INSERT INTO reply (account_id, contract, client_key, fingerprint, node, created_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    static final String WRITE =
            """
            UPDATE reply SET node = ?, status = ?, content_type = ?, answered_by = ?, body = ?
            WHERE %s AND node = ?
            """
                    .formatted(OF_KEY);

    static final String RELEASE =
            "DELETE FROM reply WHERE %s AND node = ? AND status IS NULL".formatted(OF_KEY);

    static final String SETTLE =
            "UPDATE reply SET node = NULL WHERE %s AND node = ?".formatted(OF_KEY);

    private static final String IS_ABANDONED =
            """
            node IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM node WHERE node.id = reply.node AND alive_until >= ?)
            """;

    static final String RELEASE_ABANDONED =
            "DELETE FROM reply WHERE status IS NULL AND %s".formatted(IS_ABANDONED);

    static final String SETTLE_ABANDONED =
            "UPDATE reply SET node = NULL WHERE %s".formatted(IS_ABANDONED);

    static final String FORGET_OLD =
            """
            DELETE FROM reply
            WHERE (account_id, contract, client_key) IN (
                SELECT account_id, contract, client_key FROM reply
                WHERE created_at < ?
                LIMIT ?)
            """;

    private ReplyRows() {}

    /// What a request under this key has to hear; empty if the key is free.
    static Optional<ReplyBeginning> find(Session session, ReplyKey key, Instant now)
            throws SQLException {
        return session.first(
                FIND,
                row -> beginning(row, key.key().fingerprint()),
                key.accountId(),
                key.contract(),
                key.key().key(),
                now.minus(REMEMBERED));
    }

    /// Whether a key is taken.
    static boolean exists(Session session, long accountId, String contract, String key, Instant now)
            throws SQLException {
        return session.first(EXISTS, Row::number, accountId, contract, key, now.minus(REMEMBERED))
                .isPresent();
    }

    /// @return whether the key was free
    static boolean insert(Session session, ReplyKey key, String node, Instant now)
            throws SQLException {
        session.update(
                FORGET, key.accountId(), key.contract(), key.key().key(), now.minus(REMEMBERED));
        return session.update(
                        INSERT,
                        key.accountId(),
                        key.contract(),
                        key.key().key(),
                        key.key().fingerprint(),
                        node,
                        now)
                > 0;
    }

    /// @param nodeAfter the server that still works on it; empty if the reply is whole
    static boolean write(
            Session session, ReplyKey key, String node, Optional<String> nodeAfter, Reply reply)
            throws SQLException {
        return session.update(
                        WRITE,
                        nodeAfter,
                        reply.status(),
                        reply.contentType(),
                        reply.answeredBy(),
                        reply.body(),
                        key.accountId(),
                        key.contract(),
                        key.key().key(),
                        node)
                > 0;
    }

    static int release(Session session, ReplyKey key, String node) throws SQLException {
        long accountId = key.accountId();
        String name = key.key().key();
        return session.update(RELEASE, accountId, key.contract(), name, node)
                + session.update(SETTLE, accountId, key.contract(), name, node);
    }

    /// Makes free what servers had taken that no longer live.
    static int releaseAbandoned(Session session, Instant deadBefore) throws SQLException {
        return session.update(RELEASE_ABANDONED, deadBefore)
                + session.update(SETTLE_ABANDONED, deadBefore);
    }

    private static ReplyBeginning beginning(Row row, String fingerprint) throws SQLException {
        boolean same = row.text().equals(fingerprint);
        boolean running = row.optionalText().isPresent();
        if (!same) {
            return new ReplyBeginning.OtherRequest();
        }
        return running
                ? new ReplyBeginning.Running()
                : new ReplyBeginning.Kept(
                        new Reply(row.smallNumber(), row.text(), row.optionalText(), row.bytes()));
    }
}
