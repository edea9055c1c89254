package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import parley.error.AppException;
import parley.error.ErrorCode;

final class OperationsTest {
    private static final String READY = "GET /ready HTTP/1.1\nHost: localhost\n\n";
    private static final String METRICS = "GET /metrics HTTP/1.1\nHost: localhost\n\n";

    private record Check(String name, boolean isVital, Supplier<Optional<String>> problem)
            implements ReadinessCheck {
        Check(String name, Supplier<Optional<String>> problem) {
            this(name, true, problem);
        }

        @Override
        public Optional<String> check() {
            return problem.get();
        }
    }

    private static RawResponse readyWith(ReadinessCheck... checks) {
        try (TestServer server = TestServer.start(TestServer.SETTINGS, List.of(checks))) {
            return server.send(READY);
        }
    }

    @Test
    void aServerWhosePartsAreWellIsReady() {
        RawResponse response = readyWith(new Check("database", Optional::empty));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo("{\"status\":\"ready\",\"checks\":{\"database\":\"ok\"}}");
    }

    @Test
    void aServerThatLacksAPartIsNot() {
        RawResponse response =
                readyWith(
                        new Check("database", () -> Optional.of("The database does not answer.")),
                        new Check("disk", Optional::empty));

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.body())
                .isEqualTo(
                        """
                        {"status":"not ready","checks":{"database":"The database does not answer.",\
                        "disk":"ok"}}\
                        """);
    }

    @Test
    void aServerThatLacksWhatItCanDoWithoutIsDegraded() {
        RawResponse response =
                readyWith(
                        new Check("database", Optional::empty),
                        new Check("openai", false, () -> Optional.of("It failed.")));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo(
                        """
                        {"status":"degraded","checks":{"database":"ok","openai":"It failed."}}\
                        """);
    }

    @Test
    void whatMayBeMissingAndIsIsNeitherWellNorAProblem() {
        ReadinessCheck missing =
                new ReadinessCheck() {
                    @Override
                    public String name() {
                        return "ollama";
                    }

                    @Override
                    public Optional<String> check() {
                        return Optional.of("It is not asked.");
                    }

                    @Override
                    public boolean isAbsent() {
                        return true;
                    }
                };

        RawResponse response = readyWith(new Check("database", Optional::empty), missing);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo(
                        """
                        {"status":"ready","checks":{"database":"ok","ollama":"absent"}}\
                        """);
    }

    @Test
    void aCheckThatFailsItselfTellsNoSecrets() {
        RawResponse response =
                readyWith(
                        new Check(
                                "database",
                                () -> {
                                    throw new IllegalStateException("jdbc:secret");
                                }),
                        new Check(
                                "disk",
                                () -> {
                                    throw new AppException(ErrorCode.STORAGE_FULL, "It is full.");
                                }));

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.body())
                .doesNotContain("secret")
                .contains("\"database\":\"The check itself failed; the log says more.\"")
                .contains("\"disk\":\"It is full.\"");
    }

    @Test
    void requestsAreCountedByRouteNotByPath() {
        try (TestServer server =
                TestServer.start(TestServer.SETTINGS, List.of(), TestDialect.echoing())) {
            server.send(METRICS);
            for (int i = 0; i < 3; i++) {
                server.send("GET /v1/things/%d HTTP/1.1\nHost: localhost\n\n".formatted(i));
                server.send("GET /nothing/%d HTTP/1.1\nHost: localhost\n\n".formatted(i));
                server.send("NONSENSE%d / HTTP/1.1\nHost: localhost\n\n".formatted(i));
            }
            RawResponse response = server.send(METRICS);

            assertThat(response.header("Content-Type"))
                    .isEqualTo("text/plain; version=0.0.4; charset=utf-8");
            assertThat(response.body())
                    .contains(
                            "parley_http_requests_seconds_count{method=\"GET\",route=\"/v1/things/{id}\",status=\"200\"} 3",
                            "parley_http_requests_seconds_count{method=\"GET\",route=\"none\",status=\"404\"} 3",
                            "parley_http_requests_seconds_count{method=\"other\",route=\"none\",status=\"404\"} 3",
                            "parley_http_requests_seconds_sum{method=\"GET\",route=\"/metrics\",status=\"200\"}",
                            "parley_http_connections 1.0",
                            "parley_http_streams 0.0",
                            "jvm_memory_used_bytes")
                    .doesNotContain("/nothing");
        }
    }

    @Test
    void openStreamsAreCounted() throws InterruptedException {
        Route route =
                Route.get(
                        "/stream",
                        Access.OPEN,
                        exchange -> {
                            try (EventStream stream = exchange.startEventStream()) {
                                stream.send("a");
                                Thread.sleep(Long.MAX_VALUE);
                            }
                        });
        try (TestServer server = TestServer.start(route);
                RawClient client = server.connect()) {
            client.send("GET /stream HTTP/1.1\nHost: localhost\n\n").readHead();

            assertThat(server.send(METRICS).body()).contains("parley_http_streams 1.0");
        }
    }
}
