package parley.dialect.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.dialect.archive.ArchiveRoundTripTest.tally;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

/// The exports of other programs become conversations.
final class ForeignImportTest {
    private static final byte[] PNG =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static TestServer server;

    private WireClient client;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void comeAsSomebodyNew() {
        client =
                new WireClient(server.url(), Optional.of(server.newToken("a" + System.nanoTime())));
    }

    @AfterEach
    void leave() {
        client.close();
    }

    /// A system node of nothing, a question that was written anew, an answer of which there are
    /// two.
    private static final String TREE =
            """
            [{"title": "Tree", "conversation_id": "c-1", "create_time": 1700000000.25,
              "update_time": 1700000300.5, "current_node": "a2",
              "mapping": {
                "root": {"id": "root", "message": null, "parent": null, "children": ["s"]},
                "s": {"id": "s", "parent": "root", "children": ["u1", "u2"], "message": {"id": "s",
                  "author": {"role": "system"}, "create_time": null,
                  "content": {"content_type": "text", "parts": [""]},
                  "metadata": {"is_visually_hidden_from_conversation": true}}},
                "u1": {"id": "u1", "parent": "s", "children": ["a1"], "message": {"id": "u1",
                  "author": {"role": "user"}, "create_time": 1700000001.5,
                  "content": {"content_type": "text", "parts": ["First try"]}}},
                "a1": {"id": "a1", "parent": "u1", "children": [], "message": {"id": "a1",
                  "author": {"role": "assistant"}, "create_time": 1700000002,
                  "content": {"content_type": "text", "parts": ["First answer"]},
                  "metadata": {"model_slug": "gpt-4"}}},
                "u2": {"id": "u2", "parent": "s", "children": ["a2", "a3"], "message": {"id": "u2",
                  "author": {"role": "user"}, "create_time": 1700000010,
                  "content": {"content_type": "text", "parts": ["Second try"]}}},
                "a2": {"id": "a2", "parent": "u2", "children": [], "message": {"id": "a2",
                  "author": {"role": "assistant"}, "create_time": 1700000011,
                  "content": {"content_type": "text", "parts": ["Shown \\ue200cite\\ue202turn0search0\\ue201answer"]},
                  "metadata": {"model_slug": "gpt-4o"}}},
                "a3": {"id": "a3", "parent": "u2", "children": [], "message": {"id": "a3",
                  "author": {"role": "assistant"}, "create_time": 1700000012,
                  "content": {"content_type": "text", "parts": ["Other answer"]}}}
              }}]
            """;

    @Test
    void whatChatGptShowsBecomesTheConversationAndItsBranchesOthers() throws InterruptedException {
        assertThat(tally(send(TREE), "conversations")).isEqualTo("3 new, 0 skipped, 0 failed");
        assertThat(tally(send(TREE), "conversations")).isEqualTo("0 new, 3 skipped, 0 failed");

        assertThat(said("Tree")).containsExactly("user: Second try", "assistant: Shown answer");
        assertThat(said("Tree (branch 2)"))
                .containsExactly("user: First try", "assistant: First answer");
        assertThat(said("Tree (branch 3)"))
                .containsExactly("user: Second try", "assistant: Other answer");
        JsonNode whole = whole("Tree");
        assertThat(whole.path("created_at").asString()).isEqualTo("2023-11-14T22:13:20.250Z");
        assertThat(whole.path("updated_at").asString()).isEqualTo("2023-11-14T22:18:20.500Z");
        assertThat(whole.path("messages").get(1).requireNonNull().path("answered_by").asString())
                .isEqualTo("chatgpt/gpt-4o");
        assertThat(whole.path("messages").get(0).requireNonNull().path("created_at").asString())
                .isEqualTo("2023-11-14T22:13:30Z");
    }

    private static final String RICH =
            """
            {"conversations": [{"title": "Rich", "id": "c-2", "create_time": 1700000000,
              "current_node": "n8", "mapping": {
                "n0": {"parent": null, "message": {"id": "n0", "author": {"role": "user"},
                  "content": {"content_type": "user_editable_context", "user_profile": "I am Ada.",
                    "user_instructions": "Be brief."},
                  "metadata": {"is_visually_hidden_from_conversation": true}}},
                "n1": {"parent": "n0", "message": {"id": "n1", "author": {"role": "user"},
                  "content": {"content_type": "multimodal_text", "parts": [
                    {"content_type": "image_asset_pointer", "asset_pointer": "file-service://file-AbC123"},
                    {"content_type": "image_asset_pointer", "asset_pointer": "sediment://file_missing"},
                    "What is this?"]},
                  "metadata": {"attachments": [{"name": "notes.pdf", "mime_type": "application/pdf"}]}}},
                "n2": {"parent": "n1", "message": {"id": "n2", "author": {"role": "assistant"},
                  "content": {"content_type": "thoughts", "thoughts": [
                    {"summary": "Looking", "content": "It is small."}]}}},
                "n3": {"parent": "n2", "message": {"id": "n3", "author": {"role": "assistant"},
                  "recipient": "python", "content": {"content_type": "code", "language": "python",
                    "text": "print(1)"}}},
                "n4": {"parent": "n3", "message": {"id": "n4", "author": {"role": "tool", "name": "python"},
                  "content": {"content_type": "execution_output", "text": "1"}}},
                "n5": {"parent": "n4", "message": {"id": "n5", "author": {"role": "assistant"},
                  "recipient": "canmore.create_textdoc", "content": {"content_type": "code",
                    "text": "{\\"name\\": \\"Essay\\", \\"type\\": \\"document\\", \\"content\\": \\"Once upon\\"}"}}},
                "n6": {"parent": "n5", "message": {"id": "n6", "author": {"role": "tool",
                    "name": "canmore.create_textdoc"},
                  "content": {"content_type": "text", "parts": ["Successfully created"]}}},
                "n7": {"parent": "n6", "message": {"id": "n7", "author": {"role": "assistant"},
                  "recipient": "dalle.text2im", "content": {"content_type": "code",
                    "text": "{\\"prompt\\": \\"a boat\\"}"}}},
                "n8": {"parent": "n7", "message": {"id": "n8", "author": {"role": "tool",
                    "name": "dalle.text2im"}, "content": {"content_type": "multimodal_text", "parts": [
                    {"content_type": "image_asset_pointer", "asset_pointer": "file-service://file-AbC123"}]}}}
              }}]}
            """;

    @Test
    void picturesCodeToolsThoughtsAndCanvasComeFromTheZip() throws InterruptedException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("user.json", "{\"id\": \"user-1\"}".getBytes(StandardCharsets.UTF_8));
        entries.put("conversations.json", RICH.getBytes(StandardCharsets.UTF_8));
        entries.put("file-AbC123-holiday.png", PNG);

        WireAnswer answer =
                client.upload("/v1/import", "export.zip", HostileImportTest.pack(entries));

        assertThat(tally(answer, "conversations")).isEqualTo("1 new, 0 skipped, 0 failed");
        assertThat(answer.json().path("format").asString()).isEqualTo("chatgpt");
        assertThat(answer.json().path("problems").toString()).contains("1 of its pictures");
        assertThat(parts("Rich"))
                .containsExactly(
                        "system: I am Ada.\n\nBe brief.",
                        "user: image image/png, text, text, text",
                        "assistant: reasoning, tool_call python {\"code\":\"print(1)\"}",
                        "tool: tool_result 1",
                        "assistant: **Essay**\n\nOnce upon",
                        "assistant: tool_call dalle.text2im {\"prompt\": \"a boat\"}",
                        "tool: tool_result ",
                        "assistant: image image/png");
    }

    private static final String OPEN_WEBUI =
            """
            [{"id": "w-1", "user_id": "u", "title": "Chat", "created_at": 1700000000,
              "updated_at": 1700000100, "chat": {"title": "Chat", "models": ["llama3"],
              "timestamp": 1700000000000,
              "history": {"currentId": "m4", "messages": {
                "m1": {"id": "m1", "parentId": null, "childrenIds": ["m2", "m4"], "role": "user",
                  "content": "Hello", "timestamp": 1700000001,
                  "files": [{"type": "image", "url": "data:image/png;base64,%s"},
                            {"type": "file", "name": "a.txt"}]},
                "m2": {"id": "m2", "parentId": "m1", "childrenIds": [], "role": "assistant",
                  "content": "One way", "model": "llama3", "timestamp": 1700000002},
                "m4": {"id": "m4", "parentId": "m1", "childrenIds": [], "role": "assistant",
                  "model": "qwen", "timestamp": 1700000003, "content":
                  "<details type=\\"reasoning\\" done=\\"true\\"><summary>Thought for 2 seconds</summary>\\n&gt; Is 1 &lt; 2?\\n</details>\\n<details type=\\"tool_calls\\" done=\\"true\\" id=\\"call_1\\" name=\\"search\\" arguments=\\"&quot;{\\\\&quot;q\\\\&quot;: 1}&quot;\\" result=\\"&quot;found&quot;\\">\\n<summary>Tool Executed</summary>\\n</details>\\nAnother way"}
              }}, "messages": []}}]
            """
                    .formatted(Base64.getEncoder().encodeToString(PNG));

    @Test
    void openWebUisChatsComeWithTheirBranches() throws InterruptedException {
        WireAnswer answer = send(OPEN_WEBUI);

        assertThat(tally(answer, "conversations")).isEqualTo("2 new, 0 skipped, 0 failed");
        assertThat(answer.json().path("format").asString()).isEqualTo("open_webui");
        assertThat(tally(send(OPEN_WEBUI), "conversations"))
                .isEqualTo("0 new, 2 skipped, 0 failed");
        assertThat(parts("Chat"))
                .containsExactly(
                        "user: text, image image/png, text",
                        "assistant: reasoning, tool_call search {\"q\": 1}",
                        "tool: tool_result found",
                        "assistant: Another way");
        assertThat(said("Chat (branch 2)"))
                .containsExactly("user: Hello\n\n*[Attached: a.txt]*", "assistant: One way");
        assertThat(whole("Chat").path("updated_at").asString()).isEqualTo("2023-11-14T22:15:00Z");
        assertThat(whole("Chat").toString()).contains("\"text\":\"Is 1 < 2?\"", "open_webui/qwen");
    }

    @Test
    void aChatAloneAndAnOldListOfMessagesComeToo() throws InterruptedException {
        String alone =
                """
                {"title": "Alone", "timestamp": 1700000000000,
                 "messages": [{"role": "user", "content": "Hi"},
                              {"role": "assistant", "content": [{"type": "text", "text": "Ho"}]}]}
                """;

        assertThat(tally(send(alone), "conversations")).isEqualTo("1 new, 0 skipped, 0 failed");
        assertThat(said("Alone")).containsExactly("user: Hi", "assistant: Ho");
    }

    @Test
    void aTreeThatGoesRoundInACircleComesOnceAndEnds() throws InterruptedException {
        String circle =
                """
                [{"title": "Circle", "id": "x", "current_node": "b", "mapping": {
                  "a": {"parent": "b", "message": {"author": {"role": "user"},
                    "content": {"content_type": "text", "parts": ["A"]}}},
                  "b": {"parent": "a", "message": {"author": {"role": "assistant"},
                    "content": {"content_type": "text", "parts": ["B"]}}}}}]
                """;

        assertThat(tally(send(circle), "conversations")).isEqualTo("1 new, 0 skipped, 0 failed");
        assertThat(said("Circle")).containsExactly("user: A", "assistant: B");
    }

    @Test
    void anImportedConversationCanBeGoneOnWith() throws InterruptedException {
        send(TREE);

        WireAnswer answer =
                client.post(
                        "/v1/turns",
                        "{\"conversation_id\": %s, \"message\": \"And now?\", \"stream\": false}"
                                .formatted(id("Tree")));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(said("Tree")).hasSize(4);
    }

    private WireAnswer send(String json) throws InterruptedException {
        return client.upload("/v1/import", "a.json", json.getBytes(StandardCharsets.UTF_8));
    }

    private long id(String title) throws InterruptedException {
        JsonNode page = client.get("/v1/conversations?limit=100").json();
        return page.path("conversations")
                .valueStream()
                .filter(each -> each.path("title").asString("").equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.toString()))
                .path("id")
                .asLong();
    }

    private JsonNode whole(String title) throws InterruptedException {
        return client.get("/v1/conversations/%d/export?format=json".formatted(id(title))).json();
    }

    private List<String> said(String title) throws InterruptedException {
        return whole(title)
                .path("messages")
                .valueStream()
                .map(message ->
                        message.path("role").asString() + ": " + message.path("content").asString())
                .toList();
    }

    private List<String> parts(String title) throws InterruptedException {
        return whole(title).path("messages").valueStream().map(ForeignImportTest::parts).toList();
    }

    private static String parts(JsonNode message) {
        String role = message.path("role").asString();
        if (message.path("parts").isEmpty()) {
            return role + ": " + message.path("content").asString();
        }
        return role
                + ": "
                + message.path("parts")
                        .valueStream()
                        .map(ForeignImportTest::part)
                        .collect(Collectors.joining(", "));
    }

    private static String part(JsonNode part) {
        String type = part.path("type").asString();
        return switch (type) {
            case "image" -> "image " + part.path("media_type").asString();
            case "tool_call" ->
                    "tool_call %s %s"
                            .formatted(
                                    part.path("name").asString(),
                                    part.path("arguments").asString());
            case "tool_result" -> "tool_result " + part.path("content").asString();
            default -> type;
        };
    }
}
