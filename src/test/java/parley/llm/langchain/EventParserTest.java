package parley.llm.langchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventParserTest {
    /// Gives one byte at a time, as the worst network does.
    private static final class Drip extends ByteArrayInputStream {
        Drip(String text) {
            super(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, 1);
        }
    }

    private static List<String> parse(InputStream stream) {
        List<String> data = new ArrayList<>();
        new EventParser()
                .parse(
                        stream,
                        new ServerSentEventListener() {
                            @Override
                            public void onEvent(ServerSentEvent event) {
                                data.add(
                                        (event.event() == null ? "" : event.event() + "|")
                                                + event.data());
                            }

                            @Override
                            public void onError(Throwable error) {
                                throw new AssertionError(error);
                            }
                        });
        return data;
    }

    private static List<String> parse(String stream) {
        List<String> atOnce =
                parse(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)));
        assertThat(parse(new Drip(stream))).as("byte by byte").isEqualTo(atOnce);
        return atOnce;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndEndsALine(String end) {
        assertThat(parse("data: a%1$s%1$sdata:b%1$sdata:  c%1$s%1$s".formatted(end)))
                .containsExactly("a", "b\n c");
    }

    @Test
    void whatIsNotDataIsPassedOver() {
        assertThat(parse(": hello\n\nid: 7\nretry: 10\ndata: a\nnonsense\n\nevent: x\n\n"))
                .containsExactly("a");
    }

    @Test
    void anEventHasItsNameAndTheNextDoesNot() {
        assertThat(parse("event: error\ndata: a\n\ndata: b\n\n")).containsExactly("error|a", "b");
    }

    @Test
    void aByteOrderMarkCostsNothing() {
        assertThat(parse("\uFEFFdata: 📈\n\n")).containsExactly("📈");
    }

    @Test
    void nothingIsReadAfterTheEndMark() {
        assertThat(parse("data: a\n\ndata: [DONE]\n\ndata: b\n\n")).containsExactly("a");
        assertThat(parse("data: a\n\ndata: [DONE]")).containsExactly("a");
    }

    @Test
    void aLastEventWithoutItsEmptyLineCountsAndAHalfLineDoesNot() {
        assertThat(parse("data: a\n\ndata: b\n")).containsExactly("a", "b");
        assertThat(parse("data: a\n\ndata: {\"b")).containsExactly("a");
    }

    @Test
    void aMegabyteIsReadAndMoreIsNot() {
        String most = "x".repeat(EventParser.LONGEST_EVENT - 10);

        assertThat(parse(stream("data: " + most + "\n\n"))).containsExactly(most);
        assertThatThrownBy(() -> parse(stream("data: " + most + "xxxxxx")))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> parse(stream("data: abcdefg\n".repeat(200_000))))
                .isInstanceOf(UncheckedIOException.class);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
