package parley.prompt;

import java.util.List;
import java.util.Optional;
import parley.completion.Completion;
import parley.completion.CompletionRequest;
import parley.completion.CompletionService;
import parley.llm.ChatMessage;
import parley.llm.ModelEvent;
import parley.llm.ModelOptions;
import parley.llm.Part;
import parley.llm.Role;

/// Shows what a model makes of a text. Nothing is kept of it but what it cost, and a picture where
/// the text is a wish for one.
public final class PromptPreview {
    private final CompletionService completions;

    public PromptPreview(CompletionService completions) {
        this.completions = completions;
    }

    /// What the model said.
    ///
    /// @param tokensUsed read and written together
    /// @param model the model that answered, as `provider/model`
    public record Preview(String text, long tokensUsed, String model) {}

    /// @param contract which contract asks
    /// @param model empty for the server's default
    /// @throws parley.error.AppException (400) there is no such model; (429) the account's limits;
    ///   (502, 503, 504) the provider failed
    public Preview of(long accountId, String contract, Optional<String> model, String text)
            throws InterruptedException {
        CompletionRequest request =
                new CompletionRequest(
                        accountId,
                        contract,
                        model,
                        List.of(new ChatMessage(Role.USER, List.of(new Part.Text(text)))),
                        ModelOptions.DEFAULT,
                        false);
        StringBuilder said = new StringBuilder();
        try (Completion completion = completions.begin(request)) {
            completion.run(event -> {
                if (event instanceof ModelEvent.TextDelta(String piece)) {
                    said.append(piece);
                }
            });
            return new Preview(
                    said.toString(),
                    completion.call().usage().totalTokens(),
                    completion.call().model().fullName());
        }
    }
}
