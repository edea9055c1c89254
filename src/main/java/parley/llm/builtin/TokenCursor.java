package parley.llm.builtin;

import static parley.llm.builtin.TokenClass.SPACE;

/// Walks through a text token by token; see [Tokenizer].
final class TokenCursor {
    // Indented code and long rulers: as many spaces as present-day models join at most, or so.
    private static final int LONGEST_SPACE = 64;

    private final String text;
    private final Clusters clusters;
    private int start;
    private int end;

    TokenCursor(String text) {
        this.text = text;
        this.clusters = new Clusters(text);
    }

    /// Moves to the next token.
    ///
    /// @return false if there is none
    boolean advance() {
        if (end >= text.length()) {
            return false;
        }
        start = end;
        end = tokenEnd(start);
        return true;
    }

    /// Where the token begins, in UTF-16 units.
    int start() {
        return start;
    }

    /// Where the token ends.
    int end() {
        return end;
    }

    private int tokenEnd(int from) {
        if (TokenClass.at(text, from) != SPACE) {
            return wordEnd(from);
        }
        int afterSpace = spaceEnd(from);
        boolean joinsWord =
                text.charAt(afterSpace - 1) == ' '
                        && afterSpace < text.length()
                        && TokenClass.at(text, afterSpace) != SPACE;
        if (!joinsWord) {
            return afterSpace;
        }
        // Of several spaces the last goes with the word.
        return afterSpace - from == 1 ? wordEnd(afterSpace) : afterSpace - 1;
    }

    private int spaceEnd(int from) {
        int index = clusters.end(from);
        while (index < text.length()
                && index - from < LONGEST_SPACE
                && TokenClass.at(text, index) == SPACE) {
            index = clusters.end(index);
        }
        return index;
    }

    /// The end of the token of one class that begins here, space left aside.
    private int wordEnd(int from) {
        TokenClass tokenClass = TokenClass.at(text, from);
        int length = runLength(from, tokenClass);
        int index = from;
        for (int taken = tokenClass.pieceLength(length); taken > 0; taken--) {
            index = clusters.end(index);
        }
        return index;
    }

    /// How many clusters of that class stand here, counted no further than it matters.
    private int runLength(int from, TokenClass tokenClass) {
        int length = 0;
        int index = from;
        while (index < text.length()
                && length <= tokenClass.longest()
                && TokenClass.at(text, index) == tokenClass) {
            index = clusters.end(index);
            length++;
        }
        return length;
    }
}
