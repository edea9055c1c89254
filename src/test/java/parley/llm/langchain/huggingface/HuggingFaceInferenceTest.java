package parley.llm.langchain.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.llm.Capability;
import parley.llm.ChatMessage;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelInfo;
import parley.llm.ModelProvider;
import parley.llm.ModelProviderContract;
import parley.llm.ModelRequest;
import parley.llm.RecordedEvents;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.testing.ReceivedRequest;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import parley.testing.huggingface.HuggingFaceReply;
import tools.jackson.databind.json.JsonMapper;

/// The form with `inputs` and `parameters`.
class HuggingFaceInferenceTest extends ModelProviderContract {
    static final String KEY = "hf_canary000111222333";
    static final String LLAMA = "meta-llama/Llama-2-7b-chat-hf";
    static final String PAINTER = "stabilityai/stable-diffusion-xl-base-1.0";

    private final ScriptedProvider server =
            ScriptedProvider.start()
                    .otherwise(HuggingFaceReply.answer(" Hello", " there", "."))
                    .when(prompt -> prompt.contains("be silent"), Reply.hang())
                    .when(
                            prompt -> prompt.contains("stall"),
                            HuggingFaceReply.begun("Once", " upon").then(Reply.hang()));
    private final HuggingFaceProvider provider = provider(server.baseUrl());

    static HuggingFaceProvider provider(URI baseUrl) {
        return new HuggingFaceProvider(
                new HuggingFaceSettings(
                        true, KEY, baseUrl, HuggingFaceSettings.Form.INFERENCE, LLAMA, PAINTER),
                InstantSource.system());
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
        return request(text, Sampling.DEFAULT, streamed);
    }

    private static ModelRequest request(String text, Sampling sampling, boolean streamed) {
        return new ModelRequest(
                LLAMA, List.of(new ChatMessage(Role.USER, text)), "", sampling, streamed);
    }

    private RecordedEvents run(ModelRequest request) throws InterruptedException {
        RecordedEvents events = new RecordedEvents();
        provider.run(request, events);
        return events;
    }

    @Test
    void theRequestIsTheDocumentedOne() throws InterruptedException {
        assertThat(run(request("Hi", false)).text()).isEqualTo("Hello there.");

        ReceivedRequest received = server.awaitRequest();
        assertThat(received.path()).isEqualTo("/v1/models/" + LLAMA);
        assertThat(received.headers()).containsEntry("authorization", "Bearer " + KEY);
        assertThat(received.json())
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"inputs": "<s>[INST] Hi [/INST]",
                                         "parameters": {"max_new_tokens": 500, "return_full_text": false,
                                                        "details": true, "stop": ["</s>", "[INST]"]}}
                                        """));
    }

    @Test
    void samplingIsPassedOnAsFarAsTheServiceTakesIt() throws InterruptedException {
        run(
                request(
                        "Hi",
                        new Sampling(
                                OptionalDouble.of(0.5),
                                OptionalDouble.of(0.9),
                                OptionalInt.of(7),
                                List.of("END"),
                                OptionalLong.of(3),
                                OptionalDouble.empty(),
                                OptionalDouble.empty()),
                        false));
        run(
                request(
                        "Hi",
                        new Sampling(
                                OptionalDouble.of(0),
                                OptionalDouble.of(1),
                                OptionalInt.empty(),
                                List.of(),
                                OptionalLong.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty()),
                        false));

        assertThat(server.awaitRequest().json().path("parameters").toString())
                .contains("\"temperature\":0.5", "\"top_p\":0.9", "\"max_new_tokens\":7")
                .contains("\"END\"]", "\"seed\":3");
        assertThat(server.awaitRequest().json().path("parameters").toString())
                .contains("\"do_sample\":false")
                .doesNotContain("temperature", "top_p");
    }

    @Test
    void aServerThatDoesNotStreamAnswersInOnePiece() throws InterruptedException {
        server.next(Reply.json("[" + HuggingFaceReply.generated(" All at once.") + "]"));

        assertThat(run(request("Hi", true)).all())
                .containsExactly(
                        new ModelEvent.TextDelta("All at once."),
                        new ModelEvent.Finished(FinishReason.STOP));
    }

    @Test
    void anObjectInsteadOfAListIsAnAnswer() throws InterruptedException {
        server.next(Reply.json(HuggingFaceReply.generated("Hi")));

        assertThat(run(request("Hi", false)).text()).isEqualTo("Hi");
    }

    @Test
    void aPromptThatIsRepeatedIsTakenOff() throws InterruptedException {
        server.next(
                Reply.json("[" + HuggingFaceReply.generated("<s>[INST] Hi [/INST] Hello") + "]"));

        assertThat(run(request("Hi", false)).text()).isEqualTo("Hello");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theAnswerEndsBeforeAStopThatWasSentAlong(boolean streamed) throws InterruptedException {
        server.next(HuggingFaceReply.answer("One", " two EN", "D three"));
        Sampling sampling =
                new Sampling(
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        List.of("END"),
                        OptionalLong.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty());

        RecordedEvents events = run(request("Hi", sampling, streamed));

        assertThat(events.text()).isEqualTo("One two ");
        assertThat(events.end().reason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void aCompletionWithoutRoomSaysSo() throws InterruptedException {
        server.next(
                HuggingFaceReply.begun("One", " two")
                        .then(HuggingFaceReply.ended("length", "One", " two")));

        assertThat(run(request("Hi", true)).end().reason()).isEqualTo(FinishReason.LENGTH);
    }

    @Test
    void theModelsAreThoseOfTheSettings() throws InterruptedException {
        assertThat(provider.models()).extracting(ModelInfo::name).containsExactly(LLAMA, PAINTER);
        assertThat(provider.models().getLast().capabilities())
                .containsExactly(Capability.IMAGE_OUTPUT);
        assertThat(provider.preferredModel()).contains(LLAMA);
    }
}
