package parley.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.bench.target.ScriptedUpstream;

final class LoadClientTest {
    private static final String STREAM_HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String HELLO =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    private static final byte[] GET = RequestBytes.get("/", Optional.empty());

    private final LoadClient client = new LoadClient();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void everyRequestIsAnsweredOverAFewConnections() throws Exception {
        try (ScriptedUpstream upstream = ScriptedUpstream.start()) {
            LoadReport report =
                    client.run(
                            LoadPlan.times(
                                    1000,
                                    upstream.address(),
                                    8,
                                    Requests.always(completion(false))));
            assertThat(report.answered()).isEqualTo(1000);
            assertThat(report.failures()).isEmpty();
            assertThat(report.whole().count()).isEqualTo(1000);
            assertThat(report.perSecond()).isPositive();
        }
    }

    @Test
    void eachRequestIsAskedForOnce() throws Exception {
        Set<Long> numbers = new TreeSet<>();
        Set<Integer> clients = new TreeSet<>();
        try (ScriptedUpstream upstream = ScriptedUpstream.start()) {
            client.run(
                    LoadPlan.times(
                            50,
                            upstream.address(),
                            4,
                            (client, number) -> {
                                assertThat(numbers.add(number)).isTrue();
                                clients.add(client);
                                return completion(false);
                            }));
        }
        assertThat(numbers).hasSize(50).contains(0L, 49L);
        assertThat(clients).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aLoadEndsWithItsTime() throws Exception {
        try (ScriptedUpstream upstream = ScriptedUpstream.start()) {
            LoadReport report =
                    client.run(
                            LoadPlan.during(
                                    Duration.ofMillis(50),
                                    upstream.address(),
                                    2,
                                    Requests.always(completion(false))));
            assertThat(report.answered()).isPositive();
            assertThat(report.failures()).isEmpty();
        }
    }

    @Test
    void streamsAreCountedEventByEvent() throws Exception {
        try (ScriptedUpstream upstream = ScriptedUpstream.start()) {
            LoadReport report =
                    client.run(
                            LoadPlan.times(
                                    10, upstream.address(), 5, Requests.always(completion(true))));
            // 64 tokens, the finish, the usage.
            assertThat(report.streams().events()).isEqualTo(10 * 66);
            assertThat(report.answered()).isEqualTo(10);
            assertThat(report.streams().first().count()).isEqualTo(10);
        }
    }

    @Test
    void manyStreamsAreHeldAtOnceAndFollowedAtTheirPace() throws Exception {
        byte[] request =
                RequestBytes.postJson(
                        "/v1/chat/completions",
                        Optional.empty(),
                        "{\"model\":\"bench-pace-100-10\",\"stream\":true}");
        try (ScriptedUpstream upstream = ScriptedUpstream.start()) {
            LoadReport report =
                    client.run(
                            LoadPlan.times(500, upstream.address(), 500, Requests.always(request))
                                    .paced(Duration.ofMillis(100), Duration.ofSeconds(30)));
            assertThat(report.answered()).isEqualTo(500);
            assertThat(report.streams().events()).isEqualTo(500 * 12);
            assertThat(report.streams().slip().count()).isEqualTo(500 * 12);
            assertThat(report.streams().mostOpen()).isBetween(1, 500);
        }
    }

    @Test
    void packetsSplitAnywhereMakeNoDifference() throws Exception {
        String whole = STREAM_HEAD + "a\r\ndata: on\n\n\r\ne\r\ndata: [DONE]\n\n\r\n0\r\n\r\n";
        LoadReport report =
                ask(connection -> {
                    while (connection.awaitRequest()) {
                        connection.sendByteByByte(whole);
                    }
                });
        assertThat(report.answered()).isEqualTo(3);
        assertThat(report.streams().events()).isEqualTo(3);
        assertThat(report.streams().dataBytes()).isEqualTo(6);
    }

    @Test
    void aConnectionThatServesOneAnswerIsMadeAgain() throws Exception {
        String closing = HELLO.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
        try (RawServer server =
                new RawServer(connection -> {
                    connection.awaitRequest();
                    connection.send(closing);
                })) {
            LoadReport report = ask(server.address());
            assertThat(report.answered()).isEqualTo(3);
            assertThat(report.failures()).isEmpty();
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void aBadStatusIsAFailure() throws Exception {
        LoadReport report =
                ask(connection -> {
                    while (connection.awaitRequest()) {
                        connection.send(HELLO.replace("200 OK", "429 Too Many"));
                    }
                });
        assertThat(report.answered()).isZero();
        assertThat(report.failures()).isEqualTo(Map.of("status 429", 3L));
        assertThat(report.failuresInWords()).isEqualTo("3 × status 429");
    }

    @Test
    void aStreamThatIsCutIsAFailure() throws Exception {
        LoadReport report =
                ask(connection -> {
                    connection.awaitRequest();
                    connection.send(STREAM_HEAD + "a\r\ndata: on\n\n\r\n");
                });
        assertThat(report.answered()).isZero();
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.streams().events()).isEqualTo(1);
    }

    @Test
    void aStreamWithoutItsEndMarkIsAFailure() throws Exception {
        LoadReport report =
                ask(connection -> {
                    while (connection.awaitRequest()) {
                        connection.send(STREAM_HEAD + "a\r\ndata: on\n\n\r\n0\r\n\r\n");
                    }
                });
        assertThat(report.failures()).isEqualTo(Map.of("stream without its end mark", 3L));
    }

    @Test
    void anErrorWithinAStreamIsAFailure() throws Exception {
        String failing =
                STREAM_HEAD
                        + "1a\r\nevent: error\ndata: sorry\n\n\r\ne\r\ndata: [DONE]\n\n\r\n0\r\n\r\n";
        LoadReport report =
                ask(connection -> {
                    while (connection.awaitRequest()) {
                        connection.send(failing);
                    }
                });
        assertThat(report.failures()).isEqualTo(Map.of("error within the stream", 3L));
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws Exception {
        try (RawServer server = new RawServer(RawServer.Connection::awaitEnd)) {
            LoadPlan plan =
                    LoadPlan.times(2, server.address(), 2, Requests.always(GET))
                            .paced(Duration.ofMillis(1), Duration.ofMillis(200));
            assertThat(client.run(plan).failures())
                    .isEqualTo(Map.of("no whole answer in 200 ms", 2L));
        }
    }

    @Test
    void aPortWithoutServerIsAFailure() throws Exception {
        InetSocketAddress nobody;
        try (RawServer server = new RawServer(RawServer.Connection::awaitEnd)) {
            nobody = server.address();
        }
        LoadReport report = ask(nobody);
        assertThat(report.answered()).isZero();
        assertThat(report.failed()).isEqualTo(1);
    }

    @Test
    void anInterruptEndsTheLoad() throws Exception {
        try (RawServer server = new RawServer(RawServer.Connection::awaitEnd)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> ask(server.address()))
                    .isInstanceOf(InterruptedException.class);
        }
    }

    private LoadReport ask(RawServer.Behaviour behaviour) throws IOException, InterruptedException {
        try (RawServer server = new RawServer(behaviour)) {
            return ask(server.address());
        }
    }

    private LoadReport ask(InetSocketAddress target) throws InterruptedException {
        return client.run(LoadPlan.times(3, target, 1, Requests.always(GET)));
    }

    private static byte[] completion(boolean streamed) {
        return RequestBytes.postJson(
                "/v1/chat/completions",
                Optional.empty(),
                "{\"model\":\"bench\",\"stream\":%b}".formatted(streamed));
    }
}
