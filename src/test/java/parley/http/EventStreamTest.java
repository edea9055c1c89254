package parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.error.AppException;
import parley.error.ErrorCode;

final class EventStreamTest {
    private static final String GET = "GET /v1/stream HTTP/1.1\nHost: localhost\n\n";

    static TestServer serve(StreamHandler handler) {
        return TestServer.start(
                Route.get(
                        "/v1/stream",
                        Access.CALLER,
                        exchange -> {
                            try (EventStream stream = exchange.startEventStream()) {
                                handler.handle(stream);
                            }
                        }));
    }

    @FunctionalInterface
    interface StreamHandler {
        void handle(EventStream stream) throws InterruptedException;
    }

    @Test
    void anEventStreamSaysWhatItIs() {
        try (TestServer server =
                serve(stream -> {
                    stream.send("hello");
                    stream.end();
                })) {
            RawResponse response = server.send(GET);

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.header("Content-Type"))
                    .isEqualTo("text/event-stream; charset=utf-8");
            assertThat(response.header("Cache-Control")).isEqualTo("no-cache, no-transform");
            assertThat(response.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(response.header("X-Request-Id")).isNotEmpty();
            assertThat(response.body()).isEqualTo("data: hello\n\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "  two leading spaces",
                "\n",
                "\n\n",
                "a\n\ndata: forged",
                "a\r\rdata: forged",
                "a\r\n\r\nevent: forged\r\ndata: x",
                "id: 5",
                ": comment",
                "event: error\n",
                "ends with\r",
                "\r\n",
                "line\u2028separator\u2029\u0085and \u000b\u000c",
                "\uFEFFbyte order mark",
                "ä 😀 \u0000",
                "[DONE]",
            })
    void noTextForgesAnEvent(String text) {
        try (TestServer server =
                serve(stream -> {
                    stream.send(OptionalLong.of(7), "delta", text);
                    stream.send("last");
                    stream.end();
                })) {
            String lines = text.replace("\r\n", "\n").replace("\r", "\n");

            assertThat(SseReader.read(server.send(GET).body()))
                    .containsExactly(
                            new SseReader.Event("7", "delta", lines),
                            new SseReader.Event("7", "", "last"));
        }
    }

    @Test
    void eventsAndCommentsAreWrittenInOneForm() {
        try (TestServer server =
                serve(stream -> {
                    stream.send(OptionalLong.of(3), "delta", "a\r\nb\rc\n");
                    stream.comment("keep-alive");
                    stream.comment("two\nlines");
                    stream.send("");
                    stream.end();
                })) {
            assertThat(server.send(GET).body())
                    .isEqualTo(
                            """
                            id: 3
                            event: delta
                            data: a
                            data: b
                            data: c
                            data:\s

                            : keep-alive

                            : two
                            : lines

                            data:\s

                            """);
        }
    }

    @Test
    void theNameOfAnEventCannotForgeOne() {
        assertThatThrownBy(() -> SseEncoder.event(OptionalLong.empty(), "a\ndata: b", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEventLeavesAtOnceAndTogetherWithTheHead() throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        try (TestServer server =
                        serve(stream -> {
                            stream.send("first");
                            seen.await();
                            stream.send("second");
                            stream.end();
                        });
                RawClient client = server.connect()) {
            client.send(GET).readHead();
            assertThat(client.readChunk()).isEqualTo("data: first\n\n");
            seen.countDown();
            assertThat(client.readChunk()).isEqualTo("data: second\n\n");
            assertThat(client.readChunk()).isEmpty();
        }
    }

    @Test
    void nothingLeavesBeforeTheFirstEventSoAFailureIsStillAnAnswer() {
        try (TestServer server =
                serve(_ -> {
                    throw new AppException(ErrorCode.RATE_LIMITED, "Not now.");
                })) {
            RawResponse response = server.send(GET);

            assertThat(response.status()).isEqualTo(429);
            assertThat(response.header("Content-Type")).isEqualTo("application/json");
            assertThat(response.header("Cache-Control")).isEqualTo("no-store");
            assertThat(response.problem()).isEqualTo("Not now.");
        }
    }

    @Test
    void theConnectionServesTheNextRequestAfterAStream() {
        try (TestServer server =
                        serve(stream -> {
                            stream.send("a");
                            stream.end();
                        });
                RawClient client = server.connect()) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.send(GET).read().body()).isEqualTo("data: a\n\n");
            }
        }
    }

    @Test
    void aStreamWithoutEventsCanEndAsItShould() {
        try (TestServer server = serve(EventStream::end)) {
            RawResponse response = server.send(GET);

            assertThat(response.header("Content-Type")).startsWith("text/event-stream");
            assertThat(response.body()).isEmpty();
        }
    }

    @Test
    void aStreamThatIsClosedWithoutItsEndIsReset() {
        try (TestServer server = serve(stream -> stream.send("half"));
                RawClient client = server.connect()) {
            client.send(GET);

            assertThat(client.readUntilReset()).hasMessageContaining("reset");
        }
    }

    @Test
    void aFailureWithinAStreamResetsIt() {
        try (TestServer server =
                        serve(stream -> {
                            stream.send("half");
                            throw new AppException(ErrorCode.PROVIDER_FAILED, "It broke.");
                        });
                RawClient client = server.connect()) {
            client.send(GET);

            assertThat(client.readUntilReset()).hasMessageContaining("reset");
        }
    }

    @Test
    void aHandlerThatForgetsItsStreamHasItReset() {
        Route route =
                Route.get(
                        "/v1/stream",
                        Access.CALLER,
                        exchange -> exchange.startEventStream().send("half"));
        try (TestServer server = TestServer.start(route);
                RawClient client = server.connect()) {
            client.send(GET);

            assertThat(client.readUntilReset()).hasMessageContaining("reset");
        }
    }

    @Test
    void oneLongTextIsSentInPieces() {
        String text = "ä".repeat(1_000_000);
        try (TestServer server =
                serve(stream -> {
                    stream.send(text);
                    stream.end();
                })) {
            assertThat(server.send(GET).body()).isEqualTo("data: " + text + "\n\n");
        }
    }

    @Test
    void anOldClientSeesTheEndAsTheEndOfTheConnection() {
        try (TestServer server =
                        serve(stream -> {
                            stream.send("a");
                            stream.end();
                        });
                RawClient client = server.connect()) {
            client.send("GET /v1/stream HTTP/1.0\nHost: localhost\nConnection: keep-alive\n\n");
            RawResponse head = client.readHead();

            assertThat(head.headers()).doesNotContainKeys("Transfer-Encoding", "Content-Length");
            assertThat(client.readAll()).isEqualTo("data: a\n\n");
        }
    }

    @Test
    void headOfAStreamIsItsHead() {
        try (TestServer server =
                        serve(stream -> {
                            stream.send("a");
                            stream.end();
                        });
                RawClient client = server.connect()) {
            client.send("HEAD /v1/stream HTTP/1.1\nHost: localhost\n\n");

            assertThat(client.readHead().header("Content-Type")).startsWith("text/event-stream");
            assertThat(client.send(GET).read().body()).isEqualTo("data: a\n\n");
        }
    }
}
