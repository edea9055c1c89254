package parley.conversation;

/// A piece of an answer that goes to the store.
///
/// @param offset where it begins, as [TurnEvent] counts
public record TurnPiece(long turnId, int offset, Said said) {
    /// A piece of text.
    public TurnPiece(long turnId, int offset, String text) {
        this(turnId, offset, new Said.Words(text));
    }

    int end() {
        return offset + said.units();
    }
}
