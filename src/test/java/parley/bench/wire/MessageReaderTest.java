package parley.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MessageReaderTest {
    private static final String CHUNKED =
            """
            HTTP/1.1 200 OK\r
            Content-Type: text/plain\r
            Transfer-Encoding: chunked\r
            \r
            5\r
            Hello\r
            c;why="because"\r
            , chunked\r
            w\r
            4\r
            orld\r
            0\r
            Trailer: ignored\r
            \r
            """;
    private static final String COUNTED =
            """
            HTTP/1.1 404 Not Found\r
            content-length:   9\r
            CONNECTION: Close\r
            \r
            Not here.\
            """;

    @Test
    void aMessageCutAnywhereIsReadTheSame() throws IOException {
        byte[] both = bytes(CHUNKED + COUNTED);
        for (int cut = 0; cut <= both.length; cut++) {
            Heard heard = new Heard();
            MessageReader reader = MessageReader.ofResponses(heard);
            reader.read(both, 0, cut);
            reader.read(both, cut, both.length);
            assertThat(heard.messages)
                    .as("cut at %d", cut)
                    .containsExactly("200 Hello, chunked\r\nworld", "404 Not here.");
        }
    }

    @Test
    void aMessageThatComesByteByByteIsReadTheSame() throws IOException {
        byte[] both = bytes(COUNTED + CHUNKED);
        Heard heard = new Heard();
        MessageReader reader = MessageReader.ofResponses(heard);
        for (int at = 0; at < both.length; at++) {
            reader.read(both, at, at + 1);
        }
        assertThat(heard.messages).containsExactly("404 Not here.", "200 Hello, chunked\r\nworld");
    }

    @Test
    void headersAreFoundInAnyCase() throws IOException {
        Heard heard = read(COUNTED);
        assertThat(heard.head.field("Content-Length")).contains("9");
        assertThat(heard.head.keepsAlive()).isFalse();
        assertThat(heard.head.field("Content")).isEmpty();
    }

    @Test
    void anInterimResponseIsNotTheAnswer() throws IOException {
        Heard heard = read("HTTP/1.1 100 Continue\r\n\r\n" + COUNTED);
        assertThat(heard.messages).containsExactly("404 Not here.");
    }

    @Test
    void anAnswerWithoutContentEndsWithItsHead() throws IOException {
        Heard heard = read("HTTP/1.1 204 No Content\r\n\r\n" + COUNTED);
        assertThat(heard.messages).containsExactly("204 ", "404 Not here.");
    }

    @Test
    void aRequestWithoutLengthHasNoBody() throws IOException {
        Heard heard = new Heard();
        byte[] request = bytes("GET /ready HTTP/1.1\r\nHost: here\r\n\r\n");
        MessageReader.ofRequests(heard).read(request, 0, request.length);
        assertThat(heard.head.path()).isEqualTo("/ready");
        assertThat(heard.ended).isEqualTo(1);
    }

    @Test
    void aBodyWithoutLengthEndsWithTheConnection() throws IOException {
        Heard heard = new Heard();
        MessageReader reader = MessageReader.ofResponses(heard);
        byte[] bytes = bytes("HTTP/1.1 200 OK\r\n\r\nuntil the end");
        reader.read(bytes, 0, bytes.length);
        assertThat(heard.messages).isEmpty();
        reader.endOfInput();
        assertThat(heard.messages).containsExactly("200 until the end");
    }

    @Test
    void aCutMessageIsAnError() throws IOException {
        MessageReader reader = MessageReader.ofResponses(new Heard());
        byte[] bytes = bytes(CHUNKED);
        reader.read(bytes, 0, bytes.length - 2);
        assertThatThrownBy(reader::endOfInput).isInstanceOf(ProtocolException.class);
    }

    @Test
    void whatIsNotHttpIsRefused() {
        assertThatThrownBy(() -> read("SSH-2.0-OpenSSH\r\n\r\n"))
                .isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> read("x".repeat(70_000))).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n"))
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void aChunkOfTheWrongSizeIsRefused() {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertThatThrownBy(() -> read(head + "2\r\nabc\r\n")).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> read(head + "\r\nabc\r\n")).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> read(head + "ffffffffffffffff\r\n"))
                .isInstanceOf(ProtocolException.class);
    }

    private static Heard read(String text) throws IOException {
        Heard heard = new Heard();
        byte[] bytes = bytes(text);
        MessageReader.ofResponses(heard).read(bytes, 0, bytes.length);
        return heard;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static final class Heard implements MessageListener {
        private final List<String> messages = new ArrayList<>();
        private final StringBuilder body = new StringBuilder();
        private Head head = new Head("", List.of());
        private int ended;

        @Override
        public void head(Head newHead) {
            head = newHead;
        }

        @Override
        public void body(byte[] bytes, int from, int to) {
            body.append(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
        }

        @Override
        public void end() throws IOException {
            ended++;
            if (head.startLine().startsWith("HTTP/")) {
                messages.add(head.status() + " " + body);
            }
            body.setLength(0);
        }
    }
}
