package parley.storage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.conversation.Conversation;
import parley.conversation.ConversationQuery;
import parley.conversation.ConversationStore;
import parley.conversation.Message;
import parley.conversation.NewConversation;
import parley.conversation.NewMessage;
import parley.llm.Part;
import parley.storage.ConversationRows.Advance;
import parley.storage.ConversationRows.Advanced;
import parley.storage.database.Database;
import parley.storage.database.Row;

/// Conversations and messages in SQL.
final class SqlConversationStore implements ConversationStore {
    static final String FIND =
            "SELECT %s FROM conversation WHERE id = ? AND account_id = ?"
                    .formatted(ConversationRows.COLUMNS);

    static final String FIND_BY_ALIAS =
            "SELECT %s FROM conversation WHERE account_id = ? AND alias = ?"
                    .formatted(ConversationRows.COLUMNS);

    static final String MESSAGES =
            """
            SELECT %s FROM message
            WHERE conversation_id = ? AND sequence > ?
            ORDER BY sequence
            LIMIT ?
            """
                    .formatted(MessageRows.COLUMNS);

    static final String MESSAGES_BEFORE =
            """
            SELECT %s FROM message
            WHERE conversation_id = ? AND sequence < ?
            ORDER BY sequence DESC
            LIMIT ?
            """
                    .formatted(MessageRows.COLUMNS);

    static final String FIND_MESSAGE =
            """
            SELECT %s FROM message
            WHERE id = ? AND EXISTS (
                SELECT 1 FROM conversation
                WHERE conversation.id = message.conversation_id AND account_id = ?)
            """
                    .formatted(MessageRows.COLUMNS);

    static final String DELETE = "DELETE FROM conversation WHERE id = ? AND account_id = ?";

    private static final String SET_ATTRIBUTES =
            """
            UPDATE message SET attributes = ?
            WHERE id = ? AND EXISTS (
                SELECT 1 FROM conversation
                WHERE conversation.id = message.conversation_id AND account_id = ?)
            """;

    private static final String DELETE_MESSAGES =
            """
            DELETE FROM message
            WHERE conversation_id = ? AND sequence BETWEEN ? AND ? AND EXISTS (
                SELECT 1 FROM conversation
                WHERE conversation.id = message.conversation_id AND account_id = ?)
            """;

    private static final String DELETE_EMPTY =
            """
            DELETE FROM conversation
            WHERE id = ? AND account_id = ? AND NOT EXISTS (
                SELECT 1 FROM message WHERE message.conversation_id = conversation.id)
            AND NOT EXISTS (
                SELECT 1 FROM document WHERE document.conversation_id = conversation.id)
            """;

    private static final String CHANGE =
            """
            UPDATE conversation SET
                %s = ?,
                updated_at = CASE WHEN updated_at > ? THEN updated_at ELSE ? END
            WHERE id = ? AND account_id = ?
            """;

    private static final String RENAME = CHANGE.formatted("title");
    private static final String SWITCH_MODEL = CHANGE.formatted("model");
    private static final String ATTACH_DATA_SOURCE = CHANGE.formatted("data_source_id");

    private final Database database;

    SqlConversationStore(Database database) {
        this.database = database;
    }

    @Override
    public Conversation create(NewConversation conversation, Instant now) {
        ConversationRows.checkLength("alias", conversation.alias());
        ConversationRows.checkLength("model", conversation.model());
        Advance nothingYet =
                new Advance(
                        conversation.accountId(),
                        0,
                        conversation.title(),
                        conversation.model(),
                        now);
        return database.write(session ->
                        ConversationRows.insert(
                                session, nothingYet, conversation.endUser(), conversation.alias()))
                .map(Advanced::conversation)
                .orElseThrow(() -> ConversationRows.nameTaken(conversation.alias()));
    }

    @Override
    public Optional<Conversation> find(long accountId, long conversationId) {
        return database.read(
                session -> session.first(FIND, ConversationRows::read, conversationId, accountId));
    }

    @Override
    public Optional<Conversation> findByAlias(long accountId, String alias) {
        return database.read(
                session -> session.first(FIND_BY_ALIAS, ConversationRows::read, accountId, alias));
    }

    @Override
    public List<Conversation> list(ConversationQuery query) {
        ConversationFilter filter = new ConversationFilter(query);
        return database.read(
                session -> session.all(filter.page(), ConversationRows::read, filter.pageValues()));
    }

    @Override
    public long count(ConversationQuery query) {
        ConversationFilter filter = new ConversationFilter(query);
        return database.read(session -> session.one(filter.count(), Row::number, filter.values()));
    }

    @Override
    public boolean delete(long accountId, long conversationId) {
        return changes(DELETE, conversationId, accountId);
    }

    @Override
    public boolean rename(long accountId, long conversationId, String title, Instant now) {
        return changes(RENAME, title, now, now, conversationId, accountId);
    }

    @Override
    public boolean switchModel(long accountId, long conversationId, String model, Instant now) {
        ConversationRows.checkLength("model", Optional.of(model));
        return changes(SWITCH_MODEL, model, now, now, conversationId, accountId);
    }

    @Override
    public boolean attachDataSource(
            long accountId, long conversationId, OptionalLong dataSourceId, Instant now) {
        return changes(ATTACH_DATA_SOURCE, dataSourceId, now, now, conversationId, accountId);
    }

    @Override
    public Optional<Message> append(
            long accountId, long conversationId, NewMessage message, String title, Instant now) {
        Advance one = new Advance(accountId, 1, title, Optional.empty(), now);
        return database.write(session -> {
            Optional<Advanced> advanced = ConversationRows.advance(session, one, conversationId);
            if (advanced.isEmpty()) {
                return Optional.empty();
            }
            long sequence = advanced.get().lastSequence();
            return Optional.of(MessageRows.insert(session, conversationId, sequence, message, now));
        });
    }

    @Override
    public boolean deleteMessages(
            long accountId, long conversationId, long firstSequence, long lastSequence) {
        return database.write(session -> {
            int deleted =
                    session.update(
                            DELETE_MESSAGES,
                            conversationId,
                            firstSequence,
                            lastSequence,
                            accountId);
            if (deleted > 0) {
                session.update(DELETE_EMPTY, conversationId, accountId);
            }
            return deleted > 0;
        });
    }

    @Override
    public List<Message> messages(long conversationId, long afterSequence, int limit) {
        return database.read(session ->
                session.all(MESSAGES, MessageRows::read, conversationId, afterSequence, limit));
    }

    @Override
    public List<Message> messagesBefore(long conversationId, long beforeSequence, int limit) {
        return database.read(session ->
                        session.all(
                                MESSAGES_BEFORE,
                                MessageRows::read,
                                conversationId,
                                beforeSequence,
                                limit))
                .reversed();
    }

    @Override
    public Map<Long, List<Part>> parts(List<Long> messageIds) {
        return database.read(session -> PartRows.find(session, messageIds));
    }

    @Override
    public boolean setAttributes(long accountId, long messageId, String attributes) {
        return changes(SET_ATTRIBUTES, attributes, messageId, accountId);
    }

    @Override
    public Optional<Conversation> branch(
            long accountId, long conversationId, long lastSequence, Instant now) {
        return database.write(session ->
                new ConversationCopy(session, accountId, now).make(conversationId, lastSequence));
    }

    @Override
    public Optional<Message> findMessage(long accountId, long messageId) {
        return database.read(
                session -> session.first(FIND_MESSAGE, MessageRows::read, messageId, accountId));
    }

    private boolean changes(String sql, @Nullable Object... values) {
        return database.write(session -> session.update(sql, values) > 0);
    }
}
