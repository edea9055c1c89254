package parley.dialect.xmr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file is uploaded and asked in plain words, without a model.
final class DataConversationTest {
    private static TestServer server;
    private static WireClient client;

    @BeforeAll
    static void start() {
        server = TestServer.start("chart.dpi=40");
        client = new WireClient(server.url(), Optional.of(server.ownerToken()));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static JsonNode upload() throws InterruptedException {
        WireAnswer answer = client.upload("/api/csv-upload", "sales.csv", SalesFile.bytes());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static long conversation() throws InterruptedException {
        return upload().path("conversation_id").asLong();
    }

    private static JsonNode ask(long conversation, String question, String... more)
            throws InterruptedException {
        String body =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("conversationId", conversation)
                        .put("role", "user")
                        .put("content", question)
                        .toString();
        WireAnswer answer = client.post("/api/chat" + String.join("", more), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void anUploadSaysWhatWasUnderstood() throws InterruptedException {
        JsonNode uploaded = upload();

        assertThat(uploaded.path("row_count").asInt()).isEqualTo(2 * SalesFile.DAYS);
        assertThat(uploaded.path("columns").toString())
                .isEqualTo("[\"date\",\"sales\",\"region\"]");
        assertThat(uploaded.path("originalName").asString()).isEqualTo("sales.csv");
        assertThat(uploaded.path("size").asInt()).isEqualTo(SalesFile.bytes().length);
        assertThat(uploaded.path("message").asString())
                .contains("280 rows with columns: date, sales, region");
        assertThat(uploaded.path("profile").path("columns").path(0).path("type").asString())
                .isEqualTo("date");
        assertThat(uploaded.path("suggestions").size()).isGreaterThan(2);
        long conversation = uploaded.path("conversation_id").asLong();
        assertThat(
                        client.get("/api/conversations/" + conversation)
                                .json()
                                .path("dataSourceId")
                                .asLong())
                .isEqualTo(uploaded.path("data_source_id").asLong());
    }

    @Test
    void anAnswerComesWithItsQueryAndItsRows() throws InterruptedException {
        JsonNode answer = ask(conversation(), "total sales by region");

        assertThat(answer.path("sqlResults").toString())
                .contains(String.valueOf(SalesFile.total("North")))
                .contains(String.valueOf(SalesFile.total("South")));
        assertThat(answer.path("sqlQuery").asString()).startsWith("SELECT").contains("\"region\"");
        assertThat(answer.path("content").asString())
                .contains("%,d".formatted(SalesFile.total("South")));
        assertThat(answer.path("chartData").path("type").asString()).isEqualTo("table");
        assertThat(answer.path("chartData").path("data")).isEqualTo(answer.path("sqlResults"));
    }

    @Test
    void aControlChartHasItsLimitsItsSignalsAndItsPictures() throws InterruptedException {
        long conversation = conversation();
        JsonNode answer = ask(conversation, "control chart of sales by week", "?verify=true");

        JsonNode chart = answer.path("chartData");
        assertThat(chart.path("type").asString()).isEqualTo("xmr");
        assertThat(chart.path("data").size()).isEqualTo(20);
        assertThat(chart.path("statistics").path("totalPoints").asInt()).isEqualTo(20);
        assertThat(chart.path("insights").path("processStable").asBoolean()).isFalse();
        assertThat(chart.path("insights").path("outOfControlPoints").size()).isPositive();
        assertThat(chart.path("insights").path("processCapability").isNull()).isTrue();
        assertThat(chart.path("analysis").path("verified").path("agrees").asBoolean())
                .as(chart.path("analysis").path("verified").toString())
                .isTrue();
        JsonNode picture = chart.path("images").path("main_chart");
        String filename = picture.path("filename").asString();
        assertThat(filename).startsWith("xmr_chart_").endsWith(".png");
        assertThat(picture.path("base64_data").asString()).startsWith("iVBORw0KGgo");
        assertThat(client.bytes("/api/charts/" + filename)).startsWith(0x89, 'P', 'N', 'G');
        JsonNode kept = client.get("/api/conversations/%d/messages".formatted(conversation)).json();
        assertThat(kept.path(1)).isEqualTo(answer);
    }

    @Test
    void aPictureThatWasCleanedUpIsDrawnAgain() throws Exception {
        JsonNode answer = ask(conversation(), "is sales by week stable");
        String filename =
                answer.path("chartData")
                        .path("images")
                        .path("main_chart")
                        .path("filename")
                        .asString();
        byte[] before = client.bytes("/api/charts/" + filename);
        Path file = server.home().resolve("charts").resolve(filename);
        Files.delete(file);

        assertThat(client.bytes("/api/charts/" + filename)).isEqualTo(before);
    }

    @Test
    void aPictureThatCannotBeKeptIsAnErrorAndTheChartStays() throws Exception {
        Path taken = Files.createTempFile("parley-no-folder", "");
        try (TestServer full = TestServer.start("chart.dpi=40", "chart.output.directory=" + taken);
                WireClient other = new WireClient(full.url(), Optional.of(full.ownerToken()))) {
            other.upload("/api/csv-upload", "sales.csv", SalesFile.bytes());

            JsonNode chart =
                    other.post(
                                    "/api/chat",
                                    """
                                    {"conversationId": 1, "role": "user",
                                     "content": "control chart of sales by week"}\
                                    """)
                            .json()
                            .path("chartData");

            JsonNode picture = chart.path("images").path("main_chart");
            assertThat(chart.path("data").size()).isEqualTo(20);
            assertThat(picture.path("type").asString()).isEqualTo("error");
            assertThat(picture.path("title").asString()).isEqualTo("Chart generation failed");
            assertThat(picture.path("error").asString()).contains("chart.output.directory");
            assertThat(picture.path("base64_data").isNull()).isTrue();
        } finally {
            Files.delete(taken);
        }
    }

    @Test
    void questionsGoOnFromTheOnesBefore() throws InterruptedException {
        long conversation = conversation();
        ask(conversation, "control chart of sales by week");
        assertThat(
                        ask(conversation, "use NHS rules")
                                .path("chartData")
                                .path("analysis")
                                .path("profile")
                                .asString())
                .isEqualTo("nhs");
        assertThat(
                        ask(conversation, "lock the limits on the first 10")
                                .path("chartData")
                                .path("analysis")
                                .path("baseline")
                                .toString())
                .isEqualTo("{\"from\":0,\"to\":9}");
        JsonNode split = ask(conversation, "split at 2024-05-01");
        assertThat(split.path("chartData").path("analysis").path("phases").size()).isEqualTo(2);
        JsonNode regions = ask(conversation, "total sales by region");
        JsonNode north = ask(conversation, "only North");
        assertThat(regions.path("sqlResults").size()).isEqualTo(2);
        assertThat(north.path("sqlResults").size()).isEqualTo(1);
        assertThat(north.path("sqlResults").toString())
                .contains(String.valueOf(SalesFile.total("North")));
    }

    @Test
    void whatIsNotAboutTheDataIsTalk() throws InterruptedException {
        JsonNode answer = ask(conversation(), "Hello!");

        assertThat(answer.path("sqlQuery").isNull()).isTrue();
        assertThat(answer.path("chartData").isNull()).isTrue();
        assertThat(answer.path("content").asString()).isNotBlank();
    }

    @Test
    void whatCannotBeAnsweredIsRefusedWithAReason() throws InterruptedException {
        JsonNode answer = ask(conversation(), "why did sales rise in May?");

        assertThat(answer.path("content").asString()).contains("not why").contains("You can ask");
        assertThat(answer.path("analysis").path("suggestions").size()).isPositive();
    }

    @Test
    void otherContractsSeeThePictureAndTheQuery() throws InterruptedException {
        long conversation = conversation();
        WireAnswer answer =
                client.post(
                        "/v1/turns",
                        "{\"conversation_id\": %d, \"message\": \"total sales by region\", \"stream\": false}"
                                .formatted(conversation));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).contains("```sql").contains("North");
    }

    @Test
    void deletingTheSourceLeavesTheConversation() throws InterruptedException {
        JsonNode uploaded = upload();
        long conversation = uploaded.path("conversation_id").asLong();
        long source = uploaded.path("data_source_id").asLong();

        WireAnswer deleted = client.delete("/api/data-sources/" + source);

        assertThat(deleted.text())
                .isEqualTo("{\"message\":\"Data source deleted\",\"id\":%d}".formatted(source));
        assertThat(client.delete("/api/data-sources/" + source).status()).isEqualTo(404);
        assertThat(
                        client.get("/api/conversations/" + conversation)
                                .json()
                                .path("dataSourceId")
                                .isNull())
                .isTrue();
        assertThat(ask(conversation, "total sales by region").path("sqlQuery").isNull()).isTrue();
    }

    @Test
    void whatBelongsToOthersIsNotThere() throws InterruptedException {
        JsonNode uploaded = upload();
        long conversation = uploaded.path("conversation_id").asLong();
        String filename =
                ask(conversation, "is sales by week stable")
                        .path("chartData")
                        .path("images")
                        .path("main_chart")
                        .path("filename")
                        .asString();
        String source = "/api/data-sources/" + uploaded.path("data_source_id").asLong();
        try (WireClient other =
                new WireClient(server.url(), Optional.of(server.newToken("other")))) {
            assertThat(other.get("/api/charts/" + filename).status()).isEqualTo(404);
            assertThat(other.get(source).status()).isEqualTo(404);
            assertThat(other.delete(source).status()).isEqualTo(404);
            assertThat(other.post(source + "/query", "{\"sql\":\"SELECT 1\"}").status())
                    .isEqualTo(404);
            assertThat(other.get("/api/data-sources").text()).isEqualTo("[]");
            assertThat(
                            other.post(
                                            "/api/conversations",
                                            "{\"dataSourceId\": %d}"
                                                    .formatted(
                                                            uploaded.path("data_source_id")
                                                                    .asLong()))
                                    .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aQueryOfOnesOwnPassesTheSameGuard() throws InterruptedException {
        String path = "/api/data-sources/%d".formatted(upload().path("data_source_id").asLong());

        WireAnswer rows =
                client.post(
                        path + "/query", "{\"sql\":\"SELECT COUNT(*) AS n FROM uploaded_data\"}");
        WireAnswer hostile =
                client.post(
                        path + "/query", "{\"sql\":\"SELECT * FROM read_text('/etc/passwd')\"}");
        WireAnswer writing = client.post(path + "/query", "{\"sql\":\"DROP TABLE uploaded_data\"}");

        assertThat(rows.json().path("sqlResults").toString()).isEqualTo("[{\"n\":280}]");
        WireAnswer file =
                client.post(
                        path + "/query",
                        "{\"sql\":\"SELECT region, '=1+1' AS formula FROM uploaded_data LIMIT 1\"}",
                        "Accept",
                        "text/csv");
        assertThat(file.text()).isEqualTo("region,formula\r\nNorth,'=1+1\r\n");
        assertThat(hostile.status()).isEqualTo(400);
        assertThat(writing.status()).isEqualTo(400);
        assertThat(client.get(path + "/queries").json().path(3).path("outcome").asString())
                .isEqualTo("ok");
    }

    @Test
    void filesThatAreNoTablesAreRefused() throws InterruptedException {
        for (String content : List.of("", "one\n1\n2\n", "a,b\n", "%PDF-1.7 x")) {
            WireAnswer answer =
                    client.upload(
                            "/api/csv-upload", "bad.csv", content.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as(content + answer.text()).isEqualTo(400);
            assertThat(answer.json().path("detail").asString()).isNotBlank();
        }
    }

    @Test
    void theAverageOfSlopedValuesIsTheirs() throws InterruptedException {
        StringJoiner points = new StringJoiner(",");
        for (int i = 0; i < 12; i++) {
            points.add("{\"x\":\"%d\",\"y\":%d}".formatted(i, 10 * i + i % 2));
        }
        JsonNode chart =
                client.post(
                                "/api/xmr/chart",
                                "{\"data\":[%s],\"slope\":\"half-averages\"}".formatted(points))
                        .json();
        assertThat(chart.path("insights").path("averageValue").asDouble()).isEqualTo(55.5);
    }

    @Test
    void pointsOfOnesOwnAreChartedWithAnyOptions() throws InterruptedException {
        String points =
                "\"data\":[{\"x\":\"a\",\"y\":1},{\"x\":\"b\",\"y\":2},{\"x\":\"c\",\"y\":3},{\"x\":\"d\",\"y\":null},{\"x\":\"e\",\"y\":4}]";

        JsonNode chart =
                client.post("/api/xmr/chart", "{%s,\"rules\":\"nhs\"}".formatted(points)).json();
        WireAnswer drawing =
                client.post(
                        "/api/xmr/chart",
                        "{%s,\"picture\":\"main\",\"format\":\"svg\",\"theme\":\"dark\"}"
                                .formatted(points));

        assertThat(chart.path("statistics").path("individualLimits").path("mean").asDouble())
                .isEqualTo(2.5);
        assertThat(chart.path("analysis").path("missing").asInt()).isEqualTo(1);
        assertThat(drawing.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(drawing.text()).contains("<svg");
        assertThat(client.post("/api/xmr/chart", "{\"data\":[]}").status()).isEqualTo(400);
        assertThat(
                        client.post("/api/xmr/chart", "{%s,\"rules\":\"mine\"}".formatted(points))
                                .text())
                .contains("mine")
                .contains("wheeler");
    }

    @Test
    void theServerProvesThePublishedCases() throws InterruptedException {
        JsonNode report = client.get("/api/xmr/conformance").json();

        assertThat(report.path("passed").asBoolean()).as(report.toString()).isTrue();
        assertThat(report.path("checks").asInt()).isGreaterThan(50);
    }
}
