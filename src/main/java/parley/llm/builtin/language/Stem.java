package parley.llm.builtin.language;

import java.util.List;

/// Makes the forms of a word one, lightly: `connecting`, `connected` and `connects` are `connect`.
/// Knows endings, no dictionary; what it makes is for comparing, not for reading.
public final class Stem {
    private static final int SHORTEST = 3;
    // Longest first. An ending is taken off where at least three letters stay.
    private static final List<String> ENDINGS =
            List.of("ational", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ed", "ly");

    private Stem() {}

    /// @param word in lower case
    public static String of(String word) {
        String stem = withoutPossessive(word);
        for (String ending : ENDINGS) {
            if (stem.endsWith(ending)
                    && !stem.endsWith("eed")
                    && stem.length() - ending.length() >= SHORTEST) {
                return withoutFinalE(undouble(stem, ending));
            }
        }
        return withoutFinalE(withoutPlural(stem));
    }

    private static String withoutPossessive(String word) {
        return word.endsWith("'s") || word.endsWith("’s")
                ? word.substring(0, word.length() - 2)
                : word;
    }

    private static String undouble(String word, String ending) {
        String stem = word.substring(0, word.length() - ending.length());
        if (ending.equals("ies") || ending.equals("ied")) {
            return stem + "y";
        }
        int last = stem.length() - 1;
        boolean doubled =
                last > 2
                        && stem.charAt(last) == stem.charAt(last - 1)
                        && "lsz".indexOf(stem.charAt(last)) < 0;
        return doubled ? stem.substring(0, last) : stem;
    }

    private static String withoutPlural(String word) {
        boolean plural =
                word.endsWith("s")
                        && !word.endsWith("ss")
                        && !word.endsWith("us")
                        && !word.endsWith("is")
                        && word.length() > SHORTEST;
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    private static String withoutFinalE(String word) {
        return word.endsWith("e") && word.length() > SHORTEST
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
