package parley.dialect.xmr;

import org.jspecify.annotations.Nullable;
import parley.conversation.Conversation;
import parley.dialect.Timestamps;

/// A conversation as this contract shows it.
///
/// @param userId the account it belongs to
record XmrConversation(
        long id, long userId, String title, @Nullable Long dataSourceId, String createdAt) {
    /// The title of a conversation to which nobody, and no message, has given one yet.
    private static final String UNTITLED = "New Conversation";

    static XmrConversation of(Conversation conversation) {
        return new XmrConversation(
                conversation.id(),
                conversation.accountId(),
                conversation.title().isBlank() ? UNTITLED : conversation.title(),
                conversation.dataSourceId().isPresent()
                        ? conversation.dataSourceId().getAsLong()
                        : null,
                Timestamps.iso(conversation.createdAt()));
    }
}
