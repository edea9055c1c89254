package parley.bench.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.bench.load.Call;
import parley.bench.load.LoadClient;
import parley.bench.load.LoadPlan;
import parley.bench.load.LoadReport;
import parley.bench.load.Reply;
import parley.bench.load.RequestBytes;
import parley.bench.load.Requests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SuppressWarnings("NullAway.Init")
final class ScriptedUpstreamTest {
    private ScriptedUpstream upstream;

    @BeforeEach
    void start() throws IOException {
        upstream = ScriptedUpstream.start();
    }

    @AfterEach
    void stop() {
        upstream.close();
    }

    @Test
    void itsModelsAreListed() throws IOException {
        JsonNode models = json(Call.send(upstream.address(), get("/v1/models"))).path("data");
        assertThat(models.valueStream().map(model -> model.path("id").asString()))
                .containsExactly("bench", "bench-wait-20");
    }

    @Test
    void anAnswerHasSixtyFourTokens() throws IOException {
        JsonNode answer = json(ask("{\"model\": \"bench\", \"stream\": false}"));
        assertThat(answer.at("/choices/0/message/content").asString().split(" ", -1)).hasSize(64);
        assertThat(answer.at("/choices/0/finish_reason").asString()).isEqualTo("stop");
        assertThat(answer.at("/usage/completion_tokens").asInt()).isEqualTo(64);
    }

    @Test
    void aStreamSaysTheSameAsTheAnswer() throws IOException {
        List<JsonNode> events = events("{\"model\":\"bench\",\"stream\":true}");
        String text =
                String.join(
                        "",
                        events.stream()
                                .map(event -> event.at("/choices/0/delta/content").asString(""))
                                .toList());
        assertThat(text.strip())
                .isEqualTo(
                        json(ask("{\"model\":\"bench\"}"))
                                .at("/choices/0/message/content")
                                .asString());
        assertThat(events.getFirst().at("/choices/0/delta/role").asString()).isEqualTo("assistant");
        assertThat(events.get(64).at("/choices/0/finish_reason").asString()).isEqualTo("stop");
        assertThat(events.getLast().at("/usage/completion_tokens").asInt()).isEqualTo(64);
    }

    @Test
    void aPacedStreamHasAsManyTokensAsAskedFor() throws IOException {
        assertThat(events("{\"model\":\"bench-pace-1-7\",\"stream\":true}")).hasSize(7 + 2);
    }

    @Test
    void aPaceIsKept() throws InterruptedException, IOException {
        byte[] request = post("{\"model\":\"bench-pace-20-10\",\"stream\":true}");
        try (LoadClient client = new LoadClient()) {
            LoadReport report =
                    client.run(LoadPlan.times(1, upstream.address(), 1, Requests.always(request)));
            // Twelve intervals cannot pass in less than their time; how much more is the machine's.
            assertThat(report.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(12 * 20));
        }
    }

    @Test
    void whatIsNotThereIsA404() throws IOException {
        assertThat(Call.send(upstream.address(), get("/v2")).status()).isEqualTo(404);
        assertThat(ask("{\"model\":\"another\"}").status()).isEqualTo(404);
    }

    @Test
    void aClientThatGoesAwayDisturbsNobody() throws Exception {
        byte[] endless = post("{\"model\":\"bench-pace-1-9999\",\"stream\":true}");
        try (LoadClient client = new LoadClient()) {
            LoadPlan impatient =
                    LoadPlan.times(5, upstream.address(), 5, Requests.always(endless))
                            .paced(Duration.ofMillis(1), Duration.ofMillis(50));
            assertThat(client.run(impatient).failed()).isEqualTo(5);
        }
        assertThat(ask("{\"model\":\"bench\"}").isGood()).isTrue();
    }

    private List<JsonNode> events(String request) throws IOException {
        List<String> data =
                ask(request)
                        .text()
                        .lines()
                        .filter(line -> line.startsWith("data: "))
                        .map(line -> line.substring(6))
                        .toList();
        assertThat(data.getLast()).isEqualTo("[DONE]");
        return IntStream.range(0, data.size() - 1)
                .mapToObj(index -> JsonMapper.shared().readTree(data.get(index)))
                .toList();
    }

    private Reply ask(String json) throws IOException {
        return Call.send(upstream.address(), post(json));
    }

    private static JsonNode json(Reply reply) {
        assertThat(reply.isGood()).isTrue();
        return JsonMapper.shared().readTree(reply.text());
    }

    private static byte[] get(String path) {
        return RequestBytes.get(path, Optional.empty());
    }

    private static byte[] post(String json) {
        return RequestBytes.postJson("/v1/chat/completions", Optional.of("a-token"), json);
    }
}
