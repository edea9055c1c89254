package parley.dialect.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.account.Account;
import parley.conversation.NewMessage;
import parley.dialect.DialectTest;
import parley.dialect.WireAnswer;
import parley.llm.Role;
import tools.jackson.databind.JsonNode;

final class SessionsDialectTest extends DialectTest {
    @Test
    void allPicturesOfAnAnswerAreReached() throws Exception {
        JsonNode session = client.post("/api/sessions", "{}").json();

        JsonNode answer =
                client.post(messages(session), "{\"content\": \"draw 2 pictures of a cat\"}")
                        .json();

        assertThat(answer.get("images").size()).isEqualTo(2);
        for (JsonNode address : answer.get("images")) {
            String path = URI.create(address.stringValue()).getRawPath();
            String query = URI.create(address.stringValue()).getRawQuery();
            assertThat(client.get(path + "?" + query).header("Content-Type"))
                    .isEqualTo("image/png");
        }
        String download = "/api/download/" + answer.get("id").stringValue() + "?picture=";
        assertThat(client.get(download + 2).status()).isEqualTo(200);
        assertThat(client.get(download + 3).status()).isEqualTo(404);
        assertThat(answer.get("prompt").stringValue()).isEqualTo("a cat");
    }

    @Test
    void whatWasDrawnIsShownWithoutTheWordsThatOrderedIt() throws Exception {
        JsonNode session = client.post("/api/sessions", "{}").json();

        JsonNode answer =
                client.post(
                                messages(session),
                                "{\"content\": \"draw a cat and a dog\", \"content_type\": \"image\"}")
                        .json();

        assertThat(answer.get("prompt").stringValue()).isEqualTo("a cat and a dog");
    }

    @Test
    void aSessionIsCalledNewChatUntilAMessageGivesItATitle() throws Exception {
        JsonNode session = client.post("/api/sessions", "").json();

        assertThat(session.propertyNames())
                .containsExactly("id", "title", "created_at", "updated_at");
        assertThat(session.get("id").isString()).isTrue();
        assertThat(session.get("title").stringValue()).isEqualTo("New Chat");

        send(session, "{\"content\": \"How do bees find home?\"}");

        assertThat(titleInList(session)).isEqualTo("How do bees find home?");
    }

    @Test
    void aTitleThatWasGivenStays() throws Exception {
        JsonNode session = client.post("/api/sessions", "{\"title\": \"Bees\"}").json();

        send(session, "{\"content\": \"How do bees find home?\"}");

        assertThat(session.get("title").stringValue()).isEqualTo("Bees");
        assertThat(titleInList(session)).isEqualTo("Bees");
    }

    @Test
    void theSessionThatChangedLastComesFirst() throws Exception {
        JsonNode older = client.post("/api/sessions", "{}").json();
        JsonNode newer = client.post("/api/sessions", "{}").json();
        send(older, "{\"content\": \"Hello\"}");

        List<String> ids =
                client.get("/api/sessions").json().values().stream()
                        .map(session -> session.get("id").stringValue())
                        .toList();

        assertThat(ids).startsWith(id(older)).contains(id(newer));
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void anAnswerComesWithTheMessageItAnswers() throws Exception {
        JsonNode session = client.post("/api/sessions", "{}").json();

        WireAnswer answer = client.post(messages(session), "{\"content\": \"/fault tokens 3\"}");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode message = answer.json();
        assertThat(message.propertyNames())
                .containsExactly(
                        "id",
                        "session_id",
                        "type",
                        "content",
                        "content_type",
                        "prompt",
                        "images",
                        "timestamp",
                        "status",
                        "user_message");
        assertThat(message.get("type").stringValue()).isEqualTo("assistant");
        assertThat(message.get("content").stringValue()).isEqualTo("zero one two");
        assertThat(message.get("content_type").stringValue()).isEqualTo("text");
        assertThat(message.get("prompt").isNull()).isTrue();
        assertThat(message.get("session_id").stringValue()).isEqualTo(id(session));
        JsonNode question = message.get("user_message");
        assertThat(question.get("type").stringValue()).isEqualTo("user");
        assertThat(question.get("content").stringValue()).isEqualTo("/fault tokens 3");
        assertThat(answer.header("X-Turn-Id")).isEqualTo(message.get("id").stringValue());
        assertThat(answer.header("X-Model-Used")).isEqualTo("builtin/parley");
        JsonNode listed = client.get(messages(session)).json();
        assertThat(listed.get(0)).isEqualTo(question);
        assertThat(listed.get(1).get("content")).isEqualTo(message.get("content"));
        assertThat(listed.get(1).get("timestamp")).isEqualTo(message.get("timestamp"));
        assertThat(listed.size()).isEqualTo(2);
    }

    @Test
    void theTextMayAlsoBeCalledMessageAndIsKeptAsItWasSent() throws Exception {
        JsonNode session = client.post("/api/sessions", "{}").json();

        JsonNode answer = send(session, "{\"message\": \"  two\\n\\nlines \\ud83d\\ude42 \"}");

        assertThat(answer.get("user_message").get("content").stringValue())
                .isEqualTo("  two\n\nlines 🙂 ");
    }

    @Test
    void withoutAnImageModelTheBuiltInEngineDraws() throws Exception {
        JsonNode session = client.post("/api/sessions", "{}").json();

        JsonNode answer =
                send(session, "{\"content\": \"a red boat\", \"content_type\": \"image\"}");

        assertThat(answer.get("content_type").stringValue()).isEqualTo("image");
        assertThat(answer.get("prompt").stringValue()).isEqualTo("a red boat");
        String path = answer.get("content").stringValue().replace(server.url(), "");
        assertThat(client.bytes(path)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(client.bytes("/api/download/" + answer.get("id").stringValue()))
                .isEqualTo(client.bytes(path));
        assertThat(client.get(messages(session)).json().get(1).get("content"))
                .isEqualTo(answer.get("content"));
    }

    @Test
    void aMessageThatWantsAPictureIsAnsweredWithOne() throws Exception {
        JsonNode session = client.post("/api/sessions", "{}").json();

        JsonNode answer = send(session, "{\"content\": \"draw a red boat\"}");

        assertThat(answer.get("content_type").stringValue()).isEqualTo("image");
        assertThat(answer.get("prompt").stringValue()).isEqualTo("a red boat");
        assertThat(send(session, "{\"content\": \"thank you\"}").get("content_type").stringValue())
                .isEqualTo("text");
    }

    @Test
    void anotherKindOfContentIsRefused() throws Exception {
        JsonNode session = client.post("/api/sessions", "{}").json();

        WireAnswer answer =
                client.post(
                        messages(session), "{\"content\": \"a cat\", \"content_type\": \"video\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").stringValue()).contains("\"video\"");
    }

    @Test
    void instructionsOfOtherContractsAreNotShown() throws Exception {
        JsonNode session = client.post("/api/sessions", "{}").json();
        long instruction =
                server.conversations()
                        .append(
                                Account.OWNER_ID,
                                Long.parseLong(id(session)),
                                NewMessage.text(Role.SYSTEM, "Speak like a pirate."))
                        .id();
        send(session, "{\"content\": \"Hello\"}");

        assertThat(client.get(messages(session)).json().values())
                .extracting(message -> message.get("type").stringValue())
                .containsExactly("user", "assistant");
        assertThat(client.get("/api/download/" + instruction).status()).isEqualTo(404);
    }

    @Test
    void aDeletedSessionIsGone() throws Exception {
        JsonNode session = client.post("/api/sessions", "{}").json();

        WireAnswer deleted = client.delete("/api/sessions/" + id(session));

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.json().propertyNames()).containsExactly("message", "id");
        assertThat(deleted.json().get("id").stringValue()).isEqualTo(id(session));
        WireAnswer again = client.delete("/api/sessions/" + id(session));
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.text())
                .isEqualTo("{\"detail\":\"There is no conversation %s.\"}".formatted(id(session)));
    }

    @Test
    void aMessageIsDownloadedAsAFileThatNothingRunsIn() throws Exception {
        JsonNode session = client.post("/api/sessions", "{\"title\": \"Bees & Zürich\"}").json();
        JsonNode question =
                send(session, "{\"content\": \"# Bees\\n<script>alert(1)</script> \"}")
                        .get("user_message");

        WireAnswer file = client.get("/api/download/" + id(question));

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).isEqualTo("# Bees\n<script>alert(1)</script> ");
        assertThat(file.header("Content-Type")).isEqualTo("text/markdown; charset=utf-8");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"Bees-Zurich-%1$s.md\"; filename*=UTF-8''Bees-Z%%C3%%BCrich-%1$s.md"
                                .formatted(id(question)));
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void anUnknownMessageIsNotDownloaded() throws Exception {
        assertThat(client.get("/api/download/777777").text())
                .isEqualTo("{\"detail\":\"There is no message 777777.\"}");
        assertThat(client.get("/api/download/..%2Fsecret").status()).isEqualTo(404);
    }

    private JsonNode send(JsonNode session, String body) throws InterruptedException {
        WireAnswer answer = client.post(messages(session), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private String titleInList(JsonNode session) throws InterruptedException {
        return client.get("/api/sessions").json().values().stream()
                .filter(other -> other.get("id").equals(session.get("id")))
                .map(other -> other.get("title").stringValue())
                .findFirst()
                .orElseThrow();
    }

    private static String messages(JsonNode session) {
        return "/api/sessions/%s/messages".formatted(id(session));
    }

    private static String id(JsonNode node) {
        return node.get("id").stringValue();
    }
}
