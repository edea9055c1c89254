package parley.dialect.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;

/// What belongs to another account does not exist, in the same words as what never did.
class ForeignObjectsTest {
    private static final long UNKNOWN = 987_654_321;

    private static TestServer server;
    private static WireClient owner;
    private static WireClient other;
    private static long turn;
    private static long conversation;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        owner = new WireClient(server.url(), Optional.of(server.ownerToken()));
        other = new WireClient(server.url(), Optional.of(server.newToken("eve")));
        WireAnswer answer =
                owner.post("/v1/turns", "{\"message\": \"My secret\", \"stream\": false}");
        turn = Long.parseLong(answer.header("X-Turn-Id"));
        conversation = Long.parseLong(answer.header("X-Session-Id"));
    }

    @AfterAll
    static void stop() throws Exception {
        owner.close();
        other.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    GET    | /v1/turns/T                  | ''
                    GET    | /v1/turns/T/events           | ''
                    GET    | /v1/turns/T/events?after=3   | ''
                    GET    | /v1/turns/T/receipt          | ''
                    POST   | /v1/turns/T/stop             | ''
                    POST   | /v1/turns/T/continue         | ''
                    POST   | /v1/turns/T/continue         | {"stream": false}
                    GET    | /v1/conversations/C          | ''
                    PATCH  | /v1/conversations/C          | {"title": "Mine"}
                    DELETE | /v1/conversations/C          | ''
                    PATCH  | /v1/conversations/C          | {"pinned": true}
                    POST   | /v1/conversations/C/fork     | {"before_message_id": 1}
                    GET    | /v1/conversations/C/forks    | ''
                    GET    | /v1/conversations/C/messages?around=1 | ''
                    GET    | /v1/conversations/C/messages/1 | ''
                    GET    | /v1/conversations/C/messages/1/chart | ''
                    GET    | /v1/conversations/C/messages | ''
                    POST   | /v1/turns                    | {"conversation_id": C, "message": "x"}
                    POST   | /v1/turns                    | {"conversation_id": C, "message": "x", "stream": false}
                    """)
    void theyAreNotFound(String method, String path, String body) throws Exception {
        WireAnswer foreign = call(method, path, body, turn, conversation);
        WireAnswer unknown = call(method, path, body, UNKNOWN, UNKNOWN);
        long asked = path.contains("/T") ? turn : conversation;

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(foreign.text())
                .contains(Long.toString(asked))
                .isEqualTo(unknown.text().replace(Long.toString(UNKNOWN), Long.toString(asked)));
        assertThat(owner.get("/v1/conversations/%d/messages".formatted(conversation)).text())
                .contains("My secret");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/turns/abc,                   turn abc",
        "/v1/turns/0,                     turn 0",
        "/v1/turns/-1/events,             turn -1",
        "/v1/turns/99999999999999999999,  turn 99999999999999999999",
        "/v1/conversations/abc,           conversation abc",
        "/v1/conversations/1.0/messages,  conversation 1.0"
    })
    void whatIsNoIdIsNotFoundEither(String path, String named) throws Exception {
        WireAnswer answer = owner.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("{\"detail\":\"There is no %s.\"}".formatted(named));
    }

    private static WireAnswer call(
            String method, String path, String body, long turnId, long conversationId)
            throws InterruptedException {
        return other.call(
                method,
                path.replace("/T", "/" + turnId).replace("/C", "/" + conversationId),
                body.replace(": C", ": " + conversationId));
    }
}
