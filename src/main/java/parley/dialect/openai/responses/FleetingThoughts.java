package parley.dialect.openai.responses;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Seals the thoughts of an answer that is not kept: with the signature of the provider that
/// thought them, as soon as it has come.
final class FleetingThoughts implements ThoughtSeal {
    private final boolean wanted;
    private String origin = "";
    private @Nullable String signature;

    FleetingThoughts(boolean wanted) {
        this.wanted = wanted;
    }

    /// @param provider who thinks
    void by(String provider) {
        origin = provider;
    }

    /// For the thought that ends now.
    void sign(@Nullable String providersSignature) {
        signature = providersSignature;
    }

    @Override
    public Optional<String> seal(String id, String text) {
        boolean begun = !text.isEmpty() || signature != null;
        return wanted && begun
                ? Optional.of(ThoughtSeal.of(text, origin, signature))
                : Optional.empty();
    }
}
