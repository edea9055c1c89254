package parley.llm.builtin.language;

/// Space in texts.
public final class Whitespace {
    private Whitespace() {}

    /// The text on one line: each run of white space is one space, none around it.
    public static String collapse(CharSequence text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean pending = false;
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            boolean space = Character.isWhitespace(letter) || letter == '\u00a0';
            if (!space && pending && !line.isEmpty()) {
                line.append(' ');
            }
            if (!space) {
                line.append(letter);
            }
            pending = space;
        }
        return line.toString();
    }

    /// The beginning of a text, cut at a code point.
    ///
    /// @param most the most UTF-16 units
    public static String head(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean splits =
                Character.isHighSurrogate(text.charAt(most - 1))
                        && Character.isLowSurrogate(text.charAt(most));
        return text.substring(0, splits ? most - 1 : most);
    }

    /// The beginning of a text with an ellipsis where something is left out, cut at a space.
    public static String excerpt(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        String head = head(text, most);
        int space = head.lastIndexOf(' ');
        return (space > most / 2 ? head.substring(0, space) : head) + "…";
    }
}
