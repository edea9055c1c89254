package parley.storage;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.conversation.Turn;
import parley.conversation.TurnEnd;
import parley.conversation.TurnPiece;
import parley.conversation.TurnStart;
import parley.conversation.TurnStarted;
import parley.conversation.TurnStore;
import parley.error.ErrorCode;
import parley.storage.database.Database;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// Turns and their logs in SQL.
final class SqlTurnStore implements TurnStore {
    /// Turns or keys that one transaction treats: enough to be quick, few enough to let others in.
    private static final int AT_ONCE = 500;

    static final String RESUME =
            """
            UPDATE message SET
                status = 'running', node = ?,
                finish_reason = NULL, error_code = NULL, error_sentence = NULL, finished_at = NULL
            WHERE id = ?
                AND contract IS NOT NULL
                AND status IN ('interrupted', 'cancelled', 'failed')
                AND %s
            RETURNING %s
            """
                    .formatted(TurnRows.IS_OF_ACCOUNT, TurnRows.COLUMNS);

    static final String RUNNING =
            """
            UPDATE message SET status = 'running' WHERE id = ? AND status IN ('queued', 'running')
            """;

    /// Nothing is added to a turn that has ended or was deleted, and nothing twice.
    static final String APPEND =
            """
            INSERT INTO message_piece (message_id, start_offset, text)
            SELECT id, ?, ? FROM message
            WHERE id = ? AND status IN ('queued', 'running')
            ON CONFLICT DO NOTHING
            """;

    /// A turn that was given up as abandoned may still be finished by its writer, which knows all
    /// of the text. Any other end is final.
    static final String FINISH =
            """
            UPDATE message SET
                status = ?, answered_by = COALESCE(?, answered_by),
                input_tokens = ?, output_tokens = ?, usage_exact = ?,
                attempts = ?, omitted_messages = ?, finish_reason = ?,
                error_code = ?, error_sentence = ?, finished_at = ?, content = ?
            WHERE id = ? AND status IN ('queued', 'running', 'interrupted')
            RETURNING
                CASE WHEN EXISTS (SELECT 1 FROM message_piece WHERE message_id = message.id)
                    THEN 1 ELSE 0 END
            """;

    private static final String DROP_PIECES = "DELETE FROM message_piece WHERE message_id = ?";

    static final String ABANDONED =
            """
            SELECT id FROM message
            WHERE status IN ('queued', 'running') AND NOT EXISTS (
                SELECT 1 FROM node WHERE node.id = message.node AND alive_until >= ?)
            LIMIT ?
            """;

    static final String INTERRUPT =
            """
            UPDATE message SET status = 'interrupted', finished_at = ?, content = %s
            WHERE id = ? AND status IN ('queued', 'running')
            """
                    .formatted(MessageRows.TEXT);

    static final String TEXT =
            "SELECT %s FROM message WHERE id = ? AND contract IS NOT NULL"
                    .formatted(MessageRows.TEXT);

    static final String FORGET_KEYS =
            """
            DELETE FROM idempotency_key
            WHERE (account_id, contract, client_key) IN (
                SELECT account_id, contract, client_key FROM idempotency_key
                WHERE created_at < ?
                LIMIT ?)
            """;

    private final Database database;
    private final InstantSource clock;

    SqlTurnStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public TurnStarted start(TurnStart start) {
        TurnBeginning.check(start);
        return database.write(session -> new TurnBeginning(session, start).begin());
    }

    @Override
    public Optional<Turn> resume(long accountId, long turnId, String node) {
        return database.write(session ->
                session.first(RESUME, TurnRows.reader(accountId), node, turnId, accountId));
    }

    @Override
    public void running(long turnId) {
        database.write(session -> session.update(RUNNING, turnId));
    }

    @Override
    public void append(List<TurnPiece> pieces) {
        if (pieces.isEmpty()) {
            return;
        }
        List<@Nullable Object[]> rows =
                pieces.stream()
                        .map(piece ->
                                new @Nullable Object[] {
                                    piece.offset(), piece.text(), piece.turnId()
                                })
                        .toList();
        database.write(session -> {
            session.updateEach(APPEND, rows);
            return rows.size();
        });
    }

    @Override
    public void finish(TurnEnd end) {
        database.write(session -> finish(session, end));
    }

    @Override
    public Optional<Turn> find(long accountId, long turnId) {
        return database.read(session -> TurnRows.find(session, accountId, turnId));
    }

    @Override
    public Optional<String> text(long turnId) {
        return database.read(session -> session.first(TEXT, Row::text, turnId));
    }

    @Override
    public Optional<Turn> findByKey(long accountId, String contract, String key) {
        Instant now = clock.instant();
        return database.read(
                session -> new IdempotencyKeys(session, accountId, contract).findTurn(key, now));
    }

    @Override
    public void heartbeat(String node, Instant until) {
        database.write(session ->
                session.update(
                        """
                        INSERT INTO node (id, alive_until) VALUES (?, ?)
                        ON CONFLICT (id) DO UPDATE SET alive_until = excluded.alive_until
                        """,
                        node,
                        until));
    }

    @Override
    public int interruptAbandoned(Instant deadBefore, Instant now) {
        int all = 0;
        int some;
        do {
            some = database.write(session -> interruptSome(session, deadBefore, now));
            all += some;
        } while (some == AT_ONCE);
        database.write(
                session -> session.update("DELETE FROM node WHERE alive_until < ?", deadBefore));
        return all;
    }

    @Override
    public void forgetKeys(Duration age, Instant now) {
        Instant oldest = now.minus(age);
        int some;
        do {
            some = database.write(session -> session.update(FORGET_KEYS, oldest, AT_ONCE));
        } while (some == AT_ONCE);
    }

    private static boolean finish(Session session, TurnEnd end) throws SQLException {
        Optional<Boolean> hasPieces =
                session.first(
                        FINISH,
                        Row::flag,
                        end.status().wireName(),
                        end.answeredBy(),
                        end.usage().inputTokens(),
                        end.usage().outputTokens(),
                        end.usage().exact(),
                        end.attempts(),
                        end.omittedMessages(),
                        end.finishReason(),
                        end.failure().map(Turn.Failure::code).map(ErrorCode::name),
                        end.failure().map(Turn.Failure::sentence),
                        end.now(),
                        end.content(),
                        end.turnId());
        if (hasPieces.orElse(false)) {
            session.update(DROP_PIECES, end.turnId());
        }
        return hasPieces.isPresent();
    }

    private static int interruptSome(Session session, Instant deadBefore, Instant now)
            throws SQLException {
        List<Long> turns = session.all(ABANDONED, Row::number, deadBefore, AT_ONCE);
        for (long turn : turns) {
            if (session.update(INTERRUPT, now, turn) > 0) {
                session.update(DROP_PIECES, turn);
            }
        }
        return turns.size();
    }
}
