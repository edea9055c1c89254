package parley.llm.builtin.language;

/// Tells line breaks that end a sentence (paragraphs, lists, headings) from those of wrapped lines.
final class LineBreak {
    // A line shorter than this was not wrapped: it ended because its writer ended it.
    private static final int WRAPPED_LINE = 40;

    private LineBreak() {}

    /// @param next the index after the line break
    static boolean endsSentence(String text, int next) {
        return next >= text.length()
                || isBlankOrMarked(text, next)
                || isMarked(text, lineStart(text, next - 1))
                || isShort(text, next);
    }

    private static boolean isBlankOrMarked(String text, int lineStart) {
        int index = skipSpace(text, lineStart);
        return index >= text.length() || isBreak(text.charAt(index)) || isMarked(text, lineStart);
    }

    private static boolean isMarked(String text, int lineStart) {
        int index = skipSpace(text, lineStart);
        if (index >= text.length()) {
            return false;
        }
        return "-*•#>|".indexOf(text.charAt(index)) >= 0 || isNumbered(text, index);
    }

    private static boolean isNumbered(String text, int start) {
        int index = start;
        while (index < text.length() && index < start + 3 && isDigit(text.charAt(index))) {
            index++;
        }
        return index > start
                && index + 1 < text.length()
                && ".)".indexOf(text.charAt(index)) >= 0
                && text.charAt(index + 1) == ' ';
    }

    private static boolean isShort(String text, int next) {
        int start = lineStart(text, next - 1);
        int following = skipSpace(text, next);
        return next - start < WRAPPED_LINE
                && !Character.isLowerCase(text.charAt(following))
                && !endsOpen(text, next - 2);
    }

    private static boolean endsOpen(String text, int last) {
        return last >= 0 && ",;-–(".indexOf(text.charAt(last)) >= 0;
    }

    // Looks back no further than a line may matter, so that one endless line costs nothing.
    private static int lineStart(String text, int lineBreak) {
        int least = Math.max(0, lineBreak - WRAPPED_LINE * 50);
        int index = lineBreak;
        while (index > least && !isBreak(text.charAt(index - 1))) {
            index--;
        }
        return index;
    }

    private static int skipSpace(String text, int start) {
        int index = start;
        while (index < text.length() && (text.charAt(index) == ' ' || text.charAt(index) == '\t')) {
            index++;
        }
        return index;
    }

    private static boolean isBreak(char letter) {
        return letter == '\n' || letter == '\r';
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
