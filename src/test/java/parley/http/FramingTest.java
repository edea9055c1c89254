package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where one request ends and the next begins, and how long any of it may be.
final class FramingTest {
    private static final String WHO = "GET /v1/who HTTP/1.1\nHost: localhost\n\n";
    private static final String POST =
            "POST /v1/echo HTTP/1.1\nHost: localhost\nContent-Type: application/json\n";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(TestServer.SETTINGS, List.of(), TestDialect.echoing());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 2\nTransfer-Encoding: chunked\n",
                "Transfer-Encoding: chunked\nContent-Length: 2\n",
                "Content-Length: 2\nContent-Length: 2\n",
                "Content-Length: 2\nContent-Length: 3\n",
                "Content-Length: 2, 2\n",
                "Content-Length: +2\n",
                "Content-Length: -1\n",
                "Content-Length: 0x2\n",
                "Content-Length: 99999999999999999999\n",
                "Content-Length:\n",
                "Transfer-Encoding : chunked\n",
                "Transfer-Encoding: xchunked\n",
                "Transfer-Encoding: gzip, chunked\n",
                "Transfer-Encoding: chunked, gzip\n",
                "Transfer-Encoding: chunked\nTransfer-Encoding: chunked\n",
                "Transfer-Encoding: identity\nContent-Length: 2\n",
                "Transfer-Encoding:\u000bchunked\n",
                "Content Length: 2\n",
                "No-Colon\n",
                "Bad\u0000Name: 1\n",
                "Bad-Value: a\u0000b\n",
            })
    void aRequestWhoseEndIsInDoubtIsRefusedAndTheConnectionClosed(String headers) {
        try (RawClient client = server.connect()) {
            client.send(POST + headers + "\n{}" + WHO);
            RawResponse response = client.read();

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.header("Connection")).isEqualTo("close");
            assertThat(response.problem()).isNotEmpty();
            assertThat(client.isEnded()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\n{}\n0\n\n", "-1\n{}\n0\n\n", "2\n{}xx0\n\n", "\n\n"})
    void aBrokenChunkEndsTheConnection(String chunks) {
        try (RawClient client = server.connect()) {
            client.send(POST + "Transfer-Encoding: chunked\n\n" + chunks + WHO);

            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void chunksAreJoined() {
        RawResponse response =
                server.send(
                        POST
                                + "Transfer-Encoding: chunked\n\n"
                                + "3;ext=1\n{\"a\n1\n\"\n3\n:1}\n0\nTrailer: x\n\n");

        assertThat(response.body()).isEqualTo("{\"a\":1}");
    }

    @Test
    void aBodyThatComesInPiecesIsJoined() {
        String body = "{\"text\":\"%s\"}".formatted("ä".repeat(20_000));
        try (RawClient client = server.connect()) {
            client.send(
                    POST
                            + "Content-Length: "
                            + body.getBytes(StandardCharsets.UTF_8).length
                            + "\n\n");
            int half = body.length() / 2;
            client.sendExactly(body.substring(0, half)).sendExactly(body.substring(half));

            assertThat(client.read().body()).isEqualTo(body);
        }
    }

    @Test
    void aBodyThatIsAnnouncedTooLongIsRefusedBeforeItComes() {
        try (RawClient client = server.connect()) {
            client.send(POST + "Content-Length: 65537\n\n");
            RawResponse response = client.read();

            assertThat(response.status()).isEqualTo(413);
            assertThat(response.problem())
                    .isEqualTo("The body is longer than the 65536 bytes that are allowed.");
            assertThat(response.header("Connection")).isEqualTo("close");
        }
    }

    @Test
    void aBodyThatGrowsTooLongIsRefusedWhileItComes() {
        try (RawClient client = server.connect()) {
            client.send(POST + "Transfer-Encoding: chunked\n\n");
            for (int i = 0; i < 5; i++) {
                client.send("4000\n" + "x".repeat(0x4000) + "\n");
            }

            assertThat(client.read().status()).isEqualTo(413);
        }
    }

    @Test
    void aClientThatSendsOnWhileItIsRefusedStillGetsTheAnswer() {
        try (RawClient client = server.connect()) {
            client.send(POST + "Content-Length: 1000000\n\n");
            client.sendExactly("x".repeat(1_000_000));

            assertThat(client.read().status()).isEqualTo(413);
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void aBodyOfTheGreatestLengthPasses() {
        String body = "{\"a\":\"%s\"}".formatted("x".repeat(65_536 - 8));

        assertThat(server.send(POST + "Content-Length: 65536\n\n" + body).body()).isEqualTo(body);
    }

    @Test
    void aBodyNobodyAskedForIsDropped() {
        try (RawClient client = server.connect()) {
            client.send("GET /v1/who HTTP/1.1\nHost: localhost\nContent-Length: 5\n\nhello" + WHO);

            assertThat(client.read().status()).isEqualTo(200);
            assertThat(client.read().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/things/, 9000, error",
        "/v1/query?a=, 9000, error",
        "/elsewhere/, 9000, detail",
        "/v1/things/, 90000, detail",
    })
    void anAddressThatIsTooLongIsRefusedInTheShapeOfItsContractWhereItIsKnown(
            String beginning, int length, String shape) {
        try (RawClient client = server.connect()) {
            String target = beginning + "a".repeat(length);
            client.send("GET %s HTTP/1.1\nHost: localhost\n\n".formatted(target));
            RawResponse response = client.read();

            assertThat(response.status()).isEqualTo(414);
            assertThat(response.json().get(shape).stringValue())
                    .isEqualTo("The address of the request is too long.");
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void headersThatAreTooLongAreRefused() {
        try (RawClient client = server.connect()) {
            client.send(
                    "GET /v1/who HTTP/1.1\nHost: localhost\nX-Long: "
                            + "a".repeat(17_000)
                            + "\n\n");
            RawResponse response = client.read();

            assertThat(response.status()).isEqualTo(431);
            assertThat(response.json().get("error").stringValue())
                    .isEqualTo("The headers of the request are too long.");
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void aClientThatWaitsIsToldToGoOn() {
        try (RawClient client = server.connect()) {
            client.send(POST + "Expect: 100-continue\nContent-Length: 2\n\n");
            assertThat(client.read().status()).isEqualTo(100);

            assertThat(client.send("{}").read().body()).isEqualTo("{}");
            assertThat(client.send(WHO).read().status()).isEqualTo(200);
        }
    }

    @Test
    void aClientThatWaitsIsRefusedWithoutItsBody() {
        try (RawClient client = server.connect()) {
            client.send(
                    POST
                            + "Authorization: Bearer wrong\nExpect: 100-continue\n"
                            + "Content-Length: 2\n\n");
            RawResponse response = client.read();

            assertThat(response.status()).isEqualTo(401);
            assertThat(response.header("Connection")).isEqualTo("close");
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInTheirOrder() {
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            String body = "{\"n\":%d}".formatted(i);
            requests.append(POST)
                    .append("Content-Length: ")
                    .append(body.length())
                    .append("\n\n")
                    .append(body);
        }
        try (RawClient client = server.connect()) {
            client.send(requests.toString());
            for (int i = 0; i < 20; i++) {
                assertThat(client.read().body()).isEqualTo("{\"n\":%d}".formatted(i));
            }
        }
    }

    @Test
    void refusedRequestsBetweenOthersDisturbNothing() {
        try (RawClient client = server.connect()) {
            client.send(
                    WHO
                            + "GET /nothing HTTP/1.1\nHost: localhost\n\n"
                            + POST
                            + "Content-Length: 1\n\nx"
                            + WHO);

            assertThat(client.read().status()).isEqualTo(200);
            assertThat(client.read().status()).isEqualTo(404);
            assertThat(client.read().status()).isEqualTo(400);
            assertThat(client.read().status()).isEqualTo(200);
        }
    }

    @Test
    void manyRefusedRequestsAtOnceAreAllAnswered() {
        int count = 2000;
        try (RawClient client = server.connect()) {
            Thread sender =
                    Thread.startVirtualThread(() ->
                            client.send(
                                    "GET /nothing HTTP/1.1\nHost: localhost\n\n".repeat(count)));
            for (int i = 0; i < count; i++) {
                assertThat(client.read().status()).isEqualTo(404);
            }
            assertThat(client.send(WHO).read().status()).isEqualTo(200);
            assertThat(sender.isAlive()).isFalse();
        }
    }

    @Test
    void aClientThatAsksForItGetsTheConnectionClosed() {
        try (RawClient client = server.connect()) {
            client.send("GET /v1/who HTTP/1.1\nHost: localhost\nConnection: close\n\n");
            RawResponse response = client.read();

            assertThat(response.header("Connection")).isEqualTo("close");
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void anOldClientIsAnsweredAndLeft() {
        try (RawClient client = server.connect()) {
            client.send("GET /v1/who HTTP/1.0\nHost: localhost\n\n");

            assertThat(client.read().body()).isEqualTo("{\"name\":\"owner\"}");
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void anUpgradeToHttp2IsIgnored() {
        RawResponse response =
                server.send(
                        """
                        GET /v1/who HTTP/1.1
                        Host: localhost
                        Connection: Upgrade, HTTP2-Settings
                        Upgrade: h2c
                        HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA

                        """);

        assertThat(response.status()).isEqualTo(200);
    }
}
