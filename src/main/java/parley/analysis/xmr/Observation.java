package parley.analysis.xmr;

import java.time.LocalDateTime;
import java.util.Optional;

/// A value to be charted.
///
/// @param label what stands on the axis: the time as it was given, or any text
/// @param time when it was; empty where the data has no times
/// @param value the value; NaN where it is missing
public record Observation(String label, Optional<LocalDateTime> time, double value) {}
