package parley.storage;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.conversation.MessageParts;
import parley.conversation.MessageStatus;
import parley.conversation.Receipt;
import parley.conversation.WholeConversation;
import parley.conversation.WholeMessage;
import parley.conversation.WholeTurn;
import parley.conversation.WishText;
import parley.llm.Usage;
import parley.storage.database.Conflict;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// The part of a transaction in which a whole conversation is stored.
final class ConversationArrival {
    private static final String INSERT =
            """
            INSERT INTO conversation (
                account_id, title, model, end_user, alias, data_source_id, created_at, updated_at,
                last_sequence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            RETURNING id
            """;

    private static final String INSERT_MESSAGE =
            """
            INSERT INTO message (
                conversation_id, sequence, role, content_type, status, created_at,
                contract, model, answered_by, question_id, input_tokens, output_tokens,
                cached_tokens, reasoning_tokens, usage_source, usage_reason, nano_dollars,
                first_token_micros, attempts, omitted_messages, finish_reason, error_code,
                error_sentence, finished_at, attributes, content, parts, wish)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                ?, ?)
            RETURNING id
            """;

    /// What the columns hold of a message that is no turn.
    private static final Usage NO_USAGE = Usage.estimated(0, 0, "");

    private final Session session;
    private final long accountId;
    private final WholeConversation conversation;
    private final Map<Long, Long> newIds = new HashMap<>();

    ConversationArrival(Session session, long accountId, WholeConversation conversation) {
        this.session = session;
        this.accountId = accountId;
        this.conversation = conversation;
    }

    /// @return the conversation's id
    long store() throws SQLException {
        long last =
                conversation.messages().isEmpty()
                        ? 0
                        : conversation.messages().getLast().sequence();
        long id =
                session.first(
                                INSERT,
                                Row::number,
                                accountId,
                                conversation.title(),
                                conversation.model(),
                                conversation.endUser(),
                                freeAlias(),
                                conversation.dataSourceId(),
                                conversation.createdAt(),
                                conversation.updatedAt(),
                                last)
                        .orElseThrow(() -> new Conflict("Another conversation took the alias."));
        for (WholeMessage message : conversation.messages()) {
            store(id, message);
        }
        return id;
    }

    private Optional<String> freeAlias() throws SQLException {
        if (conversation.alias().isEmpty()) {
            return Optional.empty();
        }
        boolean taken =
                session.first(
                                SqlConversationStore.FIND_BY_ALIAS,
                                ConversationRows::read,
                                accountId,
                                conversation.alias())
                        .isPresent();
        return taken ? Optional.empty() : conversation.alias();
    }

    private void store(long conversationId, WholeMessage message) throws SQLException {
        long id = session.one(INSERT_MESSAGE, Row::number, values(conversationId, message));
        newIds.put(message.id(), id);
        Optional<Receipt> receipt = message.turn().flatMap(WholeTurn::receipt);
        if (receipt.isPresent()) {
            ReceiptRows.put(session, id, receipt.get().withMessages(this::newId));
        }
    }

    /// The id that a message has here; 0 for one that did not come along.
    private long newId(long id) {
        return newIds.getOrDefault(id, 0L);
    }

    private @Nullable Object[] values(long conversationId, WholeMessage message) {
        Optional<WholeTurn> turn = message.turn();
        Usage usage = turn.map(WholeTurn::usage).orElse(NO_USAGE);
        return new @Nullable Object[] {
            conversationId,
            message.sequence(),
            message.role().wireName(),
            message.contentType().wireName(),
            ended(message.status()).wireName(),
            message.createdAt(),
            turn.map(WholeTurn::contract),
            turn.flatMap(WholeTurn::model),
            message.answeredBy(),
            turn.map(this::question).orElse(OptionalLong.empty()),
            usage.inputTokens(),
            usage.outputTokens(),
            usage.cachedTokens(),
            usage.reasoningTokens(),
            usage.source().wireName(),
            usage.reason(),
            turn.map(WholeTurn::nanoDollars).orElse(OptionalLong.empty()),
            turn.flatMap(WholeTurn::firstToken).map(time -> time.toNanos() / 1000),
            turn.map(WholeTurn::attempts).orElse(0),
            turn.map(WholeTurn::omittedMessages).orElse(0),
            turn.flatMap(WholeTurn::finishReason),
            turn.flatMap(WholeTurn::failure).map(failure -> failure.code().name()),
            turn.flatMap(WholeTurn::failure).map(failure -> failure.sentence()),
            turn.flatMap(WholeTurn::finishedAt),
            message.attributes(),
            message.content(),
            message.parts().isEmpty() ? null : MessageParts.writeAnswer(message.parts()),
            turn.map(WholeTurn::wish)
                    .filter(wish -> !wish.isDefault())
                    .map(WishText::write)
                    .orElse(null)
        };
    }

    private OptionalLong question(WholeTurn turn) {
        @Nullable Long id =
                turn.questionId().isPresent() ? newIds.get(turn.questionId().getAsLong()) : null;
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /// Nobody writes it here.
    private static MessageStatus ended(MessageStatus status) {
        return status.isEnd() ? status : MessageStatus.INTERRUPTED;
    }
}
