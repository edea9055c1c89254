package parley.conversation;

/// Cuts long text into pieces that are safe to send one by one.
final class TextPieces {
    /// A replay goes out in pieces of at most this many UTF-16 units.
    static final int LONGEST = 4096;

    private TextPieces() {}

    /// Where a piece that begins at `from` ends: at `to`, or earlier if that is too far; never
    /// inside a code point.
    static int endOfPiece(CharSequence text, int from, int to) {
        if (to - from <= LONGEST) {
            return to;
        }
        int end = from + LONGEST;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
