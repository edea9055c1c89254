package parley.llm.builtin.language;

import java.util.Locale;
import java.util.Set;

/// Full stops that do not end a sentence.
final class Abbreviations {
    private static final int LONGEST = 12;

    // Always followed by what they belong to.
    private static final Set<String> OPEN =
            Set.of(
                    "dr", "mr", "mrs", "ms", "prof", "st", "mt", "hr", "herr", "mme", "mlle", "gen",
                    "col", "capt", "lt", "sgt", "dipl", "ing", "vs", "cf", "e.g", "i.e", "z.b",
                    "d.h", "u.a", "p.ex", "bzw", "vgl", "bspw", "p.ej", "al", "sra", "srta");

    // Abbreviations only before a number: "No. 5", but "I said no. Then I left."
    private static final Set<String> BEFORE_NUMBERS =
            Set.of(
                    "no", "nr", "nos", "vol", "p", "pp", "fig", "sec", "art", "ch", "ca", "approx",
                    "núm", "abb", "kap");

    private static final Set<String> GERMAN_MONTHS =
            Set.of(
                    "januar",
                    "februar",
                    "märz",
                    "april",
                    "mai",
                    "juni",
                    "juli",
                    "august",
                    "september",
                    "oktober",
                    "november",
                    "dezember",
                    "jahrhundert");

    private Abbreviations() {}

    /// @param stop the index of the full stop
    /// @param following the index of the first character after the space behind it
    static boolean isOne(String text, int stop, int following) {
        if (following >= text.length()) {
            return false;
        }
        String word = wordBefore(text, stop);
        boolean numberFollows = Character.isDigit(text.charAt(following));
        return OPEN.contains(word)
                || (numberFollows && BEFORE_NUMBERS.contains(word))
                || isInitial(text, stop, word)
                || (isNumber(word) && GERMAN_MONTHS.contains(wordAt(text, following)));
    }

    private static boolean isInitial(String text, int stop, String word) {
        // "J. Smith" and "U.S. Navy", but "plan B. Then" cannot be told apart and goes with them.
        return (word.length() == 1 || (word.length() == 3 && word.charAt(1) == '.'))
                && stop > 0
                && Character.isUpperCase(text.charAt(stop - 1))
                && !word.equals("i");
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.length() <= 2 && word.chars().allMatch(Character::isDigit);
    }

    private static String wordBefore(String text, int stop) {
        int start = stop;
        while (start > 0 && stop - start <= LONGEST && isWordPart(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, stop).toLowerCase(Locale.ROOT);
    }

    private static String wordAt(String text, int start) {
        int end = start;
        while (end < text.length()
                && end - start <= LONGEST
                && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isWordPart(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '.';
    }
}
