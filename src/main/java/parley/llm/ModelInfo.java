package parley.llm;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A model that can be used.
///
/// @param name its name at the provider
/// @param contextTokens how many tokens it can read and write together; an estimate where the
///   provider does not say
/// @param outputTokens the most tokens of one answer, where known
/// @param price empty where it is not known; [Price#FREE] for what runs on this machine
public record ModelInfo(
        String name,
        int contextTokens,
        OptionalInt outputTokens,
        Set<Capability> capabilities,
        Optional<Price> price) {
    /// The context of a model about which nothing is known: small enough for most.
    public static final int CAUTIOUS_CONTEXT_TOKENS = 8192;

    public ModelInfo {
        capabilities = Set.copyOf(capabilities);
    }

    /// A model of which only the context is known.
    public ModelInfo(String name, int contextTokens) {
        this(name, contextTokens, OptionalInt.empty(), Set.of(), Optional.empty());
    }

    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    /// Whether the model answers messages. One that only makes vectors does not, nor one that is
    /// known to make pictures only.
    public boolean chats() {
        return !can(Capability.EMBEDDING)
                && !(can(Capability.IMAGE_OUTPUT) && KnownModels.onlyMakesImages(name));
    }

    /// Whether it is known that the model cannot do this. Of a model without any capability nothing
    /// is known.
    public boolean cannot(Capability capability) {
        return !capabilities.isEmpty() && !capabilities.contains(capability);
    }

    /// Whether the model makes pictures and is not said to do anything else.
    public boolean onlyPaints() {
        return capabilities.equals(Set.of(Capability.IMAGE_OUTPUT));
    }
}
