package parley.llm;

import java.util.List;

/// What is asked of a model.
///
/// @param model the model's name at its provider, without the provider's prefix
/// @param messages the history, oldest first; the last one is answered
/// @param answerSoFar what the model has said already of this answer; empty for a new answer. The
///   events of the run hold only what comes after it
/// @param streamed false where nobody watches the answer grow, so that the provider may be asked
///   for it in one piece
public record ModelRequest(
        String model,
        List<ChatMessage> messages,
        String answerSoFar,
        ModelOptions options,
        boolean streamed) {
    public ModelRequest {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("A model request needs a message.");
        }
    }

    /// A request without tools, for text.
    public ModelRequest(
            String model,
            List<ChatMessage> messages,
            String answerSoFar,
            Sampling sampling,
            boolean streamed) {
        this(model, messages, answerSoFar, ModelOptions.of(sampling), streamed);
    }

    /// The same request about other messages.
    ModelRequest withMessages(List<ChatMessage> others) {
        return new ModelRequest(model, others, answerSoFar, options, streamed);
    }

    public Sampling sampling() {
        return options.sampling();
    }
}
