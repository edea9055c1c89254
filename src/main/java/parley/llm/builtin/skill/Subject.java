package parley.llm.builtin.skill;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import parley.llm.builtin.language.FunctionWords;
import parley.llm.builtin.language.Language;
import parley.llm.builtin.language.Phrases;
import parley.llm.builtin.language.Whitespace;
import parley.llm.builtin.language.Words;

/// What a question is about, in its own words.
///
/// @param question the question on one line, without courtesies and marks
/// @param noun the question without its question words: `the capital of France`; the question
///   itself if that makes no subject
record Subject(String question, String noun) {
    private static final int CHARACTERS_READ = 400;
    private static final int LONGEST = 70;
    private static final int TERMS = 3;

    /// @param language the language of the text
    static Subject of(String text, Language language) {
        String question = bare(text);
        String noun =
                Phrases.of(language)
                        .pattern("topic.prefix")
                        .matcher(question)
                        .replaceFirst("")
                        .strip();
        return new Subject(question, noun.isEmpty() ? question : noun);
    }

    boolean isWholeQuestion() {
        return noun.equals(question);
    }

    /// In quotes; of a long question the key terms.
    ///
    /// @param whole whether the question rather than its subject
    /// @param language the language to show it in
    String shown(boolean whole, Language language) {
        String text = whole ? question : noun;
        return text.length() <= LONGEST ? quoted(text, language) : terms(text, language);
    }

    static String quoted(String text, Language language) {
        String shown = Whitespace.excerpt(text, LONGEST);
        return switch (language) {
            case ENGLISH -> "“" + shown + "”";
            case GERMAN -> "„" + shown + "“";
            case FRENCH -> "« " + shown + " »";
            case SPANISH -> "«" + shown + "»";
        };
    }

    private static String bare(String text) {
        String head = Whitespace.head(text.strip(), CHARACTERS_READ);
        String collapsed = Whitespace.collapse(head).replace('’', '\'');
        String line = Courtesy.strip(head);
        int start = Courtesy.plain(head).indexOf(line);
        boolean found = start >= 0 && start + line.length() <= collapsed.length();
        return found ? collapsed.substring(start, start + line.length()) : collapsed;
    }

    private static String terms(String text, Language language) {
        Set<String> terms = new LinkedHashSet<>();
        for (String word : Words.of(text)) {
            boolean tells =
                    word.length() > 3 && !FunctionWords.isOne(word.toLowerCase(Locale.ROOT));
            if (tells && terms.size() < TERMS) {
                terms.add(quoted(word, language));
            }
        }
        List<String> list = List.copyOf(terms);
        if (list.size() < 2) {
            return quoted(text, language);
        }
        return String.join(", ", list.subList(0, list.size() - 1))
                + " "
                + Phrases.of(language).text("and")
                + " "
                + list.getLast();
    }
}
