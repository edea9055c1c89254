package parley.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import parley.testing.TestServer;
import parley.testing.anthropic.AnthropicReply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Anthropic signed is kept with a conversation, and goes back to Anthropic alone.
final class SignedThoughtsTest {
    private static final String BLOCKS =
            """
            {"type":"thinking","thinking":"Hm. 📈","signature":"abc+/=="},\
            {"type":"redacted_thinking","data":"xyz+/=="},{"type":"text","text":"Hello."}\
            """;

    private final ScriptedProvider anthropic =
            ScriptedProvider.start()
                    .models(AnthropicReply.models("claude-sonnet-4-5"))
                    .otherwise(AnthropicReply.answer("Fine", "."));
    private final ScriptedProvider openAi = ScriptedProvider.start();
    private final TestServer server =
            TestServer.start(
                    "anthropic.base.url=" + anthropic.baseUrl(),
                    "anthropic.api.key=sk-ant-canary",
                    "openai.base.url=" + openAi.baseUrl());
    private final WireClient client = new WireClient(server.url(), Optional.empty());

    @AfterEach
    void stop() {
        client.close();
        server.close();
        anthropic.close();
        openAi.close();
    }

    private JsonNode ask(String body) throws InterruptedException {
        WireAnswer answer = client.post("/v1/turns", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static Reply thoughtful(boolean streamed) {
        return streamed
                ? Reply.streamHead()
                        .then(AnthropicReply.messageStart(7))
                        .then(
                                AnthropicReply.blockStart(
                                        0, "{\"type\":\"thinking\",\"thinking\":\"\"}"))
                        .then(
                                AnthropicReply.delta(
                                        0, "{\"type\":\"thinking_delta\",\"thinking\":\"Hm. 📈\"}"))
                        .then(
                                AnthropicReply.delta(
                                        0,
                                        "{\"type\":\"signature_delta\",\"signature\":\"abc+/==\"}"))
                        .then(AnthropicReply.blockStop(0))
                        .then(
                                AnthropicReply.blockStart(
                                        1, "{\"type\":\"redacted_thinking\",\"data\":\"xyz+/==\"}"))
                        .then(AnthropicReply.blockStop(1))
                        .then(
                                AnthropicReply.blockStart(
                                        0, "{\"type\":\"text\",\"text\":\"Hello.\"}"))
                        .then(AnthropicReply.ended("end_turn", 9))
                : Reply.json(AnthropicReply.message(BLOCKS, "end_turn", 9));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theyGoBackUnchangedAfterARestartToo(boolean streamed) throws Exception {
        anthropic.next(wire -> thoughtful(wire.request().wantsStream()).play(wire));
        WireAnswer first =
                client.post(
                        "/v1/turns",
                        "{\"message\":\"Hi\",\"model\":\"anthropic/claude-sonnet-4-5\",\"stream\":%s}"
                                .formatted(streamed));
        assertThat(first.status()).as(first.text()).isEqualTo(200);

        server.restart();
        try (WireClient again = new WireClient(server.url(), Optional.empty())) {
            again.post(
                    "/v1/turns", "{\"message\":\"And?\",\"conversation_id\":1,\"stream\":false}");
        }

        assertThat(anthropic.requests().getLast().json().path("messages").path(1).path("content"))
                .isEqualTo(JsonMapper.shared().readTree("[" + BLOCKS + "]"));
    }

    @Test
    void nobodyElseGetsThem() throws Exception {
        anthropic.next(wire -> thoughtful(wire.request().wantsStream()).play(wire));
        ask("{\"message\":\"Hi\",\"model\":\"anthropic/claude-sonnet-4-5\",\"stream\":false}");

        ask(
                "{\"message\":\"And?\",\"conversation_id\":1,\"model\":\"openai/scripted\",\"stream\":false}");

        assertThat(openAi.requests().getLast().body())
                .contains("Hello.")
                .doesNotContain("Hm.")
                .doesNotContain("abc+")
                .doesNotContain("xyz+");
    }
}
