package parley.storage;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import parley.conversation.StoredAnswer;
import parley.conversation.Turn;
import parley.conversation.TurnEnd;
import parley.conversation.TurnStore;
import parley.storage.database.Database;
import parley.storage.database.Session;

/// Ends the turns of servers that died. Their ends are worked out between reading and writing, so
/// that nobody waits for it; what changed in the meantime is looked at again.
final class AbandonedRows {
    /// Turns that one transaction treats: enough to be quick, few enough to let others in.
    private static final int AT_ONCE = 500;

    static final String FIND =
            """
            SELECT message.id, account_id
            FROM message JOIN conversation ON conversation.id = conversation_id
            WHERE status IN ('queued', 'running') AND NOT EXISTS (
                SELECT 1 FROM node WHERE node.id = message.node AND alive_until >= ?)
            LIMIT ?
            """;

    private final Database database;
    private final Instant deadBefore;
    private final Instant now;
    private final TurnStore.AbandonedEnding ending;

    AbandonedRows(
            Database database, Instant deadBefore, Instant now, TurnStore.AbandonedEnding ending) {
        this.database = database;
        this.deadBefore = deadBefore;
        this.now = now;
        this.ending = ending;
    }

    private record Key(long id, long accountId) {}

    private record Abandoned(Turn turn, StoredAnswer answer) {}

    private record Ended(TurnEnd end, int pieces) {}

    /// @return how many were ended
    int interruptAll() {
        int all = 0;
        int some;
        do {
            List<Ended> ends =
                    database.read(this::find).stream()
                            .map(found ->
                                    new Ended(
                                            ending.endOf(found.turn, found.answer, now),
                                            found.answer.since().size()))
                            .toList();
            some = ends.isEmpty() ? 0 : database.write(session -> write(session, ends));
            all += some;
        } while (some > 0);
        return all;
    }

    private List<Abandoned> find(Session session) throws SQLException {
        List<Abandoned> found = new ArrayList<>();
        for (Key key :
                session.all(
                        FIND, row -> new Key(row.number(), row.number()), deadBefore, AT_ONCE)) {
            var turn = TurnRows.find(session, key.accountId, key.id);
            var answer = AnswerRows.find(session, key.id);
            if (turn.isPresent() && answer.isPresent()) {
                found.add(new Abandoned(turn.get(), answer.get()));
            }
        }
        return found;
    }

    private int write(Session session, List<Ended> ends) throws SQLException {
        int written = 0;
        for (Ended ended : ends) {
            if (TurnEnding.interrupt(session, ended.end, deadBefore, ended.pieces)) {
                written++;
            }
        }
        return written;
    }
}
