package parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ShutdownTest {
    private static final String WHO = "GET /v1/who HTTP/1.1\nHost: localhost\n\n";
    private static final String SLOW = "GET /v1/slow HTTP/1.1\nHost: localhost\n\n";

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);

    private TestServer start() {
        return TestServer.start(
                Route.get("/v1/who", Access.OPEN, exchange -> exchange.respond("who")),
                Route.get(
                        "/v1/slow",
                        Access.OPEN,
                        exchange -> {
                            asked.countDown();
                            mayAnswer.await();
                            exchange.respond("slow");
                        }),
                Route.get(
                        "/v1/stream",
                        Access.OPEN,
                        exchange -> {
                            try (EventStream stream = exchange.startEventStream()) {
                                stream.send("first");
                                asked.countDown();
                                mayAnswer.await();
                                stream.send("last");
                                stream.end();
                            }
                        }));
    }

    @Test
    void aDrainingServerSaysSoAndEndsItsConnections() {
        try (TestServer server = start();
                RawClient client = server.connect()) {
            RawResponse before = client.send(WHO).read();
            server.web().drain();
            RawResponse after = client.send(WHO).read();

            assertThat(before.headers()).doesNotContainKey("Connection");
            assertThat(after.header("Connection")).isEqualTo("close");
            assertThat(client.isEnded()).isTrue();

            RawResponse ready = server.send("GET /ready HTTP/1.1\nHost: localhost\n\n");
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.body()).isEqualTo("{\"status\":\"draining\",\"checks\":{}}");
        }
    }

    @Test
    void whatIsUnderWayIsFinishedWithinTheWindow() throws Exception {
        try (TestServer server = start();
                RawClient slow = server.connect();
                RawClient stream = server.connect()) {
            stream.send("GET /v1/stream HTTP/1.1\nHost: localhost\n\n").readHead();
            assertThat(stream.readChunk()).isEqualTo("data: first\n\n");
            slow.send(SLOW);
            CompletableFuture<Boolean> stopped =
                    CompletableFuture.supplyAsync(() -> stop(server, Duration.ofSeconds(20)));
            while (server.send("GET /ready HTTP/1.1\nHost: localhost\n\n").status() != 503) {
                Thread.onSpinWait();
            }
            mayAnswer.countDown();

            assertThat(slow.read().body()).isEqualTo("\"slow\"");
            assertThat(stream.readChunk()).isEqualTo("data: last\n\n");
            assertThat(stream.readChunk()).isEmpty();
            assertThat(stopped.get(10, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(server::connect).hasMessageContaining("refused");
        }
    }

    private static boolean stop(TestServer server, Duration window) {
        try {
            return server.web().stop(window);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatTakesLongerIsInterruptedAndToldToComeBack() throws InterruptedException {
        try (TestServer server = start();
                RawClient client = server.connect()) {
            client.send(SLOW);
            asked.await();

            assertThat(server.web().stop(Duration.ofMillis(50))).isFalse();
            RawResponse response = client.read();
            assertThat(response.status()).isEqualTo(503);
            assertThat(response.header("Retry-After")).isEqualTo("5");
            assertThat(response.problem()).startsWith("The server is stopping.");
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void aStreamThatTakesLongerIsReset() throws InterruptedException {
        try (TestServer server = start();
                RawClient client = server.connect()) {
            client.send("GET /v1/stream HTTP/1.1\nHost: localhost\n\n");
            asked.await();

            assertThat(server.web().stop(Duration.ofMillis(50))).isFalse();
            assertThat(client.readUntilReset()).hasMessageContaining("reset");
        }
    }

    @Test
    void idleConnectionsDoNotKeepTheServer() throws InterruptedException {
        try (TestServer server = start();
                RawClient idle = server.connect();
                RawClient silent = server.connect()) {
            idle.send(WHO).read();

            assertThat(server.web().stop(Duration.ofSeconds(20))).isTrue();
            assertThat(idle.isEnded()).isTrue();
            assertThat(silent.isCut()).isTrue();
        }
    }

    @Test
    void aClosedServerCanBeClosedAgain() {
        TestServer server = start();
        server.close();
        server.close();

        assertThatThrownBy(server::connect).hasMessageContaining("refused");
    }
}
