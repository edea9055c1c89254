package parley.llm.builtin.language;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/// The words that hold a language together and say nothing of the subject: the, of, und, que.
public final class FunctionWords {
    private static final FunctionWords BUNDLED = new FunctionWords();

    private final Map<Language, Set<String>> byLanguage = new EnumMap<>(Language.class);
    private final Set<String> all = new HashSet<>();

    private FunctionWords() {
        Properties properties = BundledText.properties("function-words.properties");
        for (Language language : Language.values()) {
            Set<String> words =
                    Set.copyOf(words(properties.getProperty(language.code(), "").strip()));
            byLanguage.put(language, words);
            all.addAll(words);
        }
    }

    private static Set<String> words(String text) {
        return new HashSet<>(Arrays.asList(text.split("\\s+", -1)));
    }

    /// Whether it is a function word of that language.
    static boolean has(Language language, String word) {
        return BUNDLED.byLanguage.getOrDefault(language, Set.of()).contains(word);
    }

    /// Whether it is a function word of any language.
    public static boolean isOne(String word) {
        return BUNDLED.all.contains(word);
    }
}
