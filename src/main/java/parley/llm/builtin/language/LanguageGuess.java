package parley.llm.builtin.language;

import java.util.List;
import java.util.Locale;

/// Guesses a text's language from its function words and its letters. Short or foreign texts are
/// taken for English.
public final class LanguageGuess {
    // Enough for a sure guess, and little enough to be free.
    private static final int CHARACTERS_READ = 600;
    private static final int SURE_ENOUGH = 2;

    private LanguageGuess() {}

    public static Language of(String text) {
        String head = text.substring(0, Math.min(text.length(), CHARACTERS_READ));
        String lower = head.toLowerCase(Locale.ROOT).replace('’', '\'').replace('-', ' ');
        List<String> words = Words.of(lower);
        Language best = Language.ENGLISH;
        int bestScore = score(words, lower, Language.ENGLISH);
        for (Language language : Language.values()) {
            int score = score(words, lower, language);
            if (score > bestScore && score >= SURE_ENOUGH) {
                best = language;
                bestScore = score;
            }
        }
        return best;
    }

    private static int score(List<String> words, String lower, Language language) {
        int score = 0;
        for (String word : words) {
            if (FunctionWords.has(language, word)) {
                score++;
            }
        }
        return score + letters(lower, language);
    }

    private static int letters(String lower, Language language) {
        return switch (language) {
            case ENGLISH -> 0;
            case GERMAN -> seen(lower, "äöüß");
            case FRENCH -> seen(lower, "çœèêàùîô");
            case SPANISH -> 2 * seen(lower, "ñ¿¡") + seen(lower, "áíóú");
        };
    }

    private static int seen(String lower, String letters) {
        return lower.chars().anyMatch(letter -> letters.indexOf(letter) >= 0) ? 1 : 0;
    }
}
