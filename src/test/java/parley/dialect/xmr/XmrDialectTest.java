package parley.dialect.xmr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.account.Account;
import parley.conversation.NewMessage;
import parley.dialect.DialectTest;
import parley.dialect.WireAnswer;
import parley.llm.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class XmrDialectTest extends DialectTest {
    private static final String ANALYSIS =
            """
            "sqlQuery": "SELECT date, AVG(sales) FROM sales_data GROUP BY date",
            "sqlResults": [{"date": "2024-01-01", "avg_sales": 1000.5}, {"date": null}],
            "chartData": {"type": "xmr", "insights": {"outOfControlPoints": [1, 2]}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/"})
    void theServerSaysThatItIsHealthy(String path) throws Exception {
        JsonNode health = client.get(path).json();

        assertThat(health.propertyNames()).containsExactly("status", "version", "providers");
        assertThat(health.get("status").stringValue()).isEqualTo("healthy");
        assertThat(texts(health.get("providers"))).contains("builtin");
    }

    @Test
    void aConversationCanBeMadeShownRenamedAndDeleted() throws Exception {
        JsonNode made =
                client.post("/api/conversations", "{\"title\": \"New Analysis Session\"}").json();
        assertThat(made.propertyNames())
                .containsExactly("id", "userId", "title", "dataSourceId", "createdAt");
        assertThat(made.get("userId").longValue()).isEqualTo(Account.OWNER_ID);
        assertThat(made.get("title").stringValue()).isEqualTo("New Analysis Session");
        assertThat(made.get("dataSourceId").isNull()).isTrue();
        String path = "/api/conversations/" + id(made);
        assertThat(client.get(path).json()).isEqualTo(made);

        JsonNode renamed = client.patch(path, "{\"title\": \"Sales\"}").json();
        assertThat(renamed.get("title").stringValue()).isEqualTo("Sales");
        assertThat(client.get("/api/conversations").json().get(0)).isEqualTo(renamed);
        assertThat(client.patch(path, "{\"dataSourceId\": null}").json()).isEqualTo(renamed);

        WireAnswer deleted = client.delete(path);
        assertThat(deleted.json().propertyNames()).containsExactly("message", "id");
        assertThat(deleted.json().get("id")).isEqualTo(made.get("id"));
        assertThat(client.get(path).status()).isEqualTo(404);
    }

    @Test
    void withoutATitleAConversationIsCalledNewConversation() throws Exception {
        JsonNode made = client.post("/api/conversations", "").json();
        assertThat(made.get("title").stringValue()).isEqualTo("New Conversation");
        String path = "/api/conversations/" + id(made);

        client.patch(path, "{\"title\": \"Sales\"}");
        JsonNode untitled = client.patch(path, "{\"title\": \"\"}").json();

        assertThat(untitled.get("title").stringValue()).isEqualTo("New Conversation");
    }

    @Test
    void aDataSourceThatIsNotThereChangesNothing() throws Exception {
        JsonNode made = client.post("/api/conversations", "{\"title\": \"Kept\"}").json();
        String path = "/api/conversations/" + id(made);
        int before = client.get("/api/conversations").json().size();

        WireAnswer patched = client.patch(path, "{\"title\": \"Lost\", \"dataSourceId\": 5}");
        WireAnswer posted = client.post("/api/conversations", "{\"dataSourceId\": 5}");

        for (WireAnswer refused : List.of(patched, posted)) {
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.text()).isEqualTo("{\"detail\":\"There is no data source 5.\"}");
        }
        assertThat(client.get(path).json()).isEqualTo(made);
        assertThat(client.get("/api/conversations").json().size()).isEqualTo(before);
    }

    @Test
    void aUsersMessageIsAnswered() throws Exception {
        long id = newConversation();

        WireAnswer answer = chat(id, "user", "/fault tokens 3", "");

        JsonNode message = answer.json();
        assertThat(message.propertyNames())
                .containsExactly(
                        "id",
                        "conversationId",
                        "role",
                        "content",
                        "sqlQuery",
                        "sqlResults",
                        "chartData",
                        "createdAt",
                        "status");
        assertThat(message.get("role").stringValue()).isEqualTo("assistant");
        assertThat(message.get("content").stringValue()).isEqualTo("zero one two");
        assertThat(message.get("conversationId").longValue()).isEqualTo(id);
        assertThat(message.get("sqlQuery").isNull()).isTrue();
        assertThat(message.get("sqlResults").isNull()).isTrue();
        assertThat(message.get("chartData").isNull()).isTrue();
        assertThat(answer.header("X-Turn-Id")).isEqualTo(message.get("id").asString());
        assertThat(answer.header("X-Model-Used")).isEqualTo("builtin/parley");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "assistant"})
    void whatCameWithAMessageComesBackWithIt(String role) throws Exception {
        long id = newConversation();

        JsonNode answer = chat(id, role, "Look at this", "," + ANALYSIS).json();

        JsonNode stored = messages(id).get(0);
        JsonNode sent = JsonMapper.shared().readTree("{" + ANALYSIS + "}");
        assertThat(stored.get("role").stringValue()).isEqualTo(role);
        assertThat(stored.get("sqlQuery")).isEqualTo(sent.get("sqlQuery"));
        assertThat(stored.get("sqlResults")).isEqualTo(sent.get("sqlResults"));
        assertThat(stored.get("chartData")).isEqualTo(sent.get("chartData"));
        assertThat(answer.get("role").stringValue()).isEqualTo("assistant");
    }

    @Test
    void anAssistantsMessageIsOnlyStored() throws Exception {
        long id = newConversation();

        WireAnswer answer = chat(id, "assistant", "I have looked at it.", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("x-turn-id");
        assertThat(messages(id).values()).containsExactly(answer.json());
    }

    @Test
    void aKeyThatCouldNotBeKeptIsRefused() throws Exception {
        long id = newConversation();

        WireAnswer refused =
                client.post(
                        "/api/chat",
                        "{\"conversationId\": %d, \"role\": \"assistant\", \"content\": \"x\"}"
                                .formatted(id),
                        "Idempotency-Key",
                        "once");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("detail").stringValue()).contains("Idempotency-Key");
        assertThat(messages(id).size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"role\": \"user\", \"content\": \"x\"} | conversationId",
                "{\"conversationId\": \"1\", \"role\": \"user\", \"content\": \"x\"} | conversationId",
                "{\"conversationId\": 1.5, \"role\": \"user\", \"content\": \"x\"} | conversationId",
                "{\"conversationId\": 1, \"content\": \"x\"} | role",
                "{\"conversationId\": 1, \"role\": \"system\", \"content\": \"x\"} | role",
                "{\"conversationId\": 1, \"role\": \"user\"} | content",
                "{\"conversationId\": 1, \"role\": \"user\", \"content\": \"  \"} | content",
                "{\"conversationId\": 1, \"role\": \"user\", \"content\": [\"x\"]} | content",
                "{\"conversationId\": 1, \"role\": \"user\", \"content\": \"x\", \"sqlQuery\": 1} | sqlQuery",
                "{\"conversationId\": 1, \"role\": \"user\", \"content\": \"x\", \"sqlResults\": {}} | sqlResults",
                "{\"conversationId\": 1, \"role\": \"user\", \"content\": \"x\", \"chartData\": []} | chartData"
            })
    void aFieldOfTheWrongFormIsNamed(String body, String field) throws Exception {
        WireAnswer refused = client.post("/api/chat", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("detail").stringValue()).contains("\"" + field + "\"");
    }

    @Test
    void instructionsOfOtherContractsAreNotShown() throws Exception {
        long id = newConversation();
        server.conversations()
                .append(Account.OWNER_ID, id, NewMessage.text(Role.SYSTEM, "Be brief."));
        chat(id, "user", "Hello", "");

        assertThat(messages(id).values())
                .extracting(message -> message.get("role").stringValue())
                .containsExactly("user", "assistant");
    }

    @Test
    void providersThatCanBeUsedAreListedAndAllKnownOnesDescribed() throws Exception {
        List<String> usable = texts(client.get("/api/providers").json());
        assertThat(usable).contains("builtin").doesNotContain("openai");

        JsonNode builtin = client.get("/api/providers/builtin").json();
        assertThat(builtin.propertyNames())
                .containsExactly("name", "models", "default_model", "available", "reason");
        assertThat(texts(builtin.get("models"))).containsExactly("parley");
        assertThat(builtin.get("default_model").stringValue()).isEqualTo("parley");
        assertThat(builtin.get("available").booleanValue()).isTrue();
        assertThat(builtin.get("reason").isNull()).isTrue();

        JsonNode openai = client.get("/api/providers/openai").json();
        assertThat(openai.get("available").booleanValue()).isFalse();
        assertThat(openai.get("reason").stringValue()).contains("OPENAI_API_KEY");
        JsonNode models = client.get("/api/models/openai").json();
        assertThat(models.propertyNames()).containsExactly("provider", "models");
        assertThat(models.get("models")).isEqualTo(openai.get("models"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/providers/nobody", "/api/models/nobody"})
    void aProviderThatNobodyKnowsIsNotThere(String path) throws Exception {
        WireAnswer answer = client.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("{\"detail\":\"There is no provider nobody.\"}");
    }

    private WireAnswer chat(long id, String role, String content, String more)
            throws InterruptedException {
        WireAnswer answer =
                client.post(
                        "/api/chat",
                        "{\"conversationId\": %d, \"role\": \"%s\", \"content\": \"%s\" %s}"
                                .formatted(id, role, content, more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private JsonNode messages(long id) throws InterruptedException {
        return client.get("/api/conversations/%d/messages".formatted(id)).json();
    }

    private long newConversation() throws InterruptedException {
        return id(client.post("/api/conversations", "{}").json());
    }

    private static long id(JsonNode node) {
        return node.get("id").longValue();
    }

    private static List<String> texts(JsonNode array) {
        return array.values().stream().map(JsonNode::stringValue).toList();
    }
}
