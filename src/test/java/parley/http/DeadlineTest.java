package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Clients that take their time.
final class DeadlineTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String WHO = "GET /v1/who HTTP/1.1\nHost: localhost\n\n";

    private static TestServer start(Duration head, Duration idle, Duration body, Duration reader) {
        ServerLimits limits = new ServerLimits(64 * 1024, 1000, head, idle, body, reader);
        return TestServer.start(TestServer.with(limits), List.of(), TestDialect.echoing());
    }

    /// Sends a byte now and then until the server has had enough.
    private static void trickle(RawClient client) {
        Thread.startVirtualThread(() -> {
            try {
                while (true) {
                    client.sendExactly("x");
                    Thread.sleep(20);
                }
            } catch (UncheckedIOException | InterruptedException e) {
                // The server has closed the connection: what the test waits for.
            }
        });
    }

    @Test
    void aClientThatSendsNothingIsLeft() {
        try (TestServer server = start(SHORT, LONG, LONG, LONG);
                RawClient client = server.connect()) {
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void aHeadThatNeverEndsIsCutOff() {
        try (TestServer server = start(SHORT, LONG, LONG, LONG);
                RawClient client = server.connect()) {
            client.send("GET /v1/who HTTP/1.1\nHost: localhost\nX-Slow: ");
            trickle(client);

            assertThat(client.isCut()).isTrue();
        }
    }

    @Test
    void aConnectionWithoutANextRequestIsClosed() {
        try (TestServer server = start(LONG, SHORT, LONG, LONG);
                RawClient client = server.connect()) {
            assertThat(client.send(WHO).read().status()).isEqualTo(200);
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void aNextHeadThatNeverEndsIsCutOff() {
        try (TestServer server = start(LONG, SHORT, LONG, LONG);
                RawClient client = server.connect()) {
            assertThat(client.send(WHO).read().status()).isEqualTo(200);
            client.send("GET /v1/who HTTP/1.1\nHost: localhost\nX-Slow: ");
            trickle(client);

            assertThat(client.isCut()).isTrue();
        }
    }

    @Test
    void aBodyThatDoesNotComeIsRefused() {
        try (TestServer server = start(LONG, LONG, SHORT, LONG);
                RawClient client = server.connect()) {
            client.send(
                    """
                    POST /v1/echo HTTP/1.1
                    Host: localhost
                    Content-Type: application/json
                    Content-Length: 50000

                    """);
            trickle(client);
            RawResponse response = client.read();

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.problem()).isEqualTo("The body did not arrive within 0.3 s.");
            assertThat(response.header("Connection")).isEqualTo("close");
            assertThat(client.isCut()).isTrue();
        }
    }

    @Test
    void theBodyOfARefusedRequestHasADeadlineToo() {
        try (TestServer server = start(LONG, LONG, SHORT, LONG);
                RawClient client = server.connect()) {
            client.send("POST /nothing HTTP/1.1\nHost: localhost\nContent-Length: 50000\n\n");

            assertThat(client.read().status()).isEqualTo(404);
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void anAnswerMayTakeItsTime() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        Route slow =
                Route.get(
                        "/v1/slow",
                        Access.CALLER,
                        exchange -> {
                            asked.countDown();
                            mayAnswer.await();
                            exchange.respond("late");
                        });
        ServerLimits limits = new ServerLimits(1024, 10, SHORT, SHORT, SHORT, SHORT);
        try (TestServer server = TestServer.start(TestServer.with(limits), slow);
                RawClient client = server.connect();
                RawClient clock = server.connect()) {
            client.send("GET /v1/slow HTTP/1.1\nHost: localhost\n\n");
            asked.await();
            // When another connection has run out of time, so would this one have.
            assertThat(clock.isEnded()).isTrue();
            mayAnswer.countDown();

            assertThat(client.read().body()).isEqualTo("\"late\"");
        }
    }

    @Test
    void aFurtherClientThanAllowedIsTurnedAway() {
        ServerLimits limits = new ServerLimits(1024, 2, LONG, LONG, LONG, LONG);
        try (TestServer server =
                        TestServer.start(
                                TestServer.with(limits), List.of(), TestDialect.echoing());
                RawClient first = server.connect();
                RawClient second = server.connect()) {
            assertThat(first.send(WHO).read().status()).isEqualTo(200);
            assertThat(second.send(WHO).read().status()).isEqualTo(200);
            try (RawClient third = server.connect()) {
                assertThat(third.isCut()).isTrue();
            }
            assertThat(first.send(WHO).read().status()).isEqualTo(200);
        }
    }
}
