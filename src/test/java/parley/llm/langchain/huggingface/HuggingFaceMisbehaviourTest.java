package parley.llm.langchain.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.llm.ChatMessage;
import parley.llm.ModelRequest;
import parley.llm.ProviderException;
import parley.llm.ProviderException.Kind;
import parley.llm.RecordedEvents;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.testing.ProviderWire;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import parley.testing.huggingface.HuggingFaceReply;

/// What becomes of everything that can go wrong at Hugging Face.
class HuggingFaceMisbehaviourTest {
    private final ScriptedProvider server = ScriptedProvider.start();
    private final RecordedEvents events = new RecordedEvents();

    @AfterEach
    void stopServer() {
        server.close();
    }

    private ProviderException failureOf(Reply reply, boolean streamed) {
        server.next(reply);
        return failureOf(HuggingFaceInferenceTest.request("Hi", streamed));
    }

    private ProviderException failureOf(ModelRequest request) {
        ProviderException failure =
                catchThrowableOfType(
                        ProviderException.class,
                        () ->
                                HuggingFaceInferenceTest.provider(server.baseUrl())
                                        .run(request, events));
        assertThat(failure).as("the failure").isNotNull();
        assertThat(failure.sentence())
                .doesNotContain(HuggingFaceInferenceTest.KEY)
                .doesNotContain("OPENAI")
                .matches("(?s).*[.!…]");
        assertThat(server.requests()).hasSizeLessThanOrEqualTo(1);
        return failure;
    }

    private static Reply begun() {
        return HuggingFaceReply.begun("Once", " upon");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aModelThatIsLoadingSaysHowLong(boolean streamed) {
        ProviderException failure = failureOf(HuggingFaceReply.loading("llama", 12.5), streamed);

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.retryAfter()).contains(Duration.ofMillis(12_500));
        assertThat(failure.sentence()).contains("Model llama is currently loading");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "-1", "1e300", "null"})
    void anEstimateThatMakesNoSenseIsNone(String estimate) {
        assertThat(
                        failureOf(
                                        Reply.status(
                                                503,
                                                "{\"error\":\"x\",\"estimated_time\":%s}"
                                                        .formatted(estimate)),
                                        false)
                                .retryAfter())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400,REFUSED",
        "401,UNAUTHORIZED",
        "403,UNAUTHORIZED",
        "404,REFUSED",
        "422,REFUSED",
        "429,RATE_LIMITED",
        "500,UNAVAILABLE",
        "504,UNAVAILABLE"
    })
    void everyStatusHasItsKind(int status, Kind kind) {
        ProviderException failure =
                failureOf(Reply.status(status, "{\"error\":\"So it is\"}"), true);

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.sentence()).contains(String.valueOf(status));
    }

    @Test
    void aRefusedKeyIsSaidWithoutTheKey() {
        assertThat(
                        failureOf(
                                        Reply.status(
                                                403,
                                                "{\"error\":\"No %s and no hf_abcdefgh\"}"
                                                        .formatted(HuggingFaceInferenceTest.KEY)),
                                        true)
                                .sentence())
                .contains("No *** and no ***.")
                .contains("HUGGINGFACE_API_KEY");
    }

    @Test
    void aModelThatIsNotThereIsSaidWithWhatToCheck() {
        assertThat(failureOf(Reply.status(404, "Not Found"), true).sentence())
                .contains("HUGGINGFACE_BASE_URL")
                .contains("/models/");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anErrorWithAGoodStatusIsAnError(boolean streamed) {
        assertThat(failureOf(Reply.json("{\"error\":\"Out of memory\"}"), streamed).sentence())
                .contains("Out of memory");
    }

    @Test
    void anErrorInMidStreamEndsTheAnswer() {
        ProviderException failure =
                failureOf(
                        begun().then(
                                        Reply.event(
                                                "{\"error\":\"Request failed\",\"error_type\":\"generation\"}"))
                                .then(Reply.hang()),
                        true);

        assertThat(failure.sentence()).contains("Request failed");
        assertThat(events.text()).isEqualTo("Once upon");
    }

    @Test
    void aStreamThatIsCutIsNoAnswer() {
        assertThat(failureOf(begun().then(Reply.close()), true).kind())
                .isEqualTo(Kind.BAD_RESPONSE);
        assertThat(events.text()).isEqualTo("Once upon");
    }

    @Test
    void aStreamWithoutItsLastTokenIsNoAnswer() {
        assertThat(failureOf(begun().then(ProviderWire::lastChunk), true).sentence())
                .contains("before its answer ended");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aResetIsAnOutage(boolean streamed) {
        assertThat(failureOf(Reply.reset(), streamed).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWebPageIsNoAnswer(boolean streamed) {
        assertThat(failureOf(Reply.html(), streamed).kind()).isEqualTo(Kind.BAD_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "null", "7", "[{\"generated_text\":null}]", "garbage"})
    void whatIsNoAnswerIsNone(String body) {
        assertThat(failureOf(Reply.json(body), false).kind()).isEqualTo(Kind.BAD_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../secret", "a/b/c", "a b", "x?y", "..", "a/../b"})
    void aNameThatLeadsElsewhereIsRefused(String model) {
        ProviderException failure =
                failureOf(
                        new ModelRequest(
                                model,
                                List.of(new ChatMessage(Role.USER, "Hi")),
                                "",
                                Sampling.DEFAULT,
                                false));

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(server.requests()).isEmpty();
    }
}
