package parley.llm;

import java.time.Duration;
import java.util.Optional;

/// One time that a provider was asked.
///
/// @param model `provider/model`
/// @param duration until it ended or failed
/// @param problem why it failed, for people; empty if it did not
public record Attempt(String model, Duration duration, Optional<String> problem) {}
