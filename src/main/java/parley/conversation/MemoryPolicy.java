package parley.conversation;

/// How much of a conversation a model gets to see.
public sealed interface MemoryPolicy {
    /// As much as fits the model.
    record ModelBudget() implements MemoryPolicy {}

    /// Only the newest messages, and of those what fits the model.
    ///
    /// @param pairs how many exchanges (a question and its answer) before the present question
    /// @param withAnswers whether the assistant's messages are among them
    record LastPairs(int pairs, boolean withAnswers) implements MemoryPolicy {}
}
