package parley.storage;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.conversation.BrowsingStore.AnswerFacts;
import parley.conversation.BrowsingStore.Origin;
import parley.conversation.BrowsingStore.Overview;
import parley.conversation.BrowsingStore.Query;
import parley.conversation.Lineage;
import parley.storage.database.Row;

/// The SQL of browsing, and how its rows are read.
final class BrowsingRows {
    /// Two lists, each in the order of an index, instead of one that would need an index that every
    /// message changes.
    private static final String PART =
            """
            SELECT %s
            FROM (
                SELECT id AS page_id FROM conversation
                WHERE account_id = ? AND pinned = %d
                ORDER BY updated_at DESC, id DESC
                LIMIT ? OFFSET ?) AS page
            JOIN conversation ON id = page_id
            ORDER BY updated_at DESC, id DESC
            """;

    static final String PINNED = PART.formatted(ConversationRows.COLUMNS, 1);

    static final String OTHERS = PART.formatted(ConversationRows.COLUMNS, 0);

    static final String COUNT = "SELECT count(*) FROM conversation WHERE account_id = ?";

    static final String COUNT_PINNED = COUNT + " AND pinned = 1";

    static final String BY_IDS =
            "SELECT %s FROM conversation WHERE id IN (%s)"
                    .formatted(ConversationRows.COLUMNS, IdBatches.PLACES);

    private static final String SAID = "role IN ('user', 'assistant') AND %s";

    static final String OVERVIEWS =
            """
            SELECT id, pinned, lineage, fork_message_id,
                (SELECT count(*) FROM message WHERE conversation_id = conversation.id),
                (SELECT min(message.id) FROM message
                 WHERE conversation_id = conversation.id AND status IN ('queued', 'running'))
            FROM conversation
            WHERE id IN (%s)
            """
                    .formatted(IdBatches.PLACES);

    static final String ANSWERS =
            """
            SELECT id, CASE WHEN contract IS NULL THEN 0 ELSE 1 END, answered_by,
                input_tokens, output_tokens, cached_tokens, reasoning_tokens,
                usage_source, usage_reason, nano_dollars, first_token_micros, finish_reason,
                error_code, error_sentence, created_at, finished_at
            FROM message
            WHERE role = 'assistant' AND id IN (%s)
            """
                    .formatted(IdBatches.PLACES);

    private BrowsingRows() {}

    record Described(long id, Overview overview) {}

    record Answer(long id, AnswerFacts facts) {}

    /// The ids of all conversations that match, in order.
    static String matching(WordFilter words) {
        return """
        SELECT id FROM conversation
        WHERE account_id = ? AND (
            (%s) OR EXISTS (
                SELECT 1 FROM message
                WHERE conversation_id = conversation.id AND %s))
        ORDER BY pinned DESC, updated_at DESC, id DESC
        """
                .formatted(words.condition("title"), SAID.formatted(words.condition("content")));
    }

    static Object[] matchingValues(Query query, WordFilter words) {
        List<Object> values = new ArrayList<>();
        values.add(query.accountId());
        values.addAll(words.values());
        values.addAll(words.values());
        return values.toArray();
    }

    static String firstMessages(WordFilter words) {
        return """
        SELECT conversation_id, id, content
        FROM message
        WHERE id IN (
            SELECT min(id) FROM message
            WHERE conversation_id IN (%s) AND %s
            GROUP BY conversation_id)
        """
                .formatted(IdBatches.PLACES, SAID.formatted(words.condition("content")));
    }

    static Described overview(Row row) throws SQLException {
        long id = row.number();
        boolean pinned = row.flag();
        Optional<Long> parent =
                row.optionalText()
                        .map(Lineage::parse)
                        .map(lineage -> lineage.ancestors().getLast().conversationId());
        var message = row.optionalNumber();
        return new Described(
                id,
                new Overview(
                        pinned,
                        parent.map(from -> new Origin(from, message)),
                        row.number(),
                        row.optionalNumber()));
    }

    static Answer answer(Row row) throws SQLException {
        long id = row.number();
        return new Answer(
                id,
                new AnswerFacts(
                        row.flag(),
                        row.optionalText(),
                        TurnRows.usage(row),
                        row.optionalNumber(),
                        row.optionalNumber().stream()
                                .mapToObj(micros -> Duration.of(micros, ChronoUnit.MICROS))
                                .findFirst(),
                        row.optionalText(),
                        TurnRows.failure(row),
                        duration(row.instant(), row.optionalInstant())));
    }

    private static Optional<Duration> duration(Instant begin, Optional<Instant> end) {
        return end.map(finished -> Duration.between(begin, finished));
    }
}
