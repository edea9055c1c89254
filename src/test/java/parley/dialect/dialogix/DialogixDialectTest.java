package parley.dialect.dialogix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialect.DialectTest;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

final class DialogixDialectTest extends DialectTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "/api/v1"})
    void everyRouteIsThereWithAndWithoutItsPrefix(String base) throws Exception {
        JsonNode health = client.get(base + "/health").json();
        assertThat(health.propertyNames()).containsExactly("status", "timestamp", "version");
        assertThat(health.get("status").stringValue()).isEqualTo("ok");
        assertThat(Instant.parse(health.get("timestamp").stringValue())).isNotNull();

        WireAnswer first =
                client.post(base + "/chat/completions", "{\"message\": \"/fault tokens 2\"}");
        JsonNode completion = first.json();
        assertThat(completion.propertyNames())
                .containsExactly("message", "messageId", "conversation_id");
        assertThat(completion.get("message").stringValue()).isEqualTo("zero one");
        assertThat(completion.get("messageId").stringValue())
                .isEqualTo("msg-" + first.header("X-Turn-Id"));
        assertThat(first.header("X-Model-Used")).isEqualTo("builtin/parley");

        JsonNode messages =
                client.get(base + "/chat/history/" + name(completion)).json().get("messages");
        assertThat(messages.get(0).propertyNames())
                .containsExactly("id", "content", "role", "timestamp", "status");
        assertThat(messages.values())
                .extracting(message -> message.get("role").stringValue())
                .containsExactly("user", "assistant");
        assertThat(messages.get(1).get("id")).isEqualTo(completion.get("messageId"));

        JsonNode made = client.post(base + "/chat/conversations", "").json();
        assertThat(made.propertyNames()).containsExactly("conversation_id");
        assertThat(name(made)).matches("session-[0-9]+");
        assertThat(client.get(base + "/chat/history/" + name(made)).text())
                .isEqualTo("{\"messages\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"message\": \"\"}",
                "{\"message\": null}",
                "{\"message\": \" \\n\\u00a0\"}"
            })
    void aMessageIsRequired(String body) throws Exception {
        WireAnswer answer = client.post("/chat/completions", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .isEqualTo(
                        "{\"error\":\"Invalid request format\",\"details\":\"message field is required\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"session-1704459600000", "my own / name & more?", "会話 🙂", "7", "session-0"})
    void aNameThatAClientInventsStaysValid(String name) throws Exception {
        String path = "/chat/history/" + encoded(name);
        assertThat(client.get(path).status()).isEqualTo(404);

        JsonNode first = say(name, "Hello");
        JsonNode second = say(name, "Hello again");

        assertThat(name(first)).isEqualTo(name);
        assertThat(name(second)).isEqualTo(name);
        assertThat(client.get(path).json().get("messages").size()).isEqualTo(4);
    }

    @Test
    void theNamesGivenOutNeverMeanAConversationThatAClientNamedSo() throws Exception {
        try (TestServer fresh = TestServer.start();
                WireClient own = new WireClient(fresh.url(), Optional.empty())) {
            // Conversation 1 takes the names that conversations 2 and 3 would have had.
            own.post(
                    "/chat/completions",
                    "{\"message\": \"One\", \"conversation_id\": \"session-2\"}");
            JsonNode two = own.post("/chat/conversations", "").json();
            own.post(
                    "/chat/completions",
                    "{\"message\": \"Three\", \"conversation_id\": \"session-4\"}");
            own.post(
                    "/chat/completions",
                    "{\"message\": \"Four\", \"conversation_id\": \"session-004\"}");

            assertThat(name(two)).isEqualTo("session-02");
            own.post(
                    "/chat/completions",
                    "{\"message\": \"Two\", \"conversation_id\": \"session-02\"}");
            assertThat(firstMessage(own, "session-2")).isEqualTo("One");
            assertThat(firstMessage(own, "session-1")).isEqualTo("One");
            assertThat(firstMessage(own, "session-02")).isEqualTo("Two");
            assertThat(own.get("/chat/history/session-002").status()).isEqualTo(404);
            // session-4 is conversation 3's; 004 meant nothing yet and became conversation 4's own.
            assertThat(firstMessage(own, "session-4")).isEqualTo("Three");
            assertThat(firstMessage(own, "session-004")).isEqualTo("Four");
            assertThat(firstMessage(own, "session-04")).isEqualTo("Four");
        }
    }

    @Test
    void aNameMeansAnotherConversationInEachAccount() throws Exception {
        say("shared name", "Mine");
        long mine = conversations(client);
        try (WireClient other =
                new WireClient(server.url(), Optional.of(server.newToken("other")))) {
            assertThat(other.get("/chat/history/shared%20name").status()).isEqualTo(404);

            other.post(
                    "/chat/completions",
                    "{\"message\": \"Theirs\", \"conversation_id\": \"shared name\"}");

            assertThat(firstMessage(other, "shared%20name")).isEqualTo("Theirs");
        }
        assertThat(firstMessage(client, "shared%20name")).isEqualTo("Mine");
        assertThat(conversations(client)).isEqualTo(mine);
    }

    @Test
    void theNameOfAForeignConversationBeginsAnOwnOne() throws Exception {
        String foreign = name(client.post("/chat/conversations", "").json());
        try (WireClient other =
                new WireClient(server.url(), Optional.of(server.newToken("another")))) {
            WireAnswer unseen = other.get("/chat/history/" + foreign);
            assertThat(unseen.status()).isEqualTo(404);
            assertThat(unseen.json().get("details").stringValue())
                    .isEqualTo("There is no conversation %s.".formatted(foreign));

            other.post(
                    "/chat/completions",
                    "{\"message\": \"Hello\", \"conversation_id\": \"%s\"}".formatted(foreign));

            assertThat(firstMessage(other, foreign)).isEqualTo("Hello");
        }
        assertThat(client.get("/chat/history/" + foreign).text()).isEqualTo("{\"messages\":[]}");
    }

    @Test
    void withoutANameEachMessageBeginsAConversation() throws Exception {
        String absent = name(client.post("/chat/completions", "{\"message\": \"Hi\"}").json());
        String empty = name(say("", "Hi"));
        String nothing =
                name(
                        client.post(
                                        "/chat/completions",
                                        "{\"message\": \"Hi\", \"conversation_id\": null}")
                                .json());

        assertThat(List.of(absent, empty, nothing)).doesNotHaveDuplicates();
    }

    @Test
    void aNameOutlivesTheServer() throws Exception {
        try (TestServer mortal = TestServer.start()) {
            String body = "{\"message\": \"Hello\", \"conversation_id\": \"session-99\"}";
            try (WireClient before = new WireClient(mortal.url(), Optional.empty())) {
                before.post("/chat/completions", body);
            }

            mortal.restart();

            try (WireClient after = new WireClient(mortal.url(), Optional.empty())) {
                after.post("/chat/completions", body);
                assertThat(after.get("/chat/history/session-99").json().get("messages").size())
                        .isEqualTo(4);
                assertThat(conversations(after)).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"an invented name\"", "null"})
    void aFirstMessageThatIsRepeatedUnderItsKeyBeginsOneConversation(String name) throws Exception {
        String body = "{\"message\": \"Hello\", \"conversation_id\": %s}".formatted(name);
        String key = "first " + name.replace("\"", "");
        long before = conversations(client);

        WireAnswer first = client.post("/chat/completions", body, "Idempotency-Key", key);
        WireAnswer again = client.post("/chat/completions", body, "Idempotency-Key", key);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(conversations(client)).isEqualTo(before + 1);
    }

    @Test
    void twoFirstMessagesUnderOneNameMeetInOneConversation() throws Exception {
        Thread one = Thread.ofVirtual().start(() -> sayAtOnce("met at once", "/fault tokens 1"));
        Thread two = Thread.ofVirtual().start(() -> sayAtOnce("met at once", "/fault tokens 1"));
        one.join();
        two.join();

        assertThat(client.get("/chat/history/met%20at%20once").json().get("messages").size())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\\nb", "a\\u0007b", "a\\u2028b"})
    void whatCannotBeReadIsNoName(String name) throws Exception {
        assertRefused(name);
    }

    @Test
    void aNameHasAtMostTwoHundredCharacters() throws Exception {
        assertRefused("n".repeat(201));
        assertThat(name(say("n".repeat(200), "Hi"))).hasSize(200);
    }

    private void assertRefused(String name) throws InterruptedException {
        WireAnswer answer =
                client.post(
                        "/chat/completions",
                        "{\"message\": \"Hi\", \"conversation_id\": \"%s\"}".formatted(name));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("details").stringValue()).startsWith("conversation_id must");
    }

    private void sayAtOnce(String name, String message) {
        try {
            say(name, message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode say(String name, String message) throws InterruptedException {
        WireAnswer answer =
                client.post(
                        "/chat/completions",
                        "{\"message\": \"%s\", \"conversation_id\": \"%s\"}"
                                .formatted(message, name));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static String firstMessage(WireClient reader, String name) throws InterruptedException {
        JsonNode messages = reader.get("/chat/history/" + name).json().get("messages");
        return messages.get(0).get("content").stringValue();
    }

    private static long conversations(WireClient reader) throws InterruptedException {
        return reader.get("/api/sessions").json().size();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String name(JsonNode node) {
        return node.get("conversation_id").stringValue();
    }

    @Test
    void onlyTheNameThatIsShownIsTheNumberOfAConversation() throws Exception {
        String shown = name(client.post("/chat/conversations", "").json());
        String other = shown.replace("session-", "session-0");
        assertThat(client.get("/chat/history/" + shown).status()).isEqualTo(200);
        assertThat(client.get("/chat/history/" + other).status()).isEqualTo(404);

        say(other, "Hello");

        assertThat(firstMessage(client, other)).isEqualTo("Hello");
        assertThat(client.get("/chat/history/" + shown).json().get("messages")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[]", "7", "{\"a\": 1e999}", "{\"a\": \"\\u0000\"}", " "})
    void aBodyThatIsNotNeededMustBeWholeAllTheSame(String body) throws Exception {
        WireAnswer answer = client.post("/chat/conversations", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").stringValue()).isEqualTo("Invalid request format");
    }

    @Test
    void anAddressThatIsTooLongIsToldInThisContractsShape() throws Exception {
        WireAnswer answer = client.get("/chat/history/" + "a".repeat(9000));

        assertThat(answer.status()).isEqualTo(414);
        assertThat(answer.json().get("details").stringValue())
                .isEqualTo("The address of the request is too long.");
    }
}
