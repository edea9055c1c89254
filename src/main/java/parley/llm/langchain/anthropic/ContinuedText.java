package parley.llm.langchain.anthropic;

/// What comes after an answer so far. The API refuses white space at the end of what it is to
/// continue, so the model is shown the answer without it and may say it again; then it is passed
/// over.
final class ContinuedText {
    private String expected;

    private ContinuedText(String expected) {
        this.expected = expected;
    }

    /// @param soFar what the model has said already
    /// @param prefill as much of it as the model was shown to go on with; empty if it was asked to
    static ContinuedText after(String soFar, String prefill) {
        return new ContinuedText(prefill.isEmpty() ? "" : soFar.substring(prefill.length()));
    }

    String next(String piece) {
        if (expected.isEmpty()) {
            return piece;
        }
        int same = 0;
        int most = Math.min(piece.length(), expected.length());
        while (same < most && piece.charAt(same) == expected.charAt(same)) {
            same++;
        }
        expected = same == piece.length() ? expected.substring(same) : "";
        return piece.substring(same);
    }
}
