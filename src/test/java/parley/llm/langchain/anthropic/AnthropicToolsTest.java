package parley.llm.langchain.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.llm.ChatMessage;
import parley.llm.ModelOptions;
import parley.llm.ModelRequest;
import parley.llm.OutputFormat;
import parley.llm.Part;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.ToolUse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How tools and forms of answers are put to Anthropic's models.
class AnthropicToolsTest {
    private static final String SCHEMA =
            """
            {"type": "object", "required": ["age"],
             "properties": {"age": {"type": "integer", "minimum": 0, "description": "In years"},
                            "tags": {"type": "array", "items": {"type": "object", "properties": {}}}}}
            """;
    private static final ToolUse.Tool LOOK =
            new ToolUse.Tool("look", "Looks", "{\"type\":\"object\",\"properties\":{}}", false);

    private static MessageRequest request(String model, ModelOptions options) {
        return request(model, options, List.of(new ChatMessage(Role.USER, "Hi")), "");
    }

    private static MessageRequest request(
            String model, ModelOptions options, List<ChatMessage> messages, String soFar) {
        return MessageRequest.of(
                new ModelRequest(model, messages, soFar, options, false), OptionalInt.empty());
    }

    private static ModelOptions options(ToolUse tools, OutputFormat format) {
        return new ModelOptions(Sampling.DEFAULT, tools, format, Optional.of("high"));
    }

    private static ModelOptions tools(ToolUse.ToolChoice choice, boolean parallel) {
        return options(new ToolUse(List.of(LOOK), choice, parallel), new OutputFormat.Text());
    }

    private static ModelOptions json(String schema) {
        return options(ToolUse.NONE, new OutputFormat.JsonSchema("my person!", schema, true));
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    @Test
    void toolsAreOfferedWithTheirSchemas() {
        ToolUse.Tool odd = new ToolUse.Tool("odd", "", "not JSON", false);
        JsonNode body =
                request(
                                "claude-sonnet-4-5",
                                options(
                                        new ToolUse(
                                                List.of(LOOK, odd),
                                                new ToolUse.ToolChoice.Auto(),
                                                true),
                                        new OutputFormat.Text()))
                        .body();

        assertThat(body.path("tools"))
                .isEqualTo(
                        read(
                                """
                                [{"name": "look", "description": "Looks",
                                  "input_schema": {"type": "object", "properties": {}}},
                                 {"name": "odd", "input_schema": {"type": "object"}}]
                                """));
        assertThat(body.has("tool_choice")).isFalse();
        assertThat(body.has("thinking")).isTrue();
    }

    @Test
    void aStrictToolIsHeldToItsSchemaWhereTheModelCanBe() {
        ToolUse tools =
                new ToolUse(
                        List.of(new ToolUse.Tool("person", "", SCHEMA, true)),
                        new ToolUse.ToolChoice.Auto(),
                        true);

        JsonNode held =
                request("claude-sonnet-4-5", options(tools, new OutputFormat.Text()))
                        .body()
                        .path("tools")
                        .path(0);
        JsonNode free =
                request("claude-sonnet-4-0", options(tools, new OutputFormat.Text()))
                        .body()
                        .path("tools")
                        .path(0);

        assertThat(held.path("strict").asBoolean()).isTrue();
        assertThat(held.path("input_schema").path("additionalProperties").asBoolean(true))
                .isFalse();
        assertThat(free.has("strict")).isFalse();
        assertThat(free.path("input_schema")).isEqualTo(read(SCHEMA));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "auto;false;{\"type\":\"auto\",\"disable_parallel_tool_use\":true}",
                "none;true;{\"type\":\"none\"}",
                "required;true;{\"type\":\"any\"}",
                "required;false;{\"type\":\"any\",\"disable_parallel_tool_use\":true}",
                "look;true;{\"type\":\"tool\",\"name\":\"look\"}"
            })
    void everyChoiceHasItsForm(String choice, boolean parallel, String expected) {
        ToolUse.ToolChoice asked =
                switch (choice) {
                    case "auto" -> new ToolUse.ToolChoice.Auto();
                    case "none" -> new ToolUse.ToolChoice.None();
                    case "required" -> new ToolUse.ToolChoice.Required();
                    default -> new ToolUse.ToolChoice.Named(choice);
                };

        JsonNode body = request("claude-sonnet-4-5", tools(asked, parallel)).body();

        assertThat(body.path("tool_choice")).isEqualTo(read(expected));
        boolean forced = choice.equals("required") || choice.equals("look");
        assertThat(body.has("thinking")).as("no thinking beside a forced call").isEqualTo(!forced);
    }

    @Test
    void aForcedCallStopsModelsThatThinkUnasked() {
        assertThat(
                        request("claude-opus-5", tools(new ToolUse.ToolChoice.Required(), true))
                                .body()
                                .path("thinking"))
                .isEqualTo(read("{\"type\":\"disabled\"}"));
    }

    @Test
    void toolsOfTheHistoryAreDeclaredAndNotOffered() {
        List<ChatMessage> history =
                List.of(
                        new ChatMessage(Role.USER, "Hi"),
                        new ChatMessage(
                                Role.ASSISTANT, List.of(new Part.ToolCall("call_1", "look", "{}"))),
                        new ChatMessage(
                                Role.TOOL,
                                List.of(new Part.ToolResult("call_1", "look", "x", false))));

        JsonNode body = request("claude-sonnet-4-5", ModelOptions.DEFAULT, history, "").body();

        assertThat(body.path("tools"))
                .isEqualTo(read("[{\"name\":\"look\",\"input_schema\":{\"type\":\"object\"}}]"));
        assertThat(body.path("tool_choice")).isEqualTo(read("{\"type\":\"none\"}"));
    }

    @Test
    void theApiHoldsNewerModelsToASchema() {
        MessageRequest request = request("claude-sonnet-4-5", json(SCHEMA));

        assertThat(request.answerTool()).isEmpty();
        assertThat(request.body().path("output_config"))
                .isEqualTo(
                        read(
                                """
                                {"format": {"type": "json_schema", "schema": {
                                  "type": "object", "additionalProperties": false, "required": ["age"],
                                  "properties": {
                                    "age": {"type": "integer", "description": "In years (minimum: 0)"},
                                    "tags": {"type": "array", "items": {
                                      "type": "object", "additionalProperties": false, "properties": {}}}}}}}
                                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-3-5-haiku-latest", "some-model-of-a-gateway"})
    void otherModelsAnswerThroughATool(String model) {
        MessageRequest request = request(model, json(SCHEMA));

        assertThat(request.answerTool()).contains("my_person_");
        assertThat(request.body().path("tools").path(0).path("input_schema"))
                .isEqualTo(read(SCHEMA));
        assertThat(request.body().path("tool_choice"))
                .isEqualTo(
                        read(
                                "{\"type\":\"tool\",\"name\":\"my_person_\",\"disable_parallel_tool_use\":true}"));
        assertThat(request.body().has("thinking")).isFalse();
    }

    @Test
    void aSchemaWithNamesThatAreNotGivenIsAnsweredThroughATool() {
        String open = "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}";

        assertThat(request("claude-sonnet-4-5", json(open)).answerTool()).contains("my_person_");
    }

    @Test
    void besideToolsOfTheClientTheAnswerIsOneMore() {
        MessageRequest request =
                request(
                        "claude-3-5-haiku-latest",
                        options(
                                new ToolUse(List.of(LOOK), new ToolUse.ToolChoice.Auto(), true),
                                new OutputFormat.JsonSchema("person", SCHEMA, true)));

        assertThat(request.body().path("tools").size()).isEqualTo(2);
        assertThat(request.body().path("tool_choice")).isEqualTo(read("{\"type\":\"any\"}"));
    }

    @Test
    void whatCannotBeHeldToIsAskedForInWords() {
        assertThat(
                        request(
                                        "claude-sonnet-4-5",
                                        options(ToolUse.NONE, new OutputFormat.JsonObject()))
                                .body()
                                .path("system")
                                .asString())
                .contains("one JSON object");
        assertThat(
                        request("claude-sonnet-4-5", json("{\"type\":\"array\"}"))
                                .body()
                                .path("system")
                                .asString())
                .contains("{\"type\":\"array\"}");
    }

    @Test
    void theRestOfAJsonAnswerIsAskedForInWords() {
        MessageRequest request =
                request(
                        "claude-sonnet-4-5",
                        json(SCHEMA),
                        List.of(new ChatMessage(Role.USER, "Hi")),
                        "{\"age\":");

        assertThat(request.body().has("output_config")).isFalse();
        assertThat(request.body().path("system").asString()).contains("JSON Schema");
    }
}
