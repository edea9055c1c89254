package parley.llm.builtin.skill;

import java.util.Arrays;
import parley.llm.builtin.language.Whitespace;

/// Tells texts that the engine cannot read at all.
final class Legibility {
    private static final int CHARACTERS_READ = 400;
    private static final int LEAST_GIBBERISH = 5;
    private static final int LEAST_WORD = 4;
    private static final int MOST_CONSONANTS = 6;
    private static final String VOWELS = "aeiouyäöüáéíóúàèêâîôûœ";

    private Legibility() {}

    /// Whether most letters are of a script that the engine reads nothing of.
    static boolean isForeignScript(String text) {
        String head = Whitespace.head(text, CHARACTERS_READ);
        long letters = head.codePoints().filter(Character::isLetter).count();
        return letters > 0 && head.codePoints().filter(Legibility::isLatin).count() * 2 < letters;
    }

    /// Whether all its words are of a kind no language has: without vowels, or with none for long.
    ///
    /// @param line in lower case
    static boolean isGibberish(String line) {
        return line.length() >= LEAST_GIBBERISH
                && Arrays.stream(line.split(" ", -1)).allMatch(Legibility::isNoWord);
    }

    private static boolean isNoWord(String line) {
        if (line.length() < LEAST_WORD || !line.chars().allMatch(Character::isLetter)) {
            return false;
        }
        int run = 0;
        int longest = 0;
        for (int index = 0; index < line.length(); index++) {
            run = VOWELS.indexOf(line.charAt(index)) >= 0 ? 0 : run + 1;
            longest = Math.max(longest, run);
        }
        return longest > MOST_CONSONANTS || longest == line.length();
    }

    private static boolean isLatin(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }
}
