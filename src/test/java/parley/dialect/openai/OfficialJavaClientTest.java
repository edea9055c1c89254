package parley.dialect.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.RequestOptions;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.errors.UnprocessableEntityException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionListParams;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import com.openai.models.chat.completions.ChatCompletionUpdateParams;
import com.openai.models.models.Model;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialect.DialectTest;

/// OpenAI's own Java client, which checks every answer against the API's description.
final class OfficialJavaClientTest extends DialectTest {
    /// The client believes that messages of a stored answer are all the assistant's.
    private static final RequestOptions UNCHECKED =
            RequestOptions.builder().responseValidation(false).build();

    private final OpenAIClient openAi = newClient("/v1", server.ownerToken());

    @AfterAll
    void closeClient() {
        openAi.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", ""})
    void itsQuickStartRuns(String base) {
        OpenAIClient quick = newClient(base, server.ownerToken());
        ChatCompletion completion =
                quick.chat().completions().create(ask("Say this is a test", "gpt-4").build());
        quick.close();

        assertThat(completion.choices().getFirst().message().content().orElseThrow()).isNotBlank();
        assertThat(completion.choices().getFirst().finishReason())
                .isEqualTo(ChatCompletion.Choice.FinishReason.STOP);
        assertThat(completion.usage().orElseThrow().totalTokens()).isPositive();
    }

    @Test
    void itsRepetitionUnderAKeyIsTheSameAnswer() {
        ChatCompletionCreateParams question =
                ask("/fault tokens 30", "builtin/parley")
                        .putAdditionalHeader("Idempotency-Key", "official")
                        .build();

        ChatCompletion first = openAi.chat().completions().create(question);
        ChatCompletion again = openAi.chat().completions().create(question);

        assertThat(again).isEqualTo(first);
        assertThat(again.id()).isEqualTo(first.id());
        assertThatThrownBy(() ->
                        openAi.chat()
                                .completions()
                                .create(question.toBuilder().maxCompletionTokens(5).build()))
                .isInstanceOf(UnprocessableEntityException.class);
    }

    @Test
    void itsStreamUnderAKeyIsTheSameAnswerAgain() {
        ChatCompletionCreateParams question =
                ask("/fault tokens 30", "builtin/parley")
                        .putAdditionalHeader("Idempotency-Key", "official stream")
                        .build();

        assertThat(chunks(question)).hasSizeGreaterThan(30).isEqualTo(chunks(question));
    }

    private List<ChatCompletionChunk> chunks(ChatCompletionCreateParams question) {
        try (StreamResponse<ChatCompletionChunk> stream =
                openAi.chat().completions().createStreaming(question)) {
            return stream.stream().toList();
        }
    }

    @Test
    void itsStreamIsTheSameAnswer() {
        ChatCompletionAccumulator answer = ChatCompletionAccumulator.create();
        try (StreamResponse<ChatCompletionChunk> stream =
                openAi.chat()
                        .completions()
                        .createStreaming(
                                ask("/fault tokens 30", "builtin/parley")
                                        .streamOptions(
                                                ChatCompletionStreamOptions.builder()
                                                        .includeUsage(true)
                                                        .build())
                                        .build())) {
            stream.stream().forEach(answer::accumulate);
        }

        ChatCompletion whole =
                openAi.chat()
                        .completions()
                        .create(ask("/fault tokens 30", "builtin/parley").build());
        assertThat(answer.chatCompletion().choices().getFirst().message().content())
                .isEqualTo(whole.choices().getFirst().message().content());
        assertThat(answer.chatCompletion().usage().orElseThrow().completionTokens()).isEqualTo(30);
    }

    @Test
    void aToolIsCalledAndItsResultTold() {
        ChatCompletionCreateParams.Builder talk =
                ask("What is the weather in Paris?", "builtin/parley").addTool(weather());
        ChatCompletion asked = openAi.chat().completions().create(talk.build());
        assertThat(asked.choices().getFirst().finishReason())
                .isEqualTo(ChatCompletion.Choice.FinishReason.TOOL_CALLS);
        ChatCompletionMessageFunctionToolCall call =
                asked.choices()
                        .getFirst()
                        .message()
                        .toolCalls()
                        .orElseThrow()
                        .getFirst()
                        .asFunction();
        assertThat(call.function().name()).isEqualTo("get_weather");
        assertThat(call.function().arguments()).contains("Paris");

        ChatCompletion told =
                openAi.chat()
                        .completions()
                        .create(
                                talk.addMessage(asked.choices().getFirst().message())
                                        .addMessage(
                                                ChatCompletionToolMessageParam.builder()
                                                        .toolCallId(call.id())
                                                        .content("18 degrees")
                                                        .build())
                                        .build());
        assertThat(told.choices().getFirst().message().content().orElseThrow())
                .contains("18 degrees");
    }

    @Test
    void modelsAreListedAndShown() {
        List<Model> models = openAi.models().list().items();

        assertThat(models).extracting(Model::id).contains("builtin/parley");
        assertThat(openAi.models().retrieve("builtin/parley").ownedBy()).isEqualTo("builtin");
    }

    @Test
    void aStoredAnswerIsFoundAgainAndDeleted() {
        ChatCompletion stored =
                openAi.chat()
                        .completions()
                        .create(ask("/fault tokens 3", "builtin/parley").store(true).build());

        assertThat(openAi.chat().completions().retrieve(stored.id()).choices())
                .isEqualTo(stored.choices());
        assertThat(openAi.chat().completions().delete(stored.id()).deleted()).isTrue();
        assertThatThrownBy(() -> openAi.chat().completions().retrieve(stored.id()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void storedAnswersAreListedWithTheirMessagesAndGetOtherNotes() {
        ChatCompletion stored =
                openAi.chat()
                        .completions()
                        .create(
                                ask("/fault tokens 3", "builtin/parley")
                                        .store(true)
                                        .metadata(note("topic", "lists"))
                                        .build());

        List<ChatCompletion> listed =
                openAi
                        .chat()
                        .completions()
                        .list(
                                ChatCompletionListParams.builder()
                                        .limit(1)
                                        .metadata(
                                                ChatCompletionListParams.Metadata.builder()
                                                        .putAdditionalProperty("topic", "lists")
                                                        .build())
                                        .build())
                        .autoPager()
                        .stream()
                        .toList();
        assertThat(listed).extracting(ChatCompletion::id).containsExactly(stored.id());
        assertThat(openAi.chat().completions().messages().list(stored.id(), UNCHECKED).items())
                .singleElement()
                .satisfies(message -> assertThat(message.content()).contains("/fault tokens 3"));
        assertThat(
                        openAi.chat()
                                .completions()
                                .update(
                                        ChatCompletionUpdateParams.builder()
                                                .completionId(stored.id())
                                                .metadata(
                                                        ChatCompletionUpdateParams.Metadata
                                                                .builder()
                                                                .putAdditionalProperty(
                                                                        "topic",
                                                                        JsonValue.from("other"))
                                                                .build())
                                                .build())
                                .choices())
                .isEqualTo(stored.choices());
    }

    private static ChatCompletionCreateParams.Metadata note(String name, String text) {
        return ChatCompletionCreateParams.Metadata.builder()
                .putAdditionalProperty(name, JsonValue.from(text))
                .build();
    }

    @Test
    void itsExceptionsSayWhatIsWrong() {
        assertThatThrownBy(() -> create(openAi, "Hi", "nobody/nothing"))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        e -> {
                            assertThat(e.code()).contains("model_not_found");
                            assertThat(e.param()).contains("model");
                        });
        assertThatThrownBy(() ->
                        openAi.chat()
                                .completions()
                                .create(
                                        ask("Hi", "gpt-4")
                                                .temperature(1.5)
                                                .topLogprobs(3)
                                                .logprobs(true)
                                                .build()))
                .isInstanceOfSatisfying(
                        BadRequestException.class, e -> assertThat(e.param()).contains("logprobs"));
        assertThatThrownBy(() -> create(openAi, "/fault rate-limit 30", "builtin/parley"))
                .isInstanceOfSatisfying(
                        RateLimitException.class,
                        e -> assertThat(e.code()).contains("rate_limit_exceeded"));
        assertThatThrownBy(() -> create(openAi, "/fault refuse", "builtin/parley"))
                .isInstanceOf(InternalServerException.class);
        OpenAIClient stranger = newClient("/v1", "wrong");
        assertThatThrownBy(() -> create(stranger, "Hi", "builtin/parley"))
                .isInstanceOfSatisfying(
                        UnauthorizedException.class,
                        e -> assertThat(e.code()).contains("invalid_api_key"));
        stranger.close();
    }

    @Test
    void aStreamThatBreaksIsNoWholeAnswer() {
        assertThatThrownBy(
                        () -> {
                            try (StreamResponse<ChatCompletionChunk> stream =
                                    openAi.chat()
                                            .completions()
                                            .createStreaming(
                                                    ask("/fault error-after 2", "builtin/parley")
                                                            .build())) {
                                assertThat(stream.stream().count()).isPositive();
                            }
                        })
                .isInstanceOf(com.openai.errors.OpenAIException.class);
    }

    private static ChatCompletion create(OpenAIClient client, String text, String model) {
        return client.chat().completions().create(ask(text, model).build());
    }

    private OpenAIClient newClient(String base, String key) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(server.url() + base)
                .apiKey(key)
                .responseValidation(true)
                .maxRetries(0)
                .build();
    }

    private static ChatCompletionCreateParams.Builder ask(String text, String model) {
        return ChatCompletionCreateParams.builder().model(model).addUserMessage(text);
    }

    private static ChatCompletionFunctionTool weather() {
        return ChatCompletionFunctionTool.builder()
                .function(
                        FunctionDefinition.builder()
                                .name("get_weather")
                                .description("Get the weather of a city")
                                .parameters(
                                        FunctionParameters.builder()
                                                .putAdditionalProperty(
                                                        "type", JsonValue.from("object"))
                                                .putAdditionalProperty(
                                                        "properties",
                                                        JsonValue.from(
                                                                Map.of(
                                                                        "city",
                                                                        Map.of("type", "string"))))
                                                .putAdditionalProperty(
                                                        "required", JsonValue.from(List.of("city")))
                                                .build())
                                .build())
                .build();
    }
}
