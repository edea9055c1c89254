package parley.dialect.openai.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.NotFoundException;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.responses.EasyInputMessage;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseFunctionToolCall;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseOutputItem;
import com.openai.models.responses.ResponseRetrieveParams;
import com.openai.models.responses.ResponseStatus;
import com.openai.models.responses.ResponseStreamEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialect.DialectTest;

/// OpenAI's own Java client, which checks every answer against the API's description.
final class OfficialJavaClientTest extends DialectTest {
    private static final FunctionTool WEATHER =
            FunctionTool.builder()
                    .name("get_weather")
                    .description("Get the current weather in a given location")
                    .strict(false)
                    .parameters(
                            FunctionTool.Parameters.builder()
                                    .putAdditionalProperty("type", JsonValue.from("object"))
                                    .putAdditionalProperty(
                                            "properties",
                                            JsonValue.from(
                                                    Map.of("location", Map.of("type", "string"))))
                                    .putAdditionalProperty(
                                            "required", JsonValue.from(List.of("location")))
                                    .build())
                    .build();

    private final OpenAIClient openAi =
            OpenAIOkHttpClient.builder()
                    .baseUrl(server.url() + "/v1")
                    .apiKey(server.ownerToken())
                    .responseValidation(true)
                    .maxRetries(0)
                    .build();

    @AfterAll
    void closeClient() {
        openAi.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itsQuickStartRuns(boolean store) {
        Response response =
                openAi.responses()
                        .create(ask("Say this is a test").model("gpt-4").store(store).build());

        assertThat(response.status()).contains(ResponseStatus.COMPLETED);
        assertThat(text(response)).isNotEmpty();
        assertThat(response.usage()).isPresent();
        assertThat(response.isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itReadsAStream(boolean store) {
        ResponseAccumulator accumulator = ResponseAccumulator.createWithSnapshots();
        StringBuilder text = new StringBuilder();
        try (StreamResponse<ResponseStreamEvent> stream =
                openAi.responses().createStreaming(ask("/fault tokens 20").store(store).build())) {
            stream.stream()
                    .peek(accumulator::accumulate)
                    .flatMap(event -> event.outputTextDelta().stream())
                    .forEach(delta -> text.append(delta.delta()));
        }

        assertThat(text(accumulator.response())).isNotEmpty().isEqualTo(text.toString());
        assertThat(text(accumulator.reconstructedResponse())).isEqualTo(text.toString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itCallsATool(boolean store) {
        Response first =
                openAi.responses()
                        .create(
                                ask("What is the weather in Paris?")
                                        .addTool(WEATHER)
                                        .store(store)
                                        .build());
        ResponseFunctionToolCall call = call(first);
        assertThat(call.name()).isEqualTo("get_weather");
        assertThat(call.arguments()).contains("Paris");

        Response second =
                openAi.responses()
                        .create(
                                ResponseCreateParams.builder()
                                        .store(store)
                                        .addTool(WEATHER)
                                        .inputOfResponse(
                                                List.of(
                                                        question("What is the weather in Paris?"),
                                                        ResponseInputItem.ofFunctionCall(call),
                                                        result(call, "21 degrees")))
                                        .build());

        assertThat(text(second)).contains("21 degrees");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itReadsACallFromAStream(boolean store) {
        ResponseAccumulator accumulator = ResponseAccumulator.createWithSnapshots();
        try (StreamResponse<ResponseStreamEvent> stream =
                openAi.responses()
                        .createStreaming(
                                ask("What is the weather in Paris?")
                                        .addTool(WEATHER)
                                        .store(store)
                                        .build())) {
            stream.stream().forEach(accumulator::accumulate);
        }

        assertThat(call(accumulator.reconstructedResponse()).arguments())
                .isEqualTo(call(accumulator.response()).arguments())
                .contains("Paris");
    }

    @Test
    void itGoesOnFromAResponse() {
        Response first = openAi.responses().create(ask("My name is Ada.").build());

        Response second =
                openAi.responses()
                        .create(ask("What is my name?").previousResponseId(first.id()).build());

        assertThat(text(second)).contains("Ada");
        assertThat(openAi.responses().inputItems().list(second.id()).data()).hasSize(1);
    }

    @Test
    void itPollsWhatRunsInTheBackgroundAndCancelsIt() {
        Response begun =
                openAi.responses()
                        .create(ask("/fault slow 50; tokens 2000").background(true).build());
        assertThat(begun.status())
                .hasValueSatisfying(status ->
                        assertThat(status).isIn(ResponseStatus.QUEUED, ResponseStatus.IN_PROGRESS));

        Response cancelled = openAi.responses().cancel(begun.id());

        assertThat(cancelled.status()).contains(ResponseStatus.CANCELLED);
        assertThat(openAi.responses().retrieve(begun.id()).status())
                .contains(ResponseStatus.CANCELLED);
    }

    @Test
    void itTakesUpAStreamAgain() {
        Response whole = openAi.responses().create(ask("/fault tokens 20").build());
        List<ResponseStreamEvent> events = replay(whole.id(), Optional.empty());
        List<ResponseStreamEvent> rest = replay(whole.id(), Optional.of(20L));

        assertThat(events.getFirst().isCreated()).isTrue();
        assertThat(rest.getFirst().isCreated()).isFalse();
        assertThat(rest.getLast().completed().orElseThrow().response()).isEqualTo(whole);
    }

    @Test
    void itDeletesAResponse() {
        Response response = openAi.responses().create(ask("Hello").build());

        openAi.responses().delete(response.id());

        assertThatThrownBy(() -> openAi.responses().retrieve(response.id()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("There is no response " + response.id());
    }

    @Test
    void itReadsFailuresInTheStream() {
        try (StreamResponse<ResponseStreamEvent> stream =
                openAi.responses().createStreaming(ask("/fault error-after 3; tokens 9").build())) {
            ResponseStreamEvent last = stream.stream().reduce((_, next) -> next).orElseThrow();
            assertThat(last.failed().orElseThrow().response().error())
                    .hasValueSatisfying(error -> assertThat(error.message()).isNotBlank());
        }
    }

    private List<ResponseStreamEvent> replay(String id, Optional<Long> after) {
        ResponseRetrieveParams params =
                ResponseRetrieveParams.builder().responseId(id).startingAfter(after).build();
        try (StreamResponse<ResponseStreamEvent> stream =
                openAi.responses().retrieveStreaming(params)) {
            return stream.stream().toList();
        }
    }

    private static ResponseCreateParams.Builder ask(String input) {
        return ResponseCreateParams.builder().input(input);
    }

    private static ResponseInputItem question(String text) {
        return ResponseInputItem.ofEasyInputMessage(
                EasyInputMessage.builder().role(EasyInputMessage.Role.USER).content(text).build());
    }

    private static ResponseInputItem result(ResponseFunctionToolCall call, String output) {
        return ResponseInputItem.ofFunctionCallOutput(
                ResponseInputItem.FunctionCallOutput.builder()
                        .callId(call.callId())
                        .output(output)
                        .build());
    }

    private static ResponseFunctionToolCall call(Response response) {
        return response.output().stream()
                .flatMap(item -> item.functionCall().stream())
                .findFirst()
                .orElseThrow();
    }

    private static String text(Response response) {
        return response.output().stream()
                .map(ResponseOutputItem::message)
                .flatMap(Optional::stream)
                .flatMap(message -> message.content().stream())
                .flatMap(content -> content.outputText().stream())
                .map(part -> part.text())
                .collect(Collectors.joining());
    }
}
