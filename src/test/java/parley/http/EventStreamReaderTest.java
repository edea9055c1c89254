package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What readers of a stream do to it: read slowly, leave, come late.
final class EventStreamReaderTest {
    private static final String GET = "GET /v1/stream HTTP/1.1\nHost: localhost\n\n";

    @Test
    void aClientThatLeavesIsNoticed() throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Route route =
                Route.get(
                        "/v1/stream",
                        Access.CALLER,
                        exchange -> {
                            exchange.onDisconnect(left::countDown);
                            try (EventStream stream = exchange.startEventStream()) {
                                stream.send("first");
                                left.await();
                                stream.send("nobody");
                            } catch (ClientGoneException e) {
                                failure.complete(e);
                            }
                        });
        try (TestServer server = TestServer.start(route)) {
            try (RawClient client = server.connect()) {
                client.send(GET).readHead();
            }
            assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(ClientGoneException.class);
        }
    }

    @Test
    void aSlowReaderSlowsItsOwnStreamOnlyAndLosesNothing() throws Exception {
        int count = 4000;
        String text = "x".repeat(4000);
        LinkedBlockingQueue<Integer> sent = new LinkedBlockingQueue<>();
        Route flood =
                Route.get(
                        "/v1/stream",
                        Access.CALLER,
                        exchange -> {
                            try (EventStream stream = exchange.startEventStream()) {
                                for (int i = 0; i < count; i++) {
                                    stream.send(OptionalLong.of(i), null, text);
                                    sent.add(i);
                                }
                                stream.end();
                            }
                        });
        Route quick = Route.get("/v1/quick", Access.CALLER, exchange -> exchange.respond("quick"));
        try (TestServer server = TestServer.start(flood, quick);
                RawClient slow = server.connect()) {
            slow.send(GET).readHead();
            awaitStandstill(sent);
            assertThat(sent.size()).isLessThan(count);

            assertThat(server.send("GET /v1/quick HTTP/1.1\nHost: localhost\n\n").body())
                    .isEqualTo("\"quick\"");

            StringBuilder rest = new StringBuilder();
            for (String chunk = slow.readChunk(); !chunk.isEmpty(); chunk = slow.readChunk()) {
                rest.append(chunk);
            }
            List<SseReader.Event> events = SseReader.read(rest.toString());
            assertThat(events).hasSize(count);
            assertThat(events.getLast()).isEqualTo(new SseReader.Event("" + (count - 1), "", text));
        }
    }

    /// Waits until nothing has been sent for a while, because the reader takes nothing.
    private static void awaitStandstill(LinkedBlockingQueue<Integer> sent)
            throws InterruptedException {
        int before = -1;
        while (before != sent.size()) {
            before = sent.size();
            new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void aReaderThatTakesNothingIsDropped() throws Exception {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Route flood =
                Route.get(
                        "/v1/stream",
                        Access.CALLER,
                        exchange -> {
                            try (EventStream stream = exchange.startEventStream()) {
                                while (true) {
                                    stream.send("x".repeat(10_000));
                                }
                            } catch (ClientGoneException e) {
                                failure.complete(e);
                            }
                        });
        ServerLimits limits =
                new ServerLimits(
                        1024,
                        10,
                        TestServer.LIMITS.head(),
                        TestServer.LIMITS.idle(),
                        TestServer.LIMITS.body(),
                        Duration.ofMillis(300));
        try (TestServer server = TestServer.start(TestServer.with(limits), flood);
                RawClient client = server.connect()) {
            client.send(GET);

            assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(ClientGoneException.class);
            assertThat(client.readUntilReset()).hasMessageContaining("reset");
        }
    }

    @Test
    void aDisconnectIsToldOnceAndAlsoAfterwards() throws Exception {
        CountDownLatch told = new CountDownLatch(2);
        CountDownLatch asked = new CountDownLatch(1);
        Route route =
                Route.get(
                        "/v1/stream",
                        Access.CALLER,
                        exchange -> {
                            CountDownLatch first = new CountDownLatch(1);
                            exchange.onDisconnect(first::countDown);
                            exchange.onDisconnect(told::countDown);
                            asked.countDown();
                            first.await();
                            exchange.onDisconnect(told::countDown);
                        });
        try (TestServer server = TestServer.start(route)) {
            try (RawClient client = server.connect()) {
                client.send(GET);
                asked.await();
            }
            assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aCompleteAnswerIsNoDisconnect() throws Exception {
        CompletableFuture<Void> told = new CompletableFuture<>();
        Route route =
                Route.get(
                        "/v1/stream",
                        Access.CALLER,
                        exchange -> {
                            exchange.onDisconnect(() -> told.complete(null));
                            exchange.respond("done");
                        });
        try (TestServer server = TestServer.start(route)) {
            for (int i = 0; i < 20; i++) {
                assertThat(server.send(GET).body()).isEqualTo("\"done\"");
            }
        }
        assertThat(told).isNotDone();
    }
}
