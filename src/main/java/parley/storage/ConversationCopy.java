package parley.storage;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import parley.conversation.Conversation;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// The one transaction in which the beginning of a conversation is copied into a new one.
final class ConversationCopy {
    private static final String INSERT =
            """
            INSERT INTO conversation (
                account_id, title, model, end_user, data_source_id,
                created_at, updated_at, last_sequence)
            SELECT account_id, title, model, end_user, data_source_id, ?, ?, 0
            FROM conversation
            WHERE id = ? AND account_id = ?
            RETURNING id
            """;

    /// What is still being written is not copied; places stay without gaps.
    private static final String COPY_MESSAGES =
            """
            INSERT INTO message (
                conversation_id, sequence, role, content_type, status, created_at,
                answered_by, attributes, content, parts)
            SELECT ?, ROW_NUMBER() OVER (ORDER BY sequence), role, content_type, status, created_at,
                answered_by, attributes, content, parts
            FROM message
            WHERE conversation_id = ? AND sequence <= ? AND status NOT IN ('queued', 'running')
            ORDER BY sequence
            """;

    private static final String DOCUMENTS =
            """
            SELECT id FROM document
            WHERE conversation_id = ? AND account_id = ? AND ready = 1
            ORDER BY id
            """;

    private static final String COUNT =
            """
            UPDATE conversation SET last_sequence = ? WHERE id = ?
            RETURNING %s
            """
                    .formatted(ConversationRows.COLUMNS);

    private final Session session;
    private final long accountId;
    private final Instant now;

    ConversationCopy(Session session, long accountId, Instant now) {
        this.session = session;
        this.accountId = accountId;
        this.now = now;
    }

    Optional<Conversation> make(long conversationId, long lastSequence) throws SQLException {
        Optional<Long> id = session.first(INSERT, Row::number, now, now, conversationId, accountId);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        int copied = session.update(COPY_MESSAGES, id.get(), conversationId, lastSequence);
        for (long document : session.all(DOCUMENTS, Row::number, conversationId, accountId)) {
            DocumentRows.copy(session, accountId, document, id.get(), now);
        }
        return session.first(COUNT, ConversationRows::read, copied, id.get());
    }
}
