package parley.storage;

import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.conversation.ContentType;
import parley.conversation.MessageParts;
import parley.conversation.MessageStatus;
import parley.conversation.Receipt;
import parley.conversation.Turn;
import parley.conversation.TurnWish;
import parley.conversation.WholeMessage;
import parley.conversation.WholeTurn;
import parley.conversation.WishText;
import parley.error.ErrorCode;
import parley.llm.Role;
import parley.llm.Usage;
import parley.storage.database.Row;
import tools.jackson.databind.json.JsonMapper;

/// Messages with all their columns.
final class WholeMessageRows {
    static final String LIST =
            """
            SELECT id, sequence, role, %s, content_type, attributes, status, created_at, parts,
                answered_by, contract, model, question_id,
                input_tokens, output_tokens, cached_tokens, reasoning_tokens, usage_source,
                usage_reason, nano_dollars, first_token_micros, attempts, omitted_messages,
                finish_reason, error_code, error_sentence, finished_at, wish,
                (SELECT receipt FROM turn_receipt WHERE message_id = message.id)
            FROM message
            WHERE conversation_id = ? AND sequence > ?
            ORDER BY sequence
            LIMIT ?
            """
                    .formatted(MessageRows.TEXT);

    private WholeMessageRows() {}

    static WholeMessage read(Row row) throws SQLException {
        return new WholeMessage(
                row.number(),
                row.number(),
                MessageRows.constant(Role.class, row.text()),
                row.text(),
                MessageRows.constant(ContentType.class, row.text()),
                row.text(),
                MessageRows.constant(MessageStatus.class, row.text()),
                row.instant(),
                row.optionalText().map(MessageParts::readAnswer).orElse(List.of()),
                row.optionalText(),
                turn(row));
    }

    private static Optional<WholeTurn> turn(Row row) throws SQLException {
        Optional<String> contract = row.optionalText();
        if (contract.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new WholeTurn(
                        contract.get(),
                        row.optionalText(),
                        row.optionalNumber(),
                        usage(row),
                        row.optionalNumber(),
                        duration(row.optionalNumber()),
                        row.smallNumber(),
                        row.smallNumber(),
                        row.optionalText(),
                        failure(row),
                        row.optionalInstant(),
                        row.optionalText().map(WishText::read).orElse(TurnWish.DEFAULT),
                        row.optionalText()
                                .map(json -> JsonMapper.shared().readValue(json, Receipt.class))));
    }

    private static Usage usage(Row row) throws SQLException {
        return new Usage(
                row.number(),
                row.number(),
                row.number(),
                row.number(),
                MessageRows.constant(Usage.Source.class, row.text()),
                row.text());
    }

    private static Optional<Duration> duration(OptionalLong micros) {
        return micros.isPresent()
                ? Optional.of(Duration.of(micros.getAsLong(), ChronoUnit.MICROS))
                : Optional.empty();
    }

    private static Optional<Turn.Failure> failure(Row row) throws SQLException {
        Optional<String> code = row.optionalText();
        Optional<String> sentence = row.optionalText();
        return code.map(name -> new Turn.Failure(ErrorCode.valueOf(name), sentence.orElse("")));
    }
}
