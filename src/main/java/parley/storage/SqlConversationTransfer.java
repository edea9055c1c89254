package parley.storage;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import parley.conversation.Conversation;
import parley.conversation.ConversationTransfer;
import parley.conversation.WholeConversation;
import parley.conversation.WholeMessage;
import parley.storage.database.Database;
import parley.storage.database.Session;

/// Whole conversations in SQL.
final class SqlConversationTransfer implements ConversationTransfer {
    private static final String KIND = "conversation";

    private static final String CONVERSATIONS =
            "SELECT %s FROM conversation WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?"
                    .formatted(ConversationRows.COLUMNS);

    private final Database database;

    SqlConversationTransfer(Database database) {
        this.database = database;
    }

    @Override
    public List<Conversation> conversations(long accountId, long afterId, int limit) {
        return database.read(session ->
                session.all(CONVERSATIONS, ConversationRows::read, accountId, afterId, limit));
    }

    @Override
    public List<WholeMessage> messages(long conversationId, long afterSequence, int limit) {
        return database.read(session ->
                session.all(
                        WholeMessageRows.LIST,
                        WholeMessageRows::read,
                        conversationId,
                        afterSequence,
                        limit));
    }

    @Override
    public Optional<String> origin(long accountId, long conversationId) {
        return database.read(session ->
                OriginRows.findByTarget(session, accountId, KIND, String.valueOf(conversationId)));
    }

    @Override
    public Arrival insert(long accountId, WholeConversation conversation, String origin) {
        ConversationRows.checkLength("model", conversation.model());
        ConversationRows.checkLength("alias", conversation.alias());
        return database.write(session -> insert(session, accountId, conversation, origin));
    }

    private static Arrival insert(
            Session session, long accountId, WholeConversation conversation, String origin)
            throws SQLException {
        Optional<String> before = OriginRows.find(session, accountId, KIND, origin);
        if (before.isPresent()) {
            long id = Long.parseLong(before.get());
            if (session.first(SqlConversationStore.FIND, ConversationRows::read, id, accountId)
                    .isPresent()) {
                return new Arrival.Known(id);
            }
        }
        long id = new ConversationArrival(session, accountId, conversation).store();
        OriginRows.put(session, accountId, KIND, origin, String.valueOf(id), before);
        return new Arrival.New(id);
    }
}
