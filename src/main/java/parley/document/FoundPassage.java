package parley.document;

/// A passage that a search found.
///
/// @param score how well it fits: higher is better; comparable within one search only
public record FoundPassage(Passage passage, double score) {}
