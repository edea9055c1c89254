package parley.llm.builtin.skill;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import parley.llm.builtin.language.Whitespace;

/// Takes off what people say around a question: "Hey, could you please … for me?"
final class Courtesy {
    // Whoever asks more than that gives a text, and the instruction stands at its beginning.
    private static final int CHARACTERS_READ = 400;
    private static final int MOST_ROUNDS = 6;
    private static final Pattern TELL_ME =
            Pattern.compile("^tell me,? (?=(?:what|who|where|when|which|why|how|if|is)\\b)");
    private static final String MARKS = " ?!.,;:¿¡";

    private static final List<String> BEFORE =
            List.of(
                    "please",
                    "can you",
                    "could you",
                    "would you",
                    "will you",
                    "can you please",
                    "i want you to",
                    "i would like you to",
                    "i'd like you to",
                    "i need you to",
                    "i want to know",
                    "i would like to know",
                    "i'd like to know",
                    "do you know",
                    "hey",
                    "hi",
                    "hello",
                    "hallo",
                    "bonjour",
                    "salut",
                    "hola",
                    "ok",
                    "okay",
                    "so",
                    "and",
                    "now",
                    "then",
                    "well",
                    "also",
                    "just",
                    "parley",
                    "bitte",
                    "kannst du",
                    "können sie",
                    "kannst du bitte",
                    "s'il te plaît",
                    "peux-tu",
                    "pouvez-vous",
                    "por favor",
                    "puedes");

    private static final List<String> BEHIND =
            List.of(
                    "please",
                    "for me",
                    "thanks",
                    "thank you",
                    "bitte",
                    "s'il te plaît",
                    "s'il vous plaît",
                    "por favor");

    private Courtesy() {}

    /// The beginning of the text on one line, in lower case, straight quotes, without courtesies.
    static String strip(String text) {
        String line = withoutMarks(plain(Whitespace.head(text.strip(), CHARACTERS_READ)));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String shorter = withoutBefore(withoutBehind(line));
            if (shorter.equals(line)) {
                return TELL_ME.matcher(line).replaceFirst("");
            }
            line = shorter;
        }
        return line;
    }

    /// On one line, in lower case, with straight quotes.
    static String plain(String text) {
        return Whitespace.collapse(text)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('‘', '\'')
                .replace('“', '"')
                .replace('”', '"');
    }

    private static String withoutBefore(String line) {
        for (String words : BEFORE) {
            int end = words.length();
            if (line.length() > end + 1
                    && line.startsWith(words)
                    && " ,!:".indexOf(line.charAt(end)) >= 0) {
                return withoutMarks(line.substring(end));
            }
        }
        return line;
    }

    private static String withoutBehind(String line) {
        for (String words : BEHIND) {
            int start = line.length() - words.length();
            if (start > 1 && line.endsWith(words) && " ,".indexOf(line.charAt(start - 1)) >= 0) {
                return withoutMarks(line.substring(0, start));
            }
        }
        return line;
    }

    private static String withoutMarks(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && MARKS.indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && MARKS.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(start, end);
    }
}
