package parley.llm.builtin.skill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EchoSkillTest {
    @ParameterizedTest
    @CsvSource({
        "Say this is a test, this is a test",
        "repeat after me: hello   world, hello   world",
        "Echo hello, hello",
        "'say \"Good night, moon\"', 'Good night, moon'",
        "Reply with exactly: pong, pong",
        "'Reply with exactly \"pong\" and nothing else.', pong",
        "Reply with the single word pong., pong",
        "Please repeat: abc, abc",
        "sag: Hallo, Hallo",
        "answer only with OK and nothing else, OK",
        "repeat 'x  y', x  y"
    })
    void whatIsAskedForIsSaid(String message, String echo) throws InterruptedException {
        assertThat(Talk.answer(message)).isEqualTo(echo);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb\r\n\r\nc\n",
                "  two spaces before",
                "tab\tand trailing spaces   ",
                "data: x\n\ndata: [DONE]",
                "👩‍👩‍👧‍👦 e\u0301 \u2028 \u202e",
                "\"kept quotes\"",
                ": colon"
            })
    void behindAColonEveryCharacterComesBack(String text) throws InterruptedException {
        assertThat(Talk.answer("repeat after me: " + text)).isEqualTo(text);
        assertThat(Talk.answer("Repeat after me:\n" + text)).isEqualTo(text);
    }

    @Test
    void theLastAnswerIsSaidAgain() throws InterruptedException {
        Talk talk = new Talk();
        String joke = talk.say("Tell me a joke");
        assertThat(talk.say("say that again")).isEqualTo(joke);
        assertThat(talk.say("repeat")).isEqualTo(joke);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "say something",
                "Say something nice",
                "say why",
                "echo",
                "answer in one sentence"
            })
    void withoutATextNothingIsEchoed(String message) throws InterruptedException {
        String rest = message.substring(message.indexOf(' ') + 1);
        assertThat(Talk.answer(message)).isNotEqualTo(rest);
    }
}
