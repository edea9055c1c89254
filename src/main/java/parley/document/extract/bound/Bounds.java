package parley.document.extract.bound;

import java.time.Duration;

/// What the reading of one document may cost.
///
/// @param pages how many it may have
/// @param characters how many its text may have
/// @param memoryMegabytes of the heap in which it is read
/// @param patience how long it may take
public record Bounds(int pages, int characters, int memoryMegabytes, Duration patience) {}
