package parley.analysis.xmr;

/// A stretch of points with limits of its own.
///
/// @param from its first point, 0-based
/// @param to its last point
/// @param limits at its first point; elsewhere they differ only if they are sloped
/// @param basis how many values the limits come from
/// @param trial whether these are too few to trust the limits
/// @param slope by how much centre and limits rise from point to point; 0 without slope
public record Phase(int from, int to, Limits limits, int basis, boolean trial, double slope) {}
