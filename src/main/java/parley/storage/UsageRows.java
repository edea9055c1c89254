package parley.storage;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.ledger.LedgerEntry;
import parley.ledger.LedgerStore.Totals;
import parley.ledger.ModelDay;
import parley.llm.Usage;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// What answers cost, as rows.
final class UsageRows {
    /// An entry is added once, however often it is tried: a connection may break after the commit.
    static final String INSERT =
            """
            INSERT INTO usage_entry (
                account_id, contract, model, turn_id, input_tokens, output_tokens,
                cached_tokens, reasoning_tokens, usage_source, usage_reason, nano_dollars,
                images, outcome, attempts, duration_micros, at, entry_key)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    // 86,400,000,000 microseconds are a day; both databases divide whole numbers to whole ones.
    static final String BY_DAY_AND_MODEL =
            """
            SELECT at / 86400000000 AS day, model, count(*),
                sum(input_tokens), sum(output_tokens), sum(cached_tokens), sum(reasoning_tokens),
                sum(images), coalesce(sum(nano_dollars), 0),
                sum(CASE WHEN nano_dollars IS NULL THEN 1 ELSE 0 END),
                sum(CASE WHEN usage_source = 'exact' THEN 1 ELSE 0 END),
                sum(CASE WHEN usage_source = 'recovered' THEN 1 ELSE 0 END),
                sum(CASE WHEN usage_source = 'estimated' THEN 1 ELSE 0 END)
            FROM usage_entry
            WHERE account_id = ? AND at >= ? AND at < ?
            GROUP BY at / 86400000000, model
            ORDER BY 1 DESC, 2
            """;

    static final String TOTALS =
            """
            SELECT count(*), coalesce(sum(input_tokens + output_tokens), 0),
                coalesce(sum(nano_dollars), 0), coalesce(sum(images), 0)
            FROM usage_entry
            WHERE account_id = ? AND at >= ?
            """;

    static final String ENTRIES =
            """
            SELECT id, entry_key, contract, model, turn_id, input_tokens, output_tokens,
                cached_tokens, reasoning_tokens, usage_source, usage_reason, nano_dollars,
                images, outcome, attempts, duration_micros, at
            FROM usage_entry
            WHERE account_id = ? AND id > ?
            ORDER BY id
            LIMIT ?
            """;

    private UsageRows() {}

    /// @param number rises from entry to entry
    record Numbered(long number, LedgerEntry entry) {}

    static Numbered numbered(Row row, long accountId) throws SQLException {
        long number = row.number();
        // Entries of earlier versions have no key.
        UUID id = row.optionalText().map(UUID::fromString).orElse(new UUID(0, number));
        return new Numbered(
                number,
                new LedgerEntry(
                        id,
                        accountId,
                        row.text(),
                        row.text(),
                        row.optionalNumber(),
                        new Usage(
                                row.number(),
                                row.number(),
                                row.number(),
                                row.number(),
                                MessageRows.constant(Usage.Source.class, row.text()),
                                row.text()),
                        row.optionalNumber(),
                        row.smallNumber(),
                        row.text(),
                        row.smallNumber(),
                        Duration.of(row.number(), ChronoUnit.MICROS),
                        row.instant()));
    }

    static void insert(Session session, LedgerEntry entry) throws SQLException {
        session.update(INSERT, values(entry));
    }

    static @Nullable Object[] values(LedgerEntry entry) {
        Usage usage = entry.usage();
        return new @Nullable Object[] {
            entry.accountId(),
            entry.contract(),
            entry.model(),
            entry.turnId(),
            usage.inputTokens(),
            usage.outputTokens(),
            usage.cachedTokens(),
            usage.reasoningTokens(),
            usage.source().wireName(),
            usage.reason(),
            entry.nanoDollars(),
            entry.images(),
            entry.outcome(),
            entry.attempts(),
            entry.duration().toNanos() / 1000,
            entry.at(),
            entry.id().toString()
        };
    }

    static ModelDay day(Row row) throws SQLException {
        return new ModelDay(
                LocalDate.ofEpochDay(row.number()),
                row.text(),
                row.number(),
                row.number(),
                row.number(),
                row.number(),
                row.number(),
                row.number(),
                row.number(),
                row.number(),
                row.number(),
                row.number(),
                row.number());
    }

    static Totals totals(Row row) throws SQLException {
        return new Totals(row.number(), row.number(), row.number(), row.number());
    }
}
