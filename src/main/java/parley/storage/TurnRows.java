package parley.storage;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import parley.conversation.MessageStatus;
import parley.conversation.Turn;
import parley.error.ErrorCode;
import parley.llm.Usage;
import parley.storage.database.Row;
import parley.storage.database.RowReader;
import parley.storage.database.Session;

/// The messages that are turns.
final class TurnRows {
    /// The columns that [#reader] takes.
    static final String COLUMNS =
            """
            id, conversation_id, question_id, contract, model, answered_by, status,
            input_tokens, output_tokens, cached_tokens, reasoning_tokens,
            usage_source, usage_reason, nano_dollars, attempts, omitted_messages,
            finish_reason, error_code, error_sentence, created_at, finished_at
            """;

    /// Holds for a message if it is the account's (first value).
    static final String IS_OF_ACCOUNT =
            """
            EXISTS (
                SELECT 1 FROM conversation
                WHERE conversation.id = message.conversation_id AND account_id = ?)
            """;

    static final String FIND =
            "SELECT %s FROM message WHERE id = ? AND contract IS NOT NULL AND %s"
                    .formatted(COLUMNS, IS_OF_ACCOUNT);

    /// What the columns hold before the first end.
    private static final Usage NOTHING_STORED = Usage.estimated(0, 0, "");

    private TurnRows() {}

    static Optional<Turn> find(Session session, long accountId, long turnId) throws SQLException {
        return session.first(FIND, reader(accountId), turnId, accountId);
    }

    static RowReader<Turn> reader(long accountId) {
        return row ->
                new Turn(
                        row.number(),
                        accountId,
                        row.number(),
                        row.number(),
                        row.text(),
                        row.optionalText(),
                        row.optionalText(),
                        MessageRows.constant(MessageStatus.class, row.text()),
                        usage(row),
                        row.optionalNumber(),
                        row.smallNumber(),
                        row.smallNumber(),
                        row.optionalText(),
                        failure(row),
                        row.instant(),
                        row.optionalInstant());
    }

    /// A turn that nothing has happened to.
    static Turn started(
            long id,
            long accountId,
            long conversationId,
            long questionId,
            String contract,
            Optional<String> model,
            String answeredBy,
            MessageStatus status,
            Instant startedAt) {
        return new Turn(
                id,
                accountId,
                conversationId,
                questionId,
                contract,
                model,
                Optional.of(answeredBy),
                status,
                Usage.NONE,
                OptionalLong.empty(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                startedAt,
                Optional.empty());
    }

    static Usage usage(Row row) throws SQLException {
        Usage usage =
                new Usage(
                        row.number(),
                        row.number(),
                        row.number(),
                        row.number(),
                        MessageRows.constant(Usage.Source.class, row.text()),
                        row.text());
        return usage.equals(NOTHING_STORED) ? Usage.NONE : usage;
    }

    static Optional<Turn.Failure> failure(Row row) throws SQLException {
        Optional<String> code = row.optionalText();
        Optional<String> sentence = row.optionalText();
        return code.map(name -> new Turn.Failure(ErrorCode.valueOf(name), sentence.orElse("")));
    }
}
