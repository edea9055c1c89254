package parley.llm.local.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnswerTextTest {
    @Test
    void aCharacterIsHeldBackUntilItsLastByte() {
        AnswerText text = new AnswerText(List.of());
        byte[] party = bytes("🎉");

        assertThat(text.add(new byte[] {'a', party[0], party[1]})).isEqualTo("a");
        assertThat(text.add(new byte[] {party[2]})).isEmpty();
        assertThat(text.add(new byte[] {party[3], 'b'})).isEqualTo("🎉b");
        assertThat(text.end()).isEmpty();
    }

    @Test
    void bytesThatAreNoTextAreReplaced() {
        AnswerText text = new AnswerText(List.of());

        assertThat(text.add(new byte[] {'a', (byte) 0xff, 'b'})).isEqualTo("a\ufffdb");
        assertThat(text.add(new byte[] {(byte) 0xf0})).isEmpty();
        assertThat(text.end()).isEqualTo("\ufffd");
    }

    @Test
    void aStopTextEndsTheAnswerAndIsNoPartOfIt() {
        AnswerText text = new AnswerText(List.of("STOP", "\n\n"));

        assertThat(text.add(bytes("one S"))).isEqualTo("one ");
        assertThat(text.add(bytes("T"))).isEmpty();
        assertThat(text.isStopped()).isFalse();
        assertThat(text.add(bytes("OP two"))).isEmpty();
        assertThat(text.isStopped()).isTrue();
        assertThat(text.end()).isEmpty();
    }

    @Test
    void whatOnlyLooksLikeAStopTextIsSaidAfterAll() {
        AnswerText text = new AnswerText(List.of("STOP"));

        assertThat(text.add(bytes("ST"))).isEmpty();
        assertThat(text.add(bytes("ART"))).isEqualTo("START");
        assertThat(text.add(bytes(" S"))).isEqualTo(" ");
        assertThat(text.end()).isEqualTo("S");
    }

    @Test
    void theFirstOfSeveralStopTextsCounts() {
        AnswerText text = new AnswerText(List.of("c", "b"));

        assertThat(text.add(bytes("abc"))).isEqualTo("a");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
