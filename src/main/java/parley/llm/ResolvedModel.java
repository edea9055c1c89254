package parley.llm;

import java.util.List;
import java.util.stream.Stream;

/// A model that was asked for, found.
///
/// @param fallbacks the models that answer, in this order, where this one cannot; without fallbacks
///   of their own
public record ResolvedModel(ModelProvider provider, ModelInfo info, List<ResolvedModel> fallbacks) {
    public ResolvedModel {
        fallbacks = List.copyOf(fallbacks);
    }

    public ResolvedModel(ModelProvider provider, String model, int contextTokens) {
        this(provider, new ModelInfo(model, contextTokens), List.of());
    }

    /// The model's name at its provider.
    public String model() {
        return info.name();
    }

    /// How many tokens it can read and write together.
    public int contextTokens() {
        return info.contextTokens();
    }

    /// `provider/model`: the name that is right in every request and shown in every answer.
    public String fullName() {
        return provider.name() + "/" + info.name();
    }

    /// This model, then its fallbacks.
    public List<ResolvedModel> candidates() {
        return Stream.concat(Stream.of(this), fallbacks.stream()).toList();
    }
}
