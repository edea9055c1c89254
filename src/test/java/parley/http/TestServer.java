package parley.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import parley.account.Account;

/// A web server on a free port of this machine, and a client for it.
final class TestServer implements AutoCloseable {
    static final String TOKEN = "pk-test-token";

    static final ServerLimits LIMITS =
            new ServerLimits(
                    64 * 1024,
                    1000,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(75),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60));

    static final AccessSettings ACCESS = new AccessSettings(false, Optional.empty());

    static final ServerSettings SETTINGS =
            new ServerSettings(
                    "127.0.0.1", List.of(0), List.of(), LIMITS, ACCESS, Duration.ofSeconds(5));

    private final WebServer server;

    /// Knows the owner, and one other account by its token.
    private static final class TestCallers implements Callers {
        @Override
        public Optional<Account> findByToken(String token) {
            return token.equals(TOKEN)
                    ? Optional.of(new Account(2, "ada", Instant.EPOCH))
                    : Optional.empty();
        }

        @Override
        public Account owner() {
            return new Account(Account.OWNER_ID, Account.OWNER_NAME, Instant.EPOCH);
        }
    }

    private TestServer(WebServer server) {
        this.server = server;
    }

    static TestServer start(Route... routes) {
        return start(SETTINGS, routes);
    }

    static TestServer start(ServerSettings settings, Route... routes) {
        return start(settings, List.of(), new TestDialect(routes));
    }

    static TestServer start(
            ServerSettings settings, List<ReadinessCheck> checks, Dialect... dialects) {
        WebServer server =
                new WebServer(
                        settings,
                        List.of(dialects),
                        new TestCallers(),
                        new Metrics(),
                        checks,
                        InstantSource.system());
        server.start();
        return new TestServer(server);
    }

    static ServerSettings with(ServerLimits limits) {
        return new ServerSettings(
                "127.0.0.1", List.of(0), List.of(), limits, ACCESS, Duration.ofSeconds(5));
    }

    static ServerSettings with(AccessSettings access) {
        return new ServerSettings(
                "127.0.0.1", List.of(0), List.of(), LIMITS, access, Duration.ofSeconds(5));
    }

    WebServer web() {
        return server;
    }

    int port() {
        return server.ports().getFirst();
    }

    /// Waits until so many clients are connected.
    void awaitConnections(int count) {
        while (server.connectionCount() != count) {
            Thread.onSpinWait();
        }
    }

    RawClient connect() {
        return new RawClient(port());
    }

    /// Sends one request on a connection of its own. The text's lines become lines of HTTP.
    RawResponse send(String request) {
        try (RawClient client = connect()) {
            client.send(request);
            return client.read();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
