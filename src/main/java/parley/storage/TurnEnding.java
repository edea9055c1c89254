package parley.storage;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.conversation.MessageParts;
import parley.conversation.Turn;
import parley.conversation.TurnEnd;
import parley.error.ErrorCode;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// The one transaction in which a turn ends.
final class TurnEnding {
    private static final String SET =
            """
            UPDATE message SET
                status = ?, answered_by = COALESCE(?, answered_by),
                input_tokens = ?, output_tokens = ?, cached_tokens = ?, reasoning_tokens = ?,
                usage_source = ?, usage_reason = ?, nano_dollars = ?,
                first_token_micros = COALESCE(first_token_micros, ?),
                attempts = ?, omitted_messages = ?, finish_reason = ?,
                error_code = ?, error_sentence = ?, finished_at = ?, content = ?, parts = ?,
                wish = CASE ? WHEN 'complete' THEN NULL ELSE wish END
            WHERE id = ? AND %s
            RETURNING
                CASE WHEN EXISTS (SELECT 1 FROM message_piece WHERE message_id = message.id)
                    THEN 1 ELSE 0 END
            """;

    static final String FINISH = SET.formatted("status IN ('queued', 'running')");

    /// A turn that was given up as abandoned may still be finished by its writer, which knows all
    /// of the answer. Any other end is final.
    static final String FINISH_LATE = SET.formatted("status = 'interrupted'");

    /// A turn is given up only as long as its server is dead and nothing was added to what was
    /// read.
    static final String INTERRUPT =
            SET.formatted(
                    """
                    status IN ('queued', 'running')
                        AND NOT EXISTS (
                            SELECT 1 FROM node
                            WHERE node.id = message.node AND alive_until >= ?)
                        AND (SELECT COUNT(*) FROM message_piece WHERE message_id = message.id) = ?
                    """);

    /// What was counted for a turn that was given up, and whose writer lives after all.
    static final String DROP_GIVEN_UP =
            """
            DELETE FROM usage_entry
            WHERE (account_id, at) = (
                    SELECT account_id, finished_at
                    FROM message JOIN conversation ON conversation.id = conversation_id
                    WHERE message.id = ? AND status = 'interrupted')
                AND turn_id = ?
            """;

    private static final String DROP_PIECES = "DELETE FROM message_piece WHERE message_id = ?";

    private TurnEnding() {}

    /// @return whether the turn had not ended before
    static boolean write(Session session, TurnEnd end) throws SQLException {
        Optional<Boolean> hasPieces = session.first(FINISH, Row::flag, values(end));
        if (hasPieces.isPresent()) {
            writeRest(session, end, hasPieces.get());
            return true;
        }
        session.update(DROP_GIVEN_UP, end.turnId(), end.turnId());
        Optional<Boolean> late = session.first(FINISH_LATE, Row::flag, values(end));
        if (late.isPresent()) {
            writeRest(session, end, late.get());
        }
        return late.isPresent();
    }

    /// @param condition the values of the rest of the statement
    /// @return whether it was given up
    static boolean interrupt(Session session, TurnEnd end, @Nullable Object... condition)
            throws SQLException {
        Optional<Boolean> hasPieces = session.first(INTERRUPT, Row::flag, values(end, condition));
        if (hasPieces.isPresent()) {
            writeRest(session, end, hasPieces.get());
        }
        return hasPieces.isPresent();
    }

    private static void writeRest(Session session, TurnEnd end, boolean hasPieces)
            throws SQLException {
        if (hasPieces) {
            session.update(DROP_PIECES, end.turnId());
        }
        if (end.receipt().isPresent()) {
            ReceiptRows.put(session, end.turnId(), end.receipt().get());
        }
        if (end.entry().isPresent()) {
            UsageRows.insert(session, end.entry().get());
        }
    }

    private static @Nullable Object[] values(TurnEnd end, @Nullable Object... condition) {
        @Nullable Object[] own = {
            end.status().wireName(),
            end.answeredBy(),
            end.usage().inputTokens(),
            end.usage().outputTokens(),
            end.usage().cachedTokens(),
            end.usage().reasoningTokens(),
            end.usage().source().wireName(),
            end.usage().reason(),
            end.nanoDollars(),
            micros(end.firstToken()),
            end.attempts(),
            end.omittedMessages(),
            end.finishReason(),
            end.failure().map(Turn.Failure::code).map(ErrorCode::name),
            end.failure().map(Turn.Failure::sentence),
            end.now(),
            end.content(),
            end.parts().isEmpty() ? null : MessageParts.writeAnswer(end.parts()),
            end.status().wireName(),
            end.turnId()
        };
        @Nullable Object[] all = new @Nullable Object[own.length + condition.length];
        System.arraycopy(own, 0, all, 0, own.length);
        System.arraycopy(condition, 0, all, own.length, condition.length);
        return all;
    }

    private static OptionalLong micros(Optional<Duration> duration) {
        return duration.isPresent()
                ? OptionalLong.of(duration.get().toNanos() / 1000)
                : OptionalLong.empty();
    }
}
