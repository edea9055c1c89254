package parley.dialect.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialect.SseReader;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;

class TurnStartTest {
    private static TestServer server;
    private static WireClient client;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start("builtin.faults=true");
        client = new WireClient(server.url(), Optional.of(server.ownerToken()));
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void aTurnIsStartedTextAndEnd() throws Exception {
        try (SseReader stream = open("{\"message\": \"/fault tokens 30\"}")) {
            long session = Long.parseLong(stream.header("X-Session-Id"));
            assertThat(stream.header("X-Model-Used")).isEqualTo("builtin/parley");
            TurnStream turn = TurnStream.read(stream);

            assertThat(turn.turn()).isEqualTo(Long.parseLong(stream.header("X-Turn-Id")));
            assertThat(turn.started().json().path("conversation_id").asLong()).isEqualTo(session);
            assertThat(turn.started().json().path("model").asString()).isEqualTo("builtin/parley");
            assertThat(turn.started().json().path("title").asString())
                    .isEqualTo("/fault tokens 30");
            assertThat(turn.status()).isEqualTo("complete");
            assertThat(turn.end().json().path("model").asString()).isEqualTo("builtin/parley");
            assertThat(turn.end().json().path("finish_reason").asString()).isEqualTo("stop");
            assertThat(turn.end().json().path("error").isNull()).isTrue();
            assertThat(turn.end().json().path("usage").path("output_tokens").asInt()).isEqualTo(30);
            assertThat(turn.text()).isEqualTo(shown(turn.turn()).json().path("text").asString());
        }
    }

    @Test
    void awkwardTextArrivesAsItIs() throws Exception {
        try (SseReader stream = open("{\"message\": \"/fault tricky\"}")) {
            TurnStream turn = TurnStream.read(stream);

            assertThat(turn.text())
                    .contains("\r\n", "[DONE]", "\u2028", "\r")
                    .isEqualTo(shown(turn.turn()).json().path("text").asString());
        }
    }

    @Test
    void withoutStreamTheAnswerIsOneDocument() throws Exception {
        WireAnswer answer =
                client.post("/v1/turns", "{\"message\": \"/fault tokens 3\", \"stream\": false}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactly("turn", "text");
        assertThat(answer.json().path("text").asString()).isEqualTo("zero one two");
        assertThat(answer.json().path("turn").path("status").asString()).isEqualTo("complete");
        assertThat(answer.json().path("turn").path("id").asString())
                .isEqualTo(answer.header("X-Turn-Id"));
        assertThat(answer.json().path("turn").path("conversation_id").asString())
                .isEqualTo(answer.header("X-Session-Id"));
    }

    @Test
    void aTurnIsShownWithAllThatIsKnownOfIt() throws Exception {
        WireAnswer answer =
                client.post(
                        "/v1/turns",
                        """
                        {"message": "/fault tokens 9", "model": "gpt-4", "temperature": 0,
                         "max_tokens": 3, "stream": false}
                        """);
        WireAnswer shown = shown(answer.json().path("turn").path("id").asLong());

        assertThat(shown.json().propertyNames())
                .containsExactly(
                        "id",
                        "conversation_id",
                        "question_id",
                        "contract",
                        "status",
                        "model",
                        "answered_by",
                        "usage",
                        "attempts",
                        "omitted_messages",
                        "finish_reason",
                        "error",
                        "started_at",
                        "finished_at",
                        "text");
        assertThat(shown.json().path("contract").asString()).isEqualTo("parley");
        assertThat(shown.json().path("model").asString()).isEqualTo("gpt-4");
        assertThat(shown.json().path("answered_by").asString()).isEqualTo("builtin/parley");
        assertThat(shown.json().path("attempts").asInt()).isEqualTo(1);
        assertThat(shown.json().path("omitted_messages").asInt()).isZero();
        assertThat(shown.json().path("finish_reason").asString()).isEqualTo("length");
        assertThat(shown.json().path("text").asString()).isEqualTo("zero one two");
        assertThat(shown.json().path("started_at").asString()).matches("2.*Z");
        assertThat(shown.json().path("finished_at").asString()).matches("2.*Z");
    }

    @Test
    void aConversationIsContinued() throws Exception {
        WireAnswer first =
                client.post("/v1/turns", "{\"message\": \"/fault tokens 1\", \"stream\": false}");
        long conversation = first.json().path("turn").path("conversation_id").asLong();
        WireAnswer second =
                client.post(
                        "/v1/turns",
                        """
                        {"conversation_id": "%d", "message": "/fault tokens 2", "stream": false}
                        """
                                .formatted(conversation));
        WireAnswer messages = client.get("/v1/conversations/%d/messages".formatted(conversation));

        assertThat(second.json().path("turn").path("conversation_id").asLong())
                .isEqualTo(conversation);
        assertThat(messages.json().path("messages").findValuesAsString("content"))
                .containsExactly("/fault tokens 1", "zero", "/fault tokens 2", "zero one");
    }

    @Test
    void theMessageIsKeptExactlyAsItWasSent() throws Exception {
        WireAnswer answer =
                client.post(
                        "/v1/turns", "{\"message\": \"  Hello\\r\\n\\tyou \", \"stream\": false}");
        long conversation = answer.json().path("turn").path("conversation_id").asLong();

        assertThat(
                        client.get("/v1/conversations/%d/messages".formatted(conversation))
                                .json()
                                .path("messages")
                                .path(0)
                                .path("content")
                                .asString())
                .isEqualTo("  Hello\r\n\tyou ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    message         | {}
                    message         | {"message": 5}
                    message         | {"message": " \\n\\t "}
                    conversation_id | {"message": "x", "conversation_id": "abc"}
                    conversation_id | {"message": "x", "conversation_id": true}
                    model           | {"message": "x", "model": "no-such-model"}
                    model           | {"message": "x", "model": 5}
                    temperature     | {"message": "x", "temperature": 3}
                    max_tokens      | {"message": "x", "max_tokens": 0}
                    stream          | {"message": "x", "stream": 1}
                    """)
    void aWrongRequestIsToldWhatIsWrong(String named, String body) throws Exception {
        WireAnswer answer = client.post("/v1/turns", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().propertyNames()).containsExactly("detail");
        assertThat(answer.json().path("detail").asString()).contains(named);
    }

    @Test
    void aFailureBeforeTheFirstWordIsAnErrorAndNoStream() throws Exception {
        for (String stream : List.of("true", "false")) {
            WireAnswer answer =
                    client.post(
                            "/v1/turns",
                            "{\"message\": \"/fault refuse\", \"stream\": %s}".formatted(stream));

            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.json().propertyNames()).containsExactly("detail");
            assertThat(shown(Long.parseLong(answer.header("X-Turn-Id"))).json().path("error"))
                    .hasToString(
                            "{\"code\":\"provider_failed\",\"sentence\":%s}"
                                    .formatted(answer.json().path("detail")));
        }
    }

    @Test
    void aFailureInMidStreamIsTheEndEvent() throws Exception {
        try (SseReader stream = open("{\"message\": \"/fault error-after 5\"}")) {
            TurnStream turn = TurnStream.read(stream);

            assertThat(turn.status()).isEqualTo("failed");
            assertThat(turn.text()).isEqualTo("zero one two three four");
            assertThat(turn.end().json().path("finish_reason").isNull()).isTrue();
            assertThat(turn.end().json().path("error").path("sentence").asString())
                    .contains("after 5 tokens");
        }
    }

    @Test
    void theSameKeyIsTheSameTurn() throws Exception {
        String body = "{\"message\": \"/fault tokens 20\", \"stream\": false}";
        WireAnswer first = client.post("/v1/turns", body, "Idempotency-Key", "turn-1");
        WireAnswer second = client.post("/v1/turns", body, "Idempotency-Key", "turn-1");
        WireAnswer other =
                client.post("/v1/turns", "{\"message\": \"x\"}", "Idempotency-Key", "turn-1");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void aKeyInUseIsAConflict() throws Exception {
        String body = "{\"message\": \"/fault slow 20; tokens 500\"}";
        try (SseReader stream =
                client.open("POST", "/v1/turns", body, "Idempotency-Key", "turn-2")) {
            stream.take();

            WireAnswer second = client.post("/v1/turns", body, "Idempotency-Key", "turn-2");
            client.call("POST", "/v1/turns/%s/stop".formatted(stream.header("X-Turn-Id")), "");

            assertThat(second.status()).isEqualTo(409);
            assertThat(second.json().propertyNames()).containsExactly("detail");
        }
    }

    private static SseReader open(String body) throws InterruptedException {
        return client.open("POST", "/v1/turns", body);
    }

    private static WireAnswer shown(long turn) throws InterruptedException {
        return client.get("/v1/turns/" + turn);
    }
}
