package parley.llm;

import java.util.List;
import java.util.OptionalInt;

/// Turns texts into vectors. Safe for use by many threads at once.
public interface EmbeddingModel {
    /// The vectors of some texts, in their order.
    ///
    /// @param vectors as many as there were texts, all of one length
    record Embeddings(List<float[]> vectors, Usage usage) {}

    /// Blocks until the vectors are there; interrupting the thread cancels the call. One attempt.
    ///
    /// @param dimensions the wished length of the vectors, where the model has a choice
    /// @throws ProviderException if the provider failed
    Embeddings embed(String model, List<String> texts, OptionalInt dimensions)
            throws InterruptedException;
}
