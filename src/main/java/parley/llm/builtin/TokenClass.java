package parley.llm.builtin;

/// What a character is to the tokenizer: how many of its kind make one token.
enum TokenClass {
    SPACE(64, 64),
    /// Letters of the Latin script: most words are one token, longer ones go in pieces.
    LATIN(8, 5),
    DIGIT(3, 3),
    /// ASCII punctuation: `");` is one token.
    MARK(3, 3),
    /// Letters of other alphabets, of which models know fewer words by heart.
    ALPHABET(4, 4),
    /// Ideographs, kana, emoji and everything else: one by one.
    SINGLE(1, 1);

    private final int longest;
    private final int piece;

    /// @param longest the longest run that is one token
    /// @param piece the length of the pieces that a longer run is cut into
    TokenClass(int longest, int piece) {
        this.longest = longest;
        this.piece = piece;
    }

    int longest() {
        return longest;
    }

    /// How much of a run of that length is one token.
    int pieceLength(int run) {
        return run <= longest ? run : piece;
    }

    static TokenClass at(String text, int index) {
        char unit = text.charAt(index);
        if (unit < 0x80) {
            return ofAscii(unit);
        }
        int codePoint = text.codePointAt(index);
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            return SPACE;
        }
        if (Character.isDigit(codePoint)) {
            return DIGIT;
        }
        if (!Character.isLetter(codePoint) || Character.isIdeographic(codePoint)) {
            return SINGLE;
        }
        return ofLetter(codePoint);
    }

    private static TokenClass ofAscii(char unit) {
        if ((unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z')) {
            return LATIN;
        }
        if (unit >= '0' && unit <= '9') {
            return DIGIT;
        }
        return unit <= ' ' || unit == 0x7f ? SPACE : MARK;
    }

    private static TokenClass ofLetter(int codePoint) {
        if (codePoint < 0x250) {
            return LATIN;
        }
        // Hiragana and katakana, which stand for syllables.
        boolean kana = codePoint >= 0x3040 && codePoint <= 0x30ff;
        return kana ? SINGLE : ALPHABET;
    }
}
