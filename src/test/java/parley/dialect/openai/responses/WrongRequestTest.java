package parley.dialect.openai.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialect.DialectTest;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import tools.jackson.databind.JsonNode;

/// Requests that cannot be met, and what they are told.
final class WrongRequestTest extends DialectTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    {}                                                                  | input
                    {"input": 7}                                                        | input
                    {"input": ""}                                                       | input
                    {"input": "  \\n "}                                                 | input
                    {"input": []}                                                       | input
                    {"input": ["Hello"]}                                                | input[0]
                    {"input": [{"content": "Hello"}]}                                   | input[0].role
                    {"input": [{"role": "king", "content": "Hello"}]}                   | input[0].role
                    {"input": [{"role": "user"}]}                                       | input[0].content
                    {"input": [{"role": "user", "content": []}]}                        | input[0].content
                    {"input": [{"role": "user", "content": [{"type": "input_audio"}]}]} | input[0].content[0].type
                    {"input": [{"role": "user", "content": [{"type": "input_file"}]}]}  | input[0].content[0].file_id
                    {"input": [{"role": "user", "content": [{"type": "input_text"}]}]}  | input[0].content[0].text
                    {"input": [{"role": "user", "content": [{"type": "input_image", "image_url": "https://example.org/a.png"}]}]} | input[0].content[0].image_url
                    {"input": [{"role": "user", "content": [{"type": "input_image", "image_url": "data:text/html;base64,AAAA"}]}]} | input[0].content[0].image_url
                    {"input": [{"role": "user", "content": [{"type": "input_image", "image_url": "data:image/png;base64,%%"}]}]} | input[0].content[0].image_url
                    {"input": [{"role": "user", "content": [{"type": "input_image", "file_id": "file_1"}]}]} | input[0].content[0].file_id
                    {"input": [{"type": "web_search_call", "id": "ws_1"}]}              | input[0].type
                    {"input": [{"type": "function_call", "name": "f", "arguments": "{}"}]} | input[0].call_id
                    {"input": [{"type": "function_call_output", "call_id": "call_9", "output": "1"}]} | input
                    {"input": "Hi", "store": "yes"}                                     | store
                    {"input": "Hi", "store": false, "background": true}                 | background
                    {"input": "Hi", "stream": 1}                                        | stream
                    {"input": "Hi", "model": ""}                                        | model
                    {"input": "Hi", "model": 4}                                         | model
                    {"input": "Hi", "instructions": ["Be brief."]}                      | instructions
                    {"input": "Hi", "temperature": 2.1}                                 | temperature
                    {"input": "Hi", "temperature": "hot"}                               | temperature
                    {"input": "Hi", "top_p": -0.1}                                      | top_p
                    {"input": "Hi", "max_output_tokens": 0}                             | max_output_tokens
                    {"input": "Hi", "truncation": "middle"}                             | truncation
                    {"input": "Hi", "metadata": []}                                     | metadata
                    {"input": "Hi", "metadata": {"a": 1}}                               | metadata.a
                    {"input": "Hi", "metadata": {"a":"","b":"","c":"","d":"","e":"","f":"","g":"","h":"","i":"","j":"","k":"","l":"","m":"","n":"","o":"","p":"","q":""}} | metadata
                    {"input": "Hi", "reasoning": {"effort": "heroic"}}                  | reasoning.effort
                    {"input": "Hi", "text": {"format": {"type": "xml"}}}                | text.format.type
                    {"input": "Hi", "text": {"format": {"type": "json_schema", "name": "a"}}} | text.format.schema
                    {"input": "Hi", "tools": [{"type": "web_search"}]}                  | tools[0].type
                    {"input": "Hi", "tools": [{"type": "file_search"}]}                 | tools[0].type
                    {"input": "Hi", "tools": [{"type": "function"}]}                    | tools[0].name
                    {"input": "Hi", "tools": [{"type": "function", "name": "a b"}]}     | tools[0].name
                    {"input": "Hi", "tools": [{"type": "function", "name": "a", "parameters": 1}]} | tools[0].parameters
                    {"input": "Hi", "tool_choice": "perhaps"}                           | tool_choice
                    {"input": "Hi", "tool_choice": "required"}                          | tool_choice
                    {"input": "Hi", "tool_choice": {"type": "function", "name": "a"}}   | tool_choice.name
                    {"input": "Hi", "tool_choice": {"type": "web_search"}}              | tool_choice.type
                    {"input": "Hi", "prompt": {"id": "pmpt_1"}}                         | prompt
                    {"input": "Hi", "conversation": 7}                                  | conversation
                    {"input": "Hi", "previous_response_id": "resp_1", "conversation": "conv_1"} | previous_response_id
                    {"input": "Hi", "include": "usage"}                                 | include
                    """)
    void aWrongFieldIsNamed(String body, String parameter) throws Exception {
        JsonNode error = error(400, client.post("/v1/responses", body));

        assertThat(error.get("param").asString()).isEqualTo(parameter);
        assertThat(error.get("type").stringValue()).isEqualTo("invalid_request_error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void anUnknownModelIsNotFound(String store) throws Exception {
        JsonNode error =
                error(
                        404,
                        client.post(
                                "/v1/responses",
                                """
                                {"input": "Hi", "model": "nobody/nothing", "store": %s}
                                """
                                        .formatted(store)));

        assertThat(error.get("code").stringValue()).isEqualTo("model_not_found");
        assertThat(error.get("param").stringValue()).isEqualTo("model");
        assertThat(error.get("message").stringValue()).contains("nobody/nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void whatIsNotThereCannotBeContinued(String store) throws Exception {
        String id = foreign();
        for (String asked : new String[] {id, "resp_999999", "resp_x", "7"}) {
            JsonNode error =
                    error(
                            404,
                            client.post(
                                    "/v1/responses",
                                    """
                                    {"input": "Hi", "previous_response_id": "%s", "store": %s}
                                    """
                                            .formatted(asked, store)));
            assertThat(error.get("code").stringValue()).isEqualTo("previous_response_not_found");
            assertThat(error.get("message").stringValue())
                    .isEqualTo("There is no response %s.".formatted(asked));
        }
    }

    @Test
    void whatBelongsToOthersIsNotThere() throws Exception {
        String id = foreign();
        for (String asked : new String[] {id, "resp_999999", "resp_1x", "msg_1_0"}) {
            String one = "/v1/responses/" + asked;
            WireAnswer[] answers = {
                client.get(one),
                client.get(one + "?stream=true"),
                client.delete(one),
                client.call("POST", one + "/cancel", ""),
                client.get(one + "/input_items")
            };
            for (WireAnswer answer : answers) {
                assertThat(error(404, answer).get("message").stringValue())
                        .isEqualTo("There is no response %s.".formatted(asked));
            }
        }
    }

    @Test
    void foreignItemsAndConversationsAreNotThere() throws Exception {
        String turn = foreign().substring("resp_".length());
        JsonNode item =
                error(
                        404,
                        client.post(
                                "/v1/responses",
                                """
                                {"input": [{"type": "item_reference", "id": "msg_%s_0"}]}
                                """
                                        .formatted(turn)));
        assertThat(item.get("message").stringValue())
                .isEqualTo("There is no item msg_%s_0.".formatted(turn));
        for (String asked : new String[] {foreignConversation(), "conv_999999", "conv_x"}) {
            JsonNode conversation =
                    error(
                            404,
                            client.post(
                                    "/v1/responses",
                                    "{\"input\": \"Hi\", \"conversation\": {\"id\": \"%s\"}}"
                                            .formatted(asked)));
            assertThat(conversation.get("message").stringValue())
                    .isEqualTo("There is no conversation %s.".formatted(asked));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void aFailureBeforeTheFirstWordIsAnError(String store) throws Exception {
        WireAnswer answer =
                client.post(
                        "/v1/responses",
                        "{\"input\": \"/fault refuse\", \"store\": %s}".formatted(store));

        JsonNode error = error(502, answer);
        assertThat(answer.header("x-should-retry")).isEqualTo("false");
        assertThat(error.get("type").stringValue()).isEqualTo("server_error");
    }

    @Test
    void anUnknownPathIsToldInTheSameShape() throws Exception {
        error(404, client.get("/v1/responses/resp_1/nothing"));
        error(405, client.call("PUT", "/v1/responses", "{}"));
        error(400, client.post("/v1/responses", "{"));
        error(400, client.get("/v1/responses/resp_1?stream=maybe"));
    }

    private String foreign() throws InterruptedException {
        return foreignResponse().get("id").stringValue();
    }

    private String foreignConversation() throws InterruptedException {
        return foreignResponse().at("/conversation/id").stringValue();
    }

    private JsonNode foreignResponse() throws InterruptedException {
        try (WireClient other = new WireClient(server.url(), Optional.of(server.newToken("eve")))) {
            return other.post("/v1/responses", "{\"input\": \"My secret\"}").json();
        }
    }

    private static JsonNode error(int status, WireAnswer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        JsonNode error = answer.json().get("error");
        assertThat(error.propertyNames()).containsExactly("message", "type", "param", "code");
        assertThat(error.get("message").stringValue()).isNotBlank();
        return error;
    }
}
