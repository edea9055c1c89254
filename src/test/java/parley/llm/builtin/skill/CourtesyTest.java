package parley.llm.builtin.skill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CourtesyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello, how are you? | Hello! I am fine, thank you",
                "hey there!! | Hello! I am Parley's built-in engine",
                "Good morning | Hello!",
                "HELLO | Hello!",
                "Hello World | Hello!",
                "Hallo, wie geht's? | Hallo! Danke der Nachfrage",
                "Guten Tag | Hallo! Ich bin Parleys eingebauter Assistent",
                "Bonjour, comment ça va ? | Bonjour ! Je vais bien, merci.",
                "¡Hola! ¿Cómo estás? | ¡Hola! Estoy bien, gracias.",
                "你好 | 你好! I understand English",
                "Ciao | Ciao! I understand English",
                "नमस्ते | नमस्ते! I understand",
                "thank you so much! | You are welcome!",
                "Vielen Dank | Gern geschehen!",
                "merci beaucoup | Je vous en prie !",
                "thank you, that was helpful | You are welcome!",
                "bye | Goodbye!",
                "who are you? | I am Parley's built-in engine: a small program of rules",
                "Are you ChatGPT? | I am Parley's built-in engine: a small program of rules",
                "Wie heißt du? | Ich bin Parleys eingebauter Assistent: ein kleines Programm",
                "test | Received.",
                "are you there? | Received.",
                "ok | Good.",
                "Do you speak Spanish? | Sí: saludo",
                "you are useless | That did not help, then.",
                "say hello in German | Hallo!"
            })
    void courtesiesAreReturned(String said, String beginning) throws InterruptedException {
        assertThat(Talk.answer(said)).startsWith(beginning);
    }

    @Test
    void aNameThatWasSaidIsUsed() throws InterruptedException {
        Talk talk = new Talk();
        talk.say("Hi, I'm Ada.");
        assertThat(talk.say("Hello again")).isEqualTo("Hello, Ada! What shall we do next?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello kitty costs 5 dollars",
                "thanks to whom do we owe this?",
                "test the water"
            })
    void whatOnlyBeginsLikeACourtesyIsNotOne(String text) throws InterruptedException {
        assertThat(Talk.answer(text))
                .doesNotStartWith("Hello")
                .doesNotStartWith("You are welcome")
                .doesNotStartWith("Received");
    }

    @ParameterizedTest
    @CsvSource({
        "'Hey Parley, could you please tell me the time, please?', tell me the time",
        "'  Please, can you help me for me?  ', help me",
        "'Tell me, what is love?', what is love",
        "'¿Me puedes ayudar?', me puedes ayudar",
        "please, please"
    })
    void courtesiesAroundAQuestionAreTakenOff(String text, String line) {
        assertThat(Courtesy.strip(text)).isEqualTo(line);
    }

    @Test
    void aMessageWithoutWordsGetsASentence() throws InterruptedException {
        assertThat(Talk.answer("")).startsWith("Your message is empty.");
        assertThat(Talk.answer(" \n\t ")).startsWith("Your message is empty.");
        assertThat(Talk.answer("???")).startsWith("I see only marks");
        assertThat(Talk.answer("😀")).startsWith("I can store and count emoji");
    }
}
