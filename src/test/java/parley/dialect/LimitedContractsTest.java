package parley.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

/// Limits as every contract's clients meet them.
final class LimitedContractsTest {
    private TestServer server;
    private WireClient ada;
    private long conversation;

    @BeforeEach
    void start() {
        server =
                TestServer.start(
                        "tier.default=free",
                        "tier.free.requests.per.minute=0",
                        "tier.free.requests.per.day=2",
                        "tier.free.tokens.per.minute=0");
        ada = new WireClient(server.url(), Optional.of(server.newToken("ada")));
    }

    @AfterEach
    void stop() {
        ada.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyContractTellsWhatIsLeftAndRefusesInItsOwnForm(Door door) throws InterruptedException {
        WireAnswer first = door.ask(ada, conversation(), "Hello");
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.header("RateLimit")).contains("\"requests-day\";r=1;t=");
        assertThat(first.header("RateLimit-Policy")).contains("\"requests-day\";q=2;w=86400");
        assertThat(first.header("X-RateLimit-Limit")).isEqualTo("2");
        assertThat(first.header("X-RateLimit-Remaining")).isEqualTo("1");
        door.ask(ada, conversation(), "Hello");

        WireAnswer refused = door.ask(ada, conversation(), "Hello");

        assertThat(refused.status()).as(refused.text()).isEqualTo(429);
        assertThat(refused.text()).contains("2 requests a day");
        assertThat(refused.header("Retry-After")).matches("[1-9][0-9]*");
        assertThat(refused.header("RateLimit")).contains("\"requests-day\";r=0;t=");
        assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
        JsonNode body = refused.json();
        assertThat(body.has("detail") || body.has("error")).as(refused.text()).isTrue();
    }

    @Test
    void theOpenAiContractHasItsOwnHeadersAndErrors() throws InterruptedException {
        String question =
                """
                {"model": "builtin/parley", "messages": [{"role": "user", "content": "Hello"}]}
                """;
        WireAnswer first = ada.post("/v1/chat/completions", question);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.header("x-ratelimit-limit-requests")).isEqualTo("2");
        assertThat(first.header("x-ratelimit-remaining-requests")).isEqualTo("1");
        assertThat(first.header("x-ratelimit-reset-requests"))
                .matches("([0-9]+h)?([0-9]+m)?[0-9]+s");
        assertThat(first.headers().firstValue("x-ratelimit-limit-tokens")).contains("200000");
        ada.post("/v1/chat/completions", question);

        WireAnswer refused = ada.post("/v1/chat/completions", question);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().at("/error/message").stringValue()).contains("requests a day");
        assertThat(refused.header("x-ratelimit-remaining-requests")).isEqualTo("0");
        assertThat(refused.header("Retry-After")).matches("[1-9][0-9]*");
        assertThat(refused.header("x-should-retry")).isEqualTo("false");
    }

    @Test
    void whoseBudgetIsSpentIsToldNotToRepeatByEveryContractWhoseClientsDo()
            throws InterruptedException {
        ask();
        ask();

        for (String path : List.of("/v1/turns", "/v1/messages", "/v1/responses")) {
            WireAnswer refused =
                    ada.post(
                            path,
                            """
                            {"model": "builtin/parley", "max_tokens": 9, "message": "Hello", "input": "Hello",
                             "messages": [{"role": "user", "content": "Hello"}]}\
                            """);
            assertThat(refused.status()).as(path + refused.text()).isEqualTo(429);
            assertThat(refused.header("x-should-retry")).as(path).isEqualTo("false");
        }
    }

    @Test
    void aRestartGivesNothingBack() throws InterruptedException {
        ask();
        ask();
        String token = server.newToken("ada");
        server.restart();

        try (WireClient again = new WireClient(server.url(), Optional.of(token))) {
            assertThat(again.post("/v1/turns", "{\"message\": \"Hi\"}").status()).isEqualTo(429);
        }
    }

    @Test
    void usageIsShownToItsAccountOnly() throws InterruptedException {
        ask();

        JsonNode usage = ada.get("/v1/usage").json();
        assertThat(usage.get("tier").stringValue()).isEqualTo("free");
        assertThat(usage.at("/total/requests").intValue()).isEqualTo(1);
        assertThat(usage.at("/usage/0/model").stringValue()).isEqualTo("builtin/parley");
        assertThat(usage.at("/usage/0/input_tokens").intValue()).isPositive();
        assertThat(usage.get("limits").findValuesAsString("name")).contains("requests-day");

        try (WireClient owner = new WireClient(server.url(), Optional.of(server.ownerToken()))) {
            JsonNode owners = owner.get("/v1/usage").json();
            assertThat(owners.get("tier").stringValue()).isEqualTo("unlimited");
            assertThat(owners.at("/total/requests").intValue()).isZero();
            assertThat(owners.get("limits")).isEmpty();
        }
    }

    @Test
    void anEstimateTakesNothing() throws InterruptedException {
        JsonNode estimate =
                ada.post("/v1/turns", "{\"message\": \"Hello\", \"dry_run\": true}").json();

        assertThat(estimate.get("allowed").booleanValue()).isTrue();
        assertThat(estimate.get("input_tokens").intValue()).isPositive();
        assertThat(ada.get("/v1/usage").json().at("/total/requests").intValue()).isZero();
        assertThat(ada.get("/v1/conversations").json().get("total").intValue()).isZero();

        ask();
        ask();
        JsonNode refused = ada.post("/v1/usage/estimate", "{\"message\": \"Hello\"}").json();
        assertThat(refused.get("allowed").booleanValue()).isFalse();
        assertThat(refused.get("refused_by").toString()).isEqualTo("[\"requests-day\"]");
    }

    private long estimated(String body) throws InterruptedException {
        WireAnswer answer = ada.post("/v1/usage/estimate", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("input_tokens").longValue();
    }

    @Test
    void anEstimateCountsPicturesToolsAndSchemasToo() throws InterruptedException {
        long words = estimated("{\"messages\": [{\"content\": \"Hello\"}]}");
        long tool =
                estimated(
                        """
                        {"message": "Hello", "tools": [{"type": "function", "function":
                          {"name": "weather", "description": "Tells the weather of a city",
                           "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}}]}\
                        """);
        long schema =
                estimated(
                        """
                        {"message": "Hello", "response_format": {"type": "json_schema", "json_schema":
                          {"name": "city", "schema": {"type": "object", "properties": {"city": {"type": "string"}}}}}}\
                        """);
        long picture =
                estimated(
                        """
                        {"messages": [{"role": "user", "content": [{"type": "text", "text": "Hello"},
                          {"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="}}]}]}\
                        """);

        assertThat(words).isEqualTo(estimated("{\"message\": \"Hello\"}")).isPositive();
        assertThat(tool).isGreaterThan(words + 15);
        assertThat(schema).isGreaterThan(words + 10);
        assertThat(picture).as("the note in place of it").isGreaterThan(words + 5);
    }

    private void ask() throws InterruptedException {
        WireAnswer answer = ada.post("/v1/turns", "{\"message\": \"Hello\", \"stream\": false}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private long conversation() throws InterruptedException {
        if (conversation == 0) {
            conversation = ada.post("/v1/conversations", "{}").json().get("id").longValue();
        }
        return conversation;
    }

    @Test
    void picturesTellWhatIsLeftAndRefuseAsTheirContractsDo() throws InterruptedException {
        WireAnswer feature =
                ada.post(
                        "/v1/features/image-generation/",
                        "{\"prompt\": \"a boat\", \"user_id\": \"ada\"}");
        assertThat(feature.status()).as(feature.text()).isEqualTo(200);
        assertThat(feature.header("RateLimit")).contains("\"requests-day\";r=1;t=");
        assertThat(feature.header("RateLimit")).contains("\"images-day\";r=9;t=");
        assertThat(feature.header("X-RateLimit-Remaining")).isEqualTo("1");

        String openAi = "{\"prompt\": \"a boat\", \"size\": \"256x256\"}";
        WireAnswer generated = ada.post("/v1/images/generations", openAi);
        assertThat(generated.header("RateLimit")).contains("\"images-day\";r=8;t=");
        assertThat(generated.header("x-ratelimit-remaining-requests")).isEqualTo("0");

        WireAnswer refused = ada.post("/v1/images/generations", openAi);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("RateLimit")).contains("\"requests-day\";r=0;t=");
        assertThat(refused.header("Retry-After")).matches("[1-9][0-9]*");
    }
}
