package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthenticationTest {
    private static final String RIGHT = "Authorization: Bearer " + TestServer.TOKEN + "\n";

    private static TestServer openHouse;
    private static TestServer tokenHouse;

    @BeforeAll
    static void start() {
        openHouse = TestServer.start(TestServer.SETTINGS, List.of(), TestDialect.echoing());
        tokenHouse =
                TestServer.start(
                        TestServer.with(new AccessSettings(true, Optional.empty())),
                        List.of(),
                        TestDialect.echoing());
    }

    @AfterAll
    static void stop() {
        openHouse.close();
        tokenHouse.close();
    }

    private static RawResponse get(TestServer server, String path, String headers) {
        return server.send("GET %s HTTP/1.1\nHost: localhost\n%s\n".formatted(path, headers));
    }

    @Test
    void withoutATokenTheOwnerCallsOnThisMachine() {
        assertThat(get(openHouse, "/v1/who", "").body()).isEqualTo("{\"name\":\"owner\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer pk-test-token\n",
                "authorization: bearer pk-test-token\n",
                "Authorization: BEARER  pk-test-token\n",
                "x-api-key: pk-test-token\n",
                "x-api-key: pk-test-token\nAuthorization: Bearer pk-test-token\n",
            })
    void aTokenSaysWhoCalls(String headers) {
        for (TestServer server : List.of(openHouse, tokenHouse)) {
            for (String path : List.of("/v1/who", "/v1/secret")) {
                assertThat(get(server, path, headers).body()).isEqualTo("{\"name\":\"ada\"}");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer wrong\n",
                "Authorization: Bearer\n",
                "Authorization:\n",
                "Authorization: Basic cGstdGVzdC10b2tlbg==\n",
                "Authorization: pk-test-token\n",
                "Authorization: Bearer pk-test-token\nAuthorization: Bearer pk-test-token\n",
                "x-api-key: wrong\n",
                "x-api-key:\n",
                "x-api-key: pk-test-token\nx-api-key: pk-test-token\n",
                "x-api-key: pk-test-token\nAuthorization: Bearer wrong\n",
                "x-api-key: wrong\nAuthorization: Bearer pk-test-token\n",
            })
    void aTokenThatIsThereIsAlwaysChecked(String headers) {
        for (TestServer server : List.of(openHouse, tokenHouse)) {
            for (String path : List.of("/v1/who", "/v1/secret", "/metrics")) {
                RawResponse response = get(server, path, headers);

                assertThat(response.status()).isEqualTo(401);
                assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
                assertThat(response.body()).doesNotContain("wrong");
            }
            assertThat(get(server, "/v1/open", headers).status()).isEqualTo(200);
        }
    }

    @Test
    void withoutATokenNobodyCallsWhereOneIsNeeded() {
        assertThat(get(tokenHouse, "/v1/who", "").status()).isEqualTo(401);
        assertThat(get(openHouse, "/v1/secret", "").status()).isEqualTo(401);
        assertThat(get(tokenHouse, "/v1/open", "").status()).isEqualTo(200);
        assertThat(get(tokenHouse, "/ready", "").status()).isEqualTo(200);
    }

    @Test
    void aServerThatOthersCanReachNeedsTokens() {
        ServerSettings everywhere =
                new ServerSettings(
                        "0.0.0.0",
                        List.of(0),
                        List.of(),
                        TestServer.LIMITS,
                        TestServer.ACCESS,
                        Duration.ofSeconds(5));
        try (TestServer server = TestServer.start(everywhere, List.of(), TestDialect.echoing())) {
            assertThat(get(server, "/v1/who", "").status()).isEqualTo(401);
            assertThat(get(server, "/v1/who", RIGHT).status()).isEqualTo(200);
        }
    }

    @Test
    void aWrongTokenIsRefusedBeforeTheBodyIsSent() {
        try (RawClient client = openHouse.connect()) {
            client.send(
                    """
                    POST /v1/echo HTTP/1.1
                    Host: localhost
                    Authorization: Bearer wrong
                    Content-Type: application/json
                    Content-Length: 50000

                    """);

            assertThat(client.read().status()).isEqualTo(401);
        }
    }

    @Test
    void theBodyOfARefusedRequestIsNotTakenForTheNextRequest() {
        try (RawClient client = openHouse.connect()) {
            String body = "GET /v1/who HTTP/1.1\r\nHost: localhost\r\n\r\n";
            client.send(
                    """
                    POST /v1/echo HTTP/1.1
                    Host: localhost
                    Authorization: Bearer wrong
                    Content-Type: application/json
                    Content-Length: %d

                    """
                            .formatted(body.length()));
            RawResponse refused = client.read();
            client.sendExactly(body);
            client.send("GET /v1/open HTTP/1.1\nHost: localhost\n\n");

            assertThat(refused.status()).isEqualTo(401);
            assertThat(client.read().body()).isEqualTo("{\"open\":true}");
        }
    }

    @Test
    void aTokenInTheAddressIsNone() {
        assertThat(get(tokenHouse, "/v1/who?token=" + TestServer.TOKEN, "").status())
                .isEqualTo(401);
    }
}
