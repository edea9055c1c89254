package parley.llm;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/// How a model picks its tokens.
///
/// @param temperature 0 to 2; the provider's own default when empty
/// @param maxTokens the most tokens of the answer; the provider's own limit when empty
public record Sampling(OptionalDouble temperature, OptionalInt maxTokens) {
    public static final Sampling DEFAULT =
            new Sampling(OptionalDouble.empty(), OptionalInt.empty());
}
