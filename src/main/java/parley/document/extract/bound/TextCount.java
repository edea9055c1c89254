package parley.document.extract.bound;

/// Counts the characters of a document, up to what it may have.
public final class TextCount {
    private final long most;
    private long counted;

    public TextCount(Bounds bounds) {
        this.most = bounds.characters();
    }

    /// @throws UnreadableException there are too many by now
    public void add(long characters) throws UnreadableException {
        counted += characters;
        if (counted > most) {
            throw new UnreadableException(Refusal.TOO_MUCH_TEXT);
        }
    }
}
