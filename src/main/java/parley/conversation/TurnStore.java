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

    /// Writes the end, and drops the pieces: the message holds the whole text from now on.
    void finish(TurnEnd end);

    Optional<Turn> find(long accountId, long turnId);

    /// The text of a turn's answer as far as it is stored, from the message and the pieces.
    Optional<String> text(long turnId);

    /// The turn that was started under this key, while the key is remembered.
    Optional<Turn> findByKey(long accountId, String contract, String key);

    /// Says that this node lives, and will have done so until it says it again.
    void heartbeat(String node, Instant until);

    /// Ends as `INTERRUPTED` every unfinished turn of a node that no longer lives, with the text it
    /// had.
    ///
    /// @param deadBefore nodes whose heartbeat ended before are dead
    /// @param now when the turns end
    /// @return how many turns were ended
    int interruptAbandoned(Instant deadBefore, Instant now);

    /// Forgets idempotency keys older than this.
    void forgetKeys(Duration age, Instant now);
}
