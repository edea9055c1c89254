package parley.reply;

import java.time.Instant;

/// Keeps replies under their keys, for 24 hours from the beginning of the work. Every change is
/// durable when the method returns. Every method throws [parley.error.AppException] where the store
/// cannot be reached, or is full.
///
/// A key that was taken is free again when its server no longer lives; who lives and how old keys
/// are forgotten, [parley.conversation.TurnStore] sees to.
public interface ReplyStore {
    /// Takes a key for a server, unless it is taken: of any number at once one gets it.
    ///
    /// A key under which a turn was started in the same contract belongs to another request.
    ReplyBeginning begin(ReplyKey key, String node, Instant now);

    /// Keeps a reply that counts only if its server dies before the whole one: then something was
    /// begun that goes on without it.
    ///
    /// @return whether the key was still that server's
    boolean keepMeanwhile(ReplyKey key, String node, Reply reply);

    /// Keeps the reply.
    ///
    /// @return whether the key was still that server's
    boolean finish(ReplyKey key, String node, Reply reply);

    /// Makes a key free again whose work came to nothing; a reply that was kept meanwhile stays.
    void release(ReplyKey key, String node);
}
