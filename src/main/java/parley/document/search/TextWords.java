package parley.document.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import parley.llm.builtin.language.Words;

/// The words of texts in one language, as the search compares them.
public final class TextWords {
    private static final int MOST_CHARACTERS = 1_000;

    private final TextLanguage language;
    private final WordAnalyzer analyzer;

    private TextWords(TextLanguage language) {
        this.language = language;
        this.analyzer = new WordAnalyzer(language, false);
    }

    /// @param language an ISO 639-1 code; words of one that is not known stay as they are
    public static TextWords in(Optional<String> language) {
        return new TextWords(TextLanguage.of(language));
    }

    /// The language of a question, by its function words.
    ///
    /// @param likely the languages to choose from first if several fit equally well, ISO 639-1
    /// @return ISO 639-1, or empty if it cannot be told
    public static Optional<String> languageOf(String question, Collection<String> likely) {
        String head = question.substring(0, Math.min(question.length(), MOST_CHARACTERS));
        List<TextLanguage> first =
                likely.stream().map(code -> TextLanguage.of(Optional.of(code))).toList();
        List<String> words =
                Words.of(PlainText.of(head).replace('’', '\'')).stream()
                        .flatMap(word -> Arrays.stream(word.split("[-']", -1)))
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList();
        String code = StopWords.guess(words, first).code();
        return code.isEmpty() ? Optional.empty() : Optional.of(code);
    }

    /// The stems of a text, without its function words: what [QuestionWord#forms] are made of.
    public List<String> stems(String text) {
        return analyzer.words(text);
    }

    /// The words of a question without those that only ask, in lower case.
    public Set<String> asked(String question) {
        return Set.copyOf(AskedWords.of(question, Set.of(language)).words());
    }

    /// Whether a word may name a subject.
    public boolean isSubject(String word) {
        return AskedWords.isSubject(word, language);
    }
}
