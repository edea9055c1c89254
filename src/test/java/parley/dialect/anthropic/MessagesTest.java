package parley.dialect.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialect.DialectTest;
import parley.dialect.WireAnswer;
import tools.jackson.databind.JsonNode;

/// Whole answers, from the built-in engine.
final class MessagesTest extends DialectTest {
    private static final String PATH = "/v1/messages";
    private static final String VERSION = "anthropic-version";
    private static final String WEATHER =
            """
            "tools": [{"name": "get_weather", "description": "Get the weather of a city",
                "input_schema": {"type": "object", "properties": {"city": {"type": "string"}},
                    "required": ["city"]}}]
            """;

    @ParameterizedTest
    @ValueSource(strings = {PATH, "/messages"})
    void anAnswerHasAnthropicsForm(String path) throws Exception {
        WireAnswer answer = client.post(path, ask("/fault tokens 3", ""), VERSION, "2023-06-01");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("X-Model-Used")).isEqualTo("builtin/parley");
        assertThat(answer.header("request-id")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.text())
                .matches(
                        "\\{\"id\":\"msg_[0-9a-f]{32}\",\"type\":\"message\",\"role\":\"assistant\","
                                + "\"model\":\"builtin/parley\",\"content\":\\[\\{\"type\":\"text\",\"text\":\"zero"
                                + " one two\"}],\"stop_reason\":\"end_turn\",\"stop_sequence\":null,"
                                + "\"usage\":\\{\"input_tokens\":[1-9][0-9]*,\"cache_creation_input_tokens\":0,"
                                + "\"cache_read_input_tokens\":0,\"output_tokens\":3}}");
    }

    @Test
    void aCutAnswerSaysWhy() throws Exception {
        JsonNode json =
                client.post(
                                PATH,
                                """
                                {"model": "builtin/parley", "max_tokens": 2,
                                 "messages": [{"role": "user", "content": "/fault tokens 3"}]}
                                """)
                        .json();

        assertThat(json.get("stop_reason").stringValue()).isEqualTo("max_tokens");
        assertThat(json.at("/content/0/text").stringValue()).isEqualTo("zero one");
    }

    @Test
    void aToolIsAskedForAndItsAnswerTold() throws Exception {
        WireAnswer asked =
                client.post(
                        PATH,
                        ask(
                                "What is the weather in Paris?",
                                ", \"tool_choice\": {\"type\": \"any\"}, " + WEATHER));

        assertThat(asked.json().get("stop_reason").stringValue())
                .as(asked.text())
                .isEqualTo("tool_use");
        JsonNode call = asked.json().at("/content/0");
        assertThat(call.propertyNames()).containsExactly("type", "id", "name", "input");
        assertThat(call.get("name").stringValue()).isEqualTo("get_weather");
        assertThat(call.at("/input/city").stringValue()).isEqualTo("Paris");

        WireAnswer told =
                client.post(
                        PATH,
                        """
                        {"model": "builtin/parley", "max_tokens": 100, %s, "messages": [
                          {"role": "user", "content": "What is the weather in Paris?"},
                          {"role": "assistant", "content": %s},
                          {"role": "user", "content": [{"type": "tool_result", "tool_use_id": %s,
                            "content": [{"type": "text", "text": "18 degrees and rain"}]}]}]}
                        """
                                .formatted(WEATHER, asked.json().get("content"), call.get("id")));
        assertThat(told.json().at("/content/0/text").stringValue())
                .as(told.text())
                .contains("18 degrees");
    }

    @Test
    void everyFormOfContentIsTaken() throws Exception {
        WireAnswer answer =
                client.post(
                        PATH,
                        """
                        {"model": "builtin/parley", "max_tokens": 2000, "top_k": 5, "top_p": 0.9,
                         "temperature": 1, "stop_sequences": ["END"], "metadata": {"user_id": "ada"},
                         "service_tier": "auto", "unknown": 1,
                         "thinking": {"type": "enabled", "budget_tokens": 1024},
                         "output_config": {"effort": "max"},
                         "system": [{"type": "text", "text": "Be short.",
                           "cache_control": {"type": "ephemeral"}}, {"type": "text", "text": "Be kind."}],
                         "messages": [
                           {"role": "user", "content": [
                             {"type": "text", "text": "What is this?"},
                             {"type": "image", "source": {"type": "base64", "media_type": "image/png",
                               "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="}},
                             {"type": "document", "title": "T", "source": {"type": "text",
                               "media_type": "text/plain", "data": "Words."}}]},
                           {"role": "assistant", "content": [
                             {"type": "thinking", "thinking": "Hm.", "signature": "EqQBCgIYAhIM1gbc"},
                             {"type": "redacted_thinking", "data": "EmwKAhgB"},
                             {"type": "text", "text": "I look."},
                             {"type": "tool_use", "id": "toolu_1", "name": "look", "input": {"x": 1}}]},
                           {"role": "user", "content": [
                             {"type": "tool_result", "tool_use_id": "toolu_1", "is_error": true,
                               "content": "No light."},
                             {"type": "text", "text": "/fault tokens 2"}]}]}
                        """);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/content/0/text").stringValue()).isEqualTo("zero one");
    }

    @Test
    void anAnswerKeepsToASchema() throws Exception {
        WireAnswer answer =
                client.post(
                        PATH,
                        ask(
                                "Ada is 36 years old.",
                                """
                                , "output_config": {"format": {"type": "json_schema", "schema": {
                                  "type": "object", "required": ["name"],
                                  "properties": {"name": {"type": "string"}}}}}
                                """));

        assertThat(answer.json().at("/content/0/text").stringValue()).startsWith("{\"name\":");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"model":"m","messages":[{"role":"user","content":"Hi"}]} | max_tokens
                    {"max_tokens":9,"messages":[{"role":"user","content":"Hi"}]} | model
                    {"model":"m","max_tokens":0,"messages":[{"role":"user","content":"Hi"}]} | max_tokens
                    {"model":"m","max_tokens":9} | messages
                    {"model":"m","max_tokens":9,"messages":[]} | messages
                    {"model":"m","max_tokens":9,"messages":[{"role":"tool","content":"Hi"}]} | messages[0].role
                    {"model":"m","max_tokens":9,"messages":[{"role":"user","content":7}]} | messages[0].content
                    {"model":"m","max_tokens":9,"messages":[{"role":"user","content":[{"type":"image","source":{"type":"url","url":"http://x/y.png"}}]}]} | fetches no pictures
                    {"model":"m","max_tokens":9,"messages":[{"role":"user","content":[{"type":"image","source":{"type":"base64","media_type":"image/png","data":"aGVsbG8gd29ybGQh"}}]}]} | PNG, JPEG
                    {"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Hi"}],"temperature":1.1} | temperature
                    {"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Hi"}],"stop_sequences":[" "]} | stop_sequences
                    {"model":"m","max_tokens":2000,"messages":[{"role":"user","content":"Hi"}],"thinking":{"type":"enabled","budget_tokens":9}} | thinking.budget_tokens
                    {"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Hi"}],"thinking":{"type":"enabled","budget_tokens":2000}} | max_tokens
                    {"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Hi"}],"tools":[{"type":"web_search_20250305","name":"web_search"}]} | runs no tools itself
                    {"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Hi"}],"tools":[{"name":"f"}]} | tools[0].input_schema
                    {"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Hi"}],"tool_choice":{"type":"tool","name":"f"}} | tool_choice.name
                    {"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Hi"}],"mcp_servers":[{"name":"x"}]} | mcp_servers
                    """)
    void aWrongRequestIsToldWhatIsWrong(String body, String named) throws Exception {
        WireAnswer answer = client.post(PATH, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertError(answer, "invalid_request_error", named);
    }

    @Test
    void everyErrorHasAnthropicsForm() throws Exception {
        String unknown = ask("Hi", "").replace("builtin/parley", "nobody/nothing");
        assertError(client.post(PATH, unknown), "not_found_error", "nobody/nothing");
        assertError(client.post(PATH, "{"), "invalid_request_error", "JSON");
        assertError(client.get(PATH), "invalid_request_error", "POST");
        assertError(client.get(PATH + "/batches"), "not_found_error", PATH);
        assertError(
                client.post(PATH, ask("Hi", ""), "x-api-key", "wrong"),
                "authentication_error",
                "token");
        assertError(
                client.get("/v1/models/nobody%2Fnothing", VERSION, "2023-06-01"),
                "not_found_error",
                "nobody/nothing");
        assertError(client.post(PATH, ask("/fault refuse", "")), "api_error", "");
        WireAnswer busy = client.post(PATH, ask("/fault rate-limit 30", ""));
        assertError(busy, "rate_limit_error", "");
        assertThat(busy.header("Retry-After")).isEqualTo("30");
    }

    @Test
    void aKeyIsAToken() throws Exception {
        WireAnswer answer =
                client.post(PATH, ask("/fault tokens 1", ""), "x-api-key", server.ownerToken());

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void tokensAreCountedWithoutAnAnswer() throws Exception {
        long few = count("Hi", "");
        long more = count("Hi, how are you today?", "");
        long withTools = count("Hi", ", " + WEATHER);

        assertThat(more).isGreaterThan(few);
        assertThat(withTools).isGreaterThan(few + 5);
    }

    @Test
    void modelsAreListedInThisForm() throws Exception {
        WireAnswer list = client.get("/v1/models?limit=1", VERSION, "2023-06-01");
        assertThat(list.json().propertyNames())
                .containsExactly("data", "has_more", "first_id", "last_id");
        assertThat(list.json().at("/data/0").propertyNames())
                .containsExactly("type", "id", "display_name", "created_at");
        assertThat(list.json().at("/first_id").stringValue()).isEqualTo("builtin/parley");

        for (String path : List.of("/v1/models/builtin/parley", "/models/builtin%2Fparley")) {
            assertThat(client.get(path, VERSION, "2023-06-01").json().get("type").stringValue())
                    .isEqualTo("model");
        }
        assertThat(
                        client.get("/v1/models?after_id=builtin/parley", VERSION, "2023-06-01")
                                .json()
                                .get("data"))
                .isEmpty();
    }

    private long count(String text, String more) throws InterruptedException {
        WireAnswer answer =
                client.post(
                        PATH + "/count_tokens",
                        ask(text, more).replace("\"max_tokens\": 100,", ""));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("input_tokens").longValue();
    }

    private static void assertError(WireAnswer answer, String type, String named) {
        assertThat(answer.json().propertyNames())
                .as(answer.text())
                .containsExactly("type", "error");
        assertThat(answer.json().get("type").stringValue()).isEqualTo("error");
        assertThat(answer.json().at("/error/type").stringValue()).as(answer.text()).isEqualTo(type);
        assertThat(answer.json().at("/error/message").stringValue()).isNotBlank().contains(named);
        assertThat(answer.header("request-id")).isEqualTo(answer.header("X-Request-Id"));
    }

    private static String ask(String text, String more) {
        return """
        {"model": "builtin/parley", "max_tokens": 100, "messages": [{"role": "user", "content": "%s"}]%s}
        """
                .formatted(text, more);
    }
}
