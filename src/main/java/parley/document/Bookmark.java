package parley.document;

/// An entry of a document's own outline.
///
/// @param level 1 for the highest
/// @param page from 1; 0 where it names none
public record Bookmark(int level, String title, int page) {}
