package parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.error.AppException;
import parley.error.ErrorCode;

final class PortsTest {
    private static final Route WHO =
            Route.get(
                    "/who", Access.CALLER, exchange -> exchange.respond(exchange.caller().name()));

    private static ServerSettings listeningOn(String host, Integer... ports) {
        return new ServerSettings(
                host,
                List.of(ports),
                List.of(),
                TestServer.LIMITS,
                TestServer.ACCESS,
                Duration.ofSeconds(5));
    }

    private static ServerSocket takePort() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void everyPortServesEverything() {
        try (TestServer server = TestServer.start(listeningOn("127.0.0.1", 0, 0, 0), WHO)) {
            assertThat(server.web().ports()).hasSize(3).doesNotHaveDuplicates();
            for (int port : server.web().ports()) {
                try (RawClient client = new RawClient(port)) {
                    client.send("GET /who HTTP/1.1\nHost: localhost\n\n");
                    assertThat(client.read().body()).isEqualTo("\"owner\"");
                }
            }
        }
    }

    @Test
    void aFirstPortThatIsTakenEndsTheStart() throws IOException {
        try (ServerSocket taken = takePort()) {
            assertThatThrownBy(() ->
                            TestServer.start(
                                    listeningOn("127.0.0.1", taken.getLocalPort(), 0), WHO))
                    .isInstanceOfSatisfying(
                            AppException.class,
                            problem -> {
                                assertThat(problem.code()).isEqualTo(ErrorCode.UNAVAILABLE);
                                assertThat(problem.sentence())
                                        .isEqualTo(
                                                "Port %d on 127.0.0.1 is taken by another program. Stop it, or choose another with --port."
                                                        .formatted(taken.getLocalPort()));
                            });
        }
    }

    @Test
    void anotherPortThatIsTakenIsSkipped() throws IOException {
        try (ServerSocket taken = takePort();
                TestServer server =
                        TestServer.start(
                                listeningOn("127.0.0.1", 0, taken.getLocalPort(), 0), WHO)) {
            assertThat(server.web().ports()).hasSize(2).doesNotContain(taken.getLocalPort());
        }
    }

    @Test
    void twoServersDoNotShareAPort() {
        try (TestServer first = TestServer.start(listeningOn("127.0.0.1", 0), WHO)) {
            assertThatThrownBy(() -> TestServer.start(listeningOn("127.0.0.1", first.port()), WHO))
                    .isInstanceOf(AppException.class);
        }
    }

    @Test
    void anAddressThatIsNotOfThisMachineIsRefused() {
        assertThatThrownBy(() -> TestServer.start(listeningOn("192.0.2.1", 0), WHO))
                .isInstanceOfSatisfying(
                        AppException.class,
                        problem ->
                                assertThat(problem.sentence())
                                        .contains("cannot be opened")
                                        .contains("192.0.2.1"));
    }

    @Test
    void aHostThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> TestServer.start(listeningOn("no such host", 0), WHO))
                .isInstanceOfSatisfying(
                        AppException.class,
                        problem -> assertThat(problem.sentence()).contains("\"no such host\""));
    }

    @Test
    void aLoopbackNameNeedsNoTokens() {
        try (TestServer server = TestServer.start(listeningOn("localhost", 0), WHO)) {
            assertThat(server.web().areTokensRequired()).isFalse();
        }
        try (TestServer server = TestServer.start(listeningOn("0.0.0.0", 0), WHO)) {
            assertThat(server.web().areTokensRequired()).isTrue();
        }
    }
}
