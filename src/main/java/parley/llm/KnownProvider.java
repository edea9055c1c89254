package parley.llm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A provider that could be set up: what is said of it while it is not.
///
/// @param name the prefix of its models
/// @param models examples of its models
/// @param defaultModel the one of them that is shown as its default
/// @param variable what sets it up, in the environment: its key or its address
/// @param advice how to set it up, as a sentence
public record KnownProvider(
        String name,
        List<String> models,
        Optional<String> defaultModel,
        String variable,
        String advice) {
    public KnownProvider {
        models = List.copyOf(models);
    }

    /// One that needs a key.
    ///
    /// @param variable where the key belongs, in the environment
    /// @param models examples of its models; the first is shown as its default
    public static KnownProvider withKey(String name, String variable, String... models) {
        return new KnownProvider(
                name,
                List.of(models),
                Arrays.stream(models).findFirst(),
                variable,
                "No key is set. Set %s, and start again.".formatted(variable));
    }

    ProviderStatus status() {
        return new ProviderStatus(
                name,
                false,
                false,
                models.stream().map(KnownModels::describe).toList(),
                defaultModel,
                Optional.of(advice));
    }
}
