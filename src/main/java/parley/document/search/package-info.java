/// Finds passages in documents by their words, with Lucene. Every document has a small index of its
/// own, so that nothing of a document outlives it, and so that how rare a word is gets counted in
/// the documents that are asked for only: what others keep cannot be told from a score.
@NullMarked
package parley.document.search;

import org.jspecify.annotations.NullMarked;
