package parley.document.search;

/// What a word of a question says inside one document.
///
/// @param rarity its inverse document frequency among the passages of that document: little for a
///   word that stands on every page, which tells the document but not the page
/// @param presence how much of the word the document holds anywhere, from 0 to 1
public record WordInDocument(double rarity, double presence) {}
