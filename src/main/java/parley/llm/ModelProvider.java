package parley.llm;

import java.util.List;
import java.util.Optional;

/// A way to reach models. Implementations are safe for use by many threads at once.
public interface ModelProvider {
    /// The prefix of this provider's models: `openai` in `openai/gpt-4`.
    String name();

    /// The models that can be used now. May ask the provider; the caller caches.
    ///
    /// @throws parley.error.AppException if the provider cannot be reached or refuses
    List<ModelInfo> models() throws InterruptedException;

    /// The model to use where none is named; empty for the first of [#models].
    default Optional<String> preferredModel() {
        return Optional.empty();
    }

    /// Why a name that [#models] does not have cannot be used, where the provider knows more than
    /// that. Asks nobody.
    default Optional<String> problem(String model) {
        return Optional.empty();
    }

    /// What is known of a model without asking the provider. Used where the list cannot be had.
    default ModelInfo describe(String model) {
        return new ModelInfo(model, ModelInfo.CAUTIOUS_CONTEXT_TOKENS);
    }

    /// Whether this provider is there only if it answers: a server that may run on this machine, or
    /// not. While it does not answer it is as if it were not set up.
    default boolean isOptional() {
        return false;
    }

    /// Turns texts into vectors, where the provider has models for that.
    default Optional<EmbeddingModel> embeddings() {
        return Optional.empty();
    }

    /// Runs a request. Blocks, returns after the last event, which is a [ModelEvent.Finished].
    /// Interrupting the calling thread cancels the provider's call, which then throws
    /// `InterruptedException`. Makes one attempt: retries and deadlines are the caller's.
    ///
    /// @throws ProviderException if the provider failed; text sent to `events` before stays valid
    void run(ModelRequest request, ModelEvents events) throws InterruptedException;
}
