package parley.conversation;

/// A piece of an answer that goes to the store.
///
/// @param offset where it begins, in UTF-16 units of the whole answer
public record TurnPiece(long turnId, int offset, String text) {}
