package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CorsTest {
    private static final String PREFLIGHT =
            """
            OPTIONS /v1/echo HTTP/1.1
            Host: localhost:8000
            Origin: %s
            Access-Control-Request-Method: POST
            Access-Control-Request-Headers: authorization, x-stainless-os

            """;

    private static TestServer start(boolean tokens, String... origins) {
        Optional<List<String>> allowed =
                origins.length == 0 ? Optional.empty() : Optional.of(List.of(origins));
        return TestServer.start(
                TestServer.with(new AccessSettings(tokens, allowed)),
                List.of(),
                TestDialect.echoing());
    }

    private static RawResponse getFrom(TestServer server, String origin) {
        return server.send(
                "GET /v1/open HTTP/1.1\nHost: localhost:8000\nOrigin: %s\n\n".formatted(origin));
    }

    @Test
    void aPreflightOfAnAllowedPageIsAllowedWhatItAsksFor() {
        try (TestServer server = start(false)) {
            RawResponse response = server.send(PREFLIGHT.formatted("http://localhost:5000"));

            assertThat(response.status()).isEqualTo(204);
            assertThat(response.header("Access-Control-Allow-Origin"))
                    .isEqualTo("http://localhost:5000");
            assertThat(response.header("Access-Control-Allow-Credentials")).isEqualTo("true");
            assertThat(response.header("Access-Control-Allow-Methods")).isEqualTo("POST");
            assertThat(response.header("Access-Control-Allow-Headers"))
                    .isEqualTo("authorization, x-stainless-os");
            assertThat(response.header("Access-Control-Max-Age")).isEqualTo("600");
            assertThat(response.header("Vary"))
                    .isEqualToIgnoringCase("Origin, Access-Control-Request-Headers");
        }
    }

    @Test
    void aPreflightOfAForeignPageIsRefused() {
        try (TestServer server = start(false)) {
            assertThat(server.send(PREFLIGHT.formatted("https://evil.example")).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void whereTokensAreNeededEverybodyMayAskWithoutCredentials() {
        try (TestServer server = start(true)) {
            RawResponse preflight = server.send(PREFLIGHT.formatted("https://any.example"));
            RawResponse response = getFrom(server, "https://any.example");

            assertThat(preflight.status()).isEqualTo(204);
            assertThat(response.status()).isEqualTo(200);
            for (RawResponse answer : List.of(preflight, response)) {
                assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
                assertThat(answer.headers()).doesNotContainKey("Access-Control-Allow-Credentials");
            }
            assertThat(response.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
            assertThat(response.headers()).doesNotContainKey("Vary");
        }
    }

    @Test
    void aPageMayReadWhatItNeedsOfTheHeadersAlsoOfErrors() {
        try (TestServer server = start(true)) {
            RawResponse refused =
                    server.send(
                            "GET /v1/who HTTP/1.1\nHost: localhost\nOrigin: https://any.example\n\n");

            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(refused.header("Access-Control-Expose-Headers"))
                    .startsWith(
                            "X-Session-Id, X-Model-Used, X-Request-Id, X-Turn-Id, Retry-After,"
                                    + " RateLimit-Policy, RateLimit, X-RateLimit-Limit,"
                                    + " X-RateLimit-Remaining, X-RateLimit-Reset, ")
                    .contains(
                            "x-ratelimit-remaining-requests",
                            "x-ratelimit-reset-tokens",
                            "anthropic-ratelimit-requests-reset",
                            "anthropic-ratelimit-tokens-remaining");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://chat.example.org, 200",
        "https://chat.example.org:443, 200",
        "HTTPS://Chat.Example.org, 200",
        "http://chat.example.org, 403",
        "https://chat.example.org:8443, 403",
        "http://localhost:5000, 403",
        "http://localhost:8000, 200",
    })
    void aListOfPagesReplacesBothDefaults(String origin, int status) {
        for (boolean tokens : List.of(true, false)) {
            try (TestServer server =
                    start(tokens, "https://chat.example.org", "http://a.example:81")) {
                RawResponse response = getFrom(server, origin);

                assertThat(response.status()).isEqualTo(status);
                assertThat(response.header("Access-Control-Allow-Credentials"))
                        .isEqualTo(status == 200 ? "true" : "");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://any.example", "null", "http://localhost:5000"})
    void aStarIsEverybodyWithoutCredentials(String origin) {
        try (TestServer server = start(false, "*")) {
            RawResponse response = getFrom(server, origin);

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(response.headers()).doesNotContainKey("Access-Control-Allow-Credentials");
        }
    }

    @Test
    void anAnswerThatDependsOnThePageSaysSoToCaches() {
        try (TestServer server = start(false)) {
            RawResponse response = server.send("GET /v1/open HTTP/1.1\nHost: localhost\n\n");

            assertThat(response.header("Vary")).isEqualToIgnoringCase("Origin");
            assertThat(response.headers()).doesNotContainKey("Access-Control-Allow-Origin");
        }
    }
}
