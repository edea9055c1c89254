package parley.storage;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import parley.conversation.Conversation;
import parley.conversation.Lineage;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// The one transaction in which a conversation branches from another. Unlike [ConversationCopy] it
/// keeps every message at its place, so that places of relatives can be compared.
final class ConversationFork {
    private static final String PARENT =
            """
            SELECT COALESCE(fork_root, id), lineage,
                (SELECT max(message.id) FROM message
                 WHERE conversation_id = conversation.id AND sequence <= ?
                    AND status NOT IN ('queued', 'running'))
            FROM conversation
            WHERE id = ? AND account_id = ?
            """;

    private static final String INSERT =
            """
            INSERT INTO conversation (
                account_id, title, model, end_user, data_source_id,
                created_at, updated_at, last_sequence, fork_root, fork_message_id, lineage)
            SELECT account_id, title, model, end_user, data_source_id, ?, ?, ?, ?, ?, ?
            FROM conversation
            WHERE id = ?
            RETURNING %s
            """
                    .formatted(ConversationRows.COLUMNS);

    private static final String COPY_MESSAGES =
            """
            INSERT INTO message (
                conversation_id, sequence, role, content_type, status, created_at,
                answered_by, attributes, content, parts)
            SELECT ?, sequence, role, content_type, status, created_at,
                answered_by, attributes, content, parts
            FROM message
            WHERE conversation_id = ? AND sequence <= ? AND status NOT IN ('queued', 'running')
            ORDER BY sequence
            """;

    private final Session session;
    private final long accountId;
    private final Instant now;

    ConversationFork(Session session, long accountId, Instant now) {
        this.session = session;
        this.accountId = accountId;
        this.now = now;
    }

    private record Parent(long root, Lineage lineage, OptionalLong lastMessage) {
        static Parent read(Row row) throws SQLException {
            return new Parent(
                    row.number(),
                    row.optionalText().map(Lineage::parse).orElse(Lineage.NONE),
                    row.optionalNumber());
        }
    }

    Optional<Conversation> make(long conversationId, long lastSequence) throws SQLException {
        Optional<Parent> parent =
                session.first(PARENT, Parent::read, lastSequence, conversationId, accountId);
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        Conversation made =
                session.one(
                        INSERT,
                        ConversationRows::read,
                        now,
                        now,
                        lastSequence,
                        parent.get().root,
                        parent.get().lastMessage,
                        parent.get().lineage.branching(conversationId, lastSequence).text(),
                        conversationId);
        session.update(COPY_MESSAGES, made.id(), conversationId, lastSequence);
        return Optional.of(made);
    }
}
