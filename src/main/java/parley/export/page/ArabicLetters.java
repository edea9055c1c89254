package parley.export.page;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Arabic and Persian letters in the forms in which they join: Unicode's Arabic Presentation Forms
/// A and B (U+FB50 to U+FDFF, U+FE70 to U+FEFF), where each letter has its forms in a row: alone,
/// at the end, at the beginning, in the middle. Letters of two forms join only the one before.
final class ArabicLetters {
    /// How many forms the letters from U+0621 to U+063A have, and those from U+0641 to U+064A.
    private static final String FIRST = "12222424244444222244444444";

    private static final String SECOND = "4444444224";

    private static final char LAM = '\u0644';
    private static final char ALEF_WITH_LAM = '\ufef5';
    private static final String ALEFS = "\u0622\u0623\u0625\u0627";
    private static final int BOTH = 4;

    private static final Map<Character, Letter> LETTERS = letters();

    private ArabicLetters() {}

    /// @param alone the first of its forms
    /// @param forms 1, 2 or 4
    private record Letter(char alone, int forms) {}

    private static Map<Character, Letter> letters() {
        Map<Character, Letter> letters = new HashMap<>();
        char form = '\ufe80';
        char code = '\u0621';
        for (char forms : (FIRST + SECOND).toCharArray()) {
            letters.put(code, new Letter(form, forms - '0'));
            form += (char) (forms - '0');
            code = code == '\u063a' ? '\u0641' : (char) (code + 1);
        }
        letters.put('\u067e', new Letter('\ufb56', BOTH));
        letters.put('\u0686', new Letter('\ufb7a', BOTH));
        letters.put('\u0698', new Letter('\ufb8a', 2));
        letters.put('\u06a9', new Letter('\ufb8e', BOTH));
        letters.put('\u06af', new Letter('\ufb92', BOTH));
        letters.put('\u06cc', new Letter('\ufbfc', BOTH));
        return letters;
    }

    /// The text in the order in which it is read, with joined letters.
    static String joined(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            @Nullable Letter letter = LETTERS.get(text.charAt(i));
            if (letter == null) {
                joined.append(text.charAt(i));
                continue;
            }
            boolean before = joinsNext(text, previous(text, i));
            int next = next(text, i);
            int alef =
                    text.charAt(i) == LAM && next == i + 1 ? ALEFS.indexOf(text.charAt(next)) : -1;
            if (alef >= 0) {
                // Both letters are one.
                joined.append((char) (ALEF_WITH_LAM + 2 * alef + (before ? 1 : 0)));
                i++;
                continue;
            }
            boolean after = letter.forms == BOTH && joinsPrevious(text, next);
            joined.append((char) (letter.alone + form(letter, before, after)));
        }
        return joined.toString();
    }

    private static int form(Letter letter, boolean before, boolean after) {
        if (letter.forms == 1) {
            return 0;
        }
        return (before ? 1 : 0) + (after ? 2 : 0);
    }

    private static boolean joinsNext(String text, int at) {
        @Nullable Letter letter = at < 0 ? null : LETTERS.get(text.charAt(at));
        return letter != null && letter.forms == BOTH;
    }

    private static boolean joinsPrevious(String text, int at) {
        @Nullable Letter letter = at >= text.length() ? null : LETTERS.get(text.charAt(at));
        return letter != null && letter.forms > 1;
    }

    /// Points above and below letters do not part them.
    private static int previous(String text, int from) {
        int at = from - 1;
        while (at >= 0 && Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK) {
            at--;
        }
        return at;
    }

    private static int next(String text, int from) {
        int at = from + 1;
        while (at < text.length()
                && Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK) {
            at++;
        }
        return at;
    }
}
