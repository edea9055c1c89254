package parley.llm.langchain;

/// Makes pieces of text that hold whole code points out of pieces that may be cut anywhere. What no
/// store and no client can take, NUL and lone surrogates, is dropped.
public final class DeltaText {
    private char openSurrogate;

    /// @return what can be passed on now, perhaps nothing; a high surrogate at the end waits for
    ///   its other half
    public String next(String piece) {
        if (openSurrogate == 0 && isClean(piece)) {
            return piece;
        }
        StringBuilder clean = new StringBuilder(piece.length() + 1);
        for (int i = 0; i < piece.length(); i++) {
            append(clean, piece.charAt(i));
        }
        return clean.toString();
    }

    private void append(StringBuilder clean, char unit) {
        if (Character.isLowSurrogate(unit)) {
            if (openSurrogate != 0) {
                clean.append(openSurrogate).append(unit);
            }
            openSurrogate = 0;
        } else if (Character.isHighSurrogate(unit)) {
            openSurrogate = unit;
        } else {
            openSurrogate = 0;
            if (unit != 0) {
                clean.append(unit);
            }
        }
    }

    private static boolean isClean(String piece) {
        return piece.chars().noneMatch(unit -> unit == 0 || Character.isSurrogate((char) unit));
    }
}
