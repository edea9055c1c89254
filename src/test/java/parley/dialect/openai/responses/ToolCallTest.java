package parley.dialect.openai.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialect.DialectTest;
import parley.dialect.WireAnswer;
import tools.jackson.databind.JsonNode;

/// Tools that are offered, called, and answered.
final class ToolCallTest extends DialectTest {
    private static final String TOOLS =
            """
            "tools": [{"type": "function", "name": "get_weather",
              "description": "Get the current weather in a given location",
              "parameters": {"type": "object", "required": ["location"],
                "properties": {"location": {"type": "string"}}}}]
            """;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aToolThatIsNeededIsCalled(boolean store) throws Exception {
        JsonNode response =
                create(
                        """
                        {"input": "What is the weather in Paris?", "store": %s, %s}
                        """
                                .formatted(store, TOOLS));

        JsonNode call = call(response);
        assertThat(call.propertyNames())
                .containsExactly("type", "id", "status", "call_id", "name", "arguments");
        assertThat(call.get("name").stringValue()).isEqualTo("get_weather");
        assertThat(call.get("arguments").stringValue()).contains("Paris");
        assertThat(call.get("status").stringValue()).isEqualTo("completed");
        assertThat(response.get("status").stringValue()).isEqualTo("completed");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCallIsStreamedAsItIsWritten(boolean store) throws Exception {
        List<JsonNode> events =
                ResponseStreams.create(
                        client,
                        """
                        {"input": "What is the weather in Paris?", "stream": true,
                         "store": %s, %s}
                        """
                                .formatted(store, TOOLS));

        JsonNode call = call(events.getLast().get("response"));
        StringBuilder arguments = new StringBuilder();
        ResponseStreams.ofType(events, "response.function_call_arguments.delta")
                .forEach(delta -> arguments.append(delta.get("delta").stringValue()));
        assertThat(arguments).hasToString(call.get("arguments").stringValue());
        assertThat(
                        ResponseStreams.ofType(events, "response.function_call_arguments.done")
                                .getFirst()
                                .get("arguments"))
                .isEqualTo(call.get("arguments"));
        assertThat(
                        ResponseStreams.ofType(events, "response.output_item.done")
                                .getLast()
                                .get("item"))
                .isEqualTo(call);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheToolAnsweredIsRead(boolean store) throws Exception {
        JsonNode call =
                call(
                        create(
                                """
                                {"input": "What is the weather in Paris?", "store": %s, %s}
                                """
                                        .formatted(store, TOOLS)));

        JsonNode response =
                create(
                        """
                        {"store": %s, %s, "input": [
                          {"role": "user", "content": "What is the weather in Paris?"},
                          %s,
                          {"type": "function_call_output", "call_id": %s,
                           "output": "{\\"temperature\\": 21}"}]}
                        """
                                .formatted(store, TOOLS, call, call.get("call_id")));

        assertThat(ResponseStreams.outputText(response)).contains("21");
    }

    @Test
    void aResultGoesToTheCallOfTheResponseBefore() throws Exception {
        JsonNode first =
                create("{\"input\": \"What is the weather in Paris?\", %s}".formatted(TOOLS));

        JsonNode second =
                create(
                        """
                        {"previous_response_id": %s, %s, "input": [
                          {"type": "function_call_output", "call_id": %s,
                           "output": "{\\"temperature\\": 21}"}]}
                        """
                                .formatted(first.get("id"), TOOLS, call(first).get("call_id")));

        assertThat(ResponseStreams.outputText(second)).contains("21");
        JsonNode items = client.get("/v1/responses/%s/input_items".formatted(id(second))).json();
        assertThat(items.at("/data/0/type").stringValue()).isEqualTo("function_call_output");
        assertThat(items.at("/data/0/call_id")).isEqualTo(call(first).get("call_id"));
    }

    @Test
    void aCallIsFoundAgainByItsId() throws Exception {
        JsonNode first =
                create("{\"input\": \"What is the weather in Paris?\", %s}".formatted(TOOLS));
        JsonNode call = call(first);

        JsonNode second =
                create(
                        """
                        {%s, "input": [
                          {"role": "user", "content": "What is the weather in Paris?"},
                          {"type": "item_reference", "id": %s},
                          {"type": "function_call_output", "call_id": %s,
                           "output": [{"type": "input_text", "text": "21 degrees"}]}]}
                        """
                                .formatted(TOOLS, call.get("id"), call.get("call_id")));

        assertThat(ResponseStreams.outputText(second)).contains("21 degrees");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aChoiceIsObeyed(boolean store) throws Exception {
        String body =
                """
                {"input": "What is the weather in Paris?", "store": %s, "tool_choice": %s, %s}
                """;

        JsonNode none = create(body.formatted(store, "\"none\"", TOOLS));
        JsonNode named =
                create(
                        body.formatted(
                                store,
                                "{\"type\": \"function\", \"name\": \"get_weather\"}",
                                TOOLS));
        JsonNode allowed =
                create(
                        body.formatted(
                                store,
                                """
                                {"type": "allowed_tools", "mode": "required",
                                 "tools": [{"type": "function", "name": "get_weather"}]}
                                """,
                                TOOLS));

        assertThat(none.get("output").values())
                .noneMatch(item -> item.get("type").stringValue().equals("function_call"));
        assertThat(call(named).get("name").stringValue()).isEqualTo("get_weather");
        assertThat(call(allowed).get("name").stringValue()).isEqualTo("get_weather");
        assertThat(allowed.at("/tool_choice/mode").stringValue()).isEqualTo("required");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerInJsonKeepsToItsSchema(boolean store) throws Exception {
        JsonNode response =
                create(
                        """
                        {"input": "Ada is 36 years old.", "store": %s,
                         "text": {"format": {"type": "json_schema", "name": "person",
                           "schema": {"type": "object", "required": ["age"],
                             "properties": {"age": {"type": "integer"}}}}}}
                        """
                                .formatted(store));

        assertThat(ResponseStreams.outputText(response)).startsWith("{").contains("\"age\"");
        assertThat(response.at("/text/format/name").stringValue()).isEqualTo("person");
    }

    private static JsonNode call(JsonNode response) {
        for (JsonNode item : response.get("output").values()) {
            if (item.get("type").stringValue().equals("function_call")) {
                return item;
            }
        }
        throw new AssertionError("No tool was called: " + response);
    }

    private static String id(JsonNode response) {
        return response.get("id").stringValue();
    }

    private JsonNode create(String json) throws InterruptedException {
        WireAnswer answer = client.post("/v1/responses", json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
