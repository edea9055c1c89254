package parley.dialect.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import parley.dialect.DialectTest;

/// LangChain4j, as its documentation shows it.
final class LangChainClientTest extends DialectTest {
    private static final ToolSpecification WEATHER =
            ToolSpecification.builder()
                    .name("get_weather")
                    .description("Get the weather of a city")
                    .parameters(
                            JsonObjectSchema.builder()
                                    .addStringProperty("city")
                                    .required("city")
                                    .build())
                    .build();

    @Test
    void itsQuickStartRuns() {
        assertThat(model("gpt-4").chat("Say 'Hello World'")).isNotBlank();
    }

    @Test
    void itsStreamIsTheSameAnswer() throws Exception {
        ChatResponse whole = streamed("/fault tokens 30");

        assertThat(whole.aiMessage().text())
                .isEqualTo(model("builtin/parley").chat("/fault tokens 30"));
        assertThat(whole.tokenUsage().outputTokenCount()).isEqualTo(30);
    }

    @Test
    void aToolIsCalledAndItsResultTold() {
        UserMessage question = UserMessage.from("What is the weather in Paris?");
        OpenAiChatModel model = model("builtin/parley");
        AiMessage asked =
                model.chat(
                                ChatRequest.builder()
                                        .messages(question)
                                        .toolSpecifications(WEATHER)
                                        .build())
                        .aiMessage();
        ToolExecutionRequest call = asked.toolExecutionRequests().getFirst();
        assertThat(call.name()).isEqualTo("get_weather");
        assertThat(call.arguments()).contains("Paris");

        AiMessage told =
                model.chat(
                                ChatRequest.builder()
                                        .messages(
                                                List.of(
                                                        question,
                                                        asked,
                                                        ToolExecutionResultMessage.from(
                                                                call, "18 degrees")))
                                        .toolSpecifications(WEATHER)
                                        .build())
                        .aiMessage();
        assertThat(told.text()).contains("18 degrees");
    }

    @Test
    void itsExceptionsSayWhatIsWrong() {
        assertThatThrownBy(() -> model("nobody/nothing").chat("Hi"))
                .isInstanceOf(ModelNotFoundException.class);
        assertThatThrownBy(() -> model("builtin/parley").chat("/fault rate-limit 30"))
                .isInstanceOf(RateLimitException.class);
        assertThatThrownBy(() -> streamed("/fault refuse")).isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> streamed("/fault error-after 2"))
                .isInstanceOf(ExecutionException.class);
    }

    private OpenAiChatModel model(String name) {
        return OpenAiChatModel.builder()
                .baseUrl(server.url() + "/v1")
                .apiKey(server.ownerToken())
                .modelName(name)
                .maxRetries(0)
                .build();
    }

    private ChatResponse streamed(String text) throws Exception {
        CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
        OpenAiStreamingChatModel.builder()
                .baseUrl(server.url() + "/v1")
                .apiKey(server.ownerToken())
                .modelName("builtin/parley")
                .build()
                .chat(
                        text,
                        new StreamingChatResponseHandler() {
                            @Override
                            public void onPartialResponse(String piece) {
                                assertThat(piece).isNotEmpty();
                            }

                            @Override
                            public void onCompleteResponse(ChatResponse response) {
                                whole.complete(response);
                            }

                            @Override
                            public void onError(Throwable problem) {
                                whole.completeExceptionally(problem);
                            }
                        });
        return whole.get(30, TimeUnit.SECONDS);
    }
}
