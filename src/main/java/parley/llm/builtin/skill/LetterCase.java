package parley.llm.builtin.skill;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Changes the case and the order of letters.
final class LetterCase {
    private static final Set<String> SMALL_IN_TITLES =
            Set.of(
                    "a", "an", "the", "and", "but", "or", "nor", "for", "of", "in", "on", "at",
                    "to", "by", "as", "with", "from");

    private LetterCase() {}

    static List<TextTool> tools() {
        return List.of(
                TextTool.of(
                        "\\b(?:upper ?case|capital letters|all caps|großbuchstaben|majuscules"
                                + "|mayúsculas)\\b",
                        (text, _) -> text.toUpperCase(Locale.ROOT)),
                TextTool.of(
                        "\\b(?:lower ?case|small letters|kleinbuchstaben|minuscules|minúsculas)\\b",
                        (text, _) -> text.toLowerCase(Locale.ROOT)),
                TextTool.of("\\btitle ?case\\b", (text, _) -> title(text)),
                TextTool.of("\\bcapitali[sz]e\\b", (text, _) -> capitalised(text)),
                TextTool.of(
                        "\\breverse\\b(?!.*\\b(?:lines?|list|order of the lines)\\b)"
                                + "|\\bbackwards\\b",
                        (text, _) -> reversed(text)),
                TextTool.of("^spell\\b", (text, _) -> spelled(text)));
    }

    /// Each word begins with a capital, small words in the middle do not.
    private static String title(String text) {
        StringBuilder title = new StringBuilder(text.length());
        int index = 0;
        boolean first = true;
        while (index < text.length()) {
            int end = wordEnd(text, index);
            String word = text.substring(index, end).toLowerCase(Locale.ROOT);
            boolean small = !first && end < text.length() && SMALL_IN_TITLES.contains(word);
            title.append(small || word.isEmpty() ? word : capitalised(word));
            if (end < text.length()) {
                title.appendCodePoint(text.codePointAt(end));
            }
            first = first && word.isEmpty();
            index = end < text.length() ? end + Character.charCount(text.codePointAt(end)) : end;
        }
        return title.toString();
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.codePointAt(end)) || isApostrophe(text, end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isApostrophe(String text, int index) {
        return text.charAt(index) == '\'' || text.charAt(index) == '’';
    }

    private static String capitalised(String text) {
        int first = text.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toTitleCase(first))
                .append(text, Character.charCount(first), text.length())
                .toString();
    }

    /// By characters as readers see them, so that accents stay on their letters.
    private static String reversed(String text) {
        return String.join("", Characters.of(text).reversed());
    }

    private static String spelled(String text) {
        List<String> letters =
                Characters.of(text.strip()).stream().filter(letter -> !letter.isBlank()).toList();
        return String.join("-", letters).toUpperCase(Locale.ROOT);
    }
}
