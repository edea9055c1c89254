package parley.dialect.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

/// Messages come with all that belongs to them, so that a page need not read Markdown.
class ShownAnswersTest {
    private static final int DAYS = 250;

    private static TestServer server;
    private static WireClient client;
    private static WireClient eve;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        client = new WireClient(server.url(), Optional.of(server.ownerToken()));
        eve = new WireClient(server.url(), Optional.of(server.newToken("eve")));
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        eve.close();
        server.close();
    }

    @Test
    void anAnswerFromDataBringsItsRowsAndItsChart() throws Exception {
        long conversation = upload();
        JsonNode end = ask(conversation, "Is sales stable?");
        JsonNode message = end.path("message");
        JsonNode data = message.path("data");

        assertThat(message.path("status").asString()).isEqualTo("complete");
        assertThat(message.path("content").asString()).contains("```sql").contains("![");
        assertThat(message.path("prose").asString())
                .isNotBlank()
                .doesNotContain("```")
                .doesNotContain("![");
        assertThat(data.path("sql").asString()).startsWith("SELECT");
        assertThat(data.path("columns").toString())
                .isEqualTo(
                        "[{\"name\":\"day\",\"type\":\"date\"},"
                                + "{\"name\":\"sales\",\"type\":\"number\"}]");
        assertThat(data.path("rows")).hasSize(200);
        assertThat(data.path("rows").path(0)).hasSize(2);
        assertThat(data.path("row_count").asInt()).isEqualTo(DAYS);
        assertThat(data.path("truncated").asBoolean(true)).isFalse();
        assertThat(data.path("chart").path("data")).hasSize(DAYS);
        assertThat(data.at("/chart/statistics/individualLimits/mean").isNumber()).isTrue();
        JsonNode shown = client.get(path(conversation) + "/messages").json().path("messages");
        assertThat(shown.path(1)).isEqualTo(message);
        assertThat(client.get(path(conversation) + "/messages/" + message.path("id")).json())
                .isEqualTo(message);
    }

    @Test
    void aChartIsDrawnAsItIsAskedFor() throws Exception {
        long conversation = upload();
        JsonNode chart =
                ask(conversation, "Is sales stable?").path("message").path("data").path("chart");

        WireAnswer svg = client.get(chart.path("svg_url").asString() + "&theme=dark");
        assertThat(svg.status()).isEqualTo(200);
        assertThat(svg.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(svg.header("Content-Security-Policy")).startsWith("sandbox;");
        assertThat(svg.text()).contains("<svg").doesNotContain("<script");
        for (String address : new String[] {"url", "png_url", "summary_png_url"}) {
            byte[] png = client.bytes(chart.path(address).asString());
            assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        }
        String url = chart.path("url").asString();
        assertThat(client.get(url + "?format=gif").status()).isEqualTo(400);
        assertThat(client.get(url + "?kind=other").status()).isEqualTo(400);
        assertThat(client.get(url + "?theme=pink").status()).isEqualTo(400);
        assertThat(eve.get(url).status()).isEqualTo(404);
    }

    @Test
    void whatAClientSaysOfItsMessageIsNoChart() throws Exception {
        long conversation = upload();
        WireAnswer sent =
                client.post(
                        "/api/chat",
                        """
                        {"conversationId": %d, "role": "assistant", "content": "x",
                         "chartData": {"type": "xmr", "data": [], "analysis": {"text": 5}}}
                        """
                                .formatted(conversation));
        assertThat(sent.status()).isEqualTo(200);
        JsonNode messages = client.get(path(conversation) + "/messages").json().path("messages");
        JsonNode last = messages.path(messages.size() - 1);

        assertThat(last.path("data").path("chart").isNull()).isTrue();
        assertThat(
                        client.get(
                                        path(conversation)
                                                + "/messages/%d/chart"
                                                        .formatted(last.path("id").asLong()))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void aPictureIsShownBesideItsAnswer() throws Exception {
        JsonNode message = ask(0, "draw a red circle on white").path("message");
        JsonNode image = message.path("images").path(0);

        assertThat(message.path("images")).hasSize(1);
        assertThat(message.path("prose").asString()).doesNotContain("![");
        assertThat(message.path("task").path("status").asString()).isEqualTo("COMPLETED");
        assertThat(image.path("url").asString())
                .isEqualTo("/v1/gallery/%s/file".formatted(image.path("id").asString()));
        assertThat(client.bytes(image.path("thumbnail_url").asString()))
                .startsWith(0x89, 'P', 'N', 'G');
        assertThat(image.path("width").asInt()).isPositive();

        JsonNode sent =
                ask(0, "Hello", "\"attachments\": [\"%s\"]".formatted(image.path("id").asString()))
                        .path("message");
        JsonNode question = client.get("/v1/turns/" + sent.path("id")).json().path("question_id");
        JsonNode messages =
                client.get(
                                path(
                                                client.get("/v1/turns/" + sent.path("id"))
                                                        .json()
                                                        .path("conversation_id")
                                                        .asLong())
                                        + "/messages/"
                                        + question)
                        .json();
        assertThat(messages.path("images").path(0).path("id")).isEqualTo(image.path("id"));
        client.delete("/v1/gallery/" + image.path("id").asString());
    }

    @Test
    void aPictureOfAnotherAccountCannotBeSent() throws Exception {
        JsonNode image = ask(0, "draw a blue square").path("message").path("images").path(0);
        String body =
                "{\"message\": \"x\", \"attachments\": [\"%s\"]}"
                        .formatted(image.path("id").asString());

        assertThat(eve.post("/v1/turns", body).status()).isEqualTo(404);
        String tooMany = "\"x\",".repeat(9).replaceAll(",$", "").replace("x", "img");
        assertThat(
                        client.post(
                                        "/v1/turns",
                                        "{\"message\": \"x\", \"attachments\": [%s]}"
                                                .formatted(tooMany))
                                .status())
                .isEqualTo(400);
    }

    private static long upload() throws InterruptedException {
        StringBuilder file = new StringBuilder("day,sales\n");
        for (int day = 0; day < DAYS; day++) {
            file.append(LocalDate.of(2025, 1, 1).plusDays(day))
                    .append(',')
                    .append(100 + day * 7 % 5)
                    .append('\n');
        }
        return client.upload(
                        "/api/csv-upload",
                        "sales.csv",
                        file.toString().getBytes(StandardCharsets.UTF_8))
                .json()
                .path("conversation_id")
                .asLong();
    }

    private static JsonNode ask(long conversation, String text) throws InterruptedException {
        return ask(conversation, text, "");
    }

    /// The last event of the answer.
    private static JsonNode ask(long conversation, String text, String more)
            throws InterruptedException {
        String body = "{\"message\": \"%s\"".formatted(text);
        body += conversation == 0 ? "" : ", \"conversation_id\": " + conversation;
        body += more.isEmpty() ? "}" : ", " + more + "}";
        try (var stream = client.open("POST", "/v1/turns", body)) {
            return TurnStream.read(stream).end().json();
        }
    }

    private static String path(long conversation) {
        return "/v1/conversations/" + conversation;
    }
}
