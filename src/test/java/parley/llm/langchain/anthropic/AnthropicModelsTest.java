package parley.llm.langchain.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.error.AppException;
import parley.llm.Capability;
import parley.llm.ChatMessage;
import parley.llm.ModelInfo;
import parley.llm.ModelRequest;
import parley.llm.RecordedEvents;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.settings.SettingValues;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import parley.testing.anthropic.AnthropicReply;

class AnthropicModelsTest {
    private final ScriptedProvider server = ScriptedProvider.start();

    @AfterEach
    void stopServer() {
        server.close();
    }

    private AnthropicProvider provider(String model) {
        return new AnthropicProvider(
                new AnthropicSettings(true, "sk-ant-key", server.baseUrl(), model),
                InstantSource.system());
    }

    private static Reply pages() {
        return wire ->
                Reply.json(
                                AnthropicReply.recorded(
                                        wire.request().path().contains("after_id=claude-opus-4-6")
                                                ? "models-2.json"
                                                : "models-1.json"))
                        .play(wire);
    }

    @Test
    void allPagesAreRead() throws InterruptedException {
        server.models(pages());

        List<ModelInfo> models = provider("").models();

        assertThat(models)
                .extracting(ModelInfo::name)
                .containsExactly(
                        "claude-opus-4-6", "claude-3-5-haiku-20241022", "claude-text-only");
        assertThat(models.getFirst().contextTokens()).isEqualTo(1_000_000);
        assertThat(models.getFirst().outputTokens()).isEqualTo(OptionalInt.of(128_000));
        assertThat(models.get(0).capabilities())
                .containsExactlyInAnyOrder(
                        Capability.TOOLS,
                        Capability.JSON_SCHEMA,
                        Capability.VISION,
                        Capability.REASONING);
        assertThat(models.get(1).contextTokens()).isEqualTo(200_000);
        assertThat(models.get(2).can(Capability.VISION)).isFalse();
    }

    @Test
    void theSettingsModelComesFirstEvenIfItIsNotListed() throws InterruptedException {
        server.models(AnthropicReply.models("claude-opus-4-6", "claude-sonnet-4-5"));

        assertThat(provider("claude-sonnet-4-5").models())
                .extracting(ModelInfo::name)
                .containsExactly("claude-sonnet-4-5", "claude-opus-4-6");
        assertThat(provider("mine").models()).extracting(ModelInfo::name).startsWith("mine");
        assertThat(provider("mine").preferredModel()).contains("mine");
        assertThat(provider("").preferredModel()).isEmpty();
    }

    @Test
    void theListsLimitIsTheUsualLimitOfAnAnswer() throws InterruptedException {
        server.models(pages()).otherwise(AnthropicReply.answer("Hi"));
        AnthropicProvider provider = provider("");
        provider.models();

        provider.run(
                new ModelRequest(
                        "claude-opus-4-6",
                        List.of(new ChatMessage(Role.USER, "Hi")),
                        "",
                        Sampling.DEFAULT,
                        true),
                new RecordedEvents());

        assertThat(server.awaitRequest().json().path("max_tokens").asInt()).isEqualTo(128_000);
    }

    @Test
    void aListThatNeverEndsIsGivenUp() throws InterruptedException {
        server.models(
                Reply.json(
                        "{\"data\":[{\"id\":\"again\"}],\"has_more\":true,\"last_id\":\"again\"}"));

        assertThat(provider("").models()).hasSizeLessThanOrEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "garbage", "<html></html>", "{\"data\":7}"})
    void whatIsNoListIsAFailure(String body) {
        server.models(Reply.json(body));

        assertThat(catchThrowableOfType(AppException.class, () -> provider("").models()))
                .isNotNull()
                .hasMessageContaining("anthropic");
    }

    @Test
    void aRefusedKeyIsSaidWithoutTheKey() {
        server.models(
                AnthropicReply.error(
                        401, "", "authentication_error", "invalid x-api-key sk-ant-key"));

        AppException failure =
                catchThrowableOfType(AppException.class, () -> provider("").models());

        assertThat(failure.sentence())
                .contains("refused the API key (401)")
                .contains("ANTHROPIC_API_KEY")
                .doesNotContain("sk-ant-key");
    }

    @Test
    void theAddressMayHaveItsVersionOrNot() {
        assertThat(settings(Map.of("anthropic.base.url", "https://gateway.example/claude")))
                .extracting(AnthropicSettings::baseUrl)
                .isEqualTo(URI.create("https://gateway.example/claude/v1"));
        assertThat(settings(Map.of("anthropic.base.url", "https://gateway.example/v1/")))
                .extracting(AnthropicSettings::baseUrl)
                .isEqualTo(URI.create("https://gateway.example/v1"));
        assertThat(settings(Map.of()).baseUrl())
                .isEqualTo(URI.create("https://api.anthropic.com/v1"));
    }

    @Test
    void aKeyOrAnAddressSetsItUp() {
        assertThat(settings(Map.of()).configured()).isFalse();
        assertThat(settings(Map.of("anthropic.api.key", "sk-ant-key")).configured()).isTrue();
        assertThat(settings(Map.of("anthropic.base.url", "http://localhost:1")).configured())
                .isTrue();
        assertThat(settings(Map.of("anthropic.api.key", "sk-ant-key")).toString())
                .doesNotContain("sk-ant-key");
    }

    private static AnthropicSettings settings(Map<String, String> texts) {
        return AnthropicSettings.from(new SettingValues(texts));
    }
}
