package parley.cli.chat;

/// Watches an answer grow.
interface AnswerListener {
    void started(TurnMessage.Started started);

    void text(String text);

    /// The connection is lost, and is being made again.
    void reconnecting(String reason);
}
