package parley.llm;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a model must be able to do to answer a request as it was meant.
record Needs(Set<Capability> capabilities) {
    Needs {
        capabilities = Set.copyOf(capabilities);
    }

    /// @param asked the model that the request was made for: what it cannot do itself is not missed
    ///   in another
    static Needs of(ModelRequest request, ModelInfo asked) {
        Set<Capability> needs = EnumSet.noneOf(Capability.class);
        if (request.options().tools().offered()) {
            needs.add(Capability.TOOLS);
        }
        if (request.options().format() instanceof OutputFormat.JsonSchema) {
            needs.add(Capability.JSON_SCHEMA);
        }
        if (request.messages().stream().anyMatch(Needs::shows)) {
            needs.add(Capability.VISION);
        }
        needs.removeIf(asked::cannot);
        return new Needs(needs);
    }

    private static boolean shows(ChatMessage message) {
        return message.role() == Role.USER
                && message.parts().stream().anyMatch(Part.Image.class::isInstance);
    }

    /// What of it another model cannot do, in words that follow its name; empty if nothing.
    Optional<String> lackedBy(ModelInfo other) {
        return capabilities.stream().sorted().filter(other::cannot).findFirst().map(Needs::lack);
    }

    private static String lack(Capability capability) {
        return switch (capability) {
            case VISION -> "cannot see pictures";
            case TOOLS -> "cannot call tools";
            case JSON_SCHEMA -> "cannot keep to a JSON schema";
            case REASONING, EMBEDDING, IMAGE_OUTPUT ->
                    throw new IllegalArgumentException("No request needs " + capability);
        };
    }
}
