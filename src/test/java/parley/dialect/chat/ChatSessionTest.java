package parley.dialect.chat;

import static org.assertj.core.api.Assertions.assertThat;

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

class ChatSessionTest {
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
    void switchingTheModelKeepsTheHistory() throws Exception {
        long session = session();

        WireAnswer answer = switchModel(session, "gpt-3.5-turbo");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactly("session_id", "model", "messages", "title");
        assertThat(answer.json().path("session_id").asLong()).isEqualTo(session);
        assertThat(answer.json().path("model").asString()).isEqualTo("gpt-3.5-turbo");
        assertThat(answer.json().path("title").asString()).isEqualTo("/fault tokens 2");
        assertThat(answer.json().path("messages").findValuesAsString("content"))
                .containsExactly("/fault tokens 2", "zero one");
    }

    @Test
    void theSwitchedModelStays() throws Exception {
        long session = session();

        switchModel(session, "builtin/parley");

        assertThat(
                        client.get("/v1/chat/history?model=builtin/parley")
                                .json()
                                .path("sessions")
                                .path(0)
                                .path("id")
                                .asLong())
                .isEqualTo(session);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    session_id | {"model": "gpt-4"}
                    session_id | {"session_id": [1], "model": "gpt-4"}
                    model      | {"session_id": 1}
                    model      | {"session_id": 1, "model": ""}
                    model      | {"session_id": 1, "model": "no-such-model"}
                    """)
    void aWrongSwitchIsToldWhatIsWrong(String named, String body) throws Exception {
        session();
        WireAnswer answer = client.post("/v1/chat/switch-model", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().propertyNames()).containsExactly("detail");
        assertThat(answer.json().path("detail").asString()).contains(named);
    }

    @Test
    void aDeletedSessionIsGone() throws Exception {
        long session = session();

        WireAnswer answer = client.delete("/v1/chat/sessions/" + session);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"message\":\"Session deleted successfully\"}");
        assertNotFound(client.delete("/v1/chat/sessions/" + session), session);
        assertNotFound(switchModel(session, "gpt-4"), session);
    }

    @Test
    void deletingASessionStopsItsAnswer() throws Exception {
        try (SseReader stream =
                client.open(
                        "POST",
                        "/v1/chat/stream",
                        """
                        {"model": "gpt-4",
                         "messages": [{"role": "user", "content": "/fault slow 20; tokens 500"}]}
                        """)) {
            stream.take();

            WireAnswer answer = client.delete("/v1/chat/sessions/" + stream.header("X-Session-Id"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(stream.rest()).hasSizeLessThan(400);
        }
    }

    @ParameterizedTest
    @CsvSource({"4242", "0", "-1", "abc", "1.5", "99999999999999999999999"})
    void whatIsNotThereCannotBeDeleted(String id) throws Exception {
        assertNotFound(client.delete("/v1/chat/sessions/" + id), id);
    }

    @Test
    void sessionsOfAnotherAccountAreNotThere() throws Exception {
        long session = session();
        try (WireClient other = new WireClient(server.url(), Optional.of(server.newToken("eve")))) {
            assertNotFound(other.delete("/v1/chat/sessions/" + session), session);
            assertNotFound(
                    other.post(
                            "/v1/chat/switch-model",
                            "{\"session_id\": %d, \"model\": \"gpt-4\"}".formatted(session)),
                    session);
        }
        assertThat(switchModel(session, "gpt-4").status()).isEqualTo(200);
    }

    @Test
    void aTokenIsAlwaysNeeded() throws Exception {
        long session = session();
        try (WireClient stranger = new WireClient(server.url(), Optional.empty())) {
            assertThat(stranger.delete("/v1/chat/sessions/" + session).status()).isEqualTo(401);
            assertThat(stranger.post("/v1/chat/switch-model", "{}").status()).isEqualTo(401);
        }
    }

    private static long session() throws InterruptedException {
        WireAnswer answer =
                client.post(
                        "/v1/chat/stream",
                        """
                        {"model": "gpt-4", "stream": false,
                         "messages": [{"role": "user", "content": "/fault tokens 2"}]}
                        """);
        return answer.json().path("session_id").asLong();
    }

    private static WireAnswer switchModel(long session, String model) throws InterruptedException {
        return client.post(
                "/v1/chat/switch-model",
                "{\"session_id\": %d, \"model\": \"%s\"}".formatted(session, model));
    }

    private static void assertNotFound(WireAnswer answer, Object id) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .isEqualTo("{\"detail\":\"There is no conversation %s.\"}".formatted(id));
    }
}
