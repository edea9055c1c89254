package parley.llm.langchain.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.llm.ChatMessage;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelOptions;
import parley.llm.ModelProvider;
import parley.llm.ModelProviderContract;
import parley.llm.ModelRequest;
import parley.llm.OutputFormat;
import parley.llm.RecordedEvents;
import parley.llm.ReportedUsage;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.ToolUse;
import parley.testing.ProviderWire;
import parley.testing.ReceivedRequest;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import parley.testing.anthropic.AnthropicReply;

class AnthropicProviderTest extends ModelProviderContract {
    private static final String KEY = "sk-ant-canary-000111222333";

    private final ScriptedProvider server =
            ScriptedProvider.start()
                    .otherwise(AnthropicReply.answer("Hello", " there", "."))
                    .when("be silent"::equals, Reply.hang())
                    .when(
                            "stall"::equals,
                            AnthropicReply.begun("Once", " upon").then(Reply.hang()));
    private final AnthropicProvider provider =
            new AnthropicProvider(
                    new AnthropicSettings(true, KEY, server.baseUrl(), ""),
                    InstantSource.fixed(Instant.EPOCH));

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Override
    protected ModelProvider provider() {
        return provider;
    }

    @Override
    protected ModelRequest answered(boolean streamed) {
        return request("say hello", streamed);
    }

    @Override
    protected ModelRequest silent(boolean streamed) {
        return request("be silent", streamed);
    }

    @Override
    protected ModelRequest stalling() {
        return request("stall", true);
    }

    @Override
    protected void awaitArrival() throws InterruptedException {
        server.awaitRequest();
    }

    @Override
    protected Duration awaitAbort(long sinceNanos) throws InterruptedException {
        return server.requests().getLast().awaitAbort(sinceNanos);
    }

    @Override
    protected int attempts() {
        return server.requests().size();
    }

    static ModelRequest request(String text, boolean streamed) {
        return new ModelRequest(
                "claude-sonnet-4-5",
                List.of(new ChatMessage(Role.USER, text)),
                "",
                Sampling.DEFAULT,
                streamed);
    }

    private RecordedEvents run(ModelRequest request) throws InterruptedException {
        RecordedEvents events = new RecordedEvents();
        provider.run(request, events);
        return events;
    }

    private static Reply recorded(boolean streamed) {
        return streamed
                ? AnthropicReply.recordedStream("thinking-and-tool.sse")
                : Reply.json(AnthropicReply.recorded("thinking-and-tool.json"));
    }

    @Test
    void theRequestCarriesKeyAndVersion() throws InterruptedException {
        run(request("Hi", true));

        ReceivedRequest received = server.awaitRequest();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.path()).isEqualTo("/v1/messages");
        assertThat(received.headers())
                .containsEntry("x-api-key", KEY)
                .containsEntry("anthropic-version", "2023-06-01")
                .containsEntry("content-type", "application/json")
                .doesNotContainKey("authorization");
    }

    @Test
    void aStreamIsPassedOnPieceByPiece() throws InterruptedException {
        server.next(recorded(true));

        assertThat(run(request("Hi", true)).all())
                .containsExactly(
                        used(872, 2, false),
                        new ModelEvent.ReasoningDelta("The user wants the weather"),
                        new ModelEvent.ReasoningDelta(" in San Francisco."),
                        new ModelEvent.ReasoningSigned(
                                "thinking:EqQBCgIYAhIM1gbcDa9GJwZA2b3hGgxBdjrkzLoky3dl1pkiMOYds"),
                        new ModelEvent.ReasoningSigned(
                                "redacted:EmwKAhgBEgy3va3pzix/LafPsn4aDFIT2Xlxh0L5L8rLVyIwxtE3rAFBa8cr3qpP"),
                        new ModelEvent.TextDelta("Okay, let's check"),
                        new ModelEvent.TextDelta(" the weather:"),
                        call(0, "toolu_01T1x1fJ34qAmk2tNTrN7Up6", "get_weather", ""),
                        call(0, "toolu_01T1x1fJ34qAmk2tNTrN7Up6", "get_weather", "{\"location\":"),
                        call(
                                0,
                                "toolu_01T1x1fJ34qAmk2tNTrN7Up6",
                                "get_weather",
                                " \"San Francisco, CA\"}"),
                        call(1, "toolu_02", "get_time", ""),
                        call(1, "toolu_02", "get_time", "{}"),
                        used(872, 89, true),
                        new ModelEvent.Finished(FinishReason.TOOL_CALLS));
    }

    @Test
    void aWholeAnswerSaysTheSame() throws InterruptedException {
        server.next(recorded(false));

        assertThat(run(request("Hi", false)).all())
                .containsExactly(
                        new ModelEvent.ReasoningDelta(
                                "The user wants the weather in San Francisco."),
                        new ModelEvent.ReasoningSigned(
                                "thinking:EqQBCgIYAhIM1gbcDa9GJwZA2b3hGgxBdjrkzLoky3dl1pkiMOYds"),
                        new ModelEvent.ReasoningSigned(
                                "redacted:EmwKAhgBEgy3va3pzix/LafPsn4aDFIT2Xlxh0L5L8rLVyIwxtE3rAFBa8cr3qpP"),
                        new ModelEvent.TextDelta("Okay, let's check the weather:"),
                        call(0, "toolu_01T1x1fJ34qAmk2tNTrN7Up6", "get_weather", ""),
                        call(
                                0,
                                "toolu_01T1x1fJ34qAmk2tNTrN7Up6",
                                "get_weather",
                                "{\"location\":\"San Francisco, CA\"}"),
                        call(1, "toolu_02", "get_time", ""),
                        call(1, "toolu_02", "get_time", "{}"),
                        used(872, 89, true),
                        new ModelEvent.Finished(FinishReason.TOOL_CALLS));
    }

    private static ModelEvent used(long input, long output, boolean complete) {
        return new ModelEvent.UsageReported(
                new ReportedUsage(
                        OptionalLong.of(input),
                        OptionalLong.of(output),
                        OptionalLong.of(300),
                        OptionalLong.empty(),
                        complete));
    }

    private static ModelEvent call(int index, String id, String name, String arguments) {
        return new ModelEvent.ToolCallDelta(index, id, name, arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn,STOP",
        "stop_sequence,STOP",
        "max_tokens,LENGTH",
        "model_context_window_exceeded,LENGTH",
        "pause_turn,LENGTH",
        "tool_use,TOOL_CALLS",
        "refusal,CONTENT_FILTER",
        "something_new,STOP"
    })
    void everyStopReasonHasItsMeaning(String stopReason, FinishReason reason)
            throws InterruptedException {
        server.next(AnthropicReply.begun("Hi").then(AnthropicReply.ended(stopReason, 1)));

        assertThat(run(request("Hi", true)).end().reason()).isEqualTo(reason);
    }

    @Test
    void laterCountsReplaceEarlierOnesAndAreNotAddedUp() throws InterruptedException {
        server.next(
                AnthropicReply.begun("Hi")
                        .then(AnthropicReply.blockStop(0))
                        .then(AnthropicReply.messageDelta("end_turn", "{\"output_tokens\":4}"))
                        .then(
                                AnthropicReply.messageDelta(
                                        "end_turn", "{\"input_tokens\":9,\"output_tokens\":0}"))
                        .then(AnthropicReply.messageStop()));

        assertThat(run(request("Hi", true)).all())
                .contains(new ModelEvent.UsageReported(ReportedUsage.of(9, 0)));
    }

    @Test
    void aStreamWithoutCountsIsAnAnswer() throws InterruptedException {
        server.next(
                Reply.streamHead()
                        .then(
                                AnthropicReply.event(
                                        "message_start",
                                        "{\"type\":\"message_start\",\"message\":{}}"))
                        .then(AnthropicReply.blockStart(0, "{\"type\":\"text\",\"text\":\"Hi\"}"))
                        .then(AnthropicReply.blockStop(0))
                        .then(AnthropicReply.messageDelta("end_turn", "null"))
                        .then(AnthropicReply.messageStop()));

        assertThat(run(request("Hi", true)).all())
                .containsExactly(
                        new ModelEvent.TextDelta("Hi"), new ModelEvent.Finished(FinishReason.STOP));
    }

    @Test
    void whatComesAfterTheEndOfTheMessageDoesNotMatter() throws InterruptedException {
        server.next(
                AnthropicReply.begun("Hi")
                        .then(AnthropicReply.blockStop(0))
                        .then(AnthropicReply.messageDelta("end_turn", "{\"output_tokens\":1}"))
                        .then(AnthropicReply.event("message_stop", "{\"type\":\"message_stop\"}"))
                        .then(Reply.reset()));

        assertThat(run(request("Hi", true)).text()).isEqualTo("Hi");
    }

    @Test
    void theConnectionCarriesTheNextRequest() throws InterruptedException {
        run(request("one", false));
        run(request("two", false));

        assertThat(server.connectionCount()).isEqualTo(1);
    }

    @Test
    void blocksThatAreNotUnderstoodArePassedOver() throws InterruptedException {
        server.next(
                AnthropicReply.begun("Hi")
                        .then(AnthropicReply.blockStop(0))
                        .then(
                                AnthropicReply.blockStart(
                                        1, "{\"type\":\"web_search_tool_result\",\"content\":[]}"))
                        .then(AnthropicReply.delta(1, "{\"type\":\"citations_delta\"}"))
                        .then(AnthropicReply.blockStop(1))
                        .then(AnthropicReply.event("new_event", "{\"type\":\"new_event\"}"))
                        .then(AnthropicReply.messageDelta("end_turn", "{\"output_tokens\":1}"))
                        .then(AnthropicReply.messageStop()));

        assertThat(run(request("Hi", true)).text()).isEqualTo("Hi");
    }

    @Test
    void aCharacterThatIsCutInTwoIsPutTogether() throws InterruptedException {
        server.next(
                AnthropicReply.begun()
                        .then(half("\\ud83d"))
                        .then(half("\\udcc8"))
                        .then(AnthropicReply.ended("end_turn", 1)));

        assertThat(run(request("Hi", true)).deltas()).containsExactly("📈");
    }

    private static Reply half(String escaped) {
        return AnthropicReply.delta(
                0, "{\"type\":\"text_delta\",\"text\":\"%s\"}".formatted(escaped));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerGivenThroughAToolIsText(boolean streamed) throws InterruptedException {
        String block = "{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"city\",\"input\":%s}";
        server.next(
                streamed
                        ? Reply.streamHead()
                                .then(AnthropicReply.messageStart(7))
                                .then(AnthropicReply.blockStart(0, block.formatted("{}")))
                                .then(
                                        AnthropicReply.delta(
                                                0,
                                                "{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"name\\\":\\\"Oslo\\\"}\"}"))
                                .then(AnthropicReply.ended("tool_use", 5))
                        : Reply.json(
                                AnthropicReply.message(
                                        block.formatted("{\"name\":\"Oslo\"}"), "tool_use", 5)));

        RecordedEvents events =
                run(
                        new ModelRequest(
                                "claude-3-5-haiku-latest",
                                List.of(new ChatMessage(Role.USER, "The capital of Norway?")),
                                "",
                                new ModelOptions(
                                        Sampling.DEFAULT,
                                        ToolUse.NONE,
                                        new OutputFormat.JsonSchema(
                                                "city", "{\"type\":\"object\"}", true),
                                        Optional.empty()),
                                streamed));

        assertThat(events.text()).isEqualTo("{\"name\":\"Oslo\"}");
        assertThat(events.end().reason()).isEqualTo(FinishReason.STOP);
        assertThat(events.all()).noneMatch(ModelEvent.ToolCallDelta.class::isInstance);
    }

    @Test
    void aLongStreamEndsAtItsEndAndNotAtTheConnections() throws InterruptedException {
        server.next(
                AnthropicReply.begun("Hi")
                        .then(AnthropicReply.blockStop(0))
                        .then(AnthropicReply.messageDelta("end_turn", "{\"output_tokens\":1}"))
                        .then(AnthropicReply.event("message_stop", "{\"type\":\"message_stop\"}"))
                        .then(ProviderWire::flush)
                        .then(Reply.hang()));

        assertThat(run(request("Hi", true)).text()).isEqualTo("Hi");
    }
}
