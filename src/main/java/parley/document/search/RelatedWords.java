package parley.document.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Words that ask for the same thing. People who have not read a text ask how expensive something
/// is where the text names its price.
final class RelatedWords {
    private static final String RESOURCE = "/document/related-words.txt";
    private static final Map<String, List<String>> LINES = lines();
    private static final Map<TextLanguage, RelatedWords> MADE = new ConcurrentHashMap<>();
    private static final String SAME = " same";

    private final Map<String, Set<String>> related;
    private final Map<String, Set<String>> same;

    private RelatedWords(TextLanguage language) {
        this.related = groups(language, "");
        this.same = groups(language, SAME);
    }

    private static Map<String, Set<String>> groups(TextLanguage language, String section) {
        Map<String, Set<String>> related = new HashMap<>();
        WordAnalyzer analyzer = new WordAnalyzer(language, false);
        for (String line : LINES.getOrDefault(language.code() + section, List.of())) {
            Set<String> group = new TreeSet<>(analyzer.words(line));
            group.forEach(
                    stem -> related.computeIfAbsent(stem, _ -> new TreeSet<>()).addAll(group));
        }
        return related;
    }

    static RelatedWords of(TextLanguage language) {
        return MADE.computeIfAbsent(language, RelatedWords::new);
    }

    /// The stems that ask for the same as a stem, itself not among them.
    Set<String> of(String stem) {
        return others(related, stem);
    }

    /// The stems of other forms of the word that a stem is of: took, taken.
    Set<String> formsOf(String stem) {
        return others(same, stem);
    }

    private static Set<String> others(Map<String, Set<String>> groups, String stem) {
        return groups.getOrDefault(stem, Set.of()).stream()
                .filter(other -> !other.equals(stem))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, List<String>> lines() {
        Map<String, List<String>> byLanguage = new HashMap<>();
        String language = "";
        for (String line : read()) {
            if (line.startsWith("[")) {
                language = line.substring(1, line.indexOf(']'));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                byLanguage.computeIfAbsent(language, _ -> new ArrayList<>()).add(line);
            }
        }
        return byLanguage;
    }

    private static List<String> read() {
        try (InputStream stream = RelatedWords.class.getResourceAsStream(RESOURCE);
                BufferedReader reader =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(stream, RESOURCE),
                                        StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
