package parley.dialect.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.account.Account;
import parley.conversation.NewConversation;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

class ChatHistoryTest {
    private static TestServer server;
    private static WireClient client;
    private static final List<Long> SESSIONS = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start("builtin.faults=true");
        client = new WireClient(server.url(), Optional.of(server.ownerToken()));
        for (int i = 0; i < 12; i++) {
            WireAnswer answer =
                    client.post(
                            "/v1/chat/stream",
                            """
                            {"model": "%s", "stream": false,
                             "messages": [{"role": "user", "content": "/fault tokens %d"}]}
                            """
                                    .formatted(i % 3 == 0 ? "gpt-4" : "gpt-3.5-turbo", i + 1));
            SESSIONS.add(Long.parseLong(answer.header("X-Session-Id")));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void theFirstPageHasTheTenNewest() throws Exception {
        JsonNode page = history("");

        assertThat(page.propertyNames()).containsExactly("total", "page", "page_size", "sessions");
        assertThat(page.path("total").asInt()).isEqualTo(12);
        assertThat(page.path("page").asInt()).isEqualTo(1);
        assertThat(page.path("page_size").asInt()).isEqualTo(10);
        assertThat(ids(page)).isEqualTo(SESSIONS.subList(2, 12).reversed());
    }

    @Test
    void aSessionShowsWhoseItIsAndWhatWasSaid() throws Exception {
        JsonNode session = history("?page_size=1").path("sessions").path(0);

        assertThat(session.propertyNames())
                .containsExactly(
                        "id",
                        "user_id",
                        "application_id",
                        "model",
                        "title",
                        "messages",
                        "created_at",
                        "updated_at");
        assertThat(session.path("user_id").asLong()).isEqualTo(Account.OWNER_ID);
        assertThat(session.path("application_id").asInt()).isEqualTo(1);
        assertThat(session.path("model").asString()).isEqualTo("gpt-3.5-turbo");
        assertThat(session.path("title").asString()).isEqualTo("/fault tokens 12");
        assertThat(session.path("messages").path(0).propertyNames())
                .containsExactly("role", "content");
        assertThat(session.path("messages").findValuesAsString("role"))
                .containsExactly("user", "assistant");
        assertThat(session.path("created_at").asString()).matches("2.*T.*Z");
        assertThat(session.path("updated_at").asString()).matches("2.*T.*Z");
    }

    @Test
    void everySessionIsOnExactlyOnePage() throws Exception {
        List<Long> seen = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            seen.addAll(ids(history("?page_size=5&page=" + page)));
        }

        assertThat(seen).isEqualTo(SESSIONS.reversed());
    }

    @Test
    void theModelFiltersAndTheTotalCountsWhatMatches() throws Exception {
        JsonNode page = history("?model=gpt-4&page_size=3");

        assertThat(page.path("total").asInt()).isEqualTo(4);
        assertThat(page.path("sessions")).hasSize(3);
        assertThat(page.path("sessions").findValuesAsString("model")).containsOnly("gpt-4");
        assertThat(history("?model=gpt").path("total").asInt()).isZero();
    }

    @Test
    void datesFilterByTheTimeOfCreation() throws Exception {
        String fifth =
                history("?page_size=100")
                        .path("sessions")
                        .path(SESSIONS.size() - 5)
                        .path("created_at")
                        .asString();

        assertThat(ids(history("?page_size=100&start_date=" + fifth)))
                .contains(SESSIONS.get(4), SESSIONS.get(11))
                .doesNotContain(SESSIONS.get(0));
        assertThat(ids(history("?page_size=100&end_date=" + fifth)))
                .contains(SESSIONS.get(0), SESSIONS.get(4))
                .doesNotContain(SESSIONS.get(11));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-01",
                "2024-01-01T00:00:00Z",
                "2024-01-01T00:00:00",
                "2024-01-01T00:00:00.123456",
                "2024-01-01T01:00:00%2B01:00",
                "2024-01-01T01:00:00+01:00"
            })
    void datesComeInAllFormsOfIso(String date) throws Exception {
        assertThat(history("?start_date=" + date).path("total").asInt()).isEqualTo(12);
        assertThat(history("?end_date=" + date).path("total").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=-1",
                "page=one",
                "page=1.5",
                "page=99999999999999999999",
                "page_size=0",
                "page_size=101",
                "page_size=ten",
                "start_date=yesterday",
                "start_date=2024-13-01",
                "start_date=2024-02-30",
                "end_date=01/02/2024",
                "end_date=1704067200",
                "page=1&page=2"
            })
    void aWrongParameterIsNamed(String query) throws Exception {
        WireAnswer answer = client.get("/v1/chat/history?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().propertyNames()).containsExactly("detail");
        assertThat(answer.json().path("detail").asString())
                .contains(query.substring(0, query.indexOf('=')));
    }

    @Test
    void aPageFarBehindTheEndIsEmpty() throws Exception {
        JsonNode page = history("?page=2147483647&page_size=100");

        assertThat(page.path("total").asInt()).isEqualTo(12);
        assertThat(page.path("sessions")).isEmpty();
    }

    @Test
    void onlyOnesOwnSessionsAreThere() throws Exception {
        try (WireClient other = new WireClient(server.url(), Optional.of(server.newToken("eve")))) {
            assertThat(other.get("/v1/chat/history").json().path("total").asInt()).isZero();
        }
    }

    @Test
    void aTokenIsAlwaysNeeded() throws Exception {
        try (WireClient stranger = new WireClient(server.url(), Optional.empty())) {
            assertThat(stranger.get("/v1/chat/history").status()).isEqualTo(401);
        }
    }

    @Test
    void aSessionOfAnotherContractHasATitleAndAModelHereToo() throws Exception {
        try (WireClient ada = new WireClient(server.url(), Optional.of(server.newToken("ada")))) {
            long account = ada.get("/v1/me").json().path("account_id").asLong();
            server.conversations().create(NewConversation.of(account));

            JsonNode session = ada.get("/v1/chat/history").json().path("sessions").path(0);

            assertThat(session.path("title").asString()).isEqualTo("New Chat");
            assertThat(session.path("model").asString()).isEqualTo("builtin/parley");
            assertThat(session.path("messages").isArray()).isTrue();
            assertThat(session.path("messages")).isEmpty();
        }
    }

    private static JsonNode history(String query) throws InterruptedException {
        WireAnswer answer = client.get("/v1/chat/history" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<Long> ids(JsonNode page) {
        return page.path("sessions").values().stream()
                .map(session -> session.path("id").asLong())
                .toList();
    }
}
