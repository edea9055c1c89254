package parley.analysis.sql;

import java.time.Duration;

/// How much a query may bring, and how long it may take.
///
/// @param bytes of all cells together, about
public record Caps(int rows, long bytes, Duration time) {}
