package parley.dialect.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialect.RelayTest;
import parley.dialect.SseEvent;
import parley.dialect.SseReader;
import parley.testing.Reply;
import tools.jackson.databind.JsonNode;

/// Answers as they grow, chunk by chunk as OpenAI sends them.
final class ChatCompletionStreamTest extends RelayTest {
    private static final String PATH = "/v1/chat/completions";

    @ParameterizedTest
    @ValueSource(strings = {PATH, "/chat/completions"})
    void chunksHaveOpenAisForm(String path) throws Exception {
        provider.next(Reply.answer("Hel", "lo"));

        List<String> chunks = chunks(path, "");

        String head = head(chunks.getFirst());
        assertThat(head)
                .matches(
                        "\\{\"id\":\"chatcmpl-[0-9a-f]{32}\",\"object\":\"chat.completion.chunk\","
                                + "\"created\":[0-9]+,\"model\":\"openai/scripted\",\"system_fingerprint\":\"fp_[^\"]+\"");
        assertThat(chunks)
                .containsExactly(
                        head
                                + choice(
                                        "{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}",
                                        "null"),
                        head + choice("{\"content\":\"Hel\"}", "null"),
                        head + choice("{\"content\":\"lo\"}", "null"),
                        head + choice("{}", "\"stop\""),
                        "[DONE]");
    }

    @Test
    void theTokensComeLastIfTheyAreAskedFor() throws Exception {
        provider.next(Reply.answer("Hel", "lo"));

        List<String> chunks = chunks(PATH, ", \"stream_options\": {\"include_usage\": true}");

        assertThat(chunks.subList(0, 4)).allMatch(chunk -> chunk.endsWith(",\"usage\":null}"));
        assertThat(chunks.get(4))
                .contains(
                        "\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2,\"total_tokens\":9,");
        assertThat(chunks.get(5)).isEqualTo("[DONE]");
    }

    @Test
    void textThatNeedsEscapingArrivesAsItWas() throws Exception {
        String text = "a\"b\\c\nd\r\ne\tf\u0001g\u2028h\uD83D\uDE00 data: x\n\nevent: y";
        provider.next(Reply.answer(text));

        StringBuilder heard = new StringBuilder();
        for (SseEvent event : events("")) {
            if (!event.data().equals("[DONE]")) {
                heard.append(event.json().at("/choices/0/delta/content").asString(""));
            }
        }

        assertThat(heard).hasToString(text);
    }

    @Test
    void toolCallsComeInPieces() throws Exception {
        provider.next(
                Reply.streamHead()
                        .then(
                                delta(
                                        "{\"tool_calls\":[{\"index\":0,\"id\":\"call_a\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]}"))
                        .then(
                                delta(
                                        "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"x\\\":\"}}]}"))
                        .then(
                                delta(
                                        "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"1}\"}}]}"))
                        .then(
                                delta(
                                        "{\"tool_calls\":[{\"index\":1,\"id\":\"call_b\",\"type\":\"function\",\"function\":{\"name\":\"g\",\"arguments\":\"{}\"}}]}"))
                        .then(Reply.finish("tool_calls"))
                        .then(Reply.done()));

        List<SseEvent> events =
                events(
                        ", \"tools\": [{\"type\": \"function\", \"function\": {\"name\": \"f\"}},"
                                + " {\"type\": \"function\", \"function\": {\"name\": \"g\"}}]");

        StringBuilder first = new StringBuilder();
        List<JsonNode> calls =
                events.stream()
                        .filter(event -> event.data().contains("tool_calls\":["))
                        .map(event -> event.json().at("/choices/0/delta/tool_calls/0"))
                        .toList();
        assertThat(calls.getFirst().toString())
                .isEqualTo(
                        "{\"index\":0,\"id\":\"call_a\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}");
        for (JsonNode call : calls.subList(1, calls.size())) {
            if (call.get("index").intValue() == 0) {
                assertThat(call.has("id")).isFalse();
                first.append(call.at("/function/arguments").stringValue());
            }
        }
        assertThat(first).hasToString("{\"x\":1}");
        assertThat(calls.stream().filter(call -> call.get("index").intValue() == 1).findFirst())
                .get()
                .satisfies(call -> assertThat(call.get("id").stringValue()).isEqualTo("call_b"));
        assertThat(
                        events.get(events.size() - 2)
                                .json()
                                .at("/choices/0/finish_reason")
                                .stringValue())
                .isEqualTo("tool_calls");
    }

    @Test
    void whatTheModelThinksComesBesideTheAnswer() throws Exception {
        provider.next(
                Reply.streamHead()
                        .then(delta("{\"reasoning_content\":\"Hm.\"}"))
                        .then(Reply.tokens("Yes."))
                        .then(Reply.finish("stop"))
                        .then(Reply.done()));

        List<String> chunks = chunks(PATH, "");

        assertThat(chunks.get(1)).contains("\"delta\":{\"reasoning_content\":\"Hm.\"}");
        assertThat(chunks.get(2)).contains("\"delta\":{\"content\":\"Yes.\"}");
    }

    @Test
    void choicesAreToldApartByTheirIndex() throws Exception {
        provider.next(2, Reply.answer("Hel", "lo"));

        List<SseEvent> events = events(", \"n\": 2, \"stream_options\": {\"include_usage\": true}");

        for (int choice = 0; choice < 2; choice++) {
            int index = choice;
            List<JsonNode> mine =
                    events.subList(0, events.size() - 2).stream()
                            .map(event -> event.json().at("/choices/0"))
                            .filter(node -> node.get("index").intValue() == index)
                            .toList();
            assertThat(mine.getFirst().at("/delta/role").stringValue()).isEqualTo("assistant");
            assertThat(mine.get(1).at("/delta/content").stringValue()).isEqualTo("Hel");
            assertThat(mine.getLast().get("finish_reason").stringValue()).isEqualTo("stop");
        }
        assertThat(events.get(events.size() - 2).json().at("/usage/completion_tokens").intValue())
                .isEqualTo(4);
        assertThat(events.getLast().data()).isEqualTo("[DONE]");
    }

    @Test
    void aStoredAnswerIsStreamedInTheSameForm() throws Exception {
        provider.next(Reply.answer("Hel", "lo"));

        List<String> chunks =
                chunks(PATH, ", \"store\": true, \"stream_options\": {\"include_usage\": true}");

        assertThat(chunks.getFirst()).matches("\\{\"id\":\"chatcmpl-[0-9]{1,16}\",.*");
        assertThat(chunks.getFirst()).contains("\"delta\":{\"role\":\"assistant\"");
        assertThat(String.join("", chunks)).contains("\"finish_reason\":\"stop\"");
        assertThat(chunks.get(chunks.size() - 2)).contains("\"choices\":[],\"usage\":{");
        assertThat(chunks.getLast()).isEqualTo("[DONE]");
    }

    private List<SseEvent> events(String more) throws InterruptedException {
        return events(PATH, more);
    }

    private List<String> chunks(String path, String more) throws InterruptedException {
        return events(path, more).stream().map(SseEvent::data).toList();
    }

    private List<SseEvent> events(String path, String more) throws InterruptedException {
        try (SseReader reader =
                client.open(
                        "POST",
                        path,
                        "{\"model\": \"scripted\", \"stream\": true, \"messages\": [{\"role\":"
                                + " \"user\", \"content\": \"Hi\"}]%s}".formatted(more))) {
            assertThat(reader.header("X-Model-Used")).isEqualTo("openai/scripted");
            assertThat(reader.header("Cache-Control")).isEqualTo("no-cache, no-transform");
            assertThat(reader.header("X-Accel-Buffering")).isEqualTo("no");
            List<SseEvent> events = reader.rest();
            assertThat(events).allMatch(event -> event.name().isEmpty());
            return events;
        }
    }

    private static String head(String chunk) {
        return chunk.substring(0, chunk.indexOf(",\"choices\""));
    }

    private static String choice(String delta, String reason) {
        return ",\"choices\":[{\"index\":0,\"delta\":%s,\"logprobs\":null,\"finish_reason\":%s}]}"
                .formatted(delta, reason);
    }
}
