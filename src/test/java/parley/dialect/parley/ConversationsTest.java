package parley.dialect.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.account.Account;
import parley.conversation.NewMessage;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.llm.Role;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

class ConversationsTest {
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
    void aConversationNeedsNothing() throws Exception {
        WireAnswer answer = client.call("POST", "/v1/conversations", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactly(
                        "id",
                        "title",
                        "model",
                        "pinned",
                        "message_count",
                        "data_source_id",
                        "forked_from",
                        "running_turn_id",
                        "created_at",
                        "updated_at");
        assertThat(answer.json().path("title").asString()).isEmpty();
        assertThat(answer.json().path("model").isNull()).isTrue();
        assertThat(client.get(path(answer)).text()).isEqualTo(answer.text());
    }

    @Test
    void aConversationMayHaveATitleAndAModel() throws Exception {
        WireAnswer answer =
                client.post("/v1/conversations", "{\"title\": \"Plans\", \"model\": \"gpt-4\"}");

        assertThat(answer.json().path("title").asString()).isEqualTo("Plans");
        assertThat(answer.json().path("model").asString()).isEqualTo("gpt-4");
    }

    @Test
    void theListBeginsWithTheNewest() throws Exception {
        try (WireClient ada = new WireClient(server.url(), Optional.of(server.newToken("ada")))) {
            List<Long> made = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                made.add(create(ada));
            }
            JsonNode first = ada.get("/v1/conversations?limit=2").json();
            JsonNode last = ada.get("/v1/conversations?limit=2&offset=4").json();

            assertThat(first.propertyNames())
                    .containsExactly("total", "offset", "limit", "conversations");
            assertThat(first.path("total").asInt()).isEqualTo(5);
            assertThat(ids(first)).containsExactly(made.get(4), made.get(3));
            assertThat(last.path("total").asInt()).isEqualTo(5);
            assertThat(ids(last)).containsExactly(made.get(0));
        }
    }

    @Test
    void aConversationIsRenamedAndGetsAnotherModel() throws Exception {
        WireAnswer made = client.call("POST", "/v1/conversations", "");

        WireAnswer renamed = client.patch(path(made), "{\"title\": \"Plans\"}");
        WireAnswer switched = client.patch(path(made), "{\"model\": \"builtin/parley\"}");

        assertThat(renamed.json().path("title").asString()).isEqualTo("Plans");
        assertThat(renamed.json().path("model").isNull()).isTrue();
        assertThat(switched.json().path("title").asString()).isEqualTo("Plans");
        assertThat(switched.json().path("model").asString()).isEqualTo("builtin/parley");
        assertThat(client.get(path(made)).text()).isEqualTo(switched.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    model | {"title": "Plans", "model": "no-such-model"}
                    title | {"title": 5, "model": "gpt-4"}
                    title | {"title": " ", "model": "gpt-4"}
                    title | {"title": "%LONG%", "model": "gpt-4"}
                    """)
    void aWrongChangeChangesNothing(String named, String body) throws Exception {
        WireAnswer made = client.call("POST", "/v1/conversations", "");

        WireAnswer answer = client.patch(path(made), body.replace("%LONG%", "x".repeat(1001)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).contains(named);
        assertThat(client.get(path(made)).text()).isEqualTo(made.text());
    }

    @Test
    void aDeletedConversationIsGone() throws Exception {
        WireAnswer made = client.call("POST", "/v1/conversations", "");
        long id = made.json().path("id").asLong();

        WireAnswer deleted = client.delete(path(made));

        assertThat(deleted.text()).isEqualTo("{\"id\":%d,\"deleted\":true}".formatted(id));
        assertThat(client.get(path(made)).status()).isEqualTo(404);
        assertThat(client.delete(path(made)).status()).isEqualTo(404);
    }

    @Test
    void messagesComeInPagesFromTheEnd() throws Exception {
        String path = conversationOf(10) + "/messages";

        JsonNode newest = client.get(path + "?limit=4").json();
        JsonNode middle = client.get(path + "?limit=4&before=7").json();
        JsonNode oldest = client.get(path + "?limit=4&before=3").json();

        assertThat(newest.propertyNames())
                .containsExactly("messages", "has_more", "has_earlier", "has_later");
        assertThat(sequences(newest)).containsExactly(7, 8, 9, 10);
        assertThat(newest.path("has_more").asBoolean()).isTrue();
        assertThat(sequences(middle)).containsExactly(3, 4, 5, 6);
        assertThat(middle.path("has_more").asBoolean()).isTrue();
        assertThat(sequences(oldest)).containsExactly(1, 2);
        assertThat(oldest.path("has_more").asBoolean()).isFalse();
    }

    @Test
    void messagesComeInPagesFromAPlaceOn() throws Exception {
        String path = conversationOf(10) + "/messages";

        JsonNode first = client.get(path + "?limit=4&after=0").json();
        JsonNode last = client.get(path + "?limit=4&after=6").json();
        JsonNode behind = client.get(path + "?limit=4&after=10").json();

        assertThat(sequences(first)).containsExactly(1, 2, 3, 4);
        assertThat(first.path("has_more").asBoolean()).isTrue();
        assertThat(sequences(last)).containsExactly(7, 8, 9, 10);
        assertThat(last.path("has_more").asBoolean()).isFalse();
        assertThat(behind.path("messages")).isEmpty();
    }

    @Test
    void aMessageShowsWhereItStands() throws Exception {
        WireAnswer answer =
                client.post("/v1/turns", "{\"message\": \"/fault tokens 2\", \"stream\": false}");
        JsonNode messages =
                client.get("/v1/conversations/%s/messages".formatted(answer.header("X-Session-Id")))
                        .json()
                        .path("messages");

        assertThat(messages).hasSize(2);
        assertThat(messages.path(1).propertyNames())
                .containsExactly(
                        "id",
                        "sequence",
                        "role",
                        "content",
                        "content_type",
                        "status",
                        "created_at",
                        "turn",
                        "model",
                        "usage",
                        "finish_reason",
                        "first_token_ms",
                        "duration_ms");
        assertThat(messages.path(1).path("id").asString()).isEqualTo(answer.header("X-Turn-Id"));
        assertThat(messages.path(1).path("role").asString()).isEqualTo("assistant");
        assertThat(messages.path(1).path("content_type").asString()).isEqualTo("text");
        assertThat(messages.path(1).path("status").asString()).isEqualTo("complete");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/messages?limit=0",
                "/messages?limit=501",
                "/messages?before=0",
                "/messages?before=x",
                "/messages?after=-1",
                "/messages?before=3&after=1"
            })
    void aWrongPageIsRefused(String query) throws Exception {
        WireAnswer answer = client.get(conversationOf(1) + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString())
                .contains(query.substring(query.indexOf('?') + 1, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "offset=-1"})
    void aWrongListIsRefused(String query) throws Exception {
        assertThat(client.get("/v1/conversations?" + query).status()).isEqualTo(400);
    }

    private static String conversationOf(int messages) throws InterruptedException {
        long id = create(client);
        for (int i = 0; i < messages; i++) {
            server.conversations()
                    .append(Account.OWNER_ID, id, NewMessage.text(Role.USER, "message " + i));
        }
        return "/v1/conversations/" + id;
    }

    private static long create(WireClient of) throws InterruptedException {
        return of.call("POST", "/v1/conversations", "").json().path("id").asLong();
    }

    private static String path(WireAnswer conversation) {
        return "/v1/conversations/" + conversation.json().path("id").asLong();
    }

    private static List<Long> ids(JsonNode page) {
        return page.path("conversations").values().stream()
                .map(conversation -> conversation.path("id").asLong())
                .toList();
    }

    private static List<Integer> sequences(JsonNode page) {
        return page.path("messages").values().stream()
                .map(message -> message.path("sequence").asInt())
                .toList();
    }
}
