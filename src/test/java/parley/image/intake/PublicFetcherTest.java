package parley.image.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.net.AddressKind;
import parley.net.DirectHttp;
import parley.net.HostLookup;
import parley.settings.SettingValues;

final class PublicFetcherTest {
    private static final long DRIP = Duration.ofMillis(5).toNanos();
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> lookedUp = new ArrayList<>();
    private ServerSocket server;
    private volatile String answer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @BeforeEach
    void startServer() throws IOException {
        server = new ServerSocket(0, 50, LOOPBACK);
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                asked.add(head(socket.getInputStream()));
                socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
            } catch (IOException e) {
                // It was closed, or its client went away.
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /// One to whom loopback counts as public, as do the names that begin with "public".
    private PublicFetcher fetcher(HostLookup lookup, Duration patience) {
        Predicate<InetAddress> allowed =
                address ->
                        address.equals(LOOPBACK) || AddressKind.of(address) == AddressKind.PUBLIC;
        return new PublicFetcher(
                Set.of(server.getLocalPort(), 80),
                lookup,
                allowed,
                DirectHttp.usual(Duration.ofSeconds(5), patience));
    }

    private PublicFetcher fetcher() {
        return fetcher(
                host -> {
                    lookedUp.add(host);
                    return List.of(
                            host.startsWith("public") ? LOOPBACK : InetAddress.getByName(host));
                },
                Duration.ofSeconds(20));
    }

    private URI address(String host, String path) {
        return URI.create("http://%s:%d%s".formatted(host, server.getLocalPort(), path));
    }

    private static AppException failure(PublicFetcher fetcher, URI address) {
        return catchThrowableOfType(
                AppException.class, () -> fetcher.get("image_url", address, 1000));
    }

    @Test
    void whatIsPublicIsFetchedUnderItsName() throws Exception {
        byte[] got = fetcher().get("image_url", address("public.example", "/a?b=c"), 1000);
        assertThat(new String(got, ISO_8859_1)).isEqualTo("hello");
        assertThat(asked.getFirst())
                .startsWith("GET /a?b=c HTTP/1.1\r\n")
                .contains(
                        "Host: public.example:" + server.getLocalPort(),
                        "Accept-Encoding: identity")
                .doesNotContain("Cookie", "Authorization");
    }

    @Test
    void aNameIsLookedUpOnceAndThatIsWhatIsConnectedTo() throws Exception {
        HostLookup changing =
                host -> {
                    lookedUp.add(host);
                    return List.of(
                            lookedUp.size() == 1 ? LOOPBACK : InetAddress.getByName("10.0.0.1"));
                };
        fetcher(changing, Duration.ofSeconds(20))
                .get("image_url", address("public.example", "/"), 1000);
        assertThat(lookedUp).containsExactly("public.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "192.0.2.1",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:10.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[fd00::1]",
                "[fe80::1]",
                "[ff02::1]",
                "[2001:db8::1]",
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "0177.0.0.1",
                "127.1",
                "127.0.0.1."
            })
    void whatIsNotPublicIsRefused(String host) {
        PublicFetcher usual = new PublicFetcher(IntakeSettings.from(SettingValues.DEFAULTS));
        AppException failure = failure(usual, URI.create("http://" + host + "/"));
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(failure.parameter()).contains("image_url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://public.example/a",
                "file:///etc/passwd",
                "http://user:secret@public.example/",
                "http://public.example:22/",
                "https://public.example/",
                "http:///a",
                "gopher://public.example"
            })
    void otherKindsOfAddressesAreRefused(String address) {
        AppException failure = failure(fetcher(), URI.create(address.replace(":///a", ":/a")));
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(failure.sentence()).doesNotContain("secret");
        assertThat(asked).isEmpty();
    }

    @Test
    void aNameWithOneAddressThatIsNotPublicIsRefused() {
        HostLookup both = _ -> List.of(LOOPBACK, InetAddress.getByName("10.0.0.1"));
        AppException failure =
                failure(fetcher(both, Duration.ofSeconds(20)), address("public.example", "/"));
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(asked).isEmpty();
    }

    @Test
    void aRedirectToWhatIsNotPublicIsRefused() {
        answer = "HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/latest\r\n\r\n";
        AppException failure = failure(fetcher(), address("public.example", "/"));
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(asked).hasSize(1);
    }

    @Test
    void redirectsAreFollowedThreeTimes() {
        answer = "HTTP/1.1 302 Found\r\nLocation: /again\r\n\r\n";
        AppException failure = failure(fetcher(), address("public.example", "/"));
        assertThat(failure.code()).isEqualTo(ErrorCode.UNPROCESSABLE);
        assertThat(asked).hasSize(4);
    }

    @Test
    void whatHasTooManyBytesIsRefused() {
        for (String body :
                List.of(
                        "Content-Length: 5000\r\n\r\n",
                        "Transfer-Encoding: chunked\r\n\r\n7ffffffffffffff\r\n",
                        "\r\n" + "x".repeat(5000))) {
            answer = "HTTP/1.1 200 OK\r\n" + body;
            assertThat(failure(fetcher(), address("public.example", "/")).code())
                    .isEqualTo(ErrorCode.TOO_LARGE);
        }
    }

    @Test
    void whatIsNoAnswerOrAnErrorIsSaid() {
        for (String text :
                List.of(
                        "HTTP/1.1 404 Not Found\r\n\r\n",
                        "HTTP/1.1 206 Partial\r\n\r\nabc",
                        "SSH-2.0-OpenSSH\r\n",
                        "",
                        "HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\n",
                        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nabc",
                        "HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\nabc",
                        "HTTP/1.1 200 OK\r\nA: " + "a".repeat(70_000))) {
            answer = text;
            assertThat(failure(fetcher(), address("public.example", "/")).code())
                    .as(text)
                    .isEqualTo(ErrorCode.UNPROCESSABLE);
        }
    }

    @Test
    void chunksArePutTogether() throws Exception {
        answer =
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n";
        byte[] got = fetcher().get("image_url", address("public.example", "/"), 1000);
        assertThat(new String(got, ISO_8859_1)).isEqualTo("hello");
    }

    @Test
    void whatDripsIsNotWaitedForLongerThanAllowed() throws Exception {
        try (ServerSocket dripping = new ServerSocket(0, 50, LOOPBACK)) {
            Thread drip = Thread.ofVirtual().start(() -> drip(dripping));
            PublicFetcher fetcher =
                    new PublicFetcher(
                            Set.of(dripping.getLocalPort()),
                            _ -> List.of(LOOPBACK),
                            _ -> true,
                            DirectHttp.usual(Duration.ofSeconds(5), Duration.ofMillis(300)));
            AppException failure =
                    failure(
                            fetcher,
                            URI.create("http://public.example:" + dripping.getLocalPort()));
            assertThat(failure.sentence()).contains("took too long");
            drip.interrupt();
        }
    }

    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept()) {
            while (!Thread.currentThread().isInterrupted()) {
                socket.getOutputStream().write('H');
                socket.getOutputStream().flush();
                LockSupport.parkNanos(DRIP);
            }
        } catch (IOException e) {
            // The client went away, as it should.
        }
    }

    @Test
    void whatIsToldGivesTheStatus() throws Exception {
        answer = "HTTP/1.1 204 No Content\r\n\r\n";
        int status =
                fetcher()
                        .post(
                                "webhook_url",
                                address("public.example", "/hook"),
                                Map.of("webhook-id", "1"),
                                "{}".getBytes(ISO_8859_1));
        assertThat(status).isEqualTo(204);
        assertThat(asked.getFirst())
                .startsWith("POST /hook ")
                .contains("webhook-id: 1", "Content-Length: 2");
        assertThat(
                        catchThrowableOfType(
                                        AppException.class,
                                        () ->
                                                fetcher()
                                                        .post(
                                                                "webhook_url",
                                                                URI.create("http://10.0.0.1/"),
                                                                Map.of(),
                                                                new byte[0]))
                                .code())
                .isEqualTo(ErrorCode.INVALID_REQUEST);
    }
}
