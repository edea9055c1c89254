package parley.llm.builtin.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.llm.builtin.language.Words;

final class CreativeSkillTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tell me a story",
                "tell me a short story please",
                "Tell me a story about a dragon",
                "Write a fairy tale about the sea and my cat",
                "Erzähl mir eine Geschichte",
                "raconte-moi une histoire",
                "story"
            })
    void storiesAreLongEnoughToWatch(String message) throws InterruptedException {
        String story = Talk.answer(message);
        assertThat(Words.count(story)).isBetween(120, 250);
        assertThat(story).doesNotContain("{").doesNotContain("}");
    }

    @Test
    void aStoryIsAboutItsSubject() throws InterruptedException {
        assertThat(Talk.answer("Tell me a story about a dragon and my cat"))
                .contains("a dragon and your cat");
        assertThat(Talk.answer("write a poem about winter")).contains("winter");
    }

    @Test
    void thePromptDecidesTheStoryAndTheNextOneIsAnother() throws InterruptedException {
        assertThat(Talk.answer("Tell me a story")).isEqualTo(Talk.answer("Tell me a story"));
        Talk talk = new Talk();
        Set<String> told = new HashSet<>();
        for (int time = 0; time < 10; time++) {
            told.add(talk.say(time == 0 ? "Tell me a joke" : "another one"));
        }
        assertThat(told).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hola, ¿puedes contarme un chiste?",
                "Kannst du mir einen Witz erzählen?",
                "peux-tu me raconter une blague ?",
                "tell me something interesting",
                "make me laugh"
            })
    void wishesAreUnderstoodInFourLanguages(String message) throws InterruptedException {
        assertThat(Talk.answer(message)).isNotEmpty().doesNotContain("Parley");
    }

    @ParameterizedTest
    @CsvSource({
        "write a haiku, 3",
        "a limerick please, 5",
        "tell me a riddle, 1",
        "tell me a fun fact, 1"
    })
    void smallFormsKeepTheirForm(String message, int lines) throws InterruptedException {
        assertThat(Talk.answer(message).lines()).hasSize(lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what is the history of Rome",
                "facts about France",
                "what's the story behind the pyramids"
            })
    void knowledgeIsNotMadeUp(String message) throws InterruptedException {
        assertThat(Talk.answer(message)).contains("small built-in engine");
    }
}
