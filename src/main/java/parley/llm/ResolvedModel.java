package parley.llm;

/// A model that was asked for, found.
///
/// @param model the model's name at its provider
/// @param contextTokens how many tokens it can read and write together
public record ResolvedModel(ModelProvider provider, String model, int contextTokens) {
    /// `provider/model`: the name that is right in every request and shown in every answer.
    public String fullName() {
        return provider.name() + "/" + model;
    }
}
