package parley.document.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import parley.document.StoredDocument;
import parley.document.search.TextWords;
import parley.llm.builtin.language.Language;

/// What stands around quotations, in the language of the question.
final class ReplyPhrases {
    private static final Properties BUNDLED = bundled();

    private final Language language;

    ReplyPhrases(Language language) {
        this.language = language;
    }

    /// A question whose language cannot be told ("Umsatz 2021?") is answered in the documents'
    /// language.
    static ReplyPhrases of(String question, List<StoredDocument> documents) {
        List<String> likely =
                documents.stream()
                        .flatMap(document -> document.facts().language().stream())
                        .distinct()
                        .toList();
        return new ReplyPhrases(
                Language.ofCode(TextWords.languageOf(question, likely).orElse("en")));
    }

    /// @param key of `answers.properties`
    String of(String key, Object... values) {
        String pattern = BUNDLED.getProperty(language.code() + "." + key);
        return Objects.requireNonNull(pattern, key).formatted(values);
    }

    private static Properties bundled() {
        String name = "/document/answers.properties";
        try (InputStream stream = ReplyPhrases.class.getResourceAsStream(name)) {
            Properties properties = new Properties();
            properties.load(
                    new InputStreamReader(
                            Objects.requireNonNull(stream, name), StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
