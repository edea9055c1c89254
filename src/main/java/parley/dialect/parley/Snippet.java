package parley.dialect.parley;

import java.util.ArrayList;
import java.util.List;
import parley.conversation.FoldedText;
import parley.conversation.FoldedText.Range;

/// The part of a text around the first of some words.
///
/// @param ranges where the words are in it, in UTF-16 units
record Snippet(String text, List<Range> ranges) {
    private static final int BEFORE = 60;
    private static final int LONGEST = 200;
    private static final String MORE = "…";

    /// @param folded the words as [FoldedText#fold] has them
    static Snippet of(String text, List<String> folded) {
        List<Range> all = FoldedText.of(text).find(folded);
        int first = all.isEmpty() ? 0 : all.getFirst().from();
        int from = first <= BEFORE ? 0 : wordAfter(text, first - BEFORE, first);
        int to = whole(text, Math.min(text.length(), from + LONGEST));
        String begin = from > 0 ? MORE : "";
        // Unit for unit, so that the places stay.
        String shown = text.substring(from, to).replaceAll("\\s", " ");
        List<Range> ranges = new ArrayList<>();
        for (Range range : all) {
            if (range.to() <= to) {
                int moved = begin.length() - from;
                ranges.add(new Range(range.from() + moved, range.to() + moved));
            }
        }
        return new Snippet(begin + shown + (to < text.length() ? MORE : ""), ranges);
    }

    /// The beginning of the next word, if there is one before the limit.
    private static int wordAfter(String text, int from, int limit) {
        int at = from;
        while (at < limit && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < limit ? at + 1 : whole(text, from);
    }

    /// A place that does not tear a letter apart.
    private static int whole(String text, int at) {
        boolean torn = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return torn ? at - 1 : at;
    }
}
