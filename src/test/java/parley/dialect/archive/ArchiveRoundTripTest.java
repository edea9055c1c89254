package parley.dialect.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.storage.TestPostgres;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What leaves one server as an archive comes to another with another database as it was.
final class ArchiveRoundTripTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long SEED = 20_261_121;

    @Test
    void conversationsOfEveryKindComeAsTheyWere() throws InterruptedException {
        List<ObjectNode> made = new RandomConversations(SEED).make(40);
        byte[] lines = lines(made);
        try (TestServer from = TestServer.start();
                WireClient there = client(from);
                TestServer to =
                        TestServer.start("database.url=" + TestPostgres.emptyDatabase().url());
                WireClient here = client(to)) {
            assertThat(tally(there.upload("/v1/import", "a.jsonl", lines), "conversations"))
                    .isEqualTo("40 new, 0 skipped, 0 failed");

            byte[] archive = there.bytes("/v1/export");
            WireAnswer first = here.upload("/v1/import", "a.zip", archive);
            WireAnswer second = here.upload("/v1/import", "a.zip", archive);

            assertThat(tally(first, "conversations")).isEqualTo("40 new, 0 skipped, 0 failed");
            assertThat(first.json().path("problems")).isEmpty();
            assertThat(tally(second, "conversations")).isEqualTo("0 new, 40 skipped, 0 failed");
            assertThat(exported(here)).isEqualTo(expected(made));
            assertThat(
                            tally(
                                    there.upload("/v1/import", "b.zip", here.bytes("/v1/export")),
                                    "conversations"))
                    .as("on its way back")
                    .isEqualTo("0 new, 40 skipped, 0 failed");
        }
    }

    @Test
    void promptsPicturesAndDataComeAlongAndConversationsStillKnowThem()
            throws InterruptedException {
        try (TestServer from = TestServer.start();
                WireClient there = client(from);
                TestServer to = TestServer.start();
                WireClient here = client(to)) {
            there.post(
                    "/api/chat/prompts",
                    "{\"title\": \"Terse\", \"content\": \"Say {a}\", \"metadata\": {\"b\": 1}}");
            there.upload(
                    "/api/csv-upload",
                    "sales.csv",
                    "date,sales\n2024-01-01,1\n2024-01-02,2\n".getBytes(StandardCharsets.UTF_8));
            there.post(
                    "/api/data-sources",
                    "{\"name\": \"P\", \"type\": \"postgresql\", \"connectionString\":"
                            + " \"postgresql://u:geheim@127.0.0.1:1/d\"}");
            there.post("/v1/turns", "{\"message\": \"draw a red boat\", \"stream\": false}");

            byte[] archive = there.bytes("/v1/export");
            WireAnswer report = here.upload("/v1/import", "a.zip", archive);

            assertThat(report.status()).as(report.text()).isEqualTo(200);
            assertThat(tally(report, "prompts")).isEqualTo("1 new, 0 skipped, 0 failed");
            assertThat(tally(report, "pictures")).isEqualTo("1 new, 0 skipped, 0 failed");
            assertThat(tally(report, "data_sources")).isEqualTo("1 new, 1 skipped, 0 failed");
            assertThat(report.json().path("problems").toString()).contains("register it here");
            assertThat(here.get("/api/chat/prompts?include_templates=false").text())
                    .contains("Terse", "Say {a}");
            ask(here);
            look(here);
            assertThat(tally(here.upload("/v1/import", "a.zip", archive), "pictures"))
                    .isEqualTo("0 new, 1 skipped, 0 failed");
        }
    }

    /// The conversation about the file asks the file that came.
    private static void ask(WireClient here) throws InterruptedException {
        JsonNode source = here.get("/api/data-sources").json().get(0);
        JsonNode conversation =
                here.get("/api/conversations")
                        .json()
                        .valueStream()
                        .filter(each -> each.path("title").asString("").contains("sales.csv"))
                        .findFirst()
                        .orElseThrow();
        assertThat(conversation.path("dataSourceId")).isEqualTo(source.path("id"));
        WireAnswer rows =
                here.post(
                        "/api/data-sources/%s/query".formatted(source.path("id")),
                        "{\"sql\": \"SELECT sum(sales) AS s FROM uploaded_data\"}");
        assertThat(rows.text()).contains("3");
    }

    /// The picture that the conversation shows is the one that came.
    private static void look(WireClient here) throws InterruptedException {
        String page = here.get("/v1/conversations?limit=100").text();
        long id =
                JSON.readTree(page)
                        .path("conversations")
                        .valueStream()
                        .filter(each -> each.path("title").asString("").contains("boat"))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asLong();
        String text = here.get("/v1/conversations/%d/messages".formatted(id)).text();
        String picture = text.replaceAll("(?s).*?(/v1/gallery/img_[0-9A-Za-z]+/file).*", "$1");
        assertThat(here.bytes(picture)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void anAccountGetsItsOwnThingsAndNobodyElses() throws InterruptedException {
        try (TestServer server = TestServer.start();
                WireClient owner = client(server);
                WireClient other =
                        new WireClient(server.url(), Optional.of(server.newToken("other")))) {
            owner.post("/v1/turns", "{\"message\": \"The owner's secret\", \"stream\": false}");
            other.post("/v1/turns", "{\"message\": \"The other's words\", \"stream\": false}");

            byte[] archive = other.bytes("/v1/export");
            WireAnswer report = owner.upload("/v1/import", "a.zip", archive);

            assertThat(tally(report, "conversations")).isEqualTo("1 new, 0 skipped, 0 failed");
            assertThat(owner.get("/v1/conversations").json().path("total").asInt()).isEqualTo(2);
            assertThat(other.get("/v1/conversations").json().path("total").asInt()).isEqualTo(1);
            assertThat(tally(other.upload("/v1/import", "a.zip", archive), "conversations"))
                    .isEqualTo("0 new, 1 skipped, 0 failed");
            assertThat(new String(archive, StandardCharsets.ISO_8859_1))
                    .doesNotContain(server.ownerToken());
        }
    }

    static WireClient client(TestServer server) {
        return new WireClient(server.url(), Optional.of(server.ownerToken()));
    }

    static String tally(WireAnswer answer, String kind) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode tally = answer.json().path("imported").path(kind);
        return "%s new, %s skipped, %s failed"
                .formatted(tally.path("new"), tally.path("skipped"), tally.path("failed"));
    }

    static byte[] lines(List<ObjectNode> nodes) {
        return nodes.stream()
                .map(JSON::writeValueAsString)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, JsonNode> expected(List<ObjectNode> made) {
        Map<String, JsonNode> byOrigin = new HashMap<>();
        for (ObjectNode node : made) {
            ObjectNode same = (ObjectNode) JSON.readTree(JSON.writeValueAsString(node));
            byOrigin.put(same.path("origin").asString(), withPlaces(same));
        }
        return byOrigin;
    }

    private static Map<String, JsonNode> exported(WireClient client) throws InterruptedException {
        Map<String, JsonNode> byOrigin = new HashMap<>();
        JsonNode page = client.get("/v1/conversations?limit=100").json();
        for (JsonNode conversation : page.path("conversations")) {
            ObjectNode whole =
                    (ObjectNode)
                            client.get(
                                            "/v1/conversations/%s/export?format=json"
                                                    .formatted(conversation.path("id")))
                                    .json();
            byOrigin.put(whole.path("origin").asString(), withPlaces(whole));
        }
        return byOrigin;
    }

    /// With places instead of ids, which are new everywhere.
    private static JsonNode withPlaces(ObjectNode conversation) {
        conversation.remove("id");
        Map<Long, Integer> places = new HashMap<>();
        for (JsonNode message : conversation.path("messages")) {
            places.put(message.path("id").asLong(), places.size());
            ((ObjectNode) message).remove("id");
            if (message.path("turn") instanceof ObjectNode turn) {
                if (turn.has("question_id")) {
                    turn.put("question_id", places.get(turn.path("question_id").asLong()));
                }
                for (JsonNode seen : turn.path("receipt").path("messages")) {
                    ((ObjectNode) seen).put("id", places.get(seen.path("id").asLong()));
                }
            }
        }
        return conversation;
    }
}
