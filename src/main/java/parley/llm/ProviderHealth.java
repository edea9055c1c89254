package parley.llm;

import java.time.Duration;
import java.util.Optional;

/// How a provider has done since the server started.
///
/// @param calls how often it was asked
/// @param failures how often it failed by its own fault
/// @param running how many calls are under way
/// @param waiting how many calls wait for a place
/// @param lastProblem why it failed last, for whoever runs the server; empty once it answered again
/// @param failuresInARow how often it failed since it answered last
/// @param coolingFor how much longer it is passed over; empty if it is not
public record ProviderHealth(
        String provider,
        long calls,
        long failures,
        int running,
        int waiting,
        Optional<String> lastProblem,
        int failuresInARow,
        Optional<Duration> coolingFor) {
    /// What is wrong with it, without anything that the provider said.
    public Optional<String> problem() {
        return coolingFor.map(rest ->
                "It failed %d times in a row and is passed over for another %d s where another model can answer."
                        .formatted(failuresInARow, Math.max(1, rest.toSeconds())));
    }
}
