package parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps turns and the log of what they write. Every change is durable when the method returns.
public interface TurnStore {
    /// Stores in one commit: the conversation if it is new, the messages, the empty answer, the
    /// idempotency key.
    TurnStarted start(TurnStart start);

    /// Takes a turn that ended early up again, and goes on with it.
    ///
    /// @return the turn, now `RUNNING` on this node; empty if there is none, or it is not in such a
    ///   state
    Optional<Turn> resume(long accountId, long turnId, String node);

    /// A turn that waited begins to run.
    void running(long turnId);

    /// Adds pieces to the logs of their turns. Pieces of a turn come in order and without gaps.
    void append(List<TurnPiece> pieces);

    /// Writes the end with its receipt and its entry in the ledger, and drops the pieces: the
    /// message holds the whole answer from now on. An end that is written already stays as it is.
    void finish(TurnEnd end);

    Optional<Turn> find(long accountId, long turnId);

    /// Complete turns, in the order that the query wants.
    List<Turn> list(TurnQuery query);

    /// The text of a turn's answer as far as it is stored, from the message and the pieces.
    Optional<String> text(long turnId);

    /// A turn's answer as far as it is stored.
    Optional<StoredAnswer> answer(long turnId);

    /// How a turn's answer was asked for; the default once it is complete.
    TurnWish wish(long turnId);

    /// What went into the answer of a turn of this account; empty if that is not stored.
    Optional<Receipt> receipt(long accountId, long turnId);

    /// The turn that was started under this key, while the key is remembered.
    Optional<Turn> findByKey(long accountId, String contract, String key);

    /// Says that this node lives, and will have done so until it says it again.
    void heartbeat(String node, Instant until);

    /// Ends as `INTERRUPTED` every unfinished turn of a node that no longer lives, with what it had
    /// said. The idempotency keys of replies that such a node was working on are free again.
    ///
    /// @param deadBefore nodes whose heartbeat ended before are dead
    /// @param now when the turns end
    /// @param ending works out the ends
    /// @return how many turns were ended
    int interruptAbandoned(Instant deadBefore, Instant now, AbandonedEnding ending);

    /// Works out how a turn ended that nobody ended. May be asked again for the same turn.
    @FunctionalInterface
    interface AbandonedEnding {
        TurnEnd endOf(Turn turn, StoredAnswer answer, Instant now);
    }

    /// Forgets idempotency keys older than this, with the replies that were kept under them.
    void forgetKeys(Duration age, Instant now);
}
