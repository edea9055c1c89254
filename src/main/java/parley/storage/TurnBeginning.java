package parley.storage;

import java.sql.SQLException;
import java.util.Optional;
import parley.conversation.Conversation;
import parley.conversation.ConversationTarget;
import parley.conversation.NewConversation;
import parley.conversation.NewMessage;
import parley.conversation.Turn;
import parley.conversation.TurnStart;
import parley.conversation.TurnStarted;
import parley.conversation.WishText;
import parley.storage.ConversationRows.Advance;
import parley.storage.ConversationRows.Advanced;
import parley.storage.database.Conflict;
import parley.storage.database.Row;
import parley.storage.database.Session;
import parley.storage.database.StorableText;
import parley.storage.database.Times;

/// The one transaction in which a turn begins: three statements for a question in a conversation
/// that exists.
final class TurnBeginning {
    static final String INSERT_ANSWER =
            """
            INSERT INTO message (
                conversation_id, sequence, role, content_type, status, created_at,
                contract, model, answered_by, question_id, node, attributes, content, wish)
            VALUES (?, ?, 'assistant', 'text', ?, ?, ?, ?, ?, ?, ?, ?, '', ?)
            RETURNING id
            """;

    static final String NEWEST_MESSAGE =
            """
            SELECT id FROM message
            WHERE conversation_id = ? AND sequence < ?
            ORDER BY sequence DESC
            LIMIT 1
            """;

    private final Session session;
    private final TurnStart start;

    TurnBeginning(Session session, TurnStart start) {
        this.session = session;
        this.start = start;
    }

    /// @throws AppException if an alias or a model's name cannot be stored
    static void check(TurnStart start) {
        ConversationRows.checkLength("model", start.model().or(start::modelOnce));
        switch (start.target()) {
            case ConversationTarget.Existing _ -> {}
            case ConversationTarget.Named(String alias) ->
                    ConversationRows.checkLength("alias", Optional.of(alias));
            case ConversationTarget.Fresh(NewConversation conversation) -> {
                ConversationRows.checkLength("alias", conversation.alias());
                ConversationRows.checkLength("model", conversation.model());
            }
        }
    }

    TurnStarted begin() throws SQLException {
        if (start.key().isPresent()) {
            IdempotencyKeys keys =
                    new IdempotencyKeys(session, start.accountId(), start.contract());
            Optional<TurnStarted> before = keys.find(start.key().get(), start.now());
            if (before.isPresent()) {
                return before.get();
            }
            if (isOfReply(start.key().get().key())) {
                return new TurnStarted.KeyReused();
            }
        }
        Optional<Advanced> advanced = advance();
        if (advanced.isEmpty()) {
            return new TurnStarted.NoConversation();
        }
        Conversation conversation = advanced.get().conversation();
        Turn turn = insertMessages(conversation, advanced.get().lastSequence());
        if (start.key().isPresent()) {
            new IdempotencyKeys(session, start.accountId(), start.contract())
                    .insert(start.key().get(), turn.id(), start.now());
        }
        return new TurnStarted.New(conversation, turn);
    }

    /// Whether a request that is no turn came under this key: it is another request than this.
    private boolean isOfReply(String key) throws SQLException {
        return ReplyRows.exists(session, start.accountId(), start.contract(), key, start.now());
    }

    private Optional<Advanced> advance() throws SQLException {
        return switch (start.target()) {
            case ConversationTarget.Existing(long id) ->
                    ConversationRows.advance(session, advance(start.title(), start.model()), id);
            case ConversationTarget.Named(String alias) -> Optional.of(named(alias));
            case ConversationTarget.Fresh(NewConversation conversation) ->
                    Optional.of(fresh(conversation));
        };
    }

    private Advanced named(String alias) throws SQLException {
        Advance advance = advance(start.title(), start.model());
        Optional<Advanced> known = ConversationRows.advance(session, advance, alias);
        return known.isPresent()
                ? known.get()
                : ConversationRows.insert(session, advance, Optional.empty(), Optional.of(alias))
                        .orElseThrow(() -> new Conflict("Another start made the conversation."));
    }

    private Advanced fresh(NewConversation conversation) throws SQLException {
        String title = conversation.title().isEmpty() ? start.title() : conversation.title();
        Advance advance = advance(title, start.model().or(conversation::model));
        return ConversationRows.insert(
                        session, advance, conversation.endUser(), conversation.alias())
                .orElseThrow(() -> ConversationRows.nameTaken(conversation.alias()));
    }

    private Advance advance(String title, Optional<String> model) {
        return new Advance(
                start.accountId(), start.messages().size() + 1, title, model, start.now());
    }

    private Turn insertMessages(Conversation conversation, long lastSequence) throws SQLException {
        long sequence = lastSequence - start.messages().size();
        long questionId = start.messages().isEmpty() ? newest(conversation.id(), lastSequence) : 0;
        for (NewMessage message : start.messages()) {
            questionId =
                    MessageRows.insert(session, conversation.id(), sequence++, message, start.now())
                            .id();
        }
        Optional<String> model = start.modelOnce().or(conversation::model);
        long id =
                session.one(
                        INSERT_ANSWER,
                        Row::number,
                        conversation.id(),
                        lastSequence,
                        start.status().wireName(),
                        start.now(),
                        start.contract(),
                        model,
                        start.answeredBy(),
                        questionId,
                        start.node(),
                        start.attributes(),
                        start.wish().isDefault() ? null : WishText.write(start.wish()));
        return TurnRows.started(
                id,
                start.accountId(),
                conversation.id(),
                questionId,
                StorableText.of(start.contract()),
                model,
                start.answeredBy(),
                start.status(),
                Times.kept(start.now()));
    }

    private long newest(long conversationId, long sequence) throws SQLException {
        return session.first(NEWEST_MESSAGE, Row::number, conversationId, sequence).orElse(0L);
    }
}
