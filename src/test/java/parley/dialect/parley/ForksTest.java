package parley.dialect.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

/// Conversations branch, and know where they part.
class ForksTest {
    private static TestServer server;
    private static WireClient client;

    @BeforeAll
    static void start() {
        server = TestServer.start("builtin.faults=true");
        client = new WireClient(server.url(), Optional.of(server.ownerToken()));
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void aQuestionIsEditedInABranch() throws Exception {
        long original = ask(0, "What is 2 + 2?");
        ask(original, "And 3 + 3?");
        JsonNode messages = messages(original);
        long second = messages.path(2).path("id").asLong();

        JsonNode fork = fork(original, "{\"before_message_id\": %d}".formatted(second)).json();
        long edited = fork.path("id").asLong();
        ask(edited, "And 4 + 4?");

        assertThat(fork.path("message_count").asInt()).isEqualTo(2);
        assertThat(fork.path("forked_from").path("conversation_id").asLong()).isEqualTo(original);
        assertThat(fork.path("forked_from").path("message_id").asLong())
                .isEqualTo(messages.path(1).path("id").asLong());
        assertThat(texts(edited)).startsWith("What is 2 + 2?").contains("And 4 + 4?").hasSize(4);
        assertThat(texts(original)).contains("And 3 + 3?").doesNotContain("And 4 + 4?");
        String ways =
                "{\"after_sequence\":2,\"conversations\":[%d,%d]}".formatted(original, edited);
        assertThat(client.get(path(original) + "/forks").text())
                .isEqualTo("{\"forks\":[%s]}".formatted(ways));
        assertThat(client.get(path(edited) + "/forks").text())
                .isEqualTo("{\"forks\":[%s]}".formatted(ways));
    }

    @Test
    void aCopyOfAnAnswerSaysSo() throws Exception {
        long original = ask(0, "Hello");
        long answer = messages(original).path(1).path("id").asLong();

        long copy =
                fork(original, "{\"after_message_id\": %d}".formatted(answer))
                        .json()
                        .path("id")
                        .asLong();

        JsonNode copied = messages(copy).path(1);
        assertThat(copied.path("turn").asBoolean(true)).isFalse();
        assertThat(copied.path("model").asString()).isEqualTo("builtin/parley");
        assertThat(copied.has("usage")).isFalse();
        assertThat(copied.path("content")).isEqualTo(messages(original).path(1).path("content"));
        assertThat(messages(original).path(1).path("turn").asBoolean()).isTrue();
    }

    @Test
    void theFirstQuestionCanBeEditedToo() throws Exception {
        long original = ask(0, "Hello");
        long first = messages(original).path(0).path("id").asLong();

        JsonNode fork = fork(original, "{\"before_message_id\": %d}".formatted(first)).json();

        assertThat(fork.path("message_count").asInt()).isZero();
        assertThat(fork.path("forked_from").path("message_id").isNull()).isTrue();
        assertThat(client.get(path(original) + "/forks").json().at("/forks/0/after_sequence"))
                .hasToString("0");
    }

    @Test
    void whatBranchedFromNothingHasNoForks() throws Exception {
        long alone = ask(0, "Hello");

        assertThat(client.get(path(alone) + "/forks").text()).isEqualTo("{\"forks\":[]}");
    }

    @Test
    void whatIsBeingWrittenIsNotBranchedFrom() throws Exception {
        try (var stream = client.open("POST", "/v1/turns", "{\"message\": \"/fault silence\"}")) {
            JsonNode started = stream.next().orElseThrow().json();
            long turn = started.path("turn_id").asLong();
            long conversation = started.path("conversation_id").asLong();

            WireAnswer after = fork(conversation, "{\"after_message_id\": %d}".formatted(turn));
            WireAnswer before = fork(conversation, "{\"before_message_id\": %d}".formatted(turn));
            client.call("POST", "/v1/turns/%d/stop".formatted(turn), "");

            assertThat(after.status()).isEqualTo(409);
            assertThat(before.json().path("message_count").asInt()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"before_message_id\": M, \"after_message_id\": M}",
                "{\"before_message_id\": \"x\"}",
                "{\"before_message_id\": 0}",
                "{\"after_message_id\": 1.5}",
                "{\"before_message_id\": null}"
            })
    void oneMessageMustBeNamed(String body) throws Exception {
        long conversation = ask(0, "Hello");
        String message = messages(conversation).path(0).path("id").asString();

        WireAnswer answer = fork(conversation, body.replace("M", message));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().propertyNames()).containsExactly("detail");
    }

    @Test
    void aMessageOfAnotherConversationIsNotThere() throws Exception {
        long one = ask(0, "Hello");
        long other = ask(0, "Hello");
        long foreign = messages(other).path(0).path("id").asLong();

        WireAnswer answer = fork(one, "{\"before_message_id\": %d}".formatted(foreign));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("detail").asString())
                .isEqualTo("There is no message %d.".formatted(foreign));
    }

    /// @param conversation 0 for a new one
    private static long ask(long conversation, String text) throws InterruptedException {
        String target = conversation == 0 ? "" : "\"conversation_id\": %d,".formatted(conversation);
        WireAnswer answer =
                client.post(
                        "/v1/turns",
                        "{%s \"message\": \"%s\", \"stream\": false}".formatted(target, text));
        assertThat(answer.status()).isEqualTo(200);
        return Long.parseLong(answer.header("X-Session-Id"));
    }

    private static WireAnswer fork(long conversation, String body) throws InterruptedException {
        return client.post(path(conversation) + "/fork", body);
    }

    private static JsonNode messages(long conversation) throws InterruptedException {
        return client.get(path(conversation) + "/messages").json().path("messages");
    }

    private static List<String> texts(long conversation) throws InterruptedException {
        return messages(conversation).values().stream()
                .map(message -> message.path("content").asString())
                .toList();
    }

    private static String path(long conversation) {
        return "/v1/conversations/" + conversation;
    }
}
