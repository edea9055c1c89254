package parley.llm.local.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import parley.llm.local.gguf.TinyModel;
import parley.llm.local.llama.Llama;
import parley.llm.local.llama.LlamaContext;
import parley.llm.local.llama.LlamaException;
import parley.llm.local.llama.LlamaModel;
import parley.llm.local.llama.LlamaSampler;

/// Lets a model that was made for it say words that are known, before a real one is loaded: a
/// library that is built differently is found out here, with a few hundred kilobytes.
final class SelfTest {
    private static final List<String> WORDS = List.of("one", " two", " three");

    private SelfTest() {}

    /// @param file is written, and removed
    /// @throws LlamaException if the model says anything else
    static void run(Llama llama, Path file) {
        try {
            TinyModel.saying(WORDS).write(file);
            String said = say(llama, file);
            if (!said.equals(String.join("", WORDS))) {
                throw new LlamaException(
                        "The library failed its test: it does not compute rightly.");
            }
        } catch (IOException e) {
            throw new LlamaException(
                    "There is no room for a file of 1 MB in the temporary folder.");
        } finally {
            delete(file);
        }
    }

    private static String say(Llama llama, Path file) {
        StringBuilder said = new StringBuilder();
        try (LlamaModel model = llama.load(file);
                LlamaContext context = model.newContext(64, 1);
                LlamaSampler sampler =
                        model.newSampler(new LlamaSampler.Wish(0, 1, 0, 0, 0, 1, ""))) {
            int[] tokens = model.tokenize("?\n");
            context.read(tokens, 0, tokens.length);
            for (int i = 0; i <= WORDS.size(); i++) {
                int token = sampler.choose(context);
                if (model.isEnd(token)) {
                    break;
                }
                said.append(
                        new String(model.piece(token), java.nio.charset.StandardCharsets.UTF_8));
                context.read(new int[] {token}, 0, 1);
            }
        }
        return said.toString();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The folder is removed with the process.
            return;
        }
    }
}
