package parley.llm.langchain;

/// Finds the end of a JSON object that comes in pieces, by its brackets alone. What does not begin
/// as an object has no end.
final class ObjectEnd {
    private boolean isOther;
    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean reached;

    /// What of the next piece belongs to the object: all of it, up to the end.
    String take(String piece) {
        int length = 0;
        while (length < piece.length() && !reached && !isOther) {
            take(piece.charAt(length++));
        }
        return isOther ? piece : piece.substring(0, length);
    }

    private void take(char unit) {
        if (inString) {
            inString = escaped || unit != '"';
            escaped = !escaped && unit == '\\';
            return;
        }
        if (depth == 0) {
            isOther = unit != '{' && !Character.isWhitespace(unit);
        }
        switch (unit) {
            case '"' -> inString = true;
            case '{', '[' -> depth++;
            case '}', ']' -> reached = --depth == 0;
            default -> {}
        }
    }

    boolean reached() {
        return reached;
    }
}
