package parley.document.extract.pdf;

/// What one code of a content stream shows, in a page that is turned so that its line runs from
/// left to right.
///
/// @param text its characters, usually one
/// @param left where it begins, in points
/// @param right where the next one is expected
/// @param baseline downwards, in points
/// @param size of its font, in points
record Glyph(String text, double left, double right, double baseline, double size, Face face) {}
