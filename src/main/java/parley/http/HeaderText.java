package parley.http;

/// Keeps line breaks and other control characters out of the headers of answers.
final class HeaderText {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private HeaderText() {}

    /// @return the value
    /// @throws IllegalArgumentException if the name or the value cannot stand in a header
    static String check(String name, String value) {
        if (!isToken(name)) {
            throw new IllegalArgumentException("Not the name of a header: " + name);
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f || c > 0xff) {
                throw new IllegalArgumentException(
                        "The header %s cannot hold the character U+%04X".formatted(name, (int) c));
            }
        }
        return value;
    }

    /// Whether the text is a token (RFC 9110, 5.6.2), as methods and names of headers are.
    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isWord =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!isWord && TOKEN_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
