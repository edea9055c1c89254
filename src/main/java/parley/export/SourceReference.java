package parley.export;

/// The data source that a conversation asks, in the terms of where it comes from.
///
/// @param origin see [Origins]
/// @param name what people call it
public record SourceReference(String origin, String name, String type) {}
