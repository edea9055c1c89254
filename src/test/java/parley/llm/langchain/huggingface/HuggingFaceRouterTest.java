package parley.llm.langchain.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.llm.ChatMessage;
import parley.llm.ModelEvent;
import parley.llm.ModelInfo;
import parley.llm.ModelProvider;
import parley.llm.ModelProviderContract;
import parley.llm.ModelRequest;
import parley.llm.ProviderException;
import parley.llm.RecordedEvents;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.settings.SettingValues;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import parley.testing.huggingface.HuggingFaceReply;

/// The router: OpenAI's API for texts, the older form beside it for pictures.
class HuggingFaceRouterTest extends ModelProviderContract {
    private static final String MODEL = "meta-llama/Llama-3.3-70B-Instruct";

    private final ScriptedProvider server =
            ScriptedProvider.start()
                    .models(Reply.models("other/model", MODEL, HuggingFaceInferenceTest.PAINTER))
                    .when("be silent"::equals, Reply.hang())
                    .when(
                            "stall"::equals,
                            Reply.streamHead()
                                    .then(Reply.tokens("Once", " upon"))
                                    .then(Reply.hang()));
    private final HuggingFaceProvider provider =
            new HuggingFaceProvider(
                    new HuggingFaceSettings(
                            true,
                            HuggingFaceInferenceTest.KEY,
                            server.baseUrl(),
                            HuggingFaceSettings.Form.ROUTER,
                            MODEL,
                            HuggingFaceInferenceTest.PAINTER),
                    InstantSource.system());

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
        return request(MODEL, "say hello", streamed);
    }

    @Override
    protected ModelRequest silent(boolean streamed) {
        return request(MODEL, "be silent", streamed);
    }

    @Override
    protected ModelRequest stalling() {
        return request(MODEL, "stall", true);
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

    private static ModelRequest request(String model, String text, boolean streamed) {
        return new ModelRequest(
                model, List.of(new ChatMessage(Role.USER, text)), "", Sampling.DEFAULT, streamed);
    }

    @Test
    void textsGoToTheRouterAndPicturesBesideIt() throws InterruptedException {
        RecordedEvents text = new RecordedEvents();
        RecordedEvents picture = new RecordedEvents();
        provider.run(request(MODEL, "Hi", true), text);
        server.next(HuggingFaceReply.file("image/png", HuggingFaceReply.png(100)));
        provider.run(request(HuggingFaceInferenceTest.PAINTER, "A cat", true), picture);

        assertThat(server.awaitRequest().path()).isEqualTo("/v1/chat/completions");
        assertThat(server.awaitRequest().path())
                .isEqualTo("/hf-inference/models/" + HuggingFaceInferenceTest.PAINTER);
        assertThat(text.text()).isEqualTo("Hello there.");
        assertThat(picture.all().getFirst()).isInstanceOf(ModelEvent.ImageMade.class);
        assertThat(server.requests())
                .allSatisfy(request ->
                        assertThat(request.headers())
                                .containsEntry(
                                        "authorization", "Bearer " + HuggingFaceInferenceTest.KEY));
    }

    @Test
    void theListIsTheRoutersWithThePainterAtItsEnd() throws InterruptedException {
        assertThat(provider.models())
                .extracting(ModelInfo::name)
                .containsExactly(MODEL, "other/model", HuggingFaceInferenceTest.PAINTER);
    }

    @Test
    void failuresNameTheSettingsOfHuggingFace() {
        server.next(Reply.status(401, "{\"error\":\"Invalid username or password.\"}"));

        assertThat(
                        catchThrowableOfType(
                                        ProviderException.class,
                                        () ->
                                                provider.run(
                                                        request(MODEL, "Hi", true),
                                                        new RecordedEvents()))
                                .sentence())
                .isEqualTo(
                        "The model provider huggingface refused the API key (401). Set HUGGINGFACE_API_KEY to a valid key.");
    }

    @ParameterizedTest
    @CsvSource({
        "'',auto,ROUTER,https://router.huggingface.co/hf-inference/models/o/m",
        "https://router.huggingface.co/v1,auto,ROUTER,https://router.huggingface.co/hf-inference/models/o/m",
        "'',inference,INFERENCE,https://router.huggingface.co/hf-inference/models/o/m",
        "https://api-inference.huggingface.co,auto,INFERENCE,https://api-inference.huggingface.co/models/o/m",
        "https://api-inference.huggingface.co/models/,auto,INFERENCE,https://api-inference.huggingface.co/models/o/m",
        "http://localhost:8080,auto,INFERENCE,http://localhost:8080/models/o/m",
        "http://localhost:8080/v1,router,ROUTER,http://localhost:8080/hf-inference/models/o/m",
    })
    void theAddressTellsTheForm(
            String address, String form, HuggingFaceSettings.Form expected, URI endpoint) {
        HuggingFaceSettings settings =
                HuggingFaceSettings.from(
                        new SettingValues(
                                Map.of("huggingface.base.url", address, "huggingface.form", form)));

        assertThat(settings.form()).isEqualTo(expected);
        assertThat(settings.addressOf("o/m")).isEqualTo(endpoint);
        assertThat(settings.configured()).isEqualTo(!address.isEmpty());
        assertThat(settings.textModel())
                .isEqualTo(
                        expected == HuggingFaceSettings.Form.ROUTER
                                ? ""
                                : "meta-llama/Llama-2-7b-chat-hf");
    }

    @Test
    void theDocumentsSettingsWorkAsGiven() {
        HuggingFaceSettings settings =
                HuggingFaceSettings.from(
                        new SettingValues(
                                Map.of(
                                        "huggingface.api.key",
                                        "hf_key",
                                        "llama.model",
                                        "meta-llama/Llama-2-7b-chat-hf",
                                        "stable.diffusion.model",
                                        "me/painter")));

        assertThat(settings.configured()).isTrue();
        assertThat(settings.textModel()).isEqualTo("meta-llama/Llama-2-7b-chat-hf");
        assertThat(settings.imageModelName()).contains("huggingface/me/painter");
        assertThat(settings.toString()).doesNotContain("hf_key");
    }
}
