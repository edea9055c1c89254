package parley.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import parley.testing.TestServer;

/// What calls of models look like in metrics and traces.
class TelemetryTest {
    private static final String QUESTION = "{\"message\":\"count to 3 for the canary\"}";

    private static String call(TestServer server, String method, String path, String body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(server.url() + path))
                                    .header("Content-Type", "application/json")
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void metricsSayHowManyTokensAndHowLong() throws Exception {
        try (TestServer server = TestServer.start()) {
            call(server, "POST", "/chat/completions", QUESTION);

            assertThat(call(server, "GET", "/metrics", ""))
                    .contains(
                            "gen_ai_client_operation_duration_seconds_count{"
                                    + "error_type=\"\",gen_ai_operation_name=\"chat\","
                                    + "gen_ai_provider_name=\"builtin\","
                                    + "gen_ai_request_model=\"parley\"} 1")
                    .contains("gen_ai_client_token_usage_sum")
                    .contains("gen_ai_client_operation_time_to_first_chunk_seconds_bucket");
        }
    }

    @Test
    void tracesGoToTheCollectorWithoutWhatWasSaid() throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        HttpServer collector =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext(
                "/v1/traces",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    String headers = String.valueOf(exchange.getRequestHeaders().get("X-Team"));
                    received.add(headers + new String(body, StandardCharsets.ISO_8859_1));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        collector.start();
        try {
            String address = "http://127.0.0.1:" + collector.getAddress().getPort();
            try (TestServer server =
                    TestServer.start(
                            "otel.exporter.otlp.endpoint=" + address,
                            "otel.exporter.otlp.headers=x-team=spc")) {
                call(server, "POST", "/chat/completions", QUESTION);
            }

            String spans = received.poll(20, TimeUnit.SECONDS);
            assertThat(spans)
                    .isNotNull()
                    .startsWith("[spc]")
                    .contains("gen_ai.provider.name", "builtin", "gen_ai.usage.output_tokens")
                    .contains("chat parley")
                    .doesNotContain("canary");
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void aCollectorThatIsAwayStopsNothing() throws Exception {
        try (TestServer server =
                TestServer.start("otel.exporter.otlp.endpoint=http://127.0.0.1:1")) {
            assertThat(call(server, "POST", "/chat/completions", QUESTION)).contains("messageId");
        }
    }
}
