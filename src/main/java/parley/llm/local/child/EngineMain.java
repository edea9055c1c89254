package parley.llm.local.child;

import java.io.IOException;
import java.nio.file.Path;
import parley.llm.local.llama.Llama;
import parley.llm.local.llama.LlamaModel;

/// The entry of the process that runs a model.
public final class EngineMain {
    private EngineMain() {}

    /// @param words control socket, work socket, folder of the library, model file, tokens of a
    ///   context, how many contexts, threads
    public static void main(String[] words) throws IOException {
        Path library = Path.of(words[2]);
        Path file = Path.of(words[3]);
        int contextTokens = Integer.parseInt(words[4]);
        int contexts = Integer.parseInt(words[5]);
        int threads = Integer.parseInt(words[6]);
        ChildServer.serve(
                Path.of(words[0]),
                Path.of(words[1]),
                () -> {
                    Llama llama = new Llama(library);
                    SelfTest.run(llama, Path.of(words[1]).resolveSibling("self-test.gguf"));
                    LlamaModel model = llama.load(file);
                    return new LlamaEngine(model, contextTokens, contexts, threads);
                });
    }
}
