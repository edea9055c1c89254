package parley.image.intent.learned;

import java.text.Normalizer;
import java.util.Locale;

/// Text as it is compared: lower case, without accents, character by character.
public final class FoldedText {
    private FoldedText() {}

    /// Exactly as long as the text.
    public static String of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(fold(text.charAt(i)));
        }
        return folded.toString();
    }

    private static char fold(char c) {
        if (c < 128) {
            return Character.toLowerCase(c);
        }
        return switch (c) {
            case 'ß' -> 's';
            case '’', '‘', '´' -> '\'';
            case '×' -> 'x';
            case '–', '—' -> '-';
            case '\u00A0' -> ' ';
            default ->
                    Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                            .toLowerCase(Locale.ROOT)
                            .charAt(0);
        };
    }
}
