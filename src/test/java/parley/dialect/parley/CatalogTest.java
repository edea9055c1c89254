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
import tools.jackson.databind.node.ObjectNode;

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
        assertThat(builtin.path("details")).hasSize(1);
        assertThat(builtin.path("details").path(0).toString())
                .startsWith(
                        "{\"name\":\"parley\",\"full_name\":\"builtin/parley\",\"vision\":false,")
                .endsWith("\"price\":{\"input_usd\":\"0\",\"output_usd\":\"0\"}}");
        ((ObjectNode) builtin).remove("details");
        assertThat(builtin)
                .hasToString(
                        "{\"name\":\"builtin\",\"found\":true,\"available\":true,"
                                + "\"environment\":null,\"reason\":null,\"problem\":null,"
                                + "\"models\":[\"parley\"],\"default_model\":\"parley\"}");
        assertThat(catalog.path("providers").values())
                .filteredOn(provider -> !provider.path("available").asBoolean())
                .isNotEmpty()
                .allSatisfy(
                        provider -> assertThat(provider.path("reason").asString()).isNotBlank());
    }

    @Test
    void whatIsNotSetUpNamesWhatWouldSetItUp() throws Exception {
        JsonNode providers = client.get("/v1/model-catalog").json().path("providers");

        assertThat(providers.values())
                .filteredOn(provider -> provider.path("name").asString().equals("anthropic"))
                .singleElement()
                .satisfies(anthropic -> {
                    assertThat(anthropic.path("found").asBoolean()).isFalse();
                    assertThat(anthropic.path("environment").asString())
                            .isEqualTo("ANTHROPIC_API_KEY");
                    assertThat(anthropic.path("details").path(0).path("full_name").asString())
                            .startsWith("anthropic/");
                });
    }

    @Test
    void aConnectionCanBeTried() throws Exception {
        JsonNode builtin = client.call("POST", "/v1/model-catalog/builtin/test", "").json();
        JsonNode absent = client.call("POST", "/v1/model-catalog/anthropic/test", "").json();

        assertThat(builtin.propertyNames()).containsExactly("ok", "sentence", "duration_ms");
        assertThat(builtin.path("ok").asBoolean()).isTrue();
        assertThat(builtin.path("sentence").asString())
                .isEqualTo("builtin answers and has 1 model.");
        assertThat(absent.path("ok").asBoolean()).isFalse();
        assertThat(absent.path("sentence").asString()).contains("ANTHROPIC_API_KEY");
        assertThat(client.call("POST", "/v1/model-catalog/nobody/test", "").status())
                .isEqualTo(404);
    }

    @Test
    void withoutATokenTheCallerIsTheOwner() throws Exception {
        WireAnswer answer = client.get("/v1/me");

        assertThat(answer.json().propertyNames())
                .containsExactly(
                        "account_id",
                        "name",
                        "version",
                        "tier",
                        "tokens_required",
                        "offline",
                        "features",
                        "limits",
                        "preferences");
        assertThat(answer.json().path("offline").asBoolean()).isTrue();
        assertThat(answer.json().path("tokens_required").asBoolean()).isFalse();
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
