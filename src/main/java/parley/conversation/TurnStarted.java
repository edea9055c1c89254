package parley.conversation;

/// What became of a wish to start a turn.
public sealed interface TurnStarted {
    /// It was stored.
    record New(Conversation conversation, Turn turn) implements TurnStarted {}

    /// The same request came before, under the same key.
    record Repeated(Turn turn) implements TurnStarted {}

    /// The key was used for another request.
    record KeyReused() implements TurnStarted {}

    /// There is no such conversation for this account.
    record NoConversation() implements TurnStarted {}
}
