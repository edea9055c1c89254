package parley.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.bench.target.ScriptedUpstream;

final class CallTest {
    @Test
    void theWholeAnswerComesBack() throws IOException {
        try (ScriptedUpstream upstream = ScriptedUpstream.start()) {
            Reply reply =
                    Call.send(upstream.address(), RequestBytes.get("/v1/models", Optional.empty()));
            assertThat(reply.isGood()).isTrue();
            assertThat(reply.text()).startsWith("{").endsWith("}").contains("\"id\":\"bench\"");
        }
    }

    @Test
    void anAnswerThatIsCutIsAnError() throws IOException {
        try (RawServer server =
                new RawServer(connection -> {
                    connection.awaitRequest();
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
                })) {
            assertThatThrownBy(() ->
                            Call.send(server.address(), RequestBytes.get("/", Optional.empty())))
                    .isInstanceOf(IOException.class);
        }
    }
}
