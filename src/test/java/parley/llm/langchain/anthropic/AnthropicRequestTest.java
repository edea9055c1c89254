package parley.llm.langchain.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
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

/// What a request looks like to Anthropic.
class AnthropicRequestTest {
    private static final String SONNET_45 = "claude-sonnet-4-5-20250929";
    private static final List<ChatMessage> HI = List.of(new ChatMessage(Role.USER, "Hi"));

    private static JsonNode body(
            String model, List<ChatMessage> messages, ModelOptions options, String soFar) {
        return MessageRequest.of(
                        new ModelRequest(model, messages, soFar, options, true),
                        ClaudeModel.of(model).info().outputTokens())
                .body();
    }

    private static JsonNode messages(ChatMessage... messages) {
        return body(SONNET_45, List.of(messages), ModelOptions.DEFAULT, "").path("messages");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static ChatMessage parts(Role role, Part... parts) {
        return new ChatMessage(role, List.of(parts));
    }

    private static ModelOptions thinking(String effort) {
        return new ModelOptions(
                Sampling.DEFAULT, ToolUse.NONE, new OutputFormat.Text(), Optional.of(effort));
    }

    @Test
    void aPlainRequestHoldsNothingThatWasNotAsked() {
        assertThat(body(SONNET_45, HI, ModelOptions.DEFAULT, ""))
                .isEqualTo(
                        json(
                                """
                                {"model": "claude-sonnet-4-5-20250929", "max_tokens": 64000, "stream": true,
                                 "messages": [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}]}
                                """));
    }

    @Test
    void instructionsStandApart() {
        JsonNode body =
                body(
                        SONNET_45,
                        List.of(
                                new ChatMessage(Role.SYSTEM, "Be brief."),
                                new ChatMessage(Role.USER, "Hi"),
                                new ChatMessage(Role.SYSTEM, " "),
                                new ChatMessage(Role.SYSTEM, "Be kind.")),
                        ModelOptions.DEFAULT,
                        "");

        assertThat(body.path("system").asString()).isEqualTo("Be brief.\n\nBe kind.");
        assertThat(body.path("messages").size()).isEqualTo(1);
    }

    @Test
    void neighboursBecomeOneMessageAndTheUserBegins() {
        JsonNode messages =
                messages(
                        new ChatMessage(Role.ASSISTANT, "Welcome!"),
                        new ChatMessage(Role.USER, "One."),
                        new ChatMessage(Role.USER, " "),
                        new ChatMessage(Role.USER, "Two."));

        assertThat(messages)
                .isEqualTo(
                        json(
                                """
                                [{"role": "user", "content": [
                                    {"type": "text", "text": "(The conversation begins with your message.)"}]},
                                 {"role": "assistant", "content": [{"type": "text", "text": "Welcome!"}]},
                                 {"role": "user", "content": [
                                    {"type": "text", "text": "One."}, {"type": "text", "text": "Two."}]}]
                                """));
    }

    @Test
    void aHistoryThatEndsWithAnAnswerIsGoneOnWith() {
        JsonNode messages =
                messages(
                        new ChatMessage(Role.USER, "Count."),
                        new ChatMessage(Role.ASSISTANT, "One."));

        assertThat(messages.path(2).path("content").path(0).path("text").asString())
                .isEqualTo(MessageRequest.GO_ON);
    }

    @Test
    void picturesCallsAndResultsAreBlocks() {
        JsonNode messages =
                messages(
                        parts(
                                Role.USER,
                                new Part.Image("image/png", "aGk=", Optional.of("high")),
                                new Part.Text("What is it?")),
                        parts(
                                Role.ASSISTANT,
                                new Part.Text("Let me look."),
                                new Part.ToolCall("call_1", "look", "{\"at\":1}"),
                                new Part.ToolCall("call_2", "ask", "")),
                        parts(
                                Role.TOOL,
                                new Part.ToolResult("call_1", "look", "A cat.", false),
                                new Part.ToolResult("call_2", "ask", "", true)),
                        new ChatMessage(Role.USER, "Well?"));

        assertThat(messages)
                .isEqualTo(
                        json(
                                """
                                [{"role": "user", "content": [
                                    {"type": "image",
                                     "source": {"type": "base64", "media_type": "image/png", "data": "aGk="}},
                                    {"type": "text", "text": "What is it?"}]},
                                 {"role": "assistant", "content": [
                                    {"type": "text", "text": "Let me look."},
                                    {"type": "tool_use", "id": "call_1", "name": "look", "input": {"at": 1}},
                                    {"type": "tool_use", "id": "call_2", "name": "ask", "input": {}}]},
                                 {"role": "user", "content": [
                                    {"type": "tool_result", "tool_use_id": "call_1", "content": "A cat."},
                                    {"type": "tool_result", "tool_use_id": "call_2", "is_error": true},
                                    {"type": "text", "text": "Well?"}]}]
                                """));
    }

    @Test
    void ownThoughtsGoBackAsTheyCameAndOthersNever() {
        JsonNode content =
                messages(
                                new ChatMessage(Role.USER, "Hi"),
                                parts(
                                        Role.ASSISTANT,
                                        thought("Hm.", "anthropic", "thinking:abc=="),
                                        thought("", "anthropic", "redacted:xyz=="),
                                        thought("Foreign.", "openai", "thinking:no"),
                                        thought("Odd.", "anthropic", "no form of ours"),
                                        new Part.Reasoning("Bare.", "anthropic", Optional.empty()),
                                        new Part.Text("Hello.")),
                                new ChatMessage(Role.USER, "And?"))
                        .path(1)
                        .path("content");

        assertThat(content)
                .isEqualTo(
                        json(
                                """
                                [{"type": "thinking", "thinking": "Hm.", "signature": "abc=="},
                                 {"type": "redacted_thinking", "data": "xyz=="},
                                 {"type": "text", "text": "Hello."}]
                                """));
    }

    private static Part thought(String text, String origin, String signature) {
        return new Part.Reasoning(text, origin, Optional.of(signature));
    }

    @ParameterizedTest
    @CsvSource({
        "minimal,64000,1024",
        "low,64000,2048",
        "medium,64000,8192",
        "high,64000,24576",
        "high,4096,2048"
    })
    void anEffortIsABudgetThatLeavesRoomForTheAnswer(String effort, int maxTokens, int budget) {
        JsonNode body =
                body(
                        SONNET_45,
                        HI,
                        new ModelOptions(
                                new Sampling(OptionalDouble.of(0.5), OptionalInt.of(maxTokens)),
                                ToolUse.NONE,
                                new OutputFormat.Text(),
                                Optional.of(effort)),
                        "");

        assertThat(body.path("thinking"))
                .isEqualTo(
                        json("{\"type\": \"enabled\", \"budget_tokens\": %d}".formatted(budget)));
        assertThat(body.path("max_tokens").asInt()).isEqualTo(maxTokens);
        assertThat(body.has("temperature")).as("the API refuses it beside thinking").isFalse();
    }

    @Test
    void aModelWithoutRoomOrGiftDoesNotThink() {
        ModelOptions little =
                new ModelOptions(
                        new Sampling(OptionalDouble.empty(), OptionalInt.of(1000)),
                        ToolUse.NONE,
                        new OutputFormat.Text(),
                        Optional.of("high"));

        assertThat(body(SONNET_45, HI, little, "").has("thinking")).isFalse();
        assertThat(body("claude-3-5-haiku-latest", HI, thinking("high"), "").has("thinking"))
                .isFalse();
        assertThat(body(SONNET_45, HI, thinking("none"), "").has("thinking")).isFalse();
    }

    @Test
    void newerModelsDecideThemselvesHowLongToThink() {
        JsonNode first = body("claude-opus-4-6", HI, thinking("minimal"), "");
        assertThat(first.path("thinking")).isEqualTo(json("{\"type\": \"adaptive\"}"));
        assertThat(first.path("output_config")).isEqualTo(json("{\"effort\": \"low\"}"));
        assertThat(body("claude-opus-5-5", HI, thinking("high"), "").path("thinking"))
                .isEqualTo(json("{\"type\": \"adaptive\", \"display\": \"summarized\"}"));
        assertThat(body("claude-opus-5", HI, thinking("none"), "").path("thinking"))
                .isEqualTo(json("{\"type\": \"disabled\"}"));
    }

    @Test
    void aTurnThatAnotherModelBeganIsNotThoughtAbout() {
        List<ChatMessage> begunElsewhere =
                List.of(
                        new ChatMessage(Role.USER, "Hi"),
                        parts(Role.ASSISTANT, new Part.ToolCall("call_1", "look", "{}")),
                        parts(Role.TOOL, new Part.ToolResult("call_1", "look", "x", false)));
        List<ChatMessage> begunHere =
                List.of(
                        new ChatMessage(Role.USER, "Hi"),
                        parts(
                                Role.ASSISTANT,
                                thought("Hm.", "anthropic", "thinking:abc"),
                                new Part.ToolCall("call_1", "look", "{}")),
                        parts(Role.TOOL, new Part.ToolResult("call_1", "look", "x", false)));

        assertThat(body(SONNET_45, begunElsewhere, thinking("low"), "").has("thinking")).isFalse();
        assertThat(body(SONNET_45, begunHere, thinking("low"), "").has("thinking")).isTrue();
    }

    @Test
    void samplingKeepsToWhatTheModelAccepts() {
        ModelOptions options =
                ModelOptions.of(
                        new Sampling(
                                OptionalDouble.of(1.7),
                                OptionalDouble.of(0.9),
                                OptionalInt.of(1_000_000),
                                List.of("END"),
                                OptionalLong.of(7),
                                OptionalDouble.of(1),
                                OptionalDouble.of(1)));

        JsonNode old = body("claude-3-7-sonnet-latest", HI, options, "");
        assertThat(old.path("temperature").asDouble()).isEqualTo(1);
        assertThat(old.path("top_p").asDouble()).isEqualTo(0.9);
        assertThat(old.path("max_tokens").asInt()).isEqualTo(64_000);
        assertThat(old.path("stop_sequences")).isEqualTo(json("[\"END\"]"));
        assertThat(old.has("seed") || old.has("presence_penalty")).isFalse();

        JsonNode newer = body(SONNET_45, HI, options, "");
        assertThat(newer.has("temperature")).isTrue();
        assertThat(newer.has("top_p")).isFalse();

        JsonNode newest = body("claude-opus-4-7", HI, options, "");
        assertThat(newest.has("temperature") || newest.has("top_p")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "claude-3-opus-20240229,4096",
        "claude-3-5-sonnet-20241022,8192",
        "claude-opus-4-1-20250805,8192",
        "claude-sonnet-4-5,64000",
        "some-model-of-a-gateway,4096"
    })
    void aLimitIsSentBecauseTheApiWantsOne(String model, int limit) {
        assertThat(body(model, HI, ModelOptions.DEFAULT, "").path("max_tokens").asInt())
                .isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-sonnet-4-5", "claude-opus-4-6", "some-model-of-a-gateway"})
    void anAnswerIsContinuedByAskingForIt(String model) {
        JsonNode messages = body(model, HI, ModelOptions.DEFAULT, "Once upon ").path("messages");

        assertThat(messages.path(1).path("content").path(0).path("text").asString())
                .isEqualTo("Once upon ");
        assertThat(messages.path(2).path("content").path(0).path("text").asString())
                .isEqualTo(MessageRequest.CONTINUE);
    }

    @Test
    void anOlderModelGoesOnFromTheBeginningItIsGiven() {
        MessageRequest request =
                MessageRequest.of(
                        new ModelRequest(
                                "claude-sonnet-4-20250514",
                                HI,
                                "Once upon \n",
                                thinking("high"),
                                true),
                        OptionalInt.empty());

        assertThat(request.prefill()).isEqualTo("Once upon");
        assertThat(request.body().path("messages").size()).isEqualTo(2);
        assertThat(request.body().path("messages").path(1))
                .isEqualTo(
                        json(
                                "{\"role\": \"assistant\", \"content\": [{\"type\": \"text\", \"text\": \"Once upon\"}]}"));
        assertThat(request.body().has("thinking")).isFalse();
    }
}
