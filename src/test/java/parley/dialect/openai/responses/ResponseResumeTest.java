package parley.dialect.openai.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.dialect.SseEvent;
import parley.dialect.SseReader;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

/// Responses that are watched again, in the middle and after the end, before and after a restart.
final class ResponseResumeTest {
    private TestServer server;
    private WireClient client;

    @BeforeEach
    void start() {
        server = TestServer.start("builtin.faults=true");
        client = new WireClient(server.url(), Optional.empty());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void everyEventIsAPlaceToGoOnFrom() throws Exception {
        List<JsonNode> live =
                ResponseStreams.create(client, "{\"input\": \"/fault tricky\", \"stream\": true}");

        assertResumesEverywhere(live);
    }

    @Test
    void everyEventIsAPlaceToGoOnFromAfterARestart() throws Exception {
        List<JsonNode> live =
                ResponseStreams.create(client, "{\"input\": \"/fault tricky\", \"stream\": true}");

        restart();

        assertResumesEverywhere(live);
    }

    @Test
    void aToolCallSurvivesARestart() throws Exception {
        List<JsonNode> live =
                ResponseStreams.create(
                        client,
                        """
                        {"input": "What is the weather in Paris?", "stream": true, "tools": [
                          {"type": "function", "name": "get_weather",
                           "description": "Get the current weather in a given location",
                           "parameters": {"type": "object", "required": ["location"],
                             "properties": {"location": {"type": "string"}}}}]}
                        """);
        assertThat(ResponseStreams.types(live)).contains("response.function_call_arguments.done");

        restart();

        assertResumesEverywhere(live);
    }

    @Test
    void aNumberInsideAPieceBringsTheRestOfThePiece() throws Exception {
        List<JsonNode> live =
                ResponseStreams.create(client, "{\"input\": \"echo hello\", \"stream\": true}");
        String text = ResponseStreams.text(live);
        JsonNode last = ResponseStreams.ofType(live, "response.output_text.delta").getLast();
        assertThat(last.get("delta").stringValue().length()).isGreaterThan(1);

        List<JsonNode> rest =
                ResponseStreams.resume(client, id(live), ResponseStreams.number(last) - 1);

        assertThat(ResponseStreams.text(rest)).isEqualTo(text.substring(text.length() - 1));
    }

    @Test
    void aStreamThatDropsAgainAndAgainLosesNothing() throws Exception {
        StringBuilder text = new StringBuilder();
        long heard;
        String id;
        try (SseReader stream =
                client.open(
                        "POST",
                        "/v1/responses",
                        "{\"input\": \"/fault slow 10; tokens 60\", \"stream\": true}")) {
            JsonNode created = stream.take().json();
            id = created.at("/response/id").stringValue();
            heard = ResponseStreams.number(created);
        }
        int connections = 0;
        for (boolean ended = false; !ended; connections++) {
            String path = "/v1/responses/%s?stream=true&starting_after=%d".formatted(id, heard);
            try (SseReader stream = client.open("GET", path, "")) {
                // Takes seven events of each connection, then drops it.
                for (int i = 0; i < 7 && !ended; i++) {
                    SseEvent event = stream.take();
                    heard = ResponseStreams.number(event.json());
                    if (event.name().equals("response.output_text.delta")) {
                        text.append(event.json().get("delta").stringValue());
                    }
                    ended = event.name().equals("response.completed");
                }
            }
        }

        JsonNode whole = client.get("/v1/responses/" + id).json();
        assertThat(connections).isGreaterThan(5);
        assertThat(text).hasToString(ResponseStreams.outputText(whole));
    }

    @Test
    void whoHasHeardTheEndHearsNothingMore() throws Exception {
        List<JsonNode> live =
                ResponseStreams.create(client, "{\"input\": \"Hello\", \"stream\": true}");
        long end = ResponseStreams.number(live.getLast());

        String path = "/v1/responses/%s?stream=true&starting_after=%d".formatted(id(live), end);
        try (SseReader stream = client.open("GET", path, "")) {
            assertThat(stream.rest()).isEmpty();
        }
    }

    @Test
    void aResponseInTheBackgroundIsPolledUntilItHasEnded() throws Exception {
        JsonNode begun =
                post(
                        """
                        {"input": "/fault slow 20; tokens 20", "background": true}
                        """);
        String id = begun.get("id").stringValue();
        assertThat(begun.get("status").stringValue()).isIn("queued", "in_progress");
        assertThat(begun.get("background").booleanValue()).isTrue();
        assertThat(begun.get("usage").isNull()).isTrue();

        List<JsonNode> events = ResponseStreams.resume(client, id, -1);

        JsonNode ended = client.get("/v1/responses/" + id).json();
        assertThat(ended.get("status").stringValue()).isEqualTo("completed");
        assertThat(ended).isEqualTo(events.getLast().get("response"));
        assertThat(ResponseStreams.text(events)).isEqualTo(ResponseStreams.outputText(ended));
    }

    @Test
    void aCancelledResponseKeepsWhatItSaid() throws Exception {
        try (SseReader stream =
                client.open(
                        "POST",
                        "/v1/responses",
                        """
                        {"input": "/fault slow 50; tokens 2000", "background": true,
                         "stream": true}
                        """)) {
            String id = stream.take().json().at("/response/id").stringValue();
            awaitDelta(stream);

            JsonNode cancelled = client.call("POST", "/v1/responses/" + id + "/cancel", "").json();

            assertThat(cancelled.get("status").stringValue()).isEqualTo("cancelled");
            assertThat(ResponseStreams.outputText(cancelled)).isNotEmpty();
            assertThat(cancelled.at("/output/0/status").stringValue()).isEqualTo("incomplete");
            JsonNode last = last(stream);
            assertThat(ResponseStreams.type(last)).isEqualTo("response.incomplete");
            assertThat(last.get("response")).isEqualTo(cancelled);
            assertThat(client.get("/v1/responses/" + id).json()).isEqualTo(cancelled);
            assertThat(client.call("POST", "/v1/responses/" + id + "/cancel", "").json())
                    .isEqualTo(cancelled);
        }
    }

    @Test
    void aClientThatGoesAwayStopsNothing() throws Exception {
        String id;
        try (SseReader stream =
                client.open(
                        "POST",
                        "/v1/responses",
                        "{\"input\": \"/fault slow 10; tokens 30\", \"stream\": true}")) {
            id = stream.take().json().at("/response/id").stringValue();
            awaitDelta(stream);
        }

        List<JsonNode> all = ResponseStreams.resume(client, id, -1);

        assertThat(ResponseStreams.type(all.getLast())).isEqualTo("response.completed");
        assertThat(all.getLast().at("/response/usage/output_tokens").longValue()).isEqualTo(30);
    }

    @Test
    void aResponseThatARestartCutOffSaysSo() throws Exception {
        String id;
        try (SseReader stream =
                client.open(
                        "POST",
                        "/v1/responses",
                        "{\"input\": \"/fault slow 20; tokens 2000\", \"stream\": true}")) {
            id = stream.take().json().at("/response/id").stringValue();
            awaitDelta(stream);
            restart();
        }

        JsonNode response = client.get("/v1/responses/" + id).json();

        assertThat(response.get("status").stringValue()).isEqualTo("incomplete");
        assertThat(response.at("/incomplete_details/reason").stringValue())
                .isEqualTo("interrupted");
        assertThat(ResponseStreams.outputText(response)).isNotEmpty();
        List<JsonNode> replay = ResponseStreams.resume(client, id, -1);
        assertThat(ResponseStreams.type(replay.getLast())).isEqualTo("response.incomplete");
        assertThat(replay.getLast().get("response")).isEqualTo(response);
    }

    @Test
    void aFailureInTheMiddleIsToldInTheStream() throws Exception {
        List<JsonNode> events =
                ResponseStreams.create(
                        client,
                        "{\"input\": \"/fault error-after 3; tokens 9\", \"stream\": true}");

        JsonNode failed = events.getLast();
        assertThat(ResponseStreams.type(failed)).isEqualTo("response.failed");
        assertThat(failed.at("/response/status").stringValue()).isEqualTo("failed");
        assertThat(failed.at("/response/error/code").stringValue()).isEqualTo("server_error");
        assertThat(failed.at("/response/error/message").stringValue()).isNotBlank();
        assertThat(ResponseStreams.outputText(failed.get("response")))
                .isNotEmpty()
                .isEqualTo(ResponseStreams.text(events));
        String id = failed.at("/response/id").stringValue();
        assertThat(client.get("/v1/responses/" + id).json()).isEqualTo(failed.get("response"));
    }

    @Test
    void aFailureInTheMiddleOfAnAnswerThatIsNotKeptIsToldInTheStream() throws Exception {
        List<JsonNode> events =
                ResponseStreams.create(
                        client,
                        """
                        {"input": "/fault error-after 3; tokens 9", "stream": true,
                         "store": false}
                        """);

        JsonNode failed = events.getLast();
        assertThat(ResponseStreams.type(failed)).isEqualTo("response.failed");
        assertThat(ResponseStreams.outputText(failed.get("response")))
                .isNotEmpty()
                .isEqualTo(ResponseStreams.text(events));
    }

    @Test
    void theSecondOfTwoResponsesWaitsItsTurn() throws Exception {
        JsonNode first = post("{\"input\": \"/fault slow 50; tokens 2000\", \"background\": true}");
        String conversation = first.at("/conversation/id").stringValue();

        JsonNode second =
                post(
                        """
                        {"input": "Hello", "background": true, "conversation": "%s"}
                        """
                                .formatted(conversation));

        String id = second.get("id").stringValue();
        assertThat(second.get("status").stringValue()).isEqualTo("queued");
        assertThat(client.get("/v1/responses/" + id).json()).isEqualTo(second);
        String path = "/v1/responses/%s?stream=true".formatted(id);
        try (SseReader stream = client.open("GET", path, "")) {
            assertThat(stream.take().name()).isEqualTo("response.created");
            assertThat(stream.take().name()).isEqualTo("response.queued");
            client.call("POST", "/v1/responses/" + first.get("id").stringValue() + "/cancel", "");
            assertThat(ResponseStreams.type(last(stream))).isEqualTo("response.completed");
        }
    }

    private void assertResumesEverywhere(List<JsonNode> live) throws Exception {
        String id = id(live);
        String text = ResponseStreams.text(live);
        StringBuilder heard = new StringBuilder();
        List<Long> structure = structure(live);
        for (JsonNode event : live.subList(0, live.size() - 1)) {
            if (ResponseStreams.type(event).equals("response.output_text.delta")) {
                heard.append(event.get("delta").stringValue());
            }
            long after = ResponseStreams.number(event);
            List<JsonNode> rest = ResponseStreams.resume(client, id, after);
            assertThat(ResponseStreams.number(rest.getFirst())).isGreaterThan(after);
            assertThat(heard + ResponseStreams.text(rest)).isEqualTo(text);
            assertThat(structure(rest))
                    .isEqualTo(structure.stream().filter(number -> number > after).toList());
            assertThat(rest.getLast()).isEqualTo(live.getLast());
        }
    }

    /// The numbers of what is not cut into pieces.
    private static List<Long> structure(List<JsonNode> events) {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode event : events) {
            if (!ResponseStreams.type(event).endsWith(".delta")) {
                numbers.add(ResponseStreams.number(event));
            }
        }
        return numbers;
    }

    private void restart() throws InterruptedException {
        server.restart();
        client.close();
        client = new WireClient(server.url(), Optional.empty());
    }

    private JsonNode post(String json) throws InterruptedException {
        WireAnswer answer = client.post("/v1/responses", json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static void awaitDelta(SseReader stream) {
        String name = "";
        while (!name.equals("response.output_text.delta")) {
            name = stream.take().name();
        }
    }

    private static JsonNode last(SseReader stream) {
        return stream.rest().getLast().json();
    }

    private static String id(List<JsonNode> events) {
        return events.getFirst().at("/response/id").stringValue();
    }
}
