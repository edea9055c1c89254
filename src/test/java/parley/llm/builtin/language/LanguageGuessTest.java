package parley.llm.builtin.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LanguageGuessTest {
    // In English these are help topics.
    private static final Set<String> ENGLISH_IN_A_FILE = Set.of("abilities", "connect");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is the capital of France? | ENGLISH",
                "Was ist die Hauptstadt von Frankreich? | GERMAN",
                "Erkläre mir die Relativitätstheorie | GERMAN",
                "Quelle est la capitale de la France ? | FRENCH",
                "Qui es-tu ? | FRENCH",
                "¿Dónde está la biblioteca? | SPANISH",
                "Cuéntame algo sobre los pingüinos | SPANISH",
                "Die Hard | ENGLISH",
                "Berlin | ENGLISH",
                "42 | ENGLISH",
                "今天 | ENGLISH",
                "'' | ENGLISH"
            })
    void theLanguageIsGuessed(String text, Language language) {
        assertThat(LanguageGuess.of(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasEveryPhrase(Language language) {
        Properties english = BundledText.properties("phrases.en.properties");
        Properties phrases = BundledText.properties("phrases." + language.code() + ".properties");

        assertThat(phrases.stringPropertyNames()).containsAll(english.stringPropertyNames());
        Set<String> more = new HashSet<>(phrases.stringPropertyNames());
        more.removeAll(english.stringPropertyNames());
        assertThat(ENGLISH_IN_A_FILE).containsAll(more);
        assertThat(Phrases.of(language).list("weekdays")).hasSize(7);
        assertThat(Phrases.of(language).list("months")).hasSize(12);
    }

    @ParameterizedTest
    @EnumSource
    void everyPatternCompilesAndEverySlotIsKept(Language language) {
        Properties english = BundledText.properties("phrases.en.properties");
        for (String name : english.stringPropertyNames()) {
            if (name.startsWith("type.") || name.equals("topic.prefix")) {
                assertThat(Phrases.of(language).pattern(name)).isInstanceOf(Pattern.class);
            } else {
                assertThat(Phrases.of(language).text(name).contains("{}"))
                        .as("slot of %s in %s", name, language)
                        .isEqualTo(english.getProperty(name).contains("{}"));
            }
        }
    }

    @Test
    void theSameSeedMakesTheSameChoices() {
        Seed one = new Seed("a story");
        Seed other = new Seed("a story");
        for (int time = 0; time < 100; time++) {
            assertThat(one.next(6)).isEqualTo(other.next(6)).isBetween(0, 5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "connecting, connect",
        "connected, connect",
        "connects, connect",
        "tokens, token",
        "cities, city",
        "class, class",
        "status, status",
        "settings, set",
        "cache, cach",
        "cached, cach",
        "ada's, ada"
    })
    void formsOfAWordHaveOneStem(String word, String stem) {
        assertThat(Stem.of(word)).isEqualTo(stem);
    }
}
