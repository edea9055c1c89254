package parley.storage;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import parley.reply.Reply;
import parley.reply.ReplyBeginning;
import parley.reply.ReplyKey;
import parley.reply.ReplyStore;
import parley.storage.database.Conflict;
import parley.storage.database.Database;
import parley.storage.database.Session;

/// Replies under their keys, in SQL.
final class SqlReplyStore implements ReplyStore {
    private final Database database;

    SqlReplyStore(Database database) {
        this.database = database;
    }

    @Override
    public ReplyBeginning begin(ReplyKey key, String node, Instant now) {
        // A reply may be long: it is not read where writers wait.
        Optional<ReplyBeginning> known =
                database.read(session -> ReplyRows.find(session, key, now));
        return known.isPresent()
                ? known.get()
                : database.write(session -> take(session, key, node, now));
    }

    private static ReplyBeginning take(Session session, ReplyKey key, String node, Instant now)
            throws SQLException {
        Optional<ReplyBeginning> known = ReplyRows.find(session, key, now);
        if (known.isPresent()) {
            return known.get();
        }
        IdempotencyKeys turns = new IdempotencyKeys(session, key.accountId(), key.contract());
        if (turns.findTurn(key.key().key(), now).isPresent()) {
            return new ReplyBeginning.OtherRequest();
        }
        if (!ReplyRows.insert(session, key, node, now)) {
            throw new Conflict("Another request took the key.");
        }
        return new ReplyBeginning.Taken();
    }

    @Override
    public boolean keepMeanwhile(ReplyKey key, String node, Reply reply) {
        return database.write(
                session -> ReplyRows.write(session, key, node, Optional.of(node), reply));
    }

    @Override
    public boolean finish(ReplyKey key, String node, Reply reply) {
        return database.write(
                session -> ReplyRows.write(session, key, node, Optional.empty(), reply));
    }

    @Override
    public void release(ReplyKey key, String node) {
        database.write(session -> ReplyRows.release(session, key, node));
    }
}
