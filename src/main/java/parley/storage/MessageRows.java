package parley.storage;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import parley.conversation.ContentType;
import parley.conversation.Message;
import parley.conversation.MessageParts;
import parley.conversation.MessageStatus;
import parley.conversation.NewMessage;
import parley.llm.Role;
import parley.storage.database.Row;
import parley.storage.database.Session;
import parley.storage.database.StorableText;
import parley.storage.database.Times;

/// The table of messages, as the stores of conversations and of turns both use it.
final class MessageRows {
    /// The text of an answer: of one that is being written, with the pieces that came so far. One
    /// expression, so that no end comes between reading the text and reading the pieces.
    static final String TEXT =
            """
            CASE WHEN status IN ('queued', 'running')
                THEN content || COALESCE(
                    (SELECT string_agg(text, '' ORDER BY start_offset)
                     FROM message_piece
                     WHERE message_id = message.id AND kind = 'text'),
                    '')
                ELSE content END
            """;

    /// Whether there is more than text, as a number.
    private static final String RICH =
            """
            CASE WHEN parts IS NOT NULL THEN 1
                WHEN status IN ('queued', 'running') AND EXISTS (
                    SELECT 1 FROM message_piece
                    WHERE message_id = message.id AND kind <> 'text') THEN 1
                ELSE 0 END
            """;

    /// The columns that [#read] takes.
    static final String COLUMNS =
            """
            id, conversation_id, sequence, role, %s, content_type, attributes, status, created_at,
            %s
            """
                    .formatted(TEXT, RICH);

    private MessageRows() {}

    /// Stores a message that is complete.
    static Message insert(
            Session session, long conversationId, long sequence, NewMessage message, Instant now)
            throws SQLException {
        boolean rich = !message.parts().isEmpty();
        long id =
                session.one(
                        """
                        INSERT INTO message (
                            conversation_id, sequence, role, content_type, status, created_at,
                            attributes, content, parts)
                        VALUES (?, ?, ?, ?, 'complete', ?, ?, ?, ?)
                        RETURNING id
                        """,
                        Row::number,
                        conversationId,
                        sequence,
                        message.role().wireName(),
                        message.contentType().wireName(),
                        now,
                        message.attributes(),
                        message.content(),
                        rich ? MessageParts.write(message.parts()) : null);
        return new Message(
                id,
                conversationId,
                sequence,
                message.role(),
                StorableText.of(message.content()),
                message.contentType(),
                StorableText.of(message.attributes()),
                MessageStatus.COMPLETE,
                Times.kept(now),
                rich);
    }

    static Message read(Row row) throws SQLException {
        return new Message(
                row.number(),
                row.number(),
                row.number(),
                constant(Role.class, row.text()),
                row.text(),
                constant(ContentType.class, row.text()),
                row.text(),
                constant(MessageStatus.class, row.text()),
                row.instant(),
                row.flag());
    }

    /// The constant whose wire name this is.
    static <E extends Enum<E>> E constant(Class<E> type, String wireName) {
        return Enum.valueOf(type, wireName.toUpperCase(Locale.ROOT));
    }
}
