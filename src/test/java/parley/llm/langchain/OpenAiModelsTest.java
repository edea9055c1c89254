package parley.llm.langchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.ModelInfo;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;

class OpenAiModelsTest {
    private final ScriptedProvider server = ScriptedProvider.start();

    @AfterEach
    void stopServer() {
        server.close();
    }

    private OpenAiProvider provider(String model) {
        return new OpenAiProvider(
                new OpenAiSettings(true, "", server.baseUrl(), model), InstantSource.system());
    }

    @Test
    void theUsualModelComesFirstAndWhatCannotChatNotAtAll() throws InterruptedException {
        server.models(
                Reply.models(
                        "text-embedding-3-small", "gpt-4", "whisper-1", "gpt-4o-mini", "dall-e-3"));

        assertThat(provider("").models())
                .extracting(ModelInfo::name, ModelInfo::chats)
                .containsExactly(
                        tuple("gpt-4o-mini", true),
                        tuple("text-embedding-3-small", false),
                        tuple("gpt-4", true),
                        tuple("dall-e-3", false));
        assertThat(provider("").preferredModel()).isEmpty();
    }

    @Test
    void theModelOfTheSettingsComesFirstEvenIfItIsNotListed() throws InterruptedException {
        server.models(Reply.models("a", "b"));

        assertThat(provider("b").models()).extracting(ModelInfo::name).containsExactly("b", "a");
        assertThat(provider("c").models())
                .extracting(ModelInfo::name)
                .containsExactly("c", "a", "b");
        assertThat(provider("c").preferredModel()).contains("c");
    }

    @Test
    void aServerThatSaysHowMuchAModelReadsIsBelieved() throws InterruptedException {
        server.models(
                Reply.json(
                        """
                        {"data": [{"id": "m1", "context_length": 1000}, {"id": "m2", "max_model_len": 2000},
                                  {"id": "m3", "context_window": 3000}, {"id": "m4", "context_length": null}]}\
                        """));

        assertThat(provider("").models())
                .extracting(ModelInfo::contextTokens)
                .containsExactly(1000, 2000, 3000, ModelInfo.CAUTIOUS_CONTEXT_TOKENS);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4,8192",
        "gpt-4-turbo-preview,128000",
        "gpt-3.5-turbo,16385",
        "gpt-3.5-turbo-0125,16385",
        "gpt-4o-2024-08-06,128000",
        "openai/GPT-4.1-mini,1047576",
        "never-heard-of,8192"
    })
    void familiesAreKnownByName(String model, int contextTokens) {
        assertThat(provider("").describe(model).contextTokens()).isEqualTo(contextTokens);
    }

    @Test
    void aProviderThatRefusesSaysWhy() {
        server.models(Reply.status(401, "{}"));

        AppException failure =
                catchThrowableOfType(AppException.class, () -> provider("").models());

        assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(failure.sentence()).contains("Set OPENAI_API_KEY");
    }

    @Test
    void whatIsNoListIsAFailure() {
        server.models(Reply.html());
        assertThatThrownBy(() -> provider("").models()).isInstanceOf(AppException.class);
        server.models(Reply.json("{\"models\":[]}"));
        assertThatThrownBy(() -> provider("").models()).isInstanceOf(AppException.class);
    }

    @Test
    void aListThatDoesNotComeIsGivenUp() {
        server.models(Reply.hang());
        ProviderErrors errors =
                new ProviderErrors(ProviderNames.OPENAI, "", InstantSource.system());
        ModelListing listing =
                new ModelListing(
                        new BlockingHttpClient(
                                server.baseUrl(),
                                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                                errors),
                        server.baseUrl(),
                        Map.of(),
                        errors,
                        ServerDetails.NONE);

        AppException failure =
                catchThrowableOfType(
                        AppException.class,
                        () -> TimedListing.of("openai", Duration.ofMillis(100), listing::ask));

        assertThat(failure.code()).isEqualTo(ErrorCode.PROVIDER_TIMEOUT);
    }
}
