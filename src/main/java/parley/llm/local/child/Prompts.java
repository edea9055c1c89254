package parley.llm.local.child;

import java.util.List;
import parley.llm.local.llama.LlamaException;
import parley.llm.local.llama.LlamaModel;
import parley.llm.local.wire.Ask;

/// Writes conversations the way a model was taught to read them.
final class Prompts {
    private final LlamaModel model;

    Prompts(LlamaModel model) {
        this.model = model;
    }

    /// The whole text that the model goes on with.
    String text(Ask.Chat chat) {
        List<LlamaModel.ChatLine> lines =
                chat.lines().stream()
                        .map(line -> new LlamaModel.ChatLine(line.role(), line.content()))
                        .toList();
        return model.applyTemplate(lines)
                        .orElseThrow(() ->
                                new LlamaException(
                                        "The model's chat template is not one of those that llama.cpp knows by itself."
                                                + " Use another file of the model, or run it in llama.cpp's own server."))
                + chat.answerSoFar();
    }
}
