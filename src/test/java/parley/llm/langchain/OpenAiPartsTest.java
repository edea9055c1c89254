package parley.llm.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.llm.ChatMessage;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelOptions;
import parley.llm.ModelRequest;
import parley.llm.OutputFormat;
import parley.llm.Part;
import parley.llm.RecordedEvents;
import parley.llm.ReportedUsage;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.ToolUse;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import tools.jackson.databind.JsonNode;

/// Everything beside text that goes to a server of OpenAI's API and comes back, in the forms that
/// different servers give it.
class OpenAiPartsTest {
    private final ScriptedProvider server = ScriptedProvider.start();
    private final OpenAiProvider provider =
            new OpenAiProvider(
                    new OpenAiSettings(true, "", server.baseUrl(), ""),
                    InstantSource.fixed(Instant.EPOCH));

    @AfterEach
    void stopServer() {
        server.close();
    }

    private static Reply chunks(String... chunks) {
        Reply all = Reply.streamHead();
        for (String chunk : chunks) {
            all = all.then(Reply.event(chunk));
        }
        return all.then(Reply.done());
    }

    private static String delta(String delta) {
        return "{\"choices\":[{\"index\":0,\"delta\":%s,\"finish_reason\":null}]}".formatted(delta);
    }

    private static String end(String reason) {
        return "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"%s\"}]}"
                .formatted(reason);
    }

    private RecordedEvents run(Reply reply, boolean streamed, ModelOptions options)
            throws InterruptedException {
        server.next(reply);
        RecordedEvents events = new RecordedEvents();
        provider.run(
                new ModelRequest(
                        "gpt-4o", List.of(new ChatMessage(Role.USER, "Hi")), "", options, streamed),
                events);
        return events;
    }

    private RecordedEvents run(Reply reply) throws InterruptedException {
        return run(reply, true, ModelOptions.DEFAULT);
    }

    private static List<Part.ToolCall> calls(RecordedEvents events) {
        List<Part.ToolCall> calls = new ArrayList<>();
        for (ModelEvent event : events.all()) {
            if (event instanceof ModelEvent.ToolCallDelta delta) {
                String before =
                        delta.index() < calls.size() ? calls.remove(delta.index()).arguments() : "";
                calls.add(new Part.ToolCall(delta.id(), delta.name(), before + delta.arguments()));
            }
        }
        return calls;
    }

    private static String reasoning(RecordedEvents events) {
        StringBuilder text = new StringBuilder();
        for (ModelEvent event : events.all()) {
            if (event instanceof ModelEvent.ReasoningDelta(String piece)) {
                text.append(piece);
            }
        }
        return text.toString();
    }

    @Test
    void callsComeInPieces() throws InterruptedException {
        RecordedEvents events =
                run(
                        chunks(
                                delta(
                                        """
                                        {"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"call_a","type":"function","function":{"name":"f","arguments":""}}]}\
                                        """),
                                delta(
                                        """
                                        {"tool_calls":[{"index":0,"function":{"arguments":"{\\"x\\":"}}]}\
                                        """),
                                delta(
                                        """
                                        {"tool_calls":[{"index":0,"function":{"arguments":"1}"}}]}\
                                        """),
                                delta(
                                        """
                                        {"tool_calls":[{"index":1,"id":"call_b","type":"function","function":{"name":"g","arguments":"{}"}}]}\
                                        """),
                                end("tool_calls")));

        assertThat(calls(events))
                .containsExactly(
                        new Part.ToolCall("call_a", "f", "{\"x\":1}"),
                        new Part.ToolCall("call_b", "g", "{}"));
        assertThat(events.end().reason()).isEqualTo(FinishReason.TOOL_CALLS);
    }

    @Test
    void callsWithoutIndexOrIdAreToldApart() throws InterruptedException {
        RecordedEvents events =
                run(
                        chunks(
                                delta(
                                        """
                                        {"tool_calls":[{"type":"function","function":{"name":"f","arguments":"{\\"x\\":1}"}}]}\
                                        """),
                                delta(
                                        """
                                        {"tool_calls":[{"type":"function","function":{"name":"f","arguments":{"x":2}}}]}\
                                        """),
                                end("stop")));

        assertThat(calls(events))
                .extracting(Part.ToolCall::arguments)
                .containsExactly("{\"x\":1}", "{\"x\":2}");
        assertThat(calls(events)).extracting(Part.ToolCall::id).doesNotHaveDuplicates();
        assertThat(events.end().reason()).isEqualTo(FinishReason.TOOL_CALLS);
    }

    @Test
    void callsThatAllHaveIndexZeroAreToldApartByTheirIds() throws InterruptedException {
        RecordedEvents events =
                run(
                        chunks(
                                delta(
                                        """
                                        {"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}}]}\
                                        """),
                                delta(
                                        """
                                        {"tool_calls":[{"index":0,"id":"b","function":{"name":"g","arguments":"{}"}}]}\
                                        """),
                                end("tool_calls")));

        assertThat(calls(events)).extracting(Part.ToolCall::name).containsExactly("f", "g");
    }

    private static String call(String index, String id, String name, String arguments) {
        return delta(
                """
                {"tool_calls":[{"index":%s,"id":%s,"function":{"name":%s,"arguments":%s}}]}\
                """
                        .formatted(index, id, name, arguments));
    }

    private static List<String> partsInOrder(RecordedEvents events) {
        List<String> parts = new ArrayList<>();
        for (ModelEvent event : events.all()) {
            String part =
                    switch (event) {
                        case ModelEvent.TextDelta(String text) -> text;
                        case ModelEvent.ToolCallDelta call -> call.id();
                        default -> "";
                    };
            if (!part.isEmpty() && (parts.isEmpty() || !parts.getLast().equals(part))) {
                parts.add(part);
            }
        }
        return parts;
    }

    @Test
    void callsWhosePiecesInterleaveComeOneAfterAnother() throws InterruptedException {
        RecordedEvents events =
                run(
                        chunks(
                                call("0", "\"a\"", "\"f\"", "\"{\\\"x\\\":\""),
                                call("1", "\"b\"", "\"g\"", "\"{\\\"y\\\":\\\"}\""),
                                call("2", "\"c\"", "\"h\"", "\"\""),
                                call("0", "null", "null", "\"1\""),
                                call("1", "null", "null", "\"2\""),
                                delta("{\"content\":\"Wait.\"}"),
                                call("0", "null", "null", "\"}\""),
                                call("2", "null", "null", "\"{}\""),
                                call("1", "null", "null", "\"\\\"}\""),
                                call("0", "null", "null", "\" \""),
                                end("tool_calls")));

        assertThat(calls(events))
                .containsExactly(
                        new Part.ToolCall("a", "f", "{\"x\":1}"),
                        new Part.ToolCall("b", "g", "{\"y\":\"}2\"}"),
                        new Part.ToolCall("c", "h", "{}"));
        assertThat(partsInOrder(events)).containsExactly("a", "b", "c", "Wait.");
    }

    @Test
    void whatWaitsForACallThatNeverEndsComesAtTheEnd() throws InterruptedException {
        RecordedEvents events =
                run(
                        chunks(
                                call("0", "\"a\"", "\"f\"", "\"\""),
                                call("1", "\"b\"", "\"g\"", "\"{}\""),
                                delta("{\"content\":\"So.\"}"),
                                end("tool_calls")));

        assertThat(calls(events))
                .containsExactly(
                        new Part.ToolCall("a", "f", ""), new Part.ToolCall("b", "g", "{}"));
        assertThat(partsInOrder(events)).containsExactly("a", "b", "So.");
    }

    @Test
    void argumentsThatAreNoObjectAreKeptAsTheyAre() throws InterruptedException {
        RecordedEvents events =
                run(
                        chunks(
                                call("0", "\"a\"", "\"f\"", "\"} x\""),
                                call("0", "null", "null", "\" {} y\""),
                                end("tool_calls")));

        assertThat(calls(events)).containsExactly(new Part.ToolCall("a", "f", "} x {} y"));
    }

    @Test
    void aCodePointCutBetweenPiecesOfACallIsNotMixedWithAnotherCall() throws InterruptedException {
        RecordedEvents events =
                run(
                        chunks(
                                call("0", "\"a\"", "\"f\"", "\"{\\\"x\\\":\\\"\\uD83D\""),
                                call("1", "\"b\"", "\"g\"", "\"{\\\"y\\\":1}\""),
                                call("0", "null", "null", "\"\\uDE00\\\"}\""),
                                end("tool_calls")));

        assertThat(calls(events))
                .extracting(Part.ToolCall::arguments)
                .containsExactly("{\"x\":\"\uD83D\uDE00\"}", "{\"y\":1}");
    }

    @Test
    void reasoningComesUnderAnyOfItsNames() throws InterruptedException {
        for (String field : List.of("reasoning_content", "reasoning")) {
            RecordedEvents events =
                    run(
                            chunks(
                                    delta("{\"%s\":\"Hm, \"}".formatted(field)),
                                    delta("{\"%s\":\"yes.\"}".formatted(field)),
                                    delta("{\"content\":\"Yes\"}"),
                                    end("stop")));
            assertThat(reasoning(events)).isEqualTo("Hm, yes.");
            assertThat(events.text()).isEqualTo("Yes");
        }
        RecordedEvents parts =
                run(
                        chunks(
                                delta(
                                        """
                                        {"content":[{"type":"thinking","thinking":[{"type":"text","text":"Hm."}]},{"type":"text","text":"Yes"}]}\
                                        """),
                                end("stop")));
        assertThat(reasoning(parts)).isEqualTo("Hm.");
        assertThat(parts.text()).isEqualTo("Yes");
    }

    @Test
    void aWholeAnswerHasAllOfIt() throws InterruptedException {
        RecordedEvents events =
                run(
                        Reply.json(
                                """
                                {"choices":[{"message":{"role":"assistant","content":"See:","reasoning_content":"Hm.",
                                 "tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}],
                                 "images":[{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]},
                                 "finish_reason":"tool_calls"}],
                                 "usage":{"prompt_tokens":9,"completion_tokens":4,
                                  "prompt_tokens_details":{"cached_tokens":5},
                                  "completion_tokens_details":{"reasoning_tokens":2}}}\
                                """),
                        false,
                        ModelOptions.DEFAULT);

        assertThat(reasoning(events)).isEqualTo("Hm.");
        assertThat(events.text()).isEqualTo("See:");
        assertThat(calls(events)).containsExactly(new Part.ToolCall("c", "f", "{}"));
        assertThat(events.all())
                .contains(
                        new ModelEvent.ImageMade(
                                new Part.Image("image/png", "AAAA", Optional.empty())),
                        new ModelEvent.UsageReported(
                                new ReportedUsage(
                                        OptionalLong.of(9),
                                        OptionalLong.of(4),
                                        OptionalLong.of(5),
                                        OptionalLong.of(2),
                                        true)));
    }

    @Test
    void countsBeforeTheEndAreNotTheWhole() throws InterruptedException {
        RecordedEvents events =
                run(
                        chunks(
                                "{\"choices\":[{\"delta\":{\"content\":\"a\"}}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":1}}",
                                "{\"choices\":[{\"delta\":{\"content\":\"b\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}"));

        List<Boolean> whole = new ArrayList<>();
        for (ModelEvent event : events.all()) {
            if (event instanceof ModelEvent.UsageReported(ReportedUsage usage)) {
                whole.add(usage.complete());
            }
        }
        assertThat(whole).containsExactly(false, true);
    }

    @Test
    void aRequestSaysEverything() throws InterruptedException {
        ModelOptions options =
                new ModelOptions(
                        new Sampling(
                                OptionalDouble.of(0.5),
                                OptionalDouble.of(0.9),
                                OptionalInt.of(50),
                                List.of("END"),
                                OptionalLong.of(7),
                                OptionalDouble.of(1),
                                OptionalDouble.of(-1)),
                        new ToolUse(
                                List.of(
                                        new ToolUse.Tool(
                                                "f", "Does it", "{\"type\":\"object\"}", true)),
                                new ToolUse.ToolChoice.Named("f"),
                                false),
                        new OutputFormat.JsonSchema("s", "{\"type\":\"object\"}", true),
                        Optional.of("low"));
        List<ChatMessage> messages =
                List.of(
                        new ChatMessage(Role.SYSTEM, "Be kind."),
                        new ChatMessage(
                                Role.USER,
                                List.of(
                                        new Part.Text("What is this?"),
                                        new Part.Image("image/png", "AAAA", Optional.of("low")))),
                        new ChatMessage(
                                Role.ASSISTANT,
                                List.of(
                                        new Part.Reasoning("Hm", "openai", Optional.empty()),
                                        new Part.ToolCall("c1", "f", "{\"a\":1}"))),
                        new ChatMessage(
                                Role.TOOL, List.of(new Part.ToolResult("c1", "f", "42", false))));
        server.next(Reply.answer("{}"));
        provider.run(new ModelRequest("gpt-4o", messages, "", options, true), new RecordedEvents());

        JsonNode sent = server.awaitRequest().json();
        assertThat(sent)
                .isEqualTo(
                        tools.jackson.databind.json.JsonMapper.shared()
                                .readTree(
                                        """
                                        {"model":"gpt-4o","messages":[
                                          {"role":"system","content":"Be kind."},
                                          {"role":"user","content":[{"type":"text","text":"What is this?"},
                                            {"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA","detail":"low"}}]},
                                          {"role":"assistant","content":null,"tool_calls":[
                                            {"id":"c1","type":"function","function":{"name":"f","arguments":"{\\"a\\":1}"}}]},
                                          {"role":"tool","tool_call_id":"c1","content":"42"}],
                                         "stream":true,"stream_options":{"include_usage":true},
                                         "temperature":0.5,"top_p":0.9,"max_tokens":50,"stop":["END"],"seed":7,
                                         "presence_penalty":1.0,"frequency_penalty":-1.0,
                                         "tools":[{"type":"function","function":{"name":"f","description":"Does it",
                                           "parameters":{"type":"object"},"strict":true}}],
                                         "tool_choice":{"type":"function","function":{"name":"f"}},
                                         "parallel_tool_calls":false,
                                         "response_format":{"type":"json_schema","json_schema":{"name":"s","strict":true,"schema":{"type":"object"}}},
                                         "reasoning_effort":"low"}\
                                        """));
    }
}
