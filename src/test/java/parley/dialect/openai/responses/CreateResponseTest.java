package parley.dialect.openai.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialect.DialectTest;
import parley.dialect.WireAnswer;
import tools.jackson.databind.JsonNode;

/// Whole responses and streams, as a client meets them.
final class CreateResponseTest extends DialectTest {
    private static final List<String> FIELDS =
            List.of(
                    "id",
                    "object",
                    "created_at",
                    "completed_at",
                    "status",
                    "background",
                    "error",
                    "incomplete_details",
                    "instructions",
                    "max_output_tokens",
                    "max_tool_calls",
                    "model",
                    "output",
                    "parallel_tool_calls",
                    "previous_response_id",
                    "conversation",
                    "presence_penalty",
                    "frequency_penalty",
                    "prompt_cache_key",
                    "reasoning",
                    "safety_identifier",
                    "service_tier",
                    "store",
                    "temperature",
                    "text",
                    "tool_choice",
                    "tools",
                    "top_logprobs",
                    "top_p",
                    "truncation",
                    "usage",
                    "user",
                    "metadata");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aResponseHasEveryField(boolean store) throws Exception {
        JsonNode response =
                create(
                        "{\"model\": \"builtin/parley\", \"input\": \"echo hello\", \"store\": %s}"
                                .formatted(store));

        assertThat(response.propertyNames()).containsExactlyElementsOf(FIELDS);
        assertThat(response.get("id").stringValue()).startsWith("resp_");
        assertThat(response.get("object").stringValue()).isEqualTo("response");
        assertThat(response.get("status").stringValue()).isEqualTo("completed");
        assertThat(response.get("completed_at").longValue())
                .isGreaterThanOrEqualTo(response.get("created_at").longValue());
        assertThat(response.get("model").stringValue()).isEqualTo("builtin/parley");
        assertThat(response.get("store").booleanValue()).isEqualTo(store);
        assertThat(ResponseStreams.outputText(response)).contains("hello");
        JsonNode message = response.get("output").get(0);
        assertThat(message.propertyNames())
                .containsExactly("type", "id", "status", "role", "content");
        assertThat(message.get("content").get(0).propertyNames())
                .containsExactly("type", "text", "annotations", "logprobs");
        JsonNode usage = response.get("usage");
        assertThat(usage.get("input_tokens").longValue()).isPositive();
        assertThat(usage.get("output_tokens").longValue()).isPositive();
        assertThat(usage.get("total_tokens").longValue())
                .isEqualTo(
                        usage.get("input_tokens").longValue()
                                + usage.get("output_tokens").longValue());
        assertThat(usage.at("/input_tokens_details/cached_tokens").isIntegralNumber()).isTrue();
        assertThat(usage.at("/output_tokens_details/reasoning_tokens").isIntegralNumber()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/responses", "/responses", "/v1/responses/"})
    void theBaseAddressMayLackItsVersion(String path) throws Exception {
        WireAnswer answer = client.post(path, "{\"input\": \"Hello\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("status").stringValue()).isEqualTo("completed");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStreamTellsTheWholeStory(boolean store) throws Exception {
        List<JsonNode> events =
                ResponseStreams.create(
                        client,
                        """
                        {"input": "/fault tokens 5", "stream": true, "store": %s}
                        """
                                .formatted(store));

        assertThat(ResponseStreams.types(events).stream().distinct())
                .containsExactly(
                        "response.created",
                        "response.in_progress",
                        "response.output_item.added",
                        "response.content_part.added",
                        "response.output_text.delta",
                        "response.output_text.done",
                        "response.content_part.done",
                        "response.output_item.done",
                        "response.completed");
        JsonNode response = events.getLast().get("response");
        String text = ResponseStreams.text(events);
        assertThat(text).isNotEmpty().isEqualTo(ResponseStreams.outputText(response));
        JsonNode done = ResponseStreams.ofType(events, "response.output_text.done").getFirst();
        assertThat(done.get("text").stringValue()).isEqualTo(text);
        assertThat(
                        ResponseStreams.ofType(events, "response.output_item.done")
                                .getFirst()
                                .get("item"))
                .isEqualTo(response.get("output").get(0));
        JsonNode created = events.getFirst().get("response");
        assertThat(created.get("id")).isEqualTo(response.get("id"));
        assertThat(created.get("status").stringValue()).isEqualTo("in_progress");
        assertThat(created.get("output")).isEmpty();
        assertThat(created.get("usage").isNull()).isTrue();
    }

    @Test
    void whatWasAskedForIsShownAgain() throws Exception {
        String request =
                """
                {"model": "builtin/parley", "input": "Hello", "instructions": "Be brief.",
                 "temperature": 0.5, "top_p": 0.9, "max_output_tokens": 500,
                 "metadata": {"ticket": "7"}, "truncation": "auto", "user": "ada",
                 "parallel_tool_calls": false, "tool_choice": "auto",
                 "reasoning": {"effort": "low"}, "text": {"format": {"type": "text"}},
                 "tools": [{"type": "function", "name": "weather", "strict": true,
                            "parameters": {"type": "object", "properties": {}}}],
                 "something_new": 1}
                """;
        JsonNode created = create(request);

        assertThat(created.get("instructions").stringValue()).isEqualTo("Be brief.");
        assertThat(created.get("temperature").doubleValue()).isEqualTo(0.5);
        assertThat(created.get("top_p").doubleValue()).isEqualTo(0.9);
        assertThat(created.get("max_output_tokens").intValue()).isEqualTo(500);
        assertThat(created.get("metadata").get("ticket").stringValue()).isEqualTo("7");
        assertThat(created.get("truncation").stringValue()).isEqualTo("auto");
        assertThat(created.get("user").stringValue()).isEqualTo("ada");
        assertThat(created.get("parallel_tool_calls").booleanValue()).isFalse();
        assertThat(created.at("/reasoning/effort").stringValue()).isEqualTo("low");
        assertThat(created.at("/tools/0/name").stringValue()).isEqualTo("weather");
        JsonNode shown = client.get("/v1/responses/" + created.get("id").stringValue()).json();
        assertThat(shown).isEqualTo(created);
    }

    @Test
    void instructionsGuideOneAnswerAndAreNotKept() throws Exception {
        JsonNode first = create("{\"input\": \"Hello\", \"instructions\": \"Be brief.\"}");

        assertThat(
                        server.conversations()
                                .loadMessage(
                                        1,
                                        Long.parseLong(first.get("id").stringValue().substring(5))))
                .satisfies(answer -> {
                    var conversation = server.conversations().load(1, answer.conversationId());
                    assertThat(server.conversations().messages(conversation)).hasSize(2);
                });
    }

    @Test
    void itemsOfEveryRoleAreRead() throws Exception {
        JsonNode response =
                create(
                        """
                        {"input": [
                          {"role": "developer", "content": "Answer in English."},
                          {"type": "message", "role": "user",
                           "content": [{"type": "input_text", "text": "My name is Ada."}]},
                          {"type": "message", "role": "assistant", "id": "msg_elsewhere",
                           "status": "completed",
                           "content": [{"type": "output_text", "text": "Hello Ada.",
                                        "annotations": []}]},
                          {"role": "user", "content": "What is my name?"}]}
                        """);

        assertThat(ResponseStreams.outputText(response)).contains("Ada");
    }

    @Test
    void oneKeyIsOneResponse() throws Exception {
        String body = "{\"input\": \"Hello\"}";

        WireAnswer first = client.post("/v1/responses", body, "Idempotency-Key", "once");
        WireAnswer again = client.post("/v1/responses", body, "Idempotency-Key", "once");
        WireAnswer other =
                client.post("/v1/responses", "{\"input\": \"Bye\"}", "Idempotency-Key", "once");

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void aResponseIsAMessageInEveryOtherContract() throws Exception {
        JsonNode response = create("{\"input\": \"echo across\"}");
        String conversation =
                response.at("/conversation/id").stringValue().substring("conv_".length());

        JsonNode messages = client.get("/api/sessions/" + conversation + "/messages").json();

        assertThat(messages.get(1).get("content").stringValue())
                .isEqualTo(ResponseStreams.outputText(response));
    }

    @Test
    void anAnswerOfAnotherContractIsAResponse() throws Exception {
        JsonNode turn =
                client.post("/v1/turns", "{\"message\": \"echo across\", \"stream\": false}")
                        .json();
        String id = "resp_" + turn.at("/turn/id").asString();

        JsonNode response = client.get("/v1/responses/" + id).json();

        assertThat(response.propertyNames()).containsExactlyElementsOf(FIELDS);
        assertThat(ResponseStreams.outputText(response)).isEqualTo(turn.get("text").stringValue());
    }

    private JsonNode create(String json) throws InterruptedException {
        WireAnswer answer = client.post("/v1/responses", json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
