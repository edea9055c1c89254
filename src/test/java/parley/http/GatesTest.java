package parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.error.AppException;

final class GatesTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        ServerSettings settings =
                new ServerSettings(
                        "127.0.0.1",
                        List.of(0),
                        List.of("Chat.Example.org"),
                        TestServer.LIMITS,
                        TestServer.ACCESS,
                        Duration.ofSeconds(5));
        server = TestServer.start(settings, List.of(), TestDialect.echoing());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static RawResponse getWith(String headers) {
        return server.send("GET /v1/who HTTP/1.1\n" + headers + "\n");
    }

    private static RawResponse postWith(String headers) {
        return server.send(
                "POST /v1/echo HTTP/1.1\nHost: localhost\nContent-Length: 2\n" + headers + "\n{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "localhost:8000",
                "localhost:1",
                "127.0.0.1",
                "127.0.0.1:8000",
                "[::1]",
                "[::1]:9999",
                "[0:0:0:0:0:0:0:1]",
                "chat.example.org",
                "chat.example.org:443",
            })
    void aNameOfThisServerPasses(String host) {
        assertThat(getWith("Host: " + host + "\n").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8000",
                "localhost.evil.example",
                "evil.example.localhost",
                "localhost.",
                "127.0.0.2",
                "10.0.0.1",
                "[::2]",
                "0.0.0.0",
            })
    void anotherNameIsMisdirected(String host) {
        RawResponse response = getWith("Host: " + host + "\n");

        assertThat(response.status()).isEqualTo(421);
        assertThat(response.problem()).contains("server.names");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.5, 192.0.2.5, true",
        "192.0.2.5:8000, 192.0.2.5, true",
        "[2001:db8::5], 2001:db8:0:0:0:0:0:5, true",
        "[fe80::5]:80, fe80:0:0:0:0:0:0:5%eth0, true",
        "192.0.2.6, 192.0.2.5, false",
        "evil.example, 192.0.2.5, false",
    })
    void aServerThatListensEverywhereAnswersAtTheAddressItIsReachedAt(
            String host, String arrival, boolean passes) {
        HostGate gate = new HostGate(ListenAddress.resolve("0.0.0.0"), List.of());
        RequestHead head =
                new RequestHead(
                        "GET", "/", MultiMap.caseInsensitiveMultiMap().add("Host", host), arrival);

        if (passes) {
            assertThat(gate.check(head)).isNotNull();
        } else {
            assertThatThrownBy(() -> gate.check(head)).isInstanceOf(AppException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host: localhost\nHost: localhost\n",
                "Host:\n",
                "Host: local host\n",
                "Host: localhost@evil.example\n",
                "Host: localhost/evil\n",
                "Host: localhost:99999\n",
                "Host: [::1\n",
                "Host: [1::2::3]\n",
            })
    void aHostThatIsNoneIsRefused(String headers) {
        assertThat(getWith(headers).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:5000",
                "http://localhost",
                "https://localhost:5173",
                "http://127.0.0.1:3000",
                "http://[::1]:3000",
                "http://LOCALHOST:3000",
            })
    void aPageOfThisMachinePasses(String origin) {
        RawResponse response = getWith("Host: localhost:8000\nOrigin: " + origin + "\n");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(response.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(response.header("Vary")).isEqualToIgnoringCase("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://localhost.evil.example",
                "http://evil.example#localhost",
                "http://localhost@evil.example",
                "null",
                "",
                "file://",
                "chrome-extension://localhost",
                "http://localhost:99999",
                "http://127.0.0.2:8000",
                "localhost",
            })
    void aForeignPageIsRefused(String origin) {
        for (String host : List.of("localhost:8000", "127.0.0.1:8000")) {
            RawResponse response = getWith("Host: " + host + "\nOrigin: " + origin + "\n");

            assertThat(response.status()).isEqualTo(403);
            assertThat(response.headers()).doesNotContainKey("Access-Control-Allow-Origin");
            assertThat(response.problem()).contains("\"" + origin + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://chat.example.org, chat.example.org, 200",
        "http://chat.example.org, chat.example.org:80, 200",
        "https://chat.example.org:443, chat.example.org, 200",
        "https://chat.example.org, chat.example.org:8000, 403",
        "https://chat.example.org:8443, chat.example.org, 403",
        "https://chat.example.org, localhost, 403",
    })
    void aPagePassesAtTheServerThatSentIt(String origin, String host, int status) {
        assertThat(getWith("Host: " + host + "\nOrigin: " + origin + "\n").status())
                .isEqualTo(status);
    }

    @Test
    void twoOriginsAreRefused() {
        assertThat(
                        getWith(
                                        "Host: localhost\nOrigin: http://localhost\nOrigin: http://localhost\n")
                                .status())
                .isEqualTo(400);
    }

    @Test
    void aPageOfAnotherSiteMayNotChangeAnythingWithoutSayingWhereItIsFrom() {
        assertThat(
                        postWith("Content-Type: application/json\nSec-Fetch-Site: cross-site\n")
                                .status())
                .isEqualTo(403);
        assertThat(
                        postWith(
                                        "Content-Type: application/json\nSec-Fetch-Site: cross-site\nOrigin:"
                                                + " http://localhost:5000\n")
                                .status())
                .isEqualTo(200);
        assertThat(
                        postWith("Content-Type: application/json\nSec-Fetch-Site: same-origin\n")
                                .status())
                .isEqualTo(200);
        assertThat(getWith("Host: localhost\nSec-Fetch-Site: cross-site\n").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "application/vnd.api+json",
                "application/json; profile=x",
            })
    void jsonPasses(String type) {
        assertThat(postWith("Content-Type: " + type + "\n").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain; application/json",
                "application/jsonx",
                "text/json",
                "json",
                "application/json; charset=iso-8859-1",
                "application/json\nContent-Type: application/json",
                "+json",
            })
    void anotherTypeIsRefused(String type) {
        RawResponse response = postWith("Content-Type: " + type + "\n");

        assertThat(response.status()).isEqualTo(415);
        assertThat(response.problem()).contains("application/json");
    }

    @Test
    void aBodyOfNoTypeIsRefused() {
        assertThat(postWith("").status()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
        "gzip, 415",
        "deflate, 415",
        "identity, 200",
        "IDENTITY, 200",
        "'identity, gzip', 415"
    })
    void anEncodedBodyIsRefused(String encoding, int status) {
        assertThat(
                        postWith(
                                        "Content-Type: application/json\nContent-Encoding: "
                                                + encoding
                                                + "\n")
                                .status())
                .isEqualTo(status);
    }

    @Test
    void anOptionalBodyMayBeLeftOutWhateverItsType() {
        String start = "POST /v1/optional HTTP/1.1\nHost: localhost\n";

        assertThat(server.send(start + "\n").body()).isEqualTo("{}");
        assertThat(server.send(start + "Content-Type: text/plain\nContent-Length: 0\n\n").body())
                .isEqualTo("{}");
        assertThat(
                        server.send(
                                        start
                                                + "Content-Type: text/plain\nTransfer-Encoding: chunked\n\n0\n\n")
                                .body())
                .isEqualTo("{}");
        assertThat(
                        server.send(start + "Content-Type: text/plain\nContent-Length: 2\n\n{}")
                                .status())
                .isEqualTo(415);
        assertThat(
                        server.send(
                                        start
                                                + "Content-Type: text/plain\nTransfer-Encoding: chunked\n\n"
                                                + "2\n{}\n0\n\n")
                                .status())
                .isEqualTo(415);
        assertThat(
                        server.send(
                                        start
                                                + "Content-Type: application/json\nContent-Length: 7\n\n{\"a\":1}")
                                .body())
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void theGatesAreAskedInTheirOrder() {
        String wrongEverywhere =
                "POST /v1/echo HTTP/1.1\nContent-Length: 1\nAuthorization: Bearer no\n";

        assertThat(
                        server.send(
                                        wrongEverywhere
                                                + "Host: evil.example\nOrigin: http://evil.example\n\nx")
                                .status())
                .isEqualTo(421);
        assertThat(
                        server.send(
                                        wrongEverywhere
                                                + "Host: localhost\nOrigin: http://evil.example\n\nx")
                                .status())
                .isEqualTo(403);
        assertThat(server.send(wrongEverywhere + "Host: localhost\n\nx").status()).isEqualTo(415);
        assertThat(
                        server.send(
                                        wrongEverywhere
                                                + "Host: localhost\nContent-Type: application/json\n\nx")
                                .status())
                .isEqualTo(401);
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtect() {
        for (RawResponse response :
                List.of(
                        getWith("Host: localhost\n"),
                        getWith("Host: evil.example\n"),
                        server.send("GET /nothing HTTP/1.1\nHost: localhost\n\n"),
                        server.send("nonsense\n\n"),
                        postWith("Content-Type: text/plain\n"))) {
            assertThat(response.header("X-Request-Id")).matches("[0-9a-f]{8}-[0-9a-f]+");
            assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(response.header("Cache-Control")).isEqualTo("no-store");
            assertThat(response.header("Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; frame-ancestors 'none'");
            assertThat(response.header("Cross-Origin-Resource-Policy")).startsWith("same-");
            assertThat(response.header("Date")).endsWith(" GMT");
        }
    }

    @ParameterizedTest
    @CsvSource({"abc-1.2_X, true", "a b, false", "a/b, false", "'', false"})
    void aWellFormedRequestIdIsKept(String id, boolean kept) {
        assertThat(
                        getWith("Host: localhost\nX-Request-Id: " + id + "\n")
                                .header("X-Request-Id")
                                .equals(id))
                .isEqualTo(kept);
    }
}
