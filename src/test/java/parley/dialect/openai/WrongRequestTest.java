package parley.dialect.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialect.DialectTest;
import parley.dialect.WireAnswer;

/// What is wrong with a request is said in OpenAI's form, and which field it is.
final class WrongRequestTest extends DialectTest {
    private static final String PATH = "/v1/chat/completions";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "temperature": 2.1 | temperature
                    "temperature": "hot" | temperature
                    "top_p": -0.1 | top_p
                    "presence_penalty": 3 | presence_penalty
                    "frequency_penalty": -3 | frequency_penalty
                    "max_tokens": 0 | max_tokens
                    "max_completion_tokens": 1.5 | max_completion_tokens
                    "n": 0 | n
                    "n": 9 | n
                    "n": 2, "store": true | n
                    "seed": "x" | seed
                    "stop": ["a","b","c","d","e"] | stop
                    "stop": "" | stop
                    "stream": "yes" | stream
                    "stream_options": {"include_usage": true} | stream_options
                    "logprobs": true | logprobs
                    "top_logprobs": 2 | logprobs
                    "modalities": ["text","audio"] | modalities
                    "audio": {"voice": "alloy"} | audio
                    "reasoning_effort": "extreme" | reasoning_effort
                    "model": " " | model
                    "metadata": {"a": 7} | metadata.a
                    "response_format": {"type": "xml"} | response_format.type
                    "response_format": {"type": "json_schema"} | response_format.json_schema
                    "response_format": {"type": "json_schema", "json_schema": {}} | response_format.json_schema.name
                    "tools": {} | tools
                    "tools": [{"type": "web_search"}] | tools[0].type
                    "tools": [{"type": "function"}] | tools[0].function
                    "tools": [{"type": "function", "function": {"name": "a b"}}] | tools[0].function.name
                    "tools": [{"type": "function", "function": {"name": "f", "parameters": "x"}}] | tools[0].function.parameters
                    "tools": [{"type": "function", "function": {"name": "f"}}, {"type": "function", "function": {"name": "f"}}] | tools
                    "tool_choice": "required" | tool_choice
                    "tool_choice": "perhaps" | tool_choice
                    "tool_choice": {"type": "function", "function": {"name": "f"}} | tool_choice.function.name
                    "tools": [{"type": "function", "function": {"name": "f"}}], "functions": [{"name": "f"}] | functions
                    """)
    void aWrongFieldIsNamed(String field, String named) throws Exception {
        assertWrong(
                "{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}], %s}".formatted(field),
                named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"content": "Hi"} | messages[0].role
                    {"role": "king", "content": "Hi"} | messages[0].role
                    {"role": "user"} | messages[0].content
                    {"role": "user", "content": null} | messages[0].content
                    {"role": "user", "content": 7} | messages[0].content
                    {"role": "user", "content": []} | messages[0].content
                    {"role": "user", "content": [{"type": "input_audio"}]} | messages[0].content[0].type
                    {"role": "user", "content": [{"type": "text"}]} | messages[0].content[0].text
                    {"role": "user", "content": [{"type": "image_url", "image_url": {"url": "http://x/y.png"}}]} | messages[0].content[0].image_url.url
                    {"role": "user", "content": [{"type": "image_url", "image_url": {"url": "data:image/png;base64,!"}}]} | messages[0].content[0].image_url.url
                    {"role": "user", "content": [{"type": "image_url", "image_url": {"url": "data:image/png;base64,aGVsbG8gd29ybGQh"}}]} | messages[0].content[0].image_url.url
                    {"role": "tool", "content": "x"} | messages[0].tool_call_id
                    {"role": "assistant", "tool_calls": [{"type": "function"}]} | messages[0].tool_calls[0].id
                    {"role": "assistant", "tool_calls": [{"id": "a", "type": "function"}]} | messages[0].tool_calls[0].function
                    """)
    void aWrongMessageIsNamed(String message, String named) throws Exception {
        assertWrong("{\"messages\": [%s]}".formatted(message), named);
    }

    @Test
    void aRequestWithoutMessagesSaysSo() throws Exception {
        for (String body :
                List.of(
                        "{}",
                        "{\"messages\": null}",
                        "{\"messages\": []}",
                        "{\"messages\": \"Hi\"}")) {
            assertWrong(body, "messages");
        }
    }

    @Test
    void picturesOfOtherServersAreNotFetchedAndThatIsSaid() throws Exception {
        WireAnswer answer =
                client.post(
                        PATH,
                        """
                        {"messages": [{"role": "user", "content": [
                          {"type": "image_url", "image_url": {"url": "https://example.org/x.png"}}]}]}
                        """);

        assertThat(answer.json().at("/error/message").stringValue()).contains("data:");
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, "/chat/completions"})
    void anUnknownModelIsNotFound(String path) throws Exception {
        WireAnswer answer =
                client.post(
                        path,
                        """
                        {"model": "nobody/nothing", "messages": [{"role": "user", "content": "Hi"}]}
                        """);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().at("/error/code").stringValue()).isEqualTo("model_not_found");
        assertThat(answer.json().at("/error/param").stringValue()).isEqualTo("model");
        assertThat(answer.json().at("/error/message").stringValue()).contains("nobody/nothing");
    }

    @Test
    void aModelIsFoundByItsWholeNameHoweverItIsWritten() throws Exception {
        for (String path :
                List.of(
                        "/v1/models/builtin/parley",
                        "/v1/models/builtin%2Fparley",
                        "/models/parley")) {
            assertThat(client.get(path).json().get("id").stringValue()).isEqualTo("builtin/parley");
        }
        assertThat(client.get("/v1/models/nobody%2Fnothing").json().at("/error/code").stringValue())
                .isEqualTo("model_not_found");
    }

    @Test
    void aPictureOfAMegabyteIsTakenAndOneThatIsTooLargeIsNot() throws Exception {
        String start = "iVBORw0KGgoA";
        assertThat(client.post(PATH, picture(start + "A".repeat(4 << 20))).status()).isEqualTo(200);
        assertThat(client.post(PATH, picture(start + "A".repeat(28 << 20))).status())
                .isEqualTo(400);
        assertThat(client.post(PATH, picture(start + "A".repeat(33 << 20))).status())
                .isEqualTo(413);
    }

    private static String picture(String data) {
        return """
        {"max_tokens": 1, "messages": [{"role": "user", "content": [{"type": "image_url",
          "image_url": {"url": "data:image/png;base64,%s"}}]}]}
        """
                .formatted(data);
    }

    private void assertWrong(String body, String named) throws InterruptedException {
        WireAnswer answer = client.post(PATH, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/error/param").asString(""))
                .as(answer.text())
                .isEqualTo(named);
        assertThat(answer.json().at("/error/type").stringValue())
                .isEqualTo("invalid_request_error");
    }
}
