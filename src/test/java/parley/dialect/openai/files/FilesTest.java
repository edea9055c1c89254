package parley.dialect.openai.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.Pdf;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files as documents: kept, listed, read, attached to conversations, and inside messages.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FilesTest {
    private static final byte[] TEXT = "Ships need light.".getBytes(StandardCharsets.UTF_8);

    private final ScriptedProvider provider = ScriptedProvider.start();
    private final TestServer server =
            TestServer.start(
                    "openai.base.url=" + provider.baseUrl(),
                    "openai.api.key=none",
                    "model.default=openai/scripted",
                    "documents.file.megabytes=1",
                    "documents.account.files=12");
    private final WireClient client =
            new WireClient(server.url(), Optional.of(server.ownerToken()));

    @BeforeAll
    void answer() {
        provider.otherwise(Reply.answer("As you say."));
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
        provider.close();
    }

    private JsonNode upload(Map<String, String> fields, String name, byte[] content)
            throws InterruptedException {
        WireAnswer answer = client.form("/v1/files", fields, "file", name, content);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private String newConversation() throws InterruptedException {
        return client.post("/v1/conversations", "{}").json().path("id").asString();
    }

    private static List<String> ids(JsonNode list) {
        return list.path("data").valueStream().map(file -> file.path("id").asString()).toList();
    }

    @Test
    void aFileIsKeptReadAndDeleted() throws InterruptedException {
        JsonNode file = upload(Map.of("purpose", "assistants"), "ships <1>.txt", TEXT);
        String path = "/v1/files/" + file.path("id").asString();

        assertThat(file.path("id").asString()).matches("file-[0-9]+");
        assertThat(file.path("object").asString()).isEqualTo("file");
        assertThat(file.path("bytes").asInt()).isEqualTo(TEXT.length);
        assertThat(file.path("purpose").asString()).isEqualTo("assistants");
        assertThat(file.path("status").asString()).isEqualTo("processed");
        assertThat(client.get(path).json()).isEqualTo(file);
        assertThat(client.get(path + "/text").text()).isEqualTo("Ships need light.");
        assertThat(client.get(path + "/text?page=2").status()).isEqualTo(404);
        WireAnswer content = client.get(path + "/content");
        assertThat(content.text()).isEqualTo("Ships need light.");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Security-Policy")).contains("sandbox");
        assertThat(content.header("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"ships _1_.txt\";"
                                + " filename*=UTF-8''ships%20%3C1%3E.txt");
        try (WireClient other =
                new WireClient(server.url(), Optional.of(server.newToken("other")))) {
            WireAnswer foreign = other.get(path);
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.json().path("error").path("message").asString())
                    .isEqualTo("There is no file %s.".formatted(file.path("id").asString()));
            for (String route : List.of("/text", "/content")) {
                assertThat(other.get(path + route).text()).isEqualTo(foreign.text());
            }
            assertThat(other.delete(path).text()).isEqualTo(foreign.text());
        }
        assertThat(client.delete(path).json().path("deleted").asBoolean()).isTrue();
        assertThat(client.get(path).status()).isEqualTo(404);
        assertThat(client.delete(path).status()).isEqualTo(404);
    }

    @Test
    void listsGoOnAfterAFile() throws InterruptedException {
        String first = upload(Map.of("purpose", "list"), "a.txt", TEXT).path("id").asString();
        String second = upload(Map.of("purpose", "list"), "b.txt", TEXT).path("id").asString();

        JsonNode page = client.get("/v1/files?purpose=list&limit=1").json();

        assertThat(ids(page)).containsExactly(second);
        assertThat(page.path("has_more").asBoolean()).isTrue();
        assertThat(ids(client.get("/v1/files?purpose=list&after=" + second).json()))
                .containsExactly(first);
        assertThat(ids(client.get("/v1/files?purpose=list&order=asc").json()))
                .containsExactly(first, second);
        client.delete("/v1/files/" + first);
        client.delete("/v1/files/" + second);
    }

    @Test
    void whatCannotBeTakenIsRefusedInOpenAisForm() throws InterruptedException {
        byte[] tooLong = new byte[(1 << 20) + 1];
        byte[] noDocument = {0, 1, 2, 3};

        assertThat(client.upload("/v1/files", "a.txt", tooLong).status()).isEqualTo(413);
        WireAnswer refused = client.upload("/v1/files", "a.bin", noDocument);
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.json().path("error").path("type").asString())
                .isEqualTo("invalid_request_error");
        assertThat(client.form("/v1/files", Map.of(), "other", TEXT).status()).isEqualTo(400);
        assertThat(
                        client.form(
                                        "/v1/files",
                                        Map.of("conversation_id", "999"),
                                        "file",
                                        "a.txt",
                                        TEXT)
                                .status())
                .isEqualTo(404);
        assertThat(client.get("/v1/files?order=x").status()).isEqualTo(400);
        assertThat(client.get("/v1/files?after=file-999").status()).isEqualTo(404);
    }

    @Test
    void anAccountKeepsNoMoreThanItMay() throws InterruptedException {
        String token = server.newToken("greedy");
        try (WireClient greedy = new WireClient(server.url(), Optional.of(token))) {
            for (int i = 0; i < 12; i++) {
                assertThat(greedy.upload("/v1/files", "a.txt", TEXT).status()).isEqualTo(200);
            }

            WireAnswer refused = greedy.upload("/v1/files", "a.txt", TEXT);

            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.text()).contains("12 documents");
            String oldest = ids(greedy.get("/v1/files?order=asc&limit=1").json()).getFirst();
            greedy.delete("/v1/files/" + oldest);
            assertThat(greedy.upload("/v1/files", "a.txt", TEXT).status()).isEqualTo(200);
        }
    }

    @Test
    void aFileIsContextOfConversationsUntilItIsTakenOut() throws InterruptedException {
        String first = newConversation();
        String second = newConversation();
        String file = upload(Map.of("conversation_id", first), "a.txt", TEXT).path("id").asString();
        String inSecond = "/v1/conversations/%s/files/".formatted(second);

        JsonNode copy = client.post(inSecond + file, "{}").json();

        assertThat(copy.path("id").asString()).isNotEqualTo(file);
        assertThat(copy.path("conversation_id").asString()).isEqualTo(second);
        assertThat(client.post(inSecond + file, "{}").json()).isEqualTo(copy);
        assertThat(ids(client.get("/v1/conversations/%s/files".formatted(first)).json()))
                .containsExactly(file);
        assertThat(client.delete(inSecond + file).status()).isEqualTo(404);
        JsonNode detached = client.delete(inSecond + copy.path("id").asString()).json();
        assertThat(detached.path("conversation_id").isNull()).isTrue();
        assertThat(ids(client.get("/v1/conversations/%s/files".formatted(second)).json()))
                .isEmpty();
        assertThat(client.post(inSecond + "file-999", "{}").json().path("detail").asString())
                .isEqualTo("There is no file file-999.");
        assertThat(client.post("/v1/conversations/999/files/" + file, "{}").json())
                .isEqualTo(client.get("/v1/conversations/999").json());
        client.delete("/v1/files/" + file);
        client.delete("/v1/files/" + copy.path("id").asString());
    }

    @Test
    void filesInsideMessagesAreRead() throws InterruptedException {
        String kept = upload(Map.of(), "kept.txt", TEXT).path("id").asString();
        String sent =
                "data:application/pdf;base64,"
                        + Base64.getEncoder().encodeToString(Pdf.of("First.", "The second page."));

        String completion =
                """
                {"model":"openai/scripted","messages":[{"role":"user","content":[
                 {"type":"text","text":"What is in these?"},
                 {"type":"file","file":{"file_id":"%s"}},
                 {"type":"file","file":{"filename":"sent.pdf","file_data":"%s"}}]}]}
                """
                        .formatted(kept, sent);
        assertRead("/v1/chat/completions", completion);
        String response =
                """
                {"model":"openai/scripted","input":[{"role":"user","content":[
                 {"type":"input_text","text":"What is in these?"},
                 {"type":"input_file","file_id":"%s"},
                 {"type":"input_file","filename":"sent.pdf","file_data":"%s"}]}]}
                """
                        .formatted(kept, sent);
        assertRead("/v1/responses", response);
        client.delete("/v1/files/" + kept);
    }

    private void assertRead(String path, String body) throws InterruptedException {
        int before = provider.requests().size();
        WireAnswer answer = client.post(path, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(provider.requests()).hasSize(before + 1);
        assertThat(provider.requests().getLast().body())
                .contains("What is in these?")
                .contains("Ships need light.")
                .contains("kept.txt")
                .contains("sent.pdf")
                .contains("page 2 ")
                .contains("The second page.");
    }

    @Test
    void filesInsideMessagesAreNotFetchedAndAreTheCallersOwn() throws InterruptedException {
        assertPartRefused("{\"file_id\":\"file-999\"}", 404, "There is no file file-999.");
        assertPartRefused("{\"file_data\":\"!\"}", 400, "Base64");
        assertPartRefused("{}", 400, "file_id");
        WireAnswer fetched =
                client.post(
                        "/v1/responses",
                        "{\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_file\","
                                + "\"file_url\":\"http://127.0.0.1:1/a.pdf\"}]}]}");
        assertThat(fetched.status()).isEqualTo(400);
        assertThat(fetched.text()).contains("file_url");
    }

    private void assertPartRefused(String file, int status, String reason)
            throws InterruptedException {
        WireAnswer answer =
                client.post(
                        "/v1/chat/completions",
                        "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"file\",\"file\":%s}]}]}"
                                .formatted(JsonMapper.shared().readTree(file)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("error").path("message").asString()).contains(reason);
    }
}
