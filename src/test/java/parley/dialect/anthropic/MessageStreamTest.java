package parley.dialect.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialect.RelayTest;
import parley.dialect.SseEvent;
import parley.dialect.SseReader;
import parley.dialect.WireAnswer;
import parley.testing.ReceivedRequest;
import parley.testing.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers as they grow, event by event as Anthropic sends them, from a provider that behaves as it
/// is told.
final class MessageStreamTest extends RelayTest {
    private static final String PATH = "/v1/messages";

    @Test
    void eventsHaveAnthropicsForm() throws Exception {
        provider.next(Reply.answer("Hel", "lo\n\"x\""));

        List<SseEvent> events = stream("");

        assertThat(events)
                .allMatch(event -> event.json().get("type").stringValue().equals(event.name()));
        assertThat(events)
                .extracting(SseEvent::name)
                .containsExactly(
                        "message_start",
                        "content_block_start",
                        "content_block_delta",
                        "content_block_delta",
                        "content_block_stop",
                        "message_delta",
                        "message_stop");
        JsonNode message = events.getFirst().json().get("message");
        assertThat(message.propertyNames())
                .containsExactly(
                        "id",
                        "type",
                        "role",
                        "model",
                        "content",
                        "stop_reason",
                        "stop_sequence",
                        "usage");
        assertThat(message.get("content")).isEmpty();
        assertThat(message.get("stop_reason").isNull()).isTrue();
        assertThat(events.get(1).data())
                .isEqualTo(
                        "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}");
        assertThat(events.get(2).data())
                .isEqualTo(
                        "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Hel\"}}");
        assertThat(events.get(3).json().at("/delta/text").stringValue()).isEqualTo("lo\n\"x\"");
        assertThat(events.get(4).data()).isEqualTo("{\"type\":\"content_block_stop\",\"index\":0}");
        assertThat(events.get(5).data())
                .isEqualTo(
                        "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},"
                                + "\"usage\":{\"input_tokens\":7,\"cache_creation_input_tokens\":0,\"cache_read_input_tokens\":0,\"output_tokens\":2}}");
    }

    @Test
    void thoughtsWordsAndToolCallsAreBlocksOfTheirOwn() throws Exception {
        provider.next(thoughtfulCalls());

        List<SseEvent> events = stream(", \"thinking\": {\"type\": \"adaptive\"}, " + TOOLS);

        assertThat(
                        events.stream()
                                .filter(event -> event.name().equals("content_block_start"))
                                .map(event -> event.json().at("/content_block/type").stringValue()))
                .containsExactly("thinking", "text", "tool_use", "tool_use");
        assertThat(
                        events.stream()
                                .filter(event -> event.name().equals("content_block_start"))
                                .map(event -> event.json().get("index").intValue()))
                .containsExactly(0, 1, 2, 3);
        assertThat(joined(events, "thinking_delta", "thinking")).isEqualTo("Hm.");
        assertThat(joined(events, "signature_delta", "signature")).startsWith("parley.");
        assertThat(joined(events, "input_json_delta", "partial_json")).isEqualTo("{\"x\":1}{}");
        assertThat(events.get(events.size() - 2).json().at("/delta/stop_reason").stringValue())
                .isEqualTo("tool_use");
    }

    @Test
    void thoughtsThatNobodyAskedForAreNotShown() throws Exception {
        provider.next(thoughtfulCalls());

        assertThat(stream(", " + TOOLS).toString()).doesNotContain("thinking");
    }

    @Test
    void aThoughtComesBackToWhoeverThoughtIt() throws Exception {
        String seal = ThinkingSeal.of("openai", java.util.Optional.of("s1"));

        assertThat(ThinkingSeal.open("Hm.", seal))
                .contains(
                        new parley.llm.Part.Reasoning(
                                "Hm.", "openai", java.util.Optional.of("s1")));
        assertThat(ThinkingSeal.open("Hm.", "EqQBCgIYAhIM1gbc")).isEmpty();
        assertThat(ThinkingSeal.open("Hm.", "parley.!")).isEmpty();
        assertThat(ThinkingSeal.open("Hm.", "parley.e30")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFailureBeforeTheFirstWordIsAnsweredWithItsStatus(boolean stream) throws Exception {
        for (Reply failure :
                List.of(Reply.status(500, "{}"), Reply.html(), Reply.status(400, "{}"))) {
            provider.next(failure);

            WireAnswer answer = client.post(PATH, body(stream, ""));

            assertThat(answer.status()).as(answer.text()).isIn(502, 503);
            assertThat(answer.json().get("type").stringValue()).isEqualTo("error");
            assertThat(answer.json().at("/error/type").stringValue())
                    .isIn("api_error", "overloaded_error");
        }
    }

    @Test
    void afterTheFirstWordAFailureIsTheLastEvent() throws Exception {
        for (Reply broken : List.of(Reply.close(), Reply.reset())) {
            provider.next(Reply.streamHead().then(Reply.tokens("Hel")).then(broken));

            List<SseEvent> events = stream("");

            assertThat(events.getLast().name()).isEqualTo("error");
            assertThat(events.getLast().json().at("/error/message").stringValue()).isNotBlank();
            assertThat(events).extracting(SseEvent::name).doesNotContain("message_stop");
        }
    }

    @Test
    void aSilentProviderIsHeardOfByPings() throws Exception {
        provider.next(
                Reply.streamHead()
                        .then(Reply.pause(Duration.ofSeconds(11)))
                        .then(Reply.tokens("a"))
                        .then(Reply.finish("stop"))
                        .then(Reply.done()));

        List<SseEvent> events = stream("");

        assertThat(events.getFirst().name()).isEqualTo("ping");
        assertThat(events.getFirst().data()).isEqualTo("{\"type\":\"ping\"}");
        assertThat(events.getLast().name()).isEqualTo("message_stop");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClientThatLeavesEndsTheProvidersCall(boolean stream) throws Exception {
        provider.next(Reply.hang());
        AtomicLong left = new AtomicLong();
        ReceivedRequest[] asked = new ReceivedRequest[1];

        askAndLeave(
                PATH,
                body(stream, ""),
                "",
                () -> {
                    asked[0] = nextRequest();
                    left.set(System.nanoTime());
                });

        assertThat(asked[0].awaitAbort(left.get())).isLessThan(SOON);
    }

    @Test
    void aClientThatLeavesItsStreamEndsTheProvidersCall() throws Exception {
        provider.next(Reply.streamHead().then(Reply.tokens("Hel")).then(Reply.hang()));
        AtomicLong left = new AtomicLong();

        askAndLeave(PATH, body(true, ""), "Hel", () -> left.set(System.nanoTime()));

        assertThat(provider.awaitRequest().awaitAbort(left.get())).isLessThan(SOON);
    }

    @Test
    void whatWasAskedReachesTheProvider() throws Exception {
        provider.next(Reply.answer("Yes."));

        client.post(
                PATH,
                """
                {"model": "openai/scripted", "max_tokens": 50, "temperature": 0.25, "top_p": 0.5,
                 "stop_sequences": ["END"], "system": "Be short.", %s,
                 "tool_choice": {"type": "tool", "name": "f", "disable_parallel_tool_use": true},
                 "messages": [{"role": "user", "content": "Hi"}]}
                """
                        .formatted(TOOLS));

        JsonNode sent = provider.awaitRequest().json();
        assertThat(sent.at("/messages/0/role").stringValue()).isIn("system", "developer");
        assertThat(sent.at("/messages/0/content").asString("")).isEqualTo("Be short.");
        assertThat(sent.get("temperature").doubleValue()).isEqualTo(0.25);
        assertThat(sent.get("stop").toString()).isEqualTo("[\"END\"]");
        assertThat(sent.at("/tools/0/function/name").stringValue()).isEqualTo("f");
        assertThat(sent.at("/tool_choice/function/name").stringValue()).isEqualTo("f");
    }

    private static final String TOOLS =
            "\"tools\": [{\"name\": \"f\", \"input_schema\": {\"type\": \"object\"}}, {\"name\": \"g\","
                    + " \"input_schema\": {\"type\": \"object\"}}]";

    private static Reply thoughtfulCalls() {
        return Reply.streamHead()
                .then(delta("{\"reasoning_content\":\"Hm.\"}"))
                .then(Reply.tokens("I", " call."))
                .then(
                        delta(
                                "{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"x\\\":\"}}]}"))
                .then(delta("{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"1}\"}}]}"))
                .then(
                        delta(
                                "{\"tool_calls\":[{\"index\":1,\"id\":\"b\",\"type\":\"function\",\"function\":{\"name\":\"g\",\"arguments\":\"{}\"}}]}"))
                .then(Reply.finish("tool_calls"))
                .then(Reply.done());
    }

    private static String joined(List<SseEvent> events, String type, String field) {
        StringBuilder text = new StringBuilder();
        for (SseEvent event : events) {
            JsonNode delta = JsonMapper.shared().readTree(event.data()).path("delta");
            if (delta.path("type").asString("").equals(type)) {
                text.append(delta.get(field).stringValue());
            }
        }
        return text.toString();
    }

    private List<SseEvent> stream(String more) throws InterruptedException {
        try (SseReader reader = client.open("POST", PATH, body(true, more))) {
            assertThat(reader.header("X-Model-Used")).isEqualTo("openai/scripted");
            assertThat(reader.header("request-id")).isNotBlank();
            return reader.rest();
        }
    }

    private static String body(boolean stream, String more) {
        return """
        {"model": "openai/scripted", "max_tokens": 500, "stream": %s,
         "messages": [{"role": "user", "content": "Hi"}]%s}
        """
                .formatted(stream, more);
    }
}
