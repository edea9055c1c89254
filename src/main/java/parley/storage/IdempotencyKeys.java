package parley.storage;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import parley.conversation.IdempotencyKey;
import parley.conversation.Turn;
import parley.conversation.TurnStarted;
import parley.storage.database.Conflict;
import parley.storage.database.Session;

/// The idempotency keys of one account in one contract.
final class IdempotencyKeys {
    private static final Duration REMEMBERED = Duration.ofHours(24);

    static final String FIND =
            """
            SELECT message_id, fingerprint, created_at FROM idempotency_key
            WHERE account_id = ? AND contract = ? AND client_key = ?
            """;

    /// Only the entry that was seen: another start may have made a new one in the meantime.
    private static final String FORGET =
            """
            DELETE FROM idempotency_key
            WHERE account_id = ? AND contract = ? AND client_key = ? AND message_id = ?
            """;

    private static final String INSERT =
            """
            INSERT INTO idempotency_key (
                account_id, contract, client_key, fingerprint, message_id, created_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private final Session session;
    private final long accountId;
    private final String contract;

    IdempotencyKeys(Session session, long accountId, String contract) {
        this.session = session;
        this.accountId = accountId;
        this.contract = contract;
    }

    /// What a start under this key has to answer, if the key is remembered. If not, it is free.
    Optional<TurnStarted> find(IdempotencyKey key, Instant now) throws SQLException {
        Optional<Entry> entry = entry(key.key());
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        Optional<Turn> turn = turn(entry.get(), now);
        if (turn.isEmpty()) {
            session.update(FORGET, accountId, contract, key.key(), entry.get().turnId());
            return Optional.empty();
        }
        boolean same = entry.get().fingerprint().equals(key.fingerprint());
        return Optional.of(
                same ? new TurnStarted.Repeated(turn.get()) : new TurnStarted.KeyReused());
    }

    /// The turn that was started under this key, if the key is remembered.
    Optional<Turn> findTurn(String key, Instant now) throws SQLException {
        Optional<Entry> entry = entry(key);
        return entry.isPresent() ? turn(entry.get(), now) : Optional.empty();
    }

    void insert(IdempotencyKey key, long turnId, Instant now) throws SQLException {
        int inserted =
                session.update(
                        INSERT, accountId, contract, key.key(), key.fingerprint(), turnId, now);
        if (inserted == 0) {
            throw new Conflict("Another start took the key.");
        }
    }

    private Optional<Entry> entry(String key) throws SQLException {
        return session.first(
                FIND,
                row -> new Entry(row.number(), row.text(), row.instant()),
                accountId,
                contract,
                key);
    }

    /// Empty if the entry is too old, or its turn was deleted.
    private Optional<Turn> turn(Entry entry, Instant now) throws SQLException {
        return entry.createdAt().isAfter(now.minus(REMEMBERED))
                ? TurnRows.find(session, accountId, entry.turnId())
                : Optional.empty();
    }

    private record Entry(long turnId, String fingerprint, Instant createdAt) {}
}
