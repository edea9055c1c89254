package parley.dialect.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.NotFoundException;
import com.anthropic.errors.RateLimitException;
import com.anthropic.errors.UnauthorizedException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolResultBlockParam;
import com.anthropic.models.messages.ToolUseBlock;
import com.anthropic.models.models.ModelInfo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import parley.dialect.DialectTest;

/// Anthropic's own Java client.
final class OfficialJavaClientTest extends DialectTest {
    private final AnthropicClient anthropic = newClient(server.ownerToken());

    @AfterAll
    void closeClient() {
        anthropic.close();
    }

    @Test
    void itsQuickStartRuns() {
        Message message =
                anthropic
                        .messages()
                        .create(
                                MessageCreateParams.builder()
                                        .maxTokens(1024L)
                                        .addUserMessage("Hello, Claude")
                                        .model("claude-sonnet-4-5")
                                        .build());

        assertThat(message.content().getFirst().asText().text()).isNotBlank();
        assertThat(message.stopReason()).contains(StopReason.END_TURN);
        assertThat(message.usage().outputTokens()).isPositive();
    }

    @Test
    void itsStreamIsTheSameAnswer() {
        MessageAccumulator answer = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> stream =
                anthropic.messages().createStreaming(ask("/fault tokens 30").build())) {
            stream.stream().forEach(answer::accumulate);
        }

        Message whole = anthropic.messages().create(ask("/fault tokens 30").build());
        assertThat(answer.message().content().getFirst().asText().text())
                .isEqualTo(whole.content().getFirst().asText().text());
        assertThat(answer.message().usage().outputTokens()).isEqualTo(30);
        assertThat(answer.message().stopReason()).isEqualTo(whole.stopReason());
    }

    @Test
    void aToolIsCalledAndItsResultTold() {
        MessageCreateParams.Builder talk = ask("What is the weather in Paris?").addTool(weather());
        Message asked = anthropic.messages().create(talk.build());
        assertThat(asked.stopReason()).contains(StopReason.TOOL_USE);
        ToolUseBlock call = asked.content().getFirst().asToolUse();
        assertThat(call.name()).isEqualTo("get_weather");
        assertThat(call._input().toString()).contains("Paris");

        Message told =
                anthropic
                        .messages()
                        .create(
                                talk.addMessage(asked)
                                        .addUserMessageOfContentBlockParams(
                                                List.of(
                                                        ContentBlockParam.ofToolResult(
                                                                result(call))))
                                        .build());
        assertThat(told.content().getFirst().asText().text()).contains("18 degrees");
    }

    @Test
    void tokensAreCounted() {
        assertThat(
                        anthropic
                                .messages()
                                .countTokens(
                                        MessageCountTokensParams.builder()
                                                .model("builtin/parley")
                                                .addUserMessage("Hello, Claude")
                                                .build())
                                .inputTokens())
                .isPositive();
    }

    @Test
    void modelsAreListedAndShown() {
        assertThat(anthropic.models().list().items())
                .extracting(ModelInfo::id)
                .contains("builtin/parley");
        assertThat(anthropic.models().retrieve("builtin/parley").displayName()).isEqualTo("parley");
    }

    @Test
    void itsExceptionsSayWhatIsWrong() {
        assertThatThrownBy(() ->
                        anthropic.messages().create(ask("Hi").model("nobody/nothing").build()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        anthropic
                                .messages()
                                .create(
                                        ask("Hi")
                                                .putAdditionalBodyProperty(
                                                        "temperature", JsonValue.from(1.5))
                                                .build()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("temperature");
        assertThatThrownBy(() -> anthropic.messages().create(ask("/fault rate-limit 30").build()))
                .isInstanceOfSatisfying(
                        RateLimitException.class, e -> assertThat(e.requestId()).isPresent());
        assertThatThrownBy(() -> anthropic.messages().create(ask("/fault refuse").build()))
                .isInstanceOf(AnthropicServiceException.class);
        AnthropicClient stranger = newClient("wrong");
        assertThatThrownBy(() -> stranger.messages().create(ask("Hi").build()))
                .isInstanceOf(UnauthorizedException.class);
        stranger.close();
    }

    @Test
    void aStreamThatBreaksIsNoWholeAnswer() {
        assertThatThrownBy(
                        () -> {
                            try (StreamResponse<RawMessageStreamEvent> stream =
                                    anthropic
                                            .messages()
                                            .createStreaming(ask("/fault error-after 2").build())) {
                                assertThat(stream.stream().count()).isPositive();
                            }
                        })
                .isInstanceOf(AnthropicException.class);
    }

    private AnthropicClient newClient(String key) {
        return AnthropicOkHttpClient.builder()
                .baseUrl(server.url())
                .apiKey(key)
                .maxRetries(0)
                .build();
    }

    private static MessageCreateParams.Builder ask(String text) {
        return MessageCreateParams.builder()
                .maxTokens(1000L)
                .model("builtin/parley")
                .addUserMessage(text);
    }

    private static ToolResultBlockParam result(ToolUseBlock call) {
        return ToolResultBlockParam.builder().toolUseId(call.id()).content("18 degrees").build();
    }

    private static Tool weather() {
        return Tool.builder()
                .name("get_weather")
                .description("Get the weather of a city")
                .inputSchema(
                        Tool.InputSchema.builder()
                                .properties(
                                        Tool.InputSchema.Properties.builder()
                                                .putAdditionalProperty(
                                                        "city",
                                                        JsonValue.from(Map.of("type", "string")))
                                                .build())
                                .addRequired("city")
                                .build())
                .build();
    }
}
