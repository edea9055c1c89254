package parley.cli.chat;

/// Makes text safe for a terminal: a model must not move the cursor, ring, or set the title.
final class TerminalText {
    private TerminalText() {}

    /// The text without control characters, except newline and tab.
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.chars()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .forEach(c -> clean.append((char) c));
        return clean.toString();
    }
}
