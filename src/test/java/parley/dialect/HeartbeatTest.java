package parley.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.testing.TestServer;

class HeartbeatTest {
    /// One silence serves both contracts: it lasts ten seconds.
    @Test
    void aSilentStreamShowsThatItLives() throws Exception {
        try (TestServer server = TestServer.start("builtin.faults=true");
                WireClient client = new WireClient(server.url(), Optional.of(server.ownerToken()));
                SseReader chat =
                        client.open(
                                "POST",
                                "/v1/chat/stream",
                                """
                                {"model": "gpt-4", "messages":
                                  [{"role": "user", "content": "/fault silence-after 1"}]}
                                """)) {
            String turn = "/v1/turns/" + chat.header("X-Turn-Id");
            try (SseReader own = client.open("GET", turn + "/events", "")) {
                assertThat(List.of(own.take().name(), own.take().name()))
                        .containsExactly("started", "text");

                assertThat(own.take()).isEqualTo(new SseEvent(Optional.empty(), "ping", "{}"));
                client.post(turn + "/stop", "");
                assertThat(own.take().name()).isEqualTo("end");
            }
            assertThat(chat.rest()).extracting(SseEvent::data).containsExactly("zero", "[DONE]");
            assertThat(chat.comments()).isNotEmpty();
        }
    }
}
