package parley.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialect.SseEvent;
import parley.dialect.SseReader;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import tools.jackson.databind.JsonNode;

/// `kill -9` in the midst of an answer that holds more than text: every part that was said is kept.
class KilledRichAnswerTest {
    /// Longer than what a kill may lose.
    private static final Duration LONG_AGO = Duration.ofMillis(600);

    private static final String PICTURE = "iVBORw0KGgo=";

    private static final Reply RICH =
            Reply.streamHead()
                    .then(delta("\"reasoning_content\":\"I draw it.\""))
                    .then(Reply.tokens("Here", " it is."))
                    .then(
                            delta(
                                    "\"images\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,%s\"}}]"
                                            .formatted(PICTURE)))
                    .then(call(0, "call_a", "keep", "{\\\"name\\\":\\\"cat\\\"}"))
                    .then(call(1, "call_b", "send", "{\\\"to\\\":"))
                    .then(Reply.pause(LONG_AGO))
                    .then(
                            delta(
                                    "\"tool_calls\":[{\"index\":1,\"function\":{\"arguments\":\" \"}}]"))
                    .then(Reply.hang());

    private static final String QUESTION =
            """
            {"model": "openai/scripted", "stream": true, "input": "Draw a cat",
             "tools": [
               {"type": "function", "name": "keep", "parameters": {"type": "object"}},
               {"type": "function", "name": "send", "parameters": {"type": "object"}}]}
            """;

    @TempDir private Path folder;

    /// What is known of the answer before the kill.
    private record Asked(long turn, long conversation) {}

    private static Reply delta(String fields) {
        return Reply.event(
                "{\"choices\":[{\"index\":0,\"delta\":{%s},\"finish_reason\":null}]}"
                        .formatted(fields));
    }

    private static Reply call(int index, String id, String name, String arguments) {
        return delta(
                "\"tool_calls\":[{\"index\":%d,\"id\":\"%s\",\"type\":\"function\",\"function\":{\"name\":\"%s\",\"arguments\":\"%s\"}}]"
                        .formatted(index, id, name, arguments));
    }

    @Test
    void allPartsAreKeptReadAndGoneOnWith() throws InterruptedException {
        Launcher launcher = new Launcher(folder);
        Path home = folder.resolve("home");
        try (ScriptedProvider provider = ScriptedProvider.start()) {
            String[] options = {
                "--set", "openai.base.url=" + provider.baseUrl(), "--set", "openai.api.key=none"
            };
            Asked asked;
            provider.next(RICH);
            try (RunningServer server = launcher.serve(home, options);
                    WireClient client = server.owner()) {
                asked = killInTheMidst(server, client);
            }
            try (RunningServer server = launcher.serve(home, options);
                    WireClient client = server.owner()) {
                checkKept(client, asked);
                goOn(client, provider, asked);
            }
        }
    }

    private static Asked killInTheMidst(RunningServer server, WireClient client)
            throws InterruptedException {
        try (SseReader reader = client.open("POST", "/v1/responses", QUESTION)) {
            long turn = Long.parseLong(reader.header("X-Turn-Id"));
            SseEvent event = reader.take();
            while (!event.data().contains("\"delta\":\" \"")) {
                event = reader.take();
            }
            long conversation =
                    client.get("/v1/turns/" + turn).json().path("conversation_id").asLong();
            server.kill();
            return new Asked(turn, conversation);
        }
    }

    private static void checkKept(WireClient client, Asked asked) throws InterruptedException {
        JsonNode message =
                client.get("/v1/conversations/%d/messages".formatted(asked.conversation()))
                        .json()
                        .at("/messages/1");
        assertThat(message.path("status").asString()).isEqualTo("interrupted");
        assertThat(message.path("parts").values())
                .extracting(part -> part.path("type").asString())
                .containsExactly("reasoning", "text", "image", "tool_call");
        assertThat(message.at("/parts/0/text").asString()).isEqualTo("I draw it.");
        assertThat(message.at("/parts/2/data").asString()).isEqualTo(PICTURE);
        assertThat(message.at("/parts/3/id").asString()).isEqualTo("call_a");
        assertThat(message.at("/parts/3/arguments").asString()).isEqualTo("{\"name\":\"cat\"}");
        for (Door.Contract contract : Door.Contract.values()) {
            assertThat(contract.history(client, asked.conversation()))
                    .as("%s", contract)
                    .isEqualTo(List.of("Draw a cat", "Here it is."));
        }
        JsonNode response = client.get("/v1/responses/resp_" + asked.turn()).json();
        assertThat(response.path("status").asString()).isIn("incomplete", "failed");
        assertThat(response.path("output").toString())
                .contains("Here it is.", "call_a")
                .doesNotContain("call_b");
    }

    private static void goOn(WireClient client, ScriptedProvider provider, Asked asked)
            throws InterruptedException {
        provider.next(Reply.answer(" And", " done."));

        WireAnswer rest =
                client.post("/v1/turns/%d/continue".formatted(asked.turn()), "{\"stream\": false}");

        assertThat(rest.status()).as(rest.text()).isEqualTo(200);
        assertThat(rest.json().path("text").asString()).isEqualTo("Here it is. And done.");
        JsonNode message =
                client.get("/v1/conversations/%d/messages".formatted(asked.conversation()))
                        .json()
                        .at("/messages/1");
        assertThat(message.path("status").asString()).isEqualTo("complete");
        assertThat(message.path("parts").toString()).contains(PICTURE, "call_a", " And done.");
    }
}
