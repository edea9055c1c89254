package parley.dialect.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.conversation.NewConversation;
import parley.conversation.NewMessage;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.llm.Role;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

/// Conversations are pinned, searched, and given data.
class ConversationSearchTest {
    private static TestServer server;
    private static int accounts;

    private WireClient client;
    private long account;

    @BeforeAll
    static void start() {
        server = TestServer.start("builtin.faults=true");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void newAccount() throws Exception {
        client = newClient();
        account = client.get("/v1/me").json().path("account_id").asLong();
    }

    @AfterEach
    void close() {
        client.close();
    }

    private static WireClient newClient() {
        accounts++;
        return new WireClient(server.url(), Optional.of(server.newToken("searcher-" + accounts)));
    }

    @Test
    void pinnedOnesComeFirst() throws Exception {
        long first = make("first");
        long second = make("second");
        long third = make("third");

        JsonNode changed = patch(first, "{\"pinned\": true}").json();

        assertThat(changed.path("pinned").asBoolean()).isTrue();
        assertThat(ids(client.get("/v1/conversations").json()))
                .containsExactly(first, third, second);
        assertThat(ids(client.get("/v1/conversations?limit=2&offset=1").json()))
                .containsExactly(third, second);
        patch(first, "{\"pinned\": false}");
        assertThat(ids(client.get("/v1/conversations").json()))
                .containsExactly(third, second, first);
    }

    @Test
    void wordsAreFoundInTitlesAndInMessagesAndShownInTheirPlace() throws Exception {
        long titled = make("Zürich im Winter");
        long said = make("Reisen");
        String before = "Nothing of interest stands in this part. ".repeat(5);
        append(said, Role.USER, "Hallo");
        long found = append(said, Role.ASSISTANT, before + "\nIn ZÜRICH ist Winter 😀.");

        JsonNode page = search("winter zurich");

        assertThat(page.path("total").asInt()).isEqualTo(2);
        assertThat(ids(page)).containsExactlyInAnyOrder(titled, said);
        for (JsonNode conversation : page.path("conversations")) {
            JsonNode match = conversation.path("match");
            boolean inTitle = conversation.path("id").asLong() == titled;
            assertThat(match.path("place").asString()).isEqualTo(inTitle ? "title" : "message");
            assertThat(match.path("message_id").asLong(0)).isEqualTo(inTitle ? 0 : found);
            String snippet = match.path("snippet").asString();
            assertThat(snippet).hasSizeLessThan(210);
            assertThat(match.path("ranges").values())
                    .extracting(range ->
                            snippet.substring(range.path(0).asInt(), range.path(1).asInt()))
                    .containsExactlyElementsOf(
                            inTitle ? List.of("Zürich", "Winter") : List.of("ZÜRICH", "Winter"));
        }
    }

    @Test
    void messagesAreShownInPlainWordsWithTheHitsMarked() throws Exception {
        long id = make("Travels");
        append(
                id,
                Role.ASSISTANT,
                "## Where to go\n\n- **Zürich** in [winter](https://example.com)");

        JsonNode match = search("zurich winter").path("conversations").path(0).path("match");

        assertThat(match.path("snippet").asString()).isEqualTo("Where to go Zürich in winter");
        assertThat(match.path("ranges").toString()).isEqualTo("[[12,18],[22,28]]");
        JsonNode hidden = search("example.com").path("conversations").path(0).path("match");
        assertThat(hidden.path("snippet").asString()).contains("(https://example.com)");
        assertThat(hidden.path("ranges").size()).isEqualTo(1);
    }

    @Test
    void whatIsSpecialToDatabasesIsOrdinaryText() throws Exception {
        long id = make("100% of a_b\\c 'quoted'");

        for (String words : List.of("100%", "a_b\\c", "'quoted'", "% _ \\")) {
            assertThat(ids(search(words))).as(words).containsExactly(id);
        }
        for (String words : List.of("a%b", "axb", "1_0", "\" OR 1=1")) {
            assertThat(ids(search(words))).as(words).isEmpty();
        }
    }

    @Test
    void othersAreNotSearched() throws Exception {
        make("a secret plan");
        try (WireClient eve = newClient()) {
            JsonNode page = eve.get("/v1/conversations?q=secret").json();

            assertThat(page.path("total").asInt()).isZero();
            assertThat(page.path("conversations")).isEmpty();
        }
        assertThat(search("secret").path("total").asInt()).isEqualTo(1);
    }

    @Test
    void aSearchMayBeOnlySoLong() throws Exception {
        assertThat(client.get("/v1/conversations?q=" + "a".repeat(501)).status()).isEqualTo(400);
        assertThat(
                        client.get("/v1/conversations?q=" + numbers(21))
                                .json()
                                .path("detail")
                                .asString())
                .isEqualTo("The parameter \"q\" has 21 words; at most 20 are allowed.");
        assertThat(client.get("/v1/conversations?q=" + numbers(20)).status()).isEqualTo(200);
        assertThat(client.get("/v1/conversations?q=%20").json().has("total")).isTrue();
    }

    @Test
    void onlyTheAccountsOwnDataCanBeAskedInIt() throws Exception {
        long id = make("data");
        long source = upload(client);
        try (WireClient eve = newClient()) {
            long foreign = upload(eve);

            assertThat(patch(id, "{\"data_source_id\": %d}".formatted(foreign)).text())
                    .isEqualTo("{\"detail\":\"There is no data source %d.\"}".formatted(foreign));
        }
        WireAnswer unknown = patch(id, "{\"title\": \"new\", \"data_source_id\": 99999}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(show(id).path("title").asString()).isEqualTo("data");

        patch(id, "{\"data_source_id\": %d}".formatted(source));
        assertThat(show(id).path("data_source_id").asLong()).isEqualTo(source);
        patch(id, "{\"title\": \"kept\"}");
        assertThat(show(id).path("data_source_id").asLong()).isEqualTo(source);
        patch(id, "{\"data_source_id\": null}");
        assertThat(show(id).path("data_source_id").isNull()).isTrue();
    }

    @Test
    void aTurnThatIsBeingWrittenIsNamed() throws Exception {
        long id = make("slow");
        String ask = "{\"conversation_id\": %d, \"message\": \"/fault silence\"}".formatted(id);
        try (var stream = client.open("POST", "/v1/turns", ask)) {
            long turn = stream.next().orElseThrow().json().path("turn_id").asLong();

            assertThat(show(id).path("running_turn_id").asLong()).isEqualTo(turn);
            assertThat(show(id).path("message_count").asLong()).isEqualTo(2);
            client.call("POST", "/v1/turns/%d/stop".formatted(turn), "");
        }
        assertThat(show(id).path("running_turn_id").isNull()).isTrue();
    }

    private static String numbers(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append('w').append(i).append('+');
        }
        return words.toString();
    }

    private static long upload(WireClient who) throws InterruptedException {
        byte[] file = "day,sales\n2026-01-01,1\n2026-01-02,2\n".getBytes(StandardCharsets.UTF_8);
        return who.upload("/api/csv-upload", "a.csv", file).json().path("data_source_id").asLong();
    }

    private long make(String title) {
        return server.conversations().create(NewConversation.of(account).withTitle(title)).id();
    }

    private long append(long id, Role role, String text) {
        return server.conversations().append(account, id, NewMessage.text(role, text)).id();
    }

    private WireAnswer patch(long id, String change) throws InterruptedException {
        return client.patch("/v1/conversations/" + id, change);
    }

    private JsonNode show(long id) throws InterruptedException {
        return client.get("/v1/conversations/" + id).json();
    }

    private JsonNode search(String words) throws InterruptedException {
        return client.get("/v1/conversations?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .json();
    }

    private static List<Long> ids(JsonNode page) {
        return page.path("conversations").values().stream()
                .map(conversation -> conversation.path("id").asLong())
                .toList();
    }
}
