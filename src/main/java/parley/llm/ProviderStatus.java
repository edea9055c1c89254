package parley.llm;

import java.util.List;
import java.util.Optional;

/// What can be said of a provider to somebody who chooses one.
///
/// @param models names at the provider, without its prefix; for one that is not available, those it
///   had last, or those the documented examples use
/// @param reason why it is not available, and what to do; empty if it is
public record ProviderStatus(
        String name,
        boolean available,
        List<String> models,
        Optional<String> defaultModel,
        Optional<String> reason) {
    public ProviderStatus {
        models = List.copyOf(models);
    }
}
