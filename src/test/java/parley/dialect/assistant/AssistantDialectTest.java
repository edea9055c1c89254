package parley.dialect.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.account.Account;
import parley.conversation.NewMessage;
import parley.dialect.DialectTest;
import parley.dialect.WireAnswer;
import parley.llm.Role;
import tools.jackson.databind.JsonNode;

final class AssistantDialectTest extends DialectTest {
    private static final String SESSIONS = "/api/v1/chat/sessions";

    @Test
    void aSessionBelongsToTheLabelThatMadeIt() throws Exception {
        JsonNode made = client.post(SESSIONS, "{\"user_id\": \"ada\"}").json();
        assertThat(made.propertyNames()).containsExactly("session_id", "user_id", "created_at");
        assertThat(made.get("session_id").isString()).isTrue();
        assertThat(made.get("user_id").stringValue()).isEqualTo("ada");
        String path = path(made);
        String message = say(made, "ada", "Hello").get("message_id").stringValue();

        List<WireAnswer> refused =
                List.of(
                        client.get(path + "?user_id=bob"),
                        client.get(path + "/messages/" + message + "?user_id=bob"),
                        client.post(
                                path + "/messages", "{\"user_id\": \"bob\", \"message\": \"Hi\"}"));

        for (WireAnswer answer : refused) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text())
                    .isEqualTo("{\"detail\":\"There is no conversation %s.\"}".formatted(id(made)));
        }
        assertThat(client.get(path).status()).isEqualTo(200);
        assertThat(client.get(path + "?user_id=ada").json().get("messages").size()).isEqualTo(2);
    }

    @Test
    void aSessionIsShownWithItsMessages() throws Exception {
        JsonNode made = client.post(SESSIONS, "{\"user_id\": \"ada\"}").json();
        JsonNode answer = say(made, "ada", "/fault tokens 2");

        JsonNode session = client.get(path(made)).json();

        assertThat(session.propertyNames())
                .containsExactly(
                        "session_id", "user_id", "title", "created_at", "updated_at", "messages");
        assertThat(session.get("user_id").stringValue()).isEqualTo("ada");
        assertThat(session.get("title").stringValue()).isEqualTo("/fault tokens 2");
        assertThat(session.get("created_at")).isEqualTo(made.get("created_at"));
        assertThat(session.get("messages").get(0).get("role").stringValue()).isEqualTo("user");
        assertThat(session.get("messages").get(1)).isEqualTo(answer);
        assertThat(session.get("messages").size()).isEqualTo(2);
    }

    @Test
    void anAnswerSaysWhatTheMessageWasTakenFor() throws Exception {
        JsonNode made = client.post(SESSIONS, "{\"user_id\": \"ada\"}").json();

        WireAnswer sent =
                client.post(
                        path(made) + "/messages",
                        "{\"user_id\": \"ada\", \"message\": \"/fault tokens 2\"}");

        JsonNode answer = sent.json();
        assertThat(answer.propertyNames())
                .containsExactly(
                        "message_id",
                        "session_id",
                        "user_id",
                        "role",
                        "content",
                        "intent",
                        "confidence",
                        "task",
                        "created_at",
                        "status");
        assertThat(answer.get("session_id").stringValue()).isEqualTo(id(made));
        assertThat(answer.get("role").stringValue()).isEqualTo("assistant");
        assertThat(answer.get("content").stringValue()).isEqualTo("zero one");
        assertThat(answer.get("intent").stringValue()).isEqualTo("chat");
        assertThat(answer.get("confidence").doubleValue()).isBetween(0.0, 1.0);
        assertThat(answer.get("task").isNull()).isTrue();
        assertThat(sent.header("X-Turn-Id")).isEqualTo(answer.get("message_id").stringValue());
        assertThat(sent.header("X-Model-Used")).isEqualTo("builtin/parley");
        assertThat(client.get(message(made, answer)).json()).isEqualTo(answer);
    }

    @Test
    void aMessageIsFoundInItsOwnSessionOnly() throws Exception {
        JsonNode one = client.post(SESSIONS, "{\"user_id\": \"ada\"}").json();
        JsonNode two = client.post(SESSIONS, "{\"user_id\": \"ada\"}").json();
        JsonNode answer = say(one, "ada", "Hello");
        String id = answer.get("message_id").stringValue();

        WireAnswer elsewhere = client.get(message(two, answer));

        assertThat(elsewhere.status()).isEqualTo(404);
        assertThat(elsewhere.text())
                .isEqualTo("{\"detail\":\"There is no message %s.\"}".formatted(id));
        assertThat(client.get(path(one) + "/messages/x1").text())
                .isEqualTo("{\"detail\":\"There is no message x1.\"}");
    }

    @Test
    void aSessionOfAnotherContractCanBeUsedWithAnyLabel() throws Exception {
        String id = client.post("/api/sessions", "{}").json().get("id").stringValue();
        String path = SESSIONS + "/" + id;
        assertThat(client.get(path).json().get("user_id").isNull()).isTrue();

        for (String label : List.of("ada", "bob")) {
            WireAnswer answer =
                    client.post(
                            path + "/messages",
                            "{\"user_id\": \"%s\", \"message\": \"Hello\"}".formatted(label));
            assertThat(answer.json().get("user_id").stringValue()).isEqualTo(label);
            assertThat(client.get(path + "?user_id=" + label).json().get("user_id").stringValue())
                    .isEqualTo(label);
        }
        assertThat(client.get(path).json().get("messages").size()).isEqualTo(4);
    }

    @Test
    void instructionsOfOtherContractsAreNotShown() throws Exception {
        JsonNode made = client.post(SESSIONS, "{\"user_id\": \"ada\"}").json();
        long instruction =
                server.conversations()
                        .append(
                                Account.OWNER_ID,
                                Long.parseLong(id(made)),
                                NewMessage.text(Role.SYSTEM, "Speak like a pirate."))
                        .id();

        assertThat(client.get(path(made)).json().get("messages").size()).isZero();
        assertThat(client.get(path(made) + "/messages/" + instruction).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"user_id\": null}",
                "{\"user_id\": 7}",
                "{\"user_id\": \" \"}",
                "{\"user_id\": \"a\\nb\"}"
            })
    void aLabelIsRequiredAndReadable(String body) throws Exception {
        WireAnswer refused = client.post(SESSIONS, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("detail").stringValue()).contains("user_id");
    }

    @Test
    void aLabelHasAtMostTwoHundredCharacters() throws Exception {
        String body = "{\"user_id\": \"%s\"}";

        assertThat(client.post(SESSIONS, body.formatted("u".repeat(200))).status()).isEqualTo(200);
        assertThat(client.post(SESSIONS, body.formatted("u".repeat(201))).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"message\": \"Hello\"}", "{\"user_id\": \"ada\"}"})
    void aMessageNeedsItsTextAndALabel(String body) throws Exception {
        JsonNode made = client.post(SESSIONS, "{\"user_id\": \"ada\"}").json();

        WireAnswer refused = client.post(path(made) + "/messages", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(client.get(path(made)).json().get("messages").size()).isZero();
    }

    @Test
    void aQuestionShowsWhatItsAnswerWasGivenFor() throws Exception {
        JsonNode made = client.post(SESSIONS, "{\"user_id\": \"ada\"}").json();
        say(made, "ada", "draw a cat");
        say(made, "ada", "undo");

        JsonNode messages = client.get(path(made)).json().get("messages");

        JsonNode asked = messages.get(0);
        assertThat(asked.get("intent").stringValue()).isEqualTo("image_generation");
        assertThat(asked.get("confidence")).isEqualTo(messages.get(1).get("confidence"));
        assertThat(asked.get("task").isNull()).isTrue();
        assertThat(client.get(message(made, asked)).json()).isEqualTo(asked);
        assertThat(messages.get(3).get("intent").stringValue()).isEqualTo("chat");
    }

    private JsonNode say(JsonNode session, String label, String message)
            throws InterruptedException {
        WireAnswer answer =
                client.post(
                        path(session) + "/messages",
                        "{\"user_id\": \"%s\", \"message\": \"%s\"}".formatted(label, message));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static String message(JsonNode session, JsonNode message) {
        return path(session) + "/messages/" + message.get("message_id").stringValue();
    }

    private static String path(JsonNode session) {
        return SESSIONS + "/" + id(session);
    }

    private static String id(JsonNode session) {
        return session.get("session_id").stringValue();
    }
}
