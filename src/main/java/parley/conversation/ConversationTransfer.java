package parley.conversation;

import java.util.List;
import java.util.Optional;

/// Brings conversations out of the store and into it, with everything that is kept of them. What is
/// stored is durable when a method returns.
public interface ConversationTransfer {
    /// An account's conversations in the order of their ids, whatever happens to them meanwhile.
    ///
    /// @param afterId 0 for the beginning
    List<Conversation> conversations(long accountId, long afterId, int limit);

    /// Messages after a place in a conversation, oldest first. An answer that is being written is
    /// among them with the text that is stored of it so far, and without parts.
    ///
    /// @param afterSequence 0 for the beginning
    List<WholeMessage> messages(long conversationId, long afterSequence, int limit);

    /// Where a conversation came from that was imported.
    Optional<String> origin(long accountId, long conversationId);

    /// Stores a conversation with all its messages in one transaction, unless the account has one
    /// of this origin. Ids are new, and so are references to them within the conversation; an alias
    /// that the account uses already is left out. An answer that was being written is interrupted.
    ///
    /// @param origin tells conversations apart, wherever they come from
    /// @throws parley.error.AppException (400) if a name in it is too long to be kept
    Arrival insert(long accountId, WholeConversation conversation, String origin);

    /// What became of a conversation.
    sealed interface Arrival {
        /// The id it has here.
        long conversationId();

        record New(long conversationId) implements Arrival {}

        /// It was here before, and stays as it is.
        record Known(long conversationId) implements Arrival {}
    }
}
