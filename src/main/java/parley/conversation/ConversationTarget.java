package parley.conversation;

/// Where a turn goes.
public sealed interface ConversationTarget {
    /// A conversation that must exist.
    record Existing(long conversationId) implements ConversationTarget {}

    /// The conversation that a client calls by a name of its own; made if there is none.
    record Named(String alias) implements ConversationTarget {}

    /// A conversation made for this turn.
    record Fresh(NewConversation conversation) implements ConversationTarget {}
}
