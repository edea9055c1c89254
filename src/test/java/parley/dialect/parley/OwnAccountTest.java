package parley.dialect.parley;

import static org.assertj.core.api.Assertions.assertThat;

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

/// An account sees and changes its own tokens, preferences and meters, and nobody else's.
class OwnAccountTest {
    private static TestServer server;
    private static WireClient ada;
    private static WireClient eve;

    @BeforeAll
    static void start() {
        server =
                TestServer.start(
                        "tier.default=free",
                        "tier.free.requests.per.minute=0",
                        "tier.free.requests.per.day=50",
                        "tier.free.tokens.per.minute=0");
        ada = new WireClient(server.url(), Optional.of(server.newToken("ada")));
        eve = new WireClient(server.url(), Optional.of(server.newToken("eve")));
    }

    @AfterAll
    static void stop() throws Exception {
        ada.close();
        eve.close();
        server.close();
    }

    @Test
    void aTokenIsShownOnceAndSpeaksForItsAccountUntilItIsDeleted() throws Exception {
        JsonNode made = ada.post("/v1/tokens", "{\"name\": \" laptop \"}").json();
        String secret = made.path("token").asString();
        String path = "/v1/tokens/" + made.path("id");

        assertThat(made.path("name").asString()).isEqualTo("laptop");
        assertThat(secret).startsWith(made.path("preview").asString()).hasSizeGreaterThan(40);
        assertThat(ada.get("/v1/tokens").text()).contains("laptop").doesNotContain(secret);
        try (WireClient laptop = new WireClient(server.url(), Optional.of(secret))) {
            assertThat(laptop.get("/v1/me").json().path("name").asString()).isEqualTo("ada");
            JsonNode own = find(laptop.get("/v1/tokens").json(), made.path("id").asLong());
            assertThat(own.path("current").asBoolean()).isTrue();

            assertThat(eve.delete(path).status()).isEqualTo(404);
            assertThat(eve.delete(path).text())
                    .isEqualTo(
                            eve.delete("/v1/tokens/987654")
                                    .text()
                                    .replace("987654", made.path("id").asString()));
            assertThat(laptop.get("/v1/me").status()).isEqualTo(200);

            assertThat(ada.delete(path).status()).isEqualTo(200);
            assertThat(laptop.get("/v1/me").status()).isEqualTo(401);
        }
        assertThat(ada.delete(path).status()).isEqualTo(404);
        assertThat(ada.get("/v1/tokens").text()).doesNotContain("laptop");
        assertThat(eve.get("/v1/tokens").json().path("tokens")).hasSize(1);
    }

    @Test
    void theUseOfATokenIsNoted() throws Exception {
        JsonNode made = ada.post("/v1/tokens", "{\"name\": \"phone\"}").json();
        long id = made.path("id").asLong();
        assertThat(find(ada.get("/v1/tokens").json(), id).path("last_used_at").isNull()).isTrue();

        try (WireClient phone =
                new WireClient(server.url(), Optional.of(made.path("token").asString()))) {
            phone.get("/v1/me");
        }
        // It is written beside the request; asking is what waits for it.
        long end = System.nanoTime() + 20_000_000_000L;
        while (find(ada.get("/v1/tokens").json(), id).path("last_used_at").isNull()) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\": \"\"}", "{\"name\": \" \"}", "{\"name\": 5}"})
    void aTokenNeedsAName(String body) throws Exception {
        assertThat(ada.post("/v1/tokens", body).status()).isEqualTo(400);
    }

    @Test
    void anAccountHasOnlySoManyTokens() throws Exception {
        try (WireClient bob = new WireClient(server.url(), Optional.of(server.newToken("bob")))) {
            for (int i = 1; i < 100; i++) {
                assertThat(bob.post("/v1/tokens", "{\"name\": \"t\"}").status()).isEqualTo(200);
            }
            assertThat(bob.post("/v1/tokens", "{\"name\": \"t\"}").status()).isEqualTo(409);
        }
    }

    @Test
    void preferencesAreKeptMemberByMember() throws Exception {
        assertThat(eve.get("/v1/me").json().path("preferences")).isEmpty();

        ada.patch("/v1/me/preferences", "{\"theme\": \"dark\", \"panel\": {\"open\": true}}");
        WireAnswer answer =
                ada.patch("/v1/me/preferences", "{\"theme\": null, \"language\": \"de\"}");

        assertThat(answer.text())
                .isEqualTo("{\"preferences\":{\"panel\":{\"open\":true},\"language\":\"de\"}}");
        assertThat(ada.get("/v1/me").json().path("preferences"))
                .isEqualTo(answer.json().path("preferences"));
        assertThat(eve.get("/v1/me").json().path("preferences")).isEmpty();
    }

    @Test
    void preferencesMayBeOnlySoLong() throws Exception {
        String fits = "{\"long\": \"%s\"}".formatted("ä".repeat(8000));
        String tooLong = "{\"more\": \"%s\"}".formatted("a".repeat(500));

        assertThat(eve.patch("/v1/me/preferences", fits).status()).isEqualTo(200);
        assertThat(eve.patch("/v1/me/preferences", tooLong).status()).isEqualTo(400);
        assertThat(eve.get("/v1/me").json().path("preferences").has("more")).isFalse();
        assertThat(eve.patch("/v1/me/preferences", "[]").status()).isEqualTo(400);
        eve.patch("/v1/me/preferences", "{\"long\": null}");
    }

    @Test
    void metersSayWhatIsUsed() throws Exception {
        try (WireClient carl = new WireClient(server.url(), Optional.of(server.newToken("carl")))) {
            JsonNode before = meter(carl.get("/v1/me").json());
            carl.post("/v1/turns", "{\"message\": \"Hello\", \"stream\": false}");
            JsonNode me = carl.get("/v1/me").json();

            assertThat(me.path("tier").asString()).isEqualTo("free");
            assertThat(before.path("used").asLong()).isZero();
            assertThat(meter(me).path("used").asLong()).isEqualTo(1);
            assertThat(meter(me).path("limit").asLong())
                    .isEqualTo(1 + meter(me).path("remaining").asLong());
            assertThat(meter(me).path("resets_at").asString()).endsWith("Z");
        }
    }

    @Test
    void usageIsSummedByDayAndByModel() throws Exception {
        try (WireClient dora = new WireClient(server.url(), Optional.of(server.newToken("dora")))) {
            dora.post("/v1/turns", "{\"message\": \"One\", \"stream\": false}");
            dora.post("/v1/turns", "{\"message\": \"Two\", \"stream\": false}");
            JsonNode usage = dora.get("/v1/usage").json();
            JsonNode day = usage.path("by_day").path(0);
            JsonNode model = usage.path("by_model").path(0);

            assertThat(usage.path("by_day")).hasSize(1);
            assertThat(day.path("day")).isEqualTo(usage.path("usage").path(0).path("day"));
            assertThat(usage.path("by_model")).hasSize(1);
            assertThat(model.path("model").asString()).isEqualTo("builtin/parley");
            for (JsonNode sum : new JsonNode[] {day, model}) {
                assertThat(sum.path("requests").asInt()).isEqualTo(2);
                assertThat(sum.path("output_tokens"))
                        .isEqualTo(usage.path("total").path("output_tokens"));
            }
        }
    }

    private static JsonNode meter(JsonNode me) {
        return me.path("limits").values().stream()
                .filter(limit -> limit.path("unit").asString().equals("requests"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode find(JsonNode tokens, long id) {
        return tokens.path("tokens").values().stream()
                .filter(token -> token.path("id").asLong() == id)
                .findFirst()
                .orElseThrow();
    }
}
