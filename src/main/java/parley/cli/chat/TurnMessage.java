package parley.cli.chat;

/// What a server says about one turn, in this order: started, text as often as needed, ended.
sealed interface TurnMessage {
    record Started(long turnId, long conversationId, String model) implements TurnMessage {}

    /// @param number listening again after this number brings what follows
    record Text(long number, String text) implements TurnMessage {}

    record Ended(Answer answer) implements TurnMessage {}

    /// Nothing new; the connection is alive.
    record Alive() implements TurnMessage {}
}
