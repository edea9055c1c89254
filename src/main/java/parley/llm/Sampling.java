package parley.llm;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How a model picks its tokens, and where it stops. What is empty is the provider's own default.
///
/// @param temperature 0 to 2
/// @param topP nucleus sampling: 0 to 1
/// @param maxTokens the most tokens of the answer
/// @param stop texts before which the answer ends; they are not part of it
/// @param seed asks for the same answer to the same request, where the provider can do that
/// @param presencePenalty -2 to 2
/// @param frequencyPenalty -2 to 2
public record Sampling(
        OptionalDouble temperature,
        OptionalDouble topP,
        OptionalInt maxTokens,
        List<String> stop,
        OptionalLong seed,
        OptionalDouble presencePenalty,
        OptionalDouble frequencyPenalty) {
    public static final Sampling DEFAULT =
            new Sampling(OptionalDouble.empty(), OptionalInt.empty());

    public Sampling {
        stop = List.copyOf(stop);
    }

    public Sampling(OptionalDouble temperature, OptionalInt maxTokens) {
        this(
                temperature,
                OptionalDouble.empty(),
                maxTokens,
                List.of(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }
}
