package parley.dialect.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

/// The prompt library over HTTP, as the contract documents it.
final class PromptContractTest {
    private static final String PROMPTS = "/api/chat/prompts";
    private static final String SUMMARIZER =
            """
            {"title": "Text Summarizer", "content": "Summarize the following text: {text}",
             "scenario": "summarization", "description": "Generates concise summaries",
             "metadata": {"tags": ["summary", "concise"]}}
            """;

    private final TestServer server = TestServer.start();
    private final WireClient client =
            new WireClient(server.url(), Optional.of(server.ownerToken()));

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private JsonNode create() throws InterruptedException {
        WireAnswer answer = client.post(PROMPTS, SUMMARIZER);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode template() throws InterruptedException {
        return client.get(PROMPTS + "?page_size=1").json().get("items").get(0);
    }

    @Test
    void theOwnersPageReachesTheSamePromptsWithoutAToken() throws Exception {
        JsonNode made = create();
        try (WireClient page = new WireClient(server.url(), Optional.empty())) {
            String own = "/v1/prompts/" + made.get("id").longValue();

            assertThat(page.get(own).json()).isEqualTo(made);
            assertThat(page.get(PROMPTS + "/1").status()).isEqualTo(401);
            assertThat(page.get("/v1/prompts?include_templates=false").json().get("total").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void theFirstPromptIsMadeAsDocumentedAndHasTheIdOfTheExamples() throws Exception {
        JsonNode made = create();

        assertThat(made.get("id").longValue()).isEqualTo(1);
        assertThat(made.propertyNames())
                .contains(
                        "id",
                        "title",
                        "content",
                        "scenario",
                        "description",
                        "metadata",
                        "is_template",
                        "usage_count",
                        "created_at",
                        "updated_at");
        assertThat(made.get("is_template").booleanValue()).isFalse();
        assertThat(made.at("/metadata/tags/1").stringValue()).isEqualTo("concise");
        assertThat(made.get("created_at")).isEqualTo(made.get("updated_at"));
        assertThat(client.get(PROMPTS + "/1").json()).isEqualTo(made);
    }

    @Test
    void aTokenIsAlwaysNeeded() throws Exception {
        try (WireClient nobody = new WireClient(server.url(), Optional.empty())) {
            assertThat(nobody.get(PROMPTS).status()).isEqualTo(401);
            assertThat(nobody.post(PROMPTS, SUMMARIZER).status()).isEqualTo(401);
        }
    }

    @Test
    void theListHasTheAccountsOwnFirstThenTheTemplates() throws Exception {
        create();
        JsonNode all = client.get(PROMPTS).json();
        long templates = all.get("total").longValue() - 1;

        assertThat(all.propertyNames()).containsExactly("items", "total", "page", "page_size");
        assertThat(all.get("page_size").intValue()).isEqualTo(20);
        assertThat(all.at("/items/0/title").stringValue()).isEqualTo("Text Summarizer");
        assertThat(all.at("/items/1/is_template").booleanValue()).isTrue();
        JsonNode own = client.get(PROMPTS + "?include_templates=false").json();
        assertThat(own.get("total").intValue()).isEqualTo(1);
        JsonNode second = client.get(PROMPTS + "?page=2&page_size=1").json();
        assertThat(second.get("items").get(0)).isEqualTo(all.get("items").get(1));
        assertThat(second.get("total").longValue()).isEqualTo(templates + 1);
        JsonNode found = client.get(PROMPTS + "?search=CONCISE&include_templates=false").json();
        assertThat(found.get("total").intValue()).isEqualTo(1);
        JsonNode scenario = client.get(PROMPTS + "?scenario=translation").json();
        assertThat(scenario.get("items").values())
                .isNotEmpty()
                .allSatisfy(prompt ->
                        assertThat(prompt.get("scenario").stringValue()).isEqualTo("translation"));
        assertThat(client.get(PROMPTS + "?page=0").status()).isEqualTo(400);
        assertThat(client.get(PROMPTS + "?page_size=101").status()).isEqualTo(400);
        assertThat(client.get(PROMPTS + "?include_templates=maybe").status()).isEqualTo(400);
    }

    @Test
    void aPreviewRunsTheModelAndCounts() throws Exception {
        create();

        WireAnswer answer =
                client.post(
                        PROMPTS + "/preview",
                        "{\"prompt_id\": 1, \"variables\": {\"text\": \"Cats purr. Dogs bark.\"}}");
        WireAnswer direct =
                client.post(
                        PROMPTS + "/preview",
                        "{\"content\": \"What is {a} + {b}?\", \"variables\": {\"a\": 2, \"b\": \"3\"}}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactly("preview", "tokens_used", "model_used");
        assertThat(answer.json().get("preview").stringValue()).isNotBlank();
        assertThat(answer.json().get("tokens_used").longValue()).isPositive();
        assertThat(answer.json().get("model_used").stringValue()).isEqualTo("builtin/parley");
        assertThat(direct.json().get("preview").stringValue()).contains("5");
        assertThat(client.get(PROMPTS + "/1").json().get("usage_count").intValue()).isEqualTo(1);
    }

    @Test
    void aChangeKeepsWhatItDoesNotName() throws Exception {
        create();

        JsonNode changed =
                client.call("PUT", PROMPTS + "/1", "{\"title\": \"Updated Title\"}").json();

        assertThat(changed.get("title").stringValue()).isEqualTo("Updated Title");
        assertThat(changed.get("scenario").stringValue()).isEqualTo("summarization");
        assertThat(client.delete(PROMPTS + "/1").json().toString())
                .isEqualTo("{\"message\":\"Prompt deleted successfully\"}");
        assertThat(client.get(PROMPTS + "/1").status()).isEqualTo(404);
    }

    @Test
    void aSystemTemplateIsReadAndUsedButNeverChanged() throws Exception {
        JsonNode template = template();
        String path = PROMPTS + "/" + template.get("id").longValue();

        assertThat(client.call("PUT", path, "{\"title\": \"Mine\"}").status()).isEqualTo(403);
        assertThat(client.delete(path).status()).isEqualTo(403);
        assertThat(client.get(path).json()).isEqualTo(template);
        StringBuilder values = new StringBuilder();
        template.get("variables")
                .forEach(name ->
                        values.append(values.isEmpty() ? "" : ",")
                                .append("\"%s\": \"x\"".formatted(name.stringValue())));
        client.post(
                PROMPTS + "/preview",
                "{\"prompt_id\": %d, \"variables\": {%s}}"
                        .formatted(template.get("id").longValue(), values));
        assertThat(client.get(path).json().get("usage_count").intValue()).isEqualTo(1);
    }

    @Test
    void anotherAccountsPromptDoesNotExist() throws Exception {
        create();
        try (WireClient other =
                new WireClient(server.url(), Optional.of(server.newToken("stranger")))) {
            for (WireAnswer answer :
                    new WireAnswer[] {
                        other.get(PROMPTS + "/1"),
                        other.call("PUT", PROMPTS + "/1", "{\"title\": \"Mine\"}"),
                        other.delete(PROMPTS + "/1"),
                        other.post(PROMPTS + "/preview", "{\"prompt_id\": 1, \"variables\": {}}")
                    }) {
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.text()).isEqualTo("{\"detail\":\"There is no prompt 1.\"}");
            }
            assertThat(
                            other.get(PROMPTS + "?include_templates=false")
                                    .json()
                                    .get("total")
                                    .intValue())
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    POST | /api/chat/prompts         | {"content": "x"}                              | 422 | title
                    POST | /api/chat/prompts         | {"title": "x"}                                | 422 | content
                    POST | /api/chat/prompts         | {"title": " ", "content": "x"}                | 422 | title
                    POST | /api/chat/prompts         | {"title": 5, "content": "x"}                  | 422 | title
                    POST | /api/chat/prompts         | {"title": "x", "content": "x", "metadata": 1} | 422 | metadata
                    POST | /api/chat/prompts         | {"title":                                     | 400 | JSON
                    POST | /api/chat/prompts/preview | {"content": "{text}"}                         | 422 | text
                    POST | /api/chat/prompts/preview | {"content": "{a} {b}", "variables": {"a": 1}} | 422 | "b"
                    POST | /api/chat/prompts/preview | {}                                            | 422 | prompt_id
                    POST | /api/chat/prompts/preview | {"prompt_id": 1, "content": "x"}              | 422 | prompt_id
                    POST | /api/chat/prompts/preview | {"content": "x", "variables": [1]}            | 422 | variables
                    POST | /api/chat/prompts/preview | {"prompt_id": 99}                             | 404 | 99
                    POST | /api/chat/prompts/preview | {"content": "x", "model": "no/such"}          | 400 | no/such
                    PUT  | /api/chat/prompts/99      | {"title": "x"}                                | 404 | 99
                    PUT  | /api/chat/prompts/x       | {"title": "x"}                                | 404 | x
                    """)
    void whatIsWrongIsNamed(String method, String path, String body, int status, String named)
            throws Exception {
        WireAnswer answer = client.call(method, path, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().get("detail").stringValue()).contains(named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /v1/turns         | {"prompt_id": 1, "variables": {"text": "Cats purr."}, "stream": false}
                    /api/sessions/1/messages | {"prompt_id": 1, "variables": {"text": "Cats purr."}}
                    /chat/completions | {"prompt_id": 1, "variables": {"text": "Cats purr."}, "conversation_id": "session-1"}
                    /v1/chat/stream   | {"model": "gpt-4", "session_id": 1, "stream": false, "messages": [{"role": "user", "prompt_id": 1, "variables": {"text": "Cats purr."}}]}
                    /api/chat         | {"conversationId": 1, "role": "user", "prompt_id": 1, "variables": {"text": "Cats purr."}}
                    """)
    void aMessageMayBeMadeOfAPrompt(String path, String body) throws Exception {
        create();
        client.post("/api/sessions", "{}");

        WireAnswer answer = client.post(path, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        String id = path.equals("/v1/turns") ? "2" : "1";
        assertThat(
                        client.get("/api/sessions/" + id + "/messages")
                                .json()
                                .get(0)
                                .get("content")
                                .stringValue())
                .isEqualTo("Summarize the following text: Cats purr.");
        assertThat(client.get(PROMPTS + "/1").json().get("usage_count").intValue()).isEqualTo(1);
        WireAnswer missing = client.post(path, body.replace("\"text\"", "\"other\""));
        assertThat(missing.status()).as(missing.text()).isEqualTo(422);
        WireAnswer none =
                client.post(path, body.replaceFirst("\"text\": ?\"[^\"]*\"", "\"text\": null"));
        assertThat(none.status()).as(none.text()).isEqualTo(422);
    }
}
