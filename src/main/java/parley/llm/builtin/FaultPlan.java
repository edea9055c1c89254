package parley.llm.builtin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a `/fault` message asks for.
///
/// @param tokens what is said, as far as it gets
/// @param delay the time before each token
/// @param fault what goes wrong; empty if nothing does
/// @param times how often it goes wrong before it goes right; empty for always
record FaultPlan(List<String> tokens, Duration delay, Optional<Fault> fault, OptionalInt times) {
    FaultPlan {
        tokens = List.copyOf(tokens);
    }

    Pace pace() {
        return new Pace(delay);
    }
}
