package parley.dialect.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.account.Account;
import parley.conversation.ConversationQuery;
import parley.dialect.DialectTest;
import parley.dialect.WireAnswer;
import tools.jackson.databind.JsonNode;

/// Whole answers, from the built-in engine.
final class ChatCompletionTest extends DialectTest {
    private static final String PATH = "/v1/chat/completions";
    private static final String THREE_WORDS =
            "{\"model\": \"builtin/parley\", \"messages\": [{\"role\": \"user\", \"content\": \"/fault"
                    + " tokens 3\"}]%s}";
    private static final String WEATHER =
            """
            "tools": [{"type": "function", "function": {
                "name": "get_weather", "description": "Get the weather of a city",
                "parameters": {"type": "object", "properties": {"city": {"type": "string"}},
                    "required": ["city"]}}}]
            """;

    @ParameterizedTest
    @ValueSource(strings = {PATH, "/chat/completions", "/api/v1/chat/completions"})
    void anAnswerHasOpenAisForm(String path) throws Exception {
        WireAnswer answer = client.post(path, THREE_WORDS.formatted(""));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("X-Model-Used")).isEqualTo("builtin/parley");
        assertThat(answer.header("X-Request-Id")).isNotBlank();
        JsonNode json = answer.json();
        assertThat(json.propertyNames())
                .containsExactly(
                        "id",
                        "object",
                        "created",
                        "model",
                        "system_fingerprint",
                        "choices",
                        "usage");
        assertThat(json.get("id").stringValue()).startsWith("chatcmpl-");
        assertThat(json.get("object").stringValue()).isEqualTo("chat.completion");
        assertThat(json.get("created").longValue()).isPositive();
        assertThat(json.get("model").stringValue()).isEqualTo("builtin/parley");
        assertThat(json.get("choices").size()).isEqualTo(1);
        assertThat(json.at("/choices/0"))
                .hasToString(
                        "{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"zero one"
                                + " two\",\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"stop\"}");
        assertThat(json.at("/usage/completion_tokens").longValue()).isEqualTo(3);
        assertThat(json.at("/usage/total_tokens").longValue())
                .isEqualTo(json.at("/usage/prompt_tokens").longValue() + 3);
        assertThat(json.at("/usage/prompt_tokens_details/cached_tokens").longValue()).isZero();
        assertThat(json.at("/usage/completion_tokens_details/reasoning_tokens").longValue())
                .isZero();
    }

    @Test
    void nothingEntersTheHistoryUnlessItIsToBeStored() throws Exception {
        long before = conversations();

        client.post(PATH, THREE_WORDS.formatted(""));
        assertThat(conversations()).isEqualTo(before);

        client.post(PATH, THREE_WORDS.formatted(", \"store\": true"));
        assertThat(conversations()).isEqualTo(before + 1);
    }

    @Test
    void severalChoicesComeInTheirOrder() throws Exception {
        JsonNode json = client.post(PATH, THREE_WORDS.formatted(", \"n\": 3")).json();

        assertThat(
                        IntStream.range(0, json.get("choices").size())
                                .mapToObj(i -> json.at("/choices/" + i)))
                .hasSize(3)
                .extracting(
                        choice -> choice.get("index").intValue(),
                        choice -> choice.at("/message/content").stringValue())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, "zero one two"),
                        org.assertj.core.groups.Tuple.tuple(1, "zero one two"),
                        org.assertj.core.groups.Tuple.tuple(2, "zero one two"));
        assertThat(json.at("/usage/completion_tokens").longValue()).isEqualTo(9);
    }

    @Test
    void theFailureOfOneChoiceIsTheFailureOfAll() throws Exception {
        WireAnswer answer =
                client.post(
                        PATH,
                        """
                        {"n": 3, "messages": [{"role": "user", "content": "/fault refuse"}]}
                        """);

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.json().at("/error/message").stringValue()).isNotBlank();
    }

    @Test
    void aLimitOfTokensCutsTheAnswerAndSaysSo() throws Exception {
        for (String field : List.of("max_tokens", "max_completion_tokens")) {
            JsonNode json =
                    client.post(PATH, THREE_WORDS.formatted(", \"%s\": 2".formatted(field))).json();

            assertThat(json.at("/choices/0/message/content").stringValue()).isEqualTo("zero one");
            assertThat(json.at("/choices/0/finish_reason").stringValue()).isEqualTo("length");
        }
    }

    @Test
    void everyRoleAndEveryFormOfContentIsTaken() throws Exception {
        WireAnswer answer =
                client.post(
                        PATH,
                        """
                        {"model": "builtin/parley", "user": "ada", "logit_bias": {"1": 2},
                         "seed": 7, "temperature": 1.5, "top_p": 0.5, "presence_penalty": -2,
                         "frequency_penalty": 2, "stop": "\\n", "service_tier": "auto",
                         "reasoning_effort": "low", "response_format": {"type": "text"},
                         "parallel_tool_calls": false, "logprobs": false, "unknown": [1],
                         "messages": [
                           {"role": "system", "content": "Be short."},
                           {"role": "developer", "content": [{"type": "text", "text": "Be kind."}]},
                           {"role": "user", "name": "ada", "content": [
                             {"type": "text", "text": "What is this?"},
                             {"type": "image_url", "image_url": {"detail": "low",
                               "url": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="}}]},
                           {"role": "assistant", "content": null, "tool_calls": [
                             {"id": "call_1", "type": "function",
                              "function": {"name": "look", "arguments": "{}"}}]},
                           {"role": "tool", "tool_call_id": "call_1",
                            "content": [{"type": "text", "text": "A dot."}]},
                           {"role": "assistant", "content": null, "refusal": "I will not say."},
                           {"role": "assistant", "content": null,
                            "function_call": {"name": "see", "arguments": "{}"}},
                           {"role": "function", "name": "see", "content": "Another dot."},
                           {"role": "user", "content": "/fault tokens 2"}]}
                        """);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/choices/0/message/content").stringValue())
                .isEqualTo("zero one");
    }

    @Test
    void aToolIsAskedForAndItsAnswerTold() throws Exception {
        WireAnswer asked =
                client.post(
                        PATH,
                        """
                        {"messages": [{"role": "user", "content": "What is the weather in Paris?"}],
                         "tool_choice": "required", %s}
                        """
                                .formatted(WEATHER));

        JsonNode choice = asked.json().at("/choices/0");
        assertThat(choice.get("finish_reason").stringValue())
                .as(asked.text())
                .isEqualTo("tool_calls");
        assertThat(choice.at("/message/content").isNull()).isTrue();
        JsonNode call = choice.at("/message/tool_calls/0");
        assertThat(call.propertyNames()).containsExactly("id", "type", "function");
        assertThat(call.get("type").stringValue()).isEqualTo("function");
        assertThat(call.at("/function/name").stringValue()).isEqualTo("get_weather");
        assertThat(call.at("/function/arguments").stringValue()).contains("Paris");

        WireAnswer told =
                client.post(
                        PATH,
                        """
                        {"messages": [{"role": "user", "content": "What is the weather in Paris?"},
                           %s,
                           {"role": "tool", "tool_call_id": %s, "content": "18 degrees and rain"}],
                         %s}
                        """
                                .formatted(choice.get("message"), call.get("id"), WEATHER));
        assertThat(told.json().at("/choices/0/message/content").stringValue())
                .as(told.text())
                .contains("18 degrees");
    }

    @Test
    void functionsInTheirFirstFormAreAskedForInThatForm() throws Exception {
        WireAnswer asked =
                client.post(
                        PATH,
                        """
                        {"messages": [{"role": "user", "content": "What is the weather in Paris?"}],
                         "function_call": {"name": "get_weather"},
                         "functions": [{"name": "get_weather", "parameters": {"type": "object",
                           "properties": {"city": {"type": "string"}}, "required": ["city"]}}]}
                        """);

        JsonNode choice = asked.json().at("/choices/0");
        assertThat(choice.get("finish_reason").stringValue()).isEqualTo("function_call");
        assertThat(choice.at("/message/function_call/name").stringValue()).isEqualTo("get_weather");
        assertThat(choice.get("message").has("tool_calls")).isFalse();
    }

    @Test
    void anAnswerKeepsToASchema() throws Exception {
        WireAnswer answer =
                client.post(
                        PATH,
                        """
                        {"messages": [{"role": "user", "content": "Ada is 36 years old."}],
                         "response_format": {"type": "json_schema", "json_schema": {"name": "person",
                           "strict": true, "schema": {"type": "object",
                             "properties": {"name": {"type": "string"}, "age": {"type": "integer"}},
                             "required": ["name", "age"], "additionalProperties": false}}}}
                        """);

        String content = answer.json().at("/choices/0/message/content").stringValue();
        assertThat(
                        tools.jackson.databind.json.JsonMapper.shared()
                                .readTree(content)
                                .propertyNames())
                .containsExactlyInAnyOrder("name", "age");
    }

    private long conversations() {
        return server.conversations().count(ConversationQuery.newest(Account.OWNER_ID, 1));
    }
}
