package parley.dialect.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.dialect.SseReader;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

final class ReceiptTest {
    private TestServer server;
    private WireClient client;

    @BeforeEach
    void start() throws InterruptedException {
        server = TestServer.start("builtin.faults=true");
        client = new WireClient(server.url(), Optional.of(server.ownerToken()));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void itSaysWhatTheModelSawAndWhatItTook() throws InterruptedException {
        WireAnswer answer = client.post("/v1/turns", "{\"message\": \"Hello\", \"stream\": false}");
        String turn = answer.header("X-Turn-Id");

        JsonNode receipt = client.get("/v1/turns/%s/receipt".formatted(turn)).json();

        assertThat(receipt.path("status").asString()).isEqualTo("complete");
        assertThat(receipt.path("answered_by").asString()).startsWith("builtin/");
        assertThat(receipt.path("provider").asString()).isEqualTo("builtin");
        assertThat(receipt.path("messages")).hasSize(1);
        assertThat(receipt.path("messages").path(0).path("role").asString()).isEqualTo("user");
        assertThat(receipt.path("messages").path(0).path("parts").path(0).asString())
                .isEqualTo("text");
        assertThat(receipt.path("left_out")).isEmpty();
        assertThat(receipt.path("attempts")).hasSize(1);
        assertThat(receipt.path("first_token_ms").isNumber()).isTrue();
        assertThat(receipt.path("usage").path("source").asString()).isEqualTo("exact");
        assertThat(receipt.path("usage"))
                .isEqualTo(client.get("/v1/turns/" + turn).json().path("usage"));
    }

    @Test
    void ofATurnThatRunsItSaysWhatIsKnown() throws InterruptedException {
        try (SseReader stream =
                client.open("POST", "/v1/turns", "{\"message\": \"/fault silence-after 2\"}")) {
            long turn = stream.take().json().path("turn_id").asLong();
            stream.take();

            JsonNode receipt = client.get("/v1/turns/%d/receipt".formatted(turn)).json();
            client.post("/v1/turns/%d/stop".formatted(turn), "");
            JsonNode stopped = client.get("/v1/turns/%d/receipt".formatted(turn)).json();

            assertThat(receipt.path("status").asString()).isEqualTo("running");
            assertThat(receipt.path("messages")).hasSize(1);
            assertThat(stopped.path("status").asString()).isEqualTo("cancelled");
            assertThat(stopped.path("usage").path("source").asString()).isEqualTo("estimated");
        }
    }
}
