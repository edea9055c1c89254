package parley.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.conversation.PieceText;
import parley.conversation.Receipt;
import parley.conversation.StoredAnswer;
import parley.conversation.Turn;
import parley.conversation.TurnEnd;
import parley.conversation.TurnPiece;
import parley.conversation.TurnQuery;
import parley.conversation.TurnStart;
import parley.conversation.TurnStarted;
import parley.conversation.TurnStore;
import parley.conversation.TurnWish;
import parley.conversation.WishText;
import parley.storage.database.Database;
import parley.storage.database.Row;

/// Turns and their logs in SQL.
final class SqlTurnStore implements TurnStore {
    /// Keys that one transaction treats: enough to be quick, few enough to let others in.
    private static final int AT_ONCE = 500;

    /// Replies may be long.
    private static final int REPLIES_AT_ONCE = 20;

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
            INSERT INTO message_piece (message_id, start_offset, kind, text)
            SELECT id, ?, ?, ? FROM message
            WHERE id = ? AND status IN ('queued', 'running')
            ON CONFLICT DO NOTHING
            """;

    static final String TEXT =
            "SELECT %s FROM message WHERE id = ? AND contract IS NOT NULL"
                    .formatted(MessageRows.TEXT);

    // The + keeps the databases from walking through everybody's messages in the order of their
    // ids:
    // an account's conversations are few beside them.
    private static final String LIST =
            """
            SELECT %s FROM message
            WHERE conversation_id IN (SELECT id FROM conversation WHERE account_id = ?)
                AND contract = ? AND status = 'complete' AND +id %s ?
            ORDER BY +id %s
            LIMIT ?
            """;

    static final String OLDEST = LIST.formatted(TurnRows.COLUMNS, ">", "ASC");
    static final String NEWEST = LIST.formatted(TurnRows.COLUMNS, "<", "DESC");

    static final String WISH = "SELECT wish FROM message WHERE id = ? AND contract IS NOT NULL";

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
                pieces.stream().map(piece -> appended(piece, PieceText.of(piece.said()))).toList();
        database.write(session -> {
            session.updateEach(APPEND, rows);
            return rows.size();
        });
    }

    @Override
    public void finish(TurnEnd end) {
        database.write(session -> TurnEnding.write(session, end));
    }

    @Override
    public Optional<Turn> find(long accountId, long turnId) {
        return database.read(session -> TurnRows.find(session, accountId, turnId));
    }

    @Override
    public List<Turn> list(TurnQuery query) {
        boolean newestFirst = query.newestFirst();
        return database.read(session ->
                session.all(
                        newestFirst ? NEWEST : OLDEST,
                        TurnRows.reader(query.accountId()),
                        query.accountId(),
                        query.contract(),
                        query.after().orElse(newestFirst ? Long.MAX_VALUE : 0),
                        query.limit()));
    }

    @Override
    public Optional<String> text(long turnId) {
        return database.read(session -> session.first(TEXT, Row::text, turnId));
    }

    @Override
    public Optional<StoredAnswer> answer(long turnId) {
        return database.read(session -> AnswerRows.find(session, turnId));
    }

    @Override
    public TurnWish wish(long turnId) {
        return database.read(session -> session.first(WISH, Row::optionalText, turnId))
                .flatMap(wish -> wish)
                .map(WishText::read)
                .orElse(TurnWish.DEFAULT);
    }

    @Override
    public Optional<Receipt> receipt(long accountId, long turnId) {
        return database.read(session -> ReceiptRows.find(session, accountId, turnId));
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
    public int interruptAbandoned(Instant deadBefore, Instant now, AbandonedEnding ending) {
        int interrupted = new AbandonedRows(database, deadBefore, now, ending).interruptAll();
        database.write(session -> ReplyRows.releaseAbandoned(session, deadBefore));
        database.write(
                session -> session.update("DELETE FROM node WHERE alive_until < ?", deadBefore));
        return interrupted;
    }

    @Override
    public void forgetKeys(Duration age, Instant now) {
        Instant oldest = now.minus(age);
        deleteAll(FORGET_KEYS, oldest, AT_ONCE);
        deleteAll(ReplyRows.FORGET_OLD, oldest, REPLIES_AT_ONCE);
    }

    private void deleteAll(String sql, Instant oldest, int atOnce) {
        int some;
        do {
            some = database.write(session -> session.update(sql, oldest, atOnce));
        } while (some == atOnce);
    }

    private static @Nullable Object[] appended(TurnPiece piece, PieceText text) {
        return new @Nullable Object[] {
            piece.offset(), text.kind().wireName(), text.text(), piece.turnId()
        };
    }
}
