package parley.llm.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WireTest {
    @TempDir Path folder;
    private ServerSocketChannel door;
    private Wire here;
    private SocketChannel there;

    @BeforeEach
    void connect() throws IOException {
        Path socket = folder.resolve("s");
        door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(socket));
        here = Wire.connect(socket);
        there = door.accept();
    }

    @AfterEach
    void close() throws IOException {
        here.close();
        there.close();
        door.close();
    }

    @Test
    void everythingAskedArrivesAsItWas() throws IOException {
        Wire other = new Wire(there);
        Ask chat =
                new Ask.Chat(
                        List.of(new Ask.Line("user", "Grüße \"世界\"\n\0")),
                        "so far",
                        new Ask.Choice(
                                0.5, 0.9, 0.05, 1, -1, 7, List.of("stop"), OptionalLong.of(-3)),
                        "root ::= \"x\"");

        for (Ask ask : List.of(chat, new Ask.Embed(List.of("a", "b")), new Ask.Cancel())) {
            here.send(ask);
            assertThat(other.readAsk()).isEqualTo(ask);
        }
    }

    @Test
    void everythingToldArrivesAsItWas() throws IOException {
        Wire other = new Wire(there);

        for (Tell tell :
                List.of(
                        new Tell.Ready(512),
                        new Tell.Text("🎉"),
                        new Tell.Counts(3, 2, 1),
                        new Tell.Ended(Tell.Why.LENGTH),
                        new Tell.Failed(true, "No."))) {
            other.send(tell);
            assertThat(here.readTell()).isEqualTo(tell);
        }
        other.send(new Tell.Vectors(List.of(new float[] {1, 0.5f}), 4));
        assertThat(here.readTell())
                .isInstanceOfSatisfying(
                        Tell.Vectors.class,
                        vectors ->
                                assertThat(vectors.vectors().getFirst()).containsExactly(1, 0.5f));
    }

    @Test
    void aClosedConnectionIsAnEndAndACutFrameAFailure() throws IOException {
        there.write(ByteBuffer.wrap(new byte[] {0, 0, 0, 9, '{'}));
        there.close();

        assertThatThrownBy(here::readTell).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsNoFrameIsAFailure() throws IOException {
        there.write(ByteBuffer.wrap("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(here::readTell).hasMessage("A frame of impossible size");
    }

    @Test
    void anOrderlyEndIsNoFrame() throws IOException {
        there.close();

        assertThat(here.readTell()).isNull();
    }
}
