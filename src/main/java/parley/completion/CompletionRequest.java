package parley.completion;

import java.util.List;
import java.util.Optional;
import parley.llm.ChatMessage;
import parley.llm.ModelOptions;

/// An answer that is asked for with all of its history, and kept nowhere.
///
/// @param contract which contract asks
/// @param model as it was asked for; empty for the server's default
/// @param streamed whether somebody watches the answer grow
public record CompletionRequest(
        long accountId,
        String contract,
        Optional<String> model,
        List<ChatMessage> messages,
        ModelOptions options,
        boolean streamed) {
    public CompletionRequest {
        messages = List.copyOf(messages);
    }
}
