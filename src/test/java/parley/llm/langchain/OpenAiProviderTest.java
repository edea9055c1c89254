package parley.llm.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.llm.ChatMessage;
import parley.llm.FinishReason;
import parley.llm.ModelProvider;
import parley.llm.ModelProviderContract;
import parley.llm.ModelRequest;
import parley.llm.RecordedEvents;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.Usage;
import parley.testing.ProviderWire;
import parley.testing.ReceivedRequest;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import tools.jackson.databind.JsonNode;

class OpenAiProviderTest extends ModelProviderContract {
    private static final String KEY = "sk-canary-000111222333";

    private final ScriptedProvider server =
            ScriptedProvider.start()
                    .when("be silent"::equals, Reply.hang())
                    .when(
                            "stall"::equals,
                            Reply.streamHead()
                                    .then(Reply.tokens("Once", " upon"))
                                    .then(Reply.hang()));
    private final OpenAiProvider provider = provider(server.baseUrl());

    private static OpenAiProvider provider(URI baseUrl) {
        return new OpenAiProvider(
                new OpenAiSettings(true, KEY, baseUrl, ""), InstantSource.fixed(Instant.EPOCH));
    }

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
                "gpt-4o",
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

    @Test
    void theRequestHoldsTheHistoryAndNothingThatWasNotAsked() throws InterruptedException {
        run(
                new ModelRequest(
                        "gpt-4o",
                        List.of(
                                new ChatMessage(Role.SYSTEM, "Be brief."),
                                new ChatMessage(Role.USER, "Hi"),
                                new ChatMessage(Role.ASSISTANT, "Hello \"you\"\n"),
                                new ChatMessage(Role.USER, "Go on 📈")),
                        "",
                        Sampling.DEFAULT,
                        true));

        ReceivedRequest sent = server.awaitRequest();
        assertThat(sent.path()).isEqualTo("/v1/chat/completions");
        assertThat(sent.headers())
                .containsEntry("authorization", "Bearer " + KEY)
                .containsEntry("content-type", "application/json")
                .containsEntry("user-agent", "Parley");
        JsonNode body = sent.json();
        assertThat(body.path("model").asString()).isEqualTo("gpt-4o");
        assertThat(body.path("stream_options").path("include_usage").asBoolean()).isTrue();
        assertThat(body.path("messages").toString())
                .isEqualTo(
                        """
                        [{"role":"system","content":"Be brief."},\
                        {"role":"user","content":"Hi"},\
                        {"role":"assistant","content":"Hello \\"you\\"\\n"},\
                        {"role":"user","content":"Go on 📈"}]\
                        """);
        assertThat(body.propertyNames())
                .containsExactlyInAnyOrder("model", "messages", "stream", "stream_options");
    }

    @Test
    void samplingIsPassedOnWhereItIsGiven() throws InterruptedException {
        Sampling sampling = new Sampling(OptionalDouble.of(0.5), OptionalInt.of(99));
        List<ChatMessage> messages = List.of(new ChatMessage(Role.USER, "Hi"));
        run(new ModelRequest("llama", messages, "", sampling, false));
        run(new ModelRequest("o3-mini", messages, "", sampling, false));

        JsonNode usual = server.awaitRequest().json();
        assertThat(usual.path("temperature").asDouble()).isEqualTo(0.5);
        assertThat(usual.path("max_tokens").asInt()).isEqualTo(99);
        JsonNode reasoning = server.awaitRequest().json();
        assertThat(reasoning.path("max_completion_tokens").asInt()).isEqualTo(99);
        assertThat(reasoning.has("max_tokens")).isFalse();
    }

    @Test
    void anAnswerThatWasBegunIsShownToTheModelWithTheWishToGoOn() throws InterruptedException {
        run(
                new ModelRequest(
                        "gpt-4o",
                        List.of(new ChatMessage(Role.USER, "Count to four")),
                        "one, two",
                        Sampling.DEFAULT,
                        true));

        JsonNode messages = server.awaitRequest().json().path("messages");
        assertThat(messages.size()).isEqualTo(3);
        assertThat(messages.path(1).path("role").asString()).isEqualTo("assistant");
        assertThat(messages.path(1).path("content").asString()).isEqualTo("one, two");
        assertThat(messages.path(2).path("role").asString()).isEqualTo("user");
        assertThat(messages.path(2).path("content").asString())
                .contains("exactly where it stopped");
    }

    @Test
    void aBlankSystemMessageIsLeftOutAndABlankQuestionIsNot() throws InterruptedException {
        run(
                new ModelRequest(
                        "gpt-4o",
                        List.of(
                                new ChatMessage(Role.SYSTEM, " "),
                                new ChatMessage(Role.USER, ""),
                                new ChatMessage(Role.ASSISTANT, ""),
                                new ChatMessage(Role.USER, " ")),
                        "",
                        Sampling.DEFAULT,
                        false));

        JsonNode messages = server.awaitRequest().json().path("messages");
        assertThat(messages.valueStream().map(message -> message.path("role").asString()))
                .containsExactly("user", "assistant", "user");
    }

    @Test
    void aRecordedStreamIsRelayedPieceByPiece() throws InterruptedException {
        server.next(Reply.recordedStream("chat-stream.sse"));

        RecordedEvents events = run(answered(true));

        assertThat(events.deltas()).hasSize(16).startsWith("Control", " limits").endsWith(" 📈");
        assertThat(events.text())
                .isEqualTo(
                        "Control limits are not targets: they say what the process does.\n\n – “Wheeler” 📈");
        assertThat(events.end().reason()).isEqualTo(FinishReason.STOP);
        assertThat(events.usage()).isEqualTo(Usage.exact(19, 17));
    }

    @Test
    void aRecordedStreamOfALocalServerIsRelayed() throws InterruptedException {
        server.next(Reply.recordedStream("local-stream.sse"));

        RecordedEvents events = run(answered(true));

        assertThat(events.deltas()).containsExactly("Three", " sigma.");
        assertThat(events.usage()).isEqualTo(Usage.exact(5, 2));
    }

    @Test
    void aRecordedAnswerInOnePieceIsRelayed() throws InterruptedException {
        server.next(Reply.recordedJson("chat.json"));

        RecordedEvents events = run(answered(false));

        assertThat(events.deltas()).containsExactly("Hello! How can I assist you today?");
        assertThat(events.end().reason()).isEqualTo(FinishReason.LENGTH);
        assertThat(events.usage()).isEqualTo(Usage.exact(19, 10));
    }

    @Test
    void oneConnectionServesRequestAfterRequest() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            run(answered(i % 2 == 0));
        }

        assertThat(server.connectionCount()).isEqualTo(1);
    }

    @Test
    void aConnectionThatTheProviderClosedMeanwhileIsNotUsedAgain() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        server.next(Reply.answer("one").then(Reply.close()).then(_ -> closed.countDown()));
        run(answered(false));
        assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();

        assertThat(run(answered(false)).text()).isEqualTo("Hello there.");
    }

    @Test
    void aTokenIsPassedOnBeforeTheNextIsThere() throws InterruptedException {
        CountDownLatch received = new CountDownLatch(1);
        server.next(
                Reply.streamHead()
                        .then(Reply.tokens("first"))
                        .then(ProviderWire::flush)
                        .then(_ -> awaitUninterruptibly(received))
                        .then(Reply.tokens("second"))
                        .then(Reply.finish("stop"))
                        .then(Reply.done()));
        RecordedEvents events = new RecordedEvents();

        provider.run(
                answered(true),
                event -> {
                    events.accept(event);
                    received.countDown();
                });

        assertThat(events.text()).isEqualTo("firstsecond");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(5, TimeUnit.SECONDS)) {
                throw new IOException("The first token was not passed on.");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void anEndThatIsStillOnItsWayKeepsNobodyWaiting() throws InterruptedException {
        server.next(
                Reply.streamHead()
                        .then(Reply.tokens("all"))
                        .then(Reply.finish("stop"))
                        .then(Reply.event("[DONE]"))
                        .then(Reply.hang()));

        assertThat(run(answered(true)).text()).isEqualTo("all");
        assertThat(run(answered(true)).text()).isEqualTo("Hello there.");
    }

    @Test
    void textIsPassedOnUnchangedWhateverItLooksLike() throws InterruptedException {
        String[] tokens = {
            "data: x\n\n",
            " leading",
            "\r\n",
            "[DONE]",
            "{\"error\":1}",
            "\t",
            "é",
            "👩‍👩‍👧",
            "\u2028"
        };
        server.next(2, Reply.answer(tokens));

        assertThat(run(answered(true)).deltas()).containsExactly(tokens);
        assertThat(run(answered(false)).text()).isEqualTo(String.join("", tokens));
    }

    @Test
    void anEmojiMayArriveInPieces() throws InterruptedException {
        byte[] event =
                "data: {\"choices\":[{\"delta\":{\"content\":\"a📈b\"}}]}\n\n"
                        .getBytes(StandardCharsets.UTF_8);
        int middle = new String(event, StandardCharsets.ISO_8859_1).indexOf('\u00f0') + 2;
        server.next(
                Reply.streamHead()
                        .then(Reply.chunkOf(Arrays.copyOf(event, middle)))
                        .then(Reply.pause(Duration.ofMillis(20)))
                        .then(Reply.chunkOf(Arrays.copyOfRange(event, middle, event.length)))
                        .then(Reply.event(content("\\ud83d")))
                        .then(Reply.event(content("\\udcc8!")))
                        .then(Reply.finish("stop"))
                        .then(Reply.done()));

        assertThat(run(answered(true)).deltas()).containsExactly("a📈b", "📈!");
    }

    @Test
    void whatNoStoreCanTakeIsDropped() throws InterruptedException {
        server.next(
                Reply.streamHead()
                        .then(Reply.event(content("a\\u0000b\\udcc8c\\ud83d")))
                        .then(Reply.event(content("d\\u0000")))
                        .then(Reply.event(content("\\u0000")))
                        .then(Reply.finish("stop"))
                        .then(Reply.done()));

        assertThat(run(answered(true)).deltas()).containsExactly("abc", "d");
    }

    private static String content(String escaped) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"}}]}".formatted(escaped);
    }
}
