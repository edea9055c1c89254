package parley.dialect.xmr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A model asks the data: under the same guard, with one more try, and its numbers are checked.
final class DataModelTest {
    private final ScriptedProvider provider = ScriptedProvider.start();
    private final TestServer server =
            TestServer.start(
                    "openai.base.url=" + provider.baseUrl(),
                    "openai.api.key=none",
                    "model.default=openai/scripted",
                    "chart.dpi=40");
    private final WireClient client =
            new WireClient(server.url(), Optional.of(server.ownerToken()));
    private long conversation;

    @BeforeEach
    void upload() throws InterruptedException {
        conversation =
                client.upload("/api/csv-upload", "sales.csv", SalesFile.bytes())
                        .json()
                        .path("conversation_id")
                        .asLong();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        provider.close();
    }

    private static Reply calls(String tool, String sql) {
        String arguments = JsonMapper.shared().createObjectNode().put("sql", sql).toString();
        String call =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("index", 0)
                        .put("id", "call_1")
                        .put("type", "function")
                        .set(
                                "function",
                                JsonMapper.shared()
                                        .createObjectNode()
                                        .put("name", tool)
                                        .put("arguments", arguments))
                        .toString();
        return Reply.streamHead()
                .then(
                        Reply.event(
                                """
                                {"id":"c","object":"chat.completion.chunk","created":1,"model":"scripted",\
                                "choices":[{"index":0,"delta":{"role":"assistant","tool_calls":[%s]},\
                                "finish_reason":null}]}\
                                """
                                        .formatted(call)))
                .then(Reply.finish("tool_calls"))
                .then(Reply.usage(20, 10))
                .then(Reply.done());
    }

    private JsonNode ask(String question) throws InterruptedException {
        WireAnswer answer = send(question);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private WireAnswer send(String question) throws InterruptedException {
        return client.post(
                "/api/chat",
                "{\"conversationId\":%d,\"role\":\"user\",\"content\":\"%s\",\"verify\":true}"
                        .formatted(conversation, question));
    }

    @Test
    void aModelGetsTheSchemaAndTheRowsAndItsAnswerCarriesThem() throws InterruptedException {
        provider.next(
                        calls(
                                "run_sql",
                                "SELECT region, SUM(sales) AS total FROM uploaded_data GROUP BY region ORDER BY region"))
                .next(
                        Reply.answer(
                                "North sold %d and South %d."
                                        .formatted(
                                                SalesFile.total("North"),
                                                SalesFile.total("South"))));

        JsonNode answer = ask("How much did each region sell?");

        assertThat(answer.path("content").asString())
                .contains("North sold " + SalesFile.total("North"))
                .doesNotContain("⚠");
        assertThat(answer.path("sqlQuery").asString()).contains("SUM(sales)");
        assertThat(answer.path("sqlResults").path(1).path("total").asLong())
                .isEqualTo(SalesFile.total("South"));
        String first = provider.requests().getFirst().json().toString();
        assertThat(first).contains("uploaded_data").contains("run_sql").contains("2024-01-01");
        assertThat(provider.requests().get(1).lastMessage())
                .contains(String.valueOf(SalesFile.total("North")));
    }

    @Test
    void numbersThatNoQueryBroughtAreNamed() throws InterruptedException {
        provider.next(calls("run_sql", "SELECT COUNT(*) AS n FROM uploaded_data"))
                .next(Reply.answer("There are 280 rows, 12,345 of them in May."));

        JsonNode answer = ask("How many rows?");

        assertThat(answer.path("content").asString()).contains("⚠").contains("12,345");
        assertThat(answer.path("analysis").path("unverified").toString()).isEqualTo("[\"12,345\"]");
    }

    @Test
    void anErrorGoesBackToTheModelOnce() throws InterruptedException {
        provider.next(calls("run_sql", "SELECT no_such FROM uploaded_data"))
                .next(calls("run_sql", "SELECT MAX(sales) AS most FROM uploaded_data"))
                .next(Reply.answer("The most is 164."));

        JsonNode answer = ask("What was the most?");

        assertThat(answer.path("content").asString()).contains("The most is 164.");
        assertThat(provider.requests().get(1).json().toString()).contains("no_such");
    }

    @Test
    void hostileSqlHasNoEffect() throws InterruptedException {
        provider.next(calls("run_sql", "COPY uploaded_data TO '/tmp/parley-stolen.csv'"))
                .next(calls("run_sql", "SELECT 1; DROP TABLE uploaded_data"));

        WireAnswer refused = send("Steal it.");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(Path.of("/tmp/parley-stolen.csv")).doesNotExist();
        provider.next(calls("run_sql", "SELECT COUNT(*) AS n FROM uploaded_data"))
                .next(Reply.answer("There are 280 rows."));
        assertThat(ask("How many rows?").path("sqlResults").toString()).isEqualTo("[{\"n\":280}]");
    }

    @Test
    void aSeriesThatAModelAsksForIsCharted() throws InterruptedException {
        provider.next(
                        calls(
                                "control_chart",
                                "SELECT date, SUM(sales) AS total FROM uploaded_data GROUP BY date ORDER BY date"))
                .next(Reply.answer("It moved up in May."));

        JsonNode answer = ask("Is it stable?");

        assertThat(
                        answer.path("chartData")
                                .path("analysis")
                                .path("verified")
                                .path("agrees")
                                .asBoolean())
                .as(answer.path("chartData").path("analysis").path("verified").toString())
                .isTrue();
        assertThat(answer.path("chartData").path("type").asString()).isEqualTo("xmr");
        assertThat(answer.path("chartData").path("data").size()).isEqualTo(SalesFile.DAYS);
        assertThat(provider.requests().get(1).lastMessage()).contains("not stable");
    }
}
