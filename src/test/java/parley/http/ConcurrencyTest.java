package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ConcurrencyTest {
    @Test
    void fiftyClientsGetTheirOwnAnswers() throws Exception {
        try (TestServer server =
                        TestServer.start(TestServer.SETTINGS, List.of(), TestDialect.echoing());
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> results = new ArrayList<>();
            for (int client = 0; client < 50; client++) {
                int number = client;
                results.add(clients.submit(() -> talk(server, number)));
            }
            for (Future<?> result : results) {
                result.get(60, TimeUnit.SECONDS);
            }
        }
    }

    private static void talk(TestServer server, int number) {
        try (RawClient client = server.connect()) {
            for (int i = 0; i < 50; i++) {
                String body = "{\"client\":%d,\"request\":%d}".formatted(number, i);
                client.send(
                        """
                        POST /v1/echo HTTP/1.1
                        Host: localhost
                        Content-Type: application/json
                        X-Request-Id: %d-%d
                        Content-Length: %d

                        %s\
                        """
                                .formatted(number, i, body.length(), body));
                RawResponse response = client.read();

                assertThat(response.body()).isEqualTo(body);
                assertThat(response.header("X-Request-Id")).isEqualTo(number + "-" + i);
            }
        }
    }

    @Test
    void theClientOfTheJdkIsUnderstood() throws IOException, InterruptedException {
        byte[] bytes = new byte[3_000_000];
        Arrays.fill(bytes, (byte) 'x');
        Route download =
                Route.get(
                        "/v1/download",
                        Access.CALLER,
                        exchange -> exchange.respond(200, "application/octet-stream", bytes));
        try (TestServer server = TestServer.start(download);
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://localhost:%d/v1/download"
                                                    .formatted(server.port())))
                            .build();
            for (int i = 0; i < 3; i++) {
                HttpResponse<byte[]> response =
                        client.send(request, HttpResponse.BodyHandlers.ofByteArray());

                assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
                assertThat(response.headers().firstValueAsLong("Content-Length"))
                        .hasValue(3_000_000);
                assertThat(response.body()).isEqualTo(bytes);
            }
        }
    }

    @Test
    void aLongAnswerWaitsForItsReaderAndCutsOneThatStops() {
        byte[] body = new byte[30_000_000];
        Route download =
                Route.get(
                        "/v1/download",
                        Access.CALLER,
                        exchange -> exchange.respond(200, "application/octet-stream", body));
        ServerLimits limits =
                new ServerLimits(
                        1024,
                        10,
                        TestServer.LIMITS.head(),
                        TestServer.LIMITS.idle(),
                        TestServer.LIMITS.body(),
                        Duration.ofMillis(300));
        try (TestServer server = TestServer.start(TestServer.with(limits), download);
                RawClient client = server.connect()) {
            client.send("GET /v1/download HTTP/1.1\nHost: localhost\n\n");
            RawResponse head = client.readHead();

            assertThat(head.header("Content-Length")).isEqualTo("30000000");
            // Nothing is read until the server has had enough.
            server.awaitConnections(0);
            assertThat(client.readUntilReset()).hasMessageContaining("reset");
        }
    }
}
