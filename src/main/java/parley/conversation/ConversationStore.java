package parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import parley.llm.Part;

/// Keeps conversations and their messages. Every change is durable when the method returns. What
/// belongs to another account is not found.
public interface ConversationStore {
    Conversation create(NewConversation conversation, Instant now);

    Optional<Conversation> find(long accountId, long conversationId);

    /// The conversation that a client of this account named so.
    Optional<Conversation> findByAlias(long accountId, String alias);

    List<Conversation> list(ConversationQuery query);

    /// How many match, whatever the query's offset and limit.
    long count(ConversationQuery query);

    /// Deletes the conversation with everything in it.
    ///
    /// @return whether there was one
    boolean delete(long accountId, long conversationId);

    /// @return whether there is such a conversation
    boolean rename(long accountId, long conversationId, String title, Instant now);

    /// @return whether there is such a conversation
    boolean switchModel(long accountId, long conversationId, String model, Instant now);

    /// @return whether there is such a conversation
    boolean attachDataSource(
            long accountId, long conversationId, OptionalLong dataSourceId, Instant now);

    /// Adds a message that no model answers.
    ///
    /// @param title the title for a conversation that has none yet; empty to leave it
    /// @return the message, or nothing if there is no such conversation
    Optional<Message> append(
            long accountId, long conversationId, NewMessage message, String title, Instant now);

    /// Deletes the messages between two places, both included; and the conversation, if nothing is
    /// left in it, no document either.
    ///
    /// @return whether there was one
    boolean deleteMessages(
            long accountId, long conversationId, long firstSequence, long lastSequence);

    /// Messages after a place in the conversation, oldest first.
    ///
    /// @param afterSequence 0 for the beginning
    /// @param limit the most to return
    List<Message> messages(long conversationId, long afterSequence, int limit);

    /// The newest messages before a place in the conversation, oldest of them first.
    List<Message> messagesBefore(long conversationId, long beforeSequence, int limit);

    /// The parts of rich messages; plain ones have none.
    Map<Long, List<Part>> parts(List<Long> messageIds);

    /// Replaces what contracts keep beside a message.
    ///
    /// @param attributes the text of a JSON object
    /// @return whether there is such a message in a conversation of this account
    boolean setAttributes(long accountId, long messageId, String attributes);

    /// A new conversation with copies of all messages up to and with a place in another. Copies are
    /// not turns: they cost nothing and cannot be continued.
    ///
    /// @return empty if there is no such conversation
    Optional<Conversation> branch(
            long accountId, long conversationId, long lastSequence, Instant now);

    /// @return the message, if it is in a conversation of this account
    Optional<Message> findMessage(long accountId, long messageId);
}
