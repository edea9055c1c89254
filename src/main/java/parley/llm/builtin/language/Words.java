package parley.llm.builtin.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Takes texts apart into words.
public final class Words {
    private Words() {}

    /// The words in order, as they are written. A word is letters, digits, and an apostrophe or a
    /// hyphen between them; in scripts without spaces each ideograph is one.
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int index = 0;
        while (index < text.length()) {
            int end = wordEnd(text, index);
            if (end > index) {
                words.add(text.substring(index, end));
                index = end;
            } else {
                index += Character.charCount(text.codePointAt(index));
            }
        }
        return words;
    }

    /// The stems of the words that say something of the subject, in order, in lower case.
    public static List<String> contentStems(String text) {
        List<String> stems = new ArrayList<>();
        for (String word : of(text)) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (!FunctionWords.isOne(lower)) {
                stems.add(Stem.of(lower));
            }
        }
        return stems;
    }

    /// How many words there are.
    public static int count(String text) {
        int count = 0;
        int index = 0;
        while (index < text.length()) {
            int end = wordEnd(text, index);
            if (end > index) {
                count++;
                index = end;
            } else {
                index += Character.charCount(text.codePointAt(index));
            }
        }
        return count;
    }

    /// Where the word ends that begins at `start`; `start` itself if none begins there.
    private static int wordEnd(String text, int start) {
        int index = start;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            if (Character.isIdeographic(codePoint)) {
                return index == start ? index + Character.charCount(codePoint) : index;
            }
            if (!isWordPart(codePoint) && !isJoint(text, start, index)) {
                return index;
            }
            index += Character.charCount(codePoint);
        }
        return index;
    }

    private static boolean isWordPart(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.NON_SPACING_MARK
                || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isJoint(String text, int start, int index) {
        char joint = text.charAt(index);
        return (joint == '\'' || joint == '’' || joint == '-')
                && index > start
                && index + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(index + 1))
                && Character.isLetterOrDigit(text.charAt(index - 1));
    }
}
