package parley.dialect.chat;

/// White space as the contract's Python client strips it from every line: all that Unicode or ASCII
/// calls so.
final class WhiteSpace {
    private static final int NEXT_LINE = 0x85;

    private WhiteSpace() {}

    /// The text without any white space.
    static String removeFrom(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        text.codePoints()
                .filter(character -> !isWhiteSpace(character))
                .forEach(rest::appendCodePoint);
        return rest.toString();
    }

    /// Whether the text is nothing else.
    static boolean isAll(String text) {
        return text.codePoints().allMatch(WhiteSpace::isWhiteSpace);
    }

    private static boolean isWhiteSpace(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == NEXT_LINE;
    }
}
