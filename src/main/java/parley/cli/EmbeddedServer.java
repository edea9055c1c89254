package parley.cli;

import java.net.URI;
import java.util.Map;

/// A server inside the process of a command, on loopback and a port of its own.
final class EmbeddedServer implements AutoCloseable {
    /// The settings such a server runs with; they are stronger than all others.
    static final Map<String, String> OPTIONS =
            Map.of("the embedded server", "server.host=127.0.0.1", "its port", "server.ports=0");

    private final RunningServer server;

    private EmbeddedServer(RunningServer server) {
        this.server = server;
    }

    /// @param start made with [#OPTIONS]
    static EmbeddedServer start(Application application, Home home, Start start)
            throws InterruptedException {
        home.create();
        RunningServer server = application.start(start);
        server.newOwnerToken().ifPresent(home.ownerToken()::write);
        return new EmbeddedServer(server);
    }

    RunningServer server() {
        return server;
    }

    URI url() {
        return ServerAddress.forPrograms(server);
    }

    @Override
    public void close() {
        try {
            server.drainAndStop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
