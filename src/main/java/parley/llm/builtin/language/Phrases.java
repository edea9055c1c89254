package parley.llm.builtin.language;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The engine's own sentences in each language it knows, from `phrases.<code>.properties`.
public final class Phrases {
    private static final Map<Language, Phrases> LOADED = new EnumMap<>(Language.class);

    private final Properties texts;
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    private Phrases(Language language) {
        texts = BundledText.properties("phrases." + language.code() + ".properties");
    }

    /// The phrases of that language. Read at the first need.
    public static Phrases of(Language language) {
        synchronized (LOADED) {
            return LOADED.computeIfAbsent(language, Phrases::new);
        }
    }

    /// The phrase of that name; every language has every phrase.
    public String text(String name) {
        String text = texts.getProperty(name);
        if (text == null) {
            throw new IllegalStateException("There is no phrase " + name + ".");
        }
        return text;
    }

    /// The phrase, with `{}` replaced by the value.
    public String text(String name, String value) {
        return text(name).replace("{}", value);
    }

    /// A phrase that is a regular expression over lines in lower case.
    public Pattern pattern(String name) {
        return patterns.computeIfAbsent(
                name,
                key ->
                        Pattern.compile(
                                text(key),
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS));
    }

    /// A phrase that is a list separated by `|`.
    public List<String> list(String name) {
        return Arrays.stream(text(name).split("\\|", -1)).map(String::strip).toList();
    }
}
