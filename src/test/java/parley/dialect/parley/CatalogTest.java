package parley.dialect.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.account.Account;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

/// What a client may ask about the server and itself.
class CatalogTest {
    private static TestServer server;
    private static WireClient client;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        client = new WireClient(server.url(), Optional.empty());
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void aFreshServerHasTheBuiltInEngineAndSaysWhatElseThereCouldBe() throws Exception {
        JsonNode catalog = client.get("/v1/model-catalog").json();
        JsonNode builtin = catalog.path("providers").path(catalog.path("providers").size() - 1);

        assertThat(catalog.propertyNames()).containsExactly("default_model", "providers");
        assertThat(catalog.path("default_model").asString()).isEqualTo("builtin/parley");
        assertThat(builtin)
                .hasToString(
                        "{\"name\":\"builtin\",\"available\":true,\"reason\":null,"
                                + "\"models\":[\"parley\"],\"default_model\":\"parley\"}");
        assertThat(catalog.path("providers").values())
                .filteredOn(provider -> !provider.path("available").asBoolean())
                .isNotEmpty()
                .allSatisfy(
                        provider -> assertThat(provider.path("reason").asString()).isNotBlank());
    }

    @Test
    void withoutATokenTheCallerIsTheOwner() throws Exception {
        WireAnswer answer = client.get("/v1/me");

        assertThat(answer.json().propertyNames()).containsExactly("account_id", "name", "version");
        assertThat(answer.json().path("account_id").asLong()).isEqualTo(Account.OWNER_ID);
        assertThat(answer.json().path("name").asString()).isEqualTo("owner");
        assertThat(answer.json().path("version").asString()).matches("[0-9]+\\.[0-9]+.*");
    }

    @Test
    void withATokenTheCallerIsItsAccount() throws Exception {
        try (WireClient eve = new WireClient(server.url(), Optional.of(server.newToken("eve")))) {
            assertThat(eve.get("/v1/me").json().path("name").asString()).isEqualTo("eve");
        }
    }

    @Test
    void aWrongTokenIsRefusedInTheContractsShape() throws Exception {
        try (WireClient thief = new WireClient(server.url(), Optional.of("parley_wrong"))) {
            WireAnswer answer = thief.get("/v1/me");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().propertyNames()).containsExactly("detail");
        }
    }
}
