package parley.document.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/// The function words of languages: they say nothing of a subject.
final class StopWords {
    // Lucene's own set for English has 33 words only; Snowball's is as full as those of other
    // languages.
    private static final CharArraySet ENGLISH = snowball("english_stop.txt");

    private StopWords() {}

    static CharArraySet english() {
        return ENGLISH;
    }

    /// Which language words are in, by how many of them are its function words.
    ///
    /// @param fallbacks the languages to choose from first if several fit equally well
    static TextLanguage guess(Collection<String> words, Collection<TextLanguage> fallbacks) {
        TextLanguage best = TextLanguage.OTHER;
        long most = 0;
        for (TextLanguage language : fallbacks) {
            long count = count(words, language);
            if (best == TextLanguage.OTHER || count > most) {
                best = language;
                most = count;
            }
        }
        for (TextLanguage language : TextLanguage.values()) {
            long count = count(words, language);
            if (count > most) {
                best = language;
                most = count;
            }
        }
        return best;
    }

    static long count(Collection<String> words, TextLanguage language) {
        CharArraySet stops = language.stopWords();
        return words.stream().filter(word -> stops.contains(word.toLowerCase(Locale.ROOT))).count();
    }

    private static CharArraySet snowball(String name) {
        try (InputStream stream = SnowballFilter.class.getResourceAsStream(name)) {
            CharArraySet words =
                    WordlistLoader.getSnowballWordSet(
                            new InputStreamReader(
                                    Objects.requireNonNull(stream, name), StandardCharsets.UTF_8));
            CharArraySet all = new CharArraySet(words, true);
            all.addAll(Arrays.asList("can", "will", "just", "may", "upon", "also"));
            return CharArraySet.unmodifiableSet(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
