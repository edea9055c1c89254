package parley.llm.builtin;

import parley.llm.builtin.language.Sentences;

/// Finds what is left to say when a part of the answer was said before.
///
/// The engine says the same again, so usually the text so far is the answer's beginning and the
/// rest is what follows. Where it is not (another model began, or the day changed), the end of the
/// text so far is looked for in the answer, which then goes on from there. If it is not found, a
/// text that ends with a whole sentence is taken for complete; after any other the whole answer
/// follows in a new paragraph.
final class Continuation {
    // Shorter ends ("it is") are found in many places and would be a wrong joint.
    private static final int LEAST_ANCHOR = 12;
    private static final int MOST_ANCHOR = 400;
    private static final String ENDS = ".!?…。！？\"”)`";

    private Continuation() {}

    /// @param answer the whole answer
    /// @param soFar what was said already
    /// @return the text so far with the rest behind it; begins with `soFar`
    static String complete(String answer, String soFar) {
        if (answer.startsWith(soFar)) {
            return answer;
        }
        int joint = joint(answer, soFar);
        if (joint >= 0) {
            return soFar + answer.substring(joint);
        }
        if (endsWhole(soFar)) {
            return soFar;
        }
        return soFar + (soFar.endsWith("\n") ? "" : "…\n\n") + answer;
    }

    /// Where the answer goes on after the end of the text so far; -1 if that is not in it.
    private static int joint(String answer, String soFar) {
        int longest = Math.min(MOST_ANCHOR, soFar.length());
        if (longest < LEAST_ANCHOR || !answer.contains(end(soFar, LEAST_ANCHOR))) {
            return -1;
        }
        for (int length = longest; length > LEAST_ANCHOR; length--) {
            int found = answer.indexOf(end(soFar, length));
            if (found >= 0) {
                return found + length;
            }
        }
        return answer.indexOf(end(soFar, LEAST_ANCHOR)) + LEAST_ANCHOR;
    }

    private static String end(String text, int length) {
        return text.substring(text.length() - length);
    }

    private static boolean endsWhole(String text) {
        String stripped = text.stripTrailing();
        return !Sentences.of(text, 1).isEmpty()
                && ENDS.indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
    }
}
