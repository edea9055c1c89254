package parley.bench.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import parley.bench.load.Call;
import parley.bench.load.RequestBytes;

/// The real server, started as a user starts it.
public final class ServerProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(15);
    private static final byte[] READY = RequestBytes.get("/ready", Optional.empty());
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);

    private final Child child;
    private final ServerHome home;
    private final InetSocketAddress address;
    private final long begun;

    private ServerProcess(Child child, ServerHome home, InetSocketAddress address, long begun) {
        this.child = child;
        this.home = home;
        this.address = address;
        this.begun = begun;
    }

    /// Starts a server in a home, and returns at once.
    public static ServerProcess start(
            Launch launch, ServerHome home, ServerOptions options, Cleanup cleanup) {
        int port = options.port().orElseGet(ServerProcess::freePort);
        List<String> command = new ArrayList<>(launch.server(options.javaOptions()));
        command.addAll(List.of("serve", "--port", Integer.toString(port)));
        options.settings()
                .forEach((name, value) -> command.addAll(List.of("--set", name + "=" + value)));
        Map<String, String> environment = new HashMap<>();
        environment.put("PARLEY_HOME", home.path().toString());
        environment.put("PARLEY_JAVA_OPTS", String.join(" ", options.javaOptions()));
        long begun = System.nanoTime();
        Child child = Child.start(command, environment, home.output(), cleanup);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new ServerProcess(child, home, address, begun);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until the server says that it is ready, and has said who its owner is.
    public ServerProcess awaitReady() throws InterruptedException {
        until(() -> isAnswered(READY) && home.hasOwnerToken());
        return this;
    }

    /// Asks again and again until the answer is good.
    ///
    /// @return from the start of the process to the whole answer
    public Duration untilAnswered(byte[] request) throws InterruptedException {
        return until(() -> isAnswered(request));
    }

    private Duration until(BooleanSupplier condition) throws InterruptedException {
        long deadline = begun + START.toNanos();
        while (child.isAlive() && System.nanoTime() - deadline < 0) {
            if (condition.getAsBoolean()) {
                return Duration.ofNanos(System.nanoTime() - begun);
            }
            child.awaitEnd(BETWEEN_LOOKS);
        }
        throw child.failure(
                child.isAlive()
                        ? "The server was not ready within " + START.toSeconds() + " s."
                        : "The server ended while it was starting.");
    }

    private boolean isAnswered(byte[] request) {
        try {
            return Call.send(address, request).isGood();
        } catch (IOException e) {
            // It does not listen yet.
            return false;
        }
    }

    public InetSocketAddress address() {
        return address;
    }

    /// The owner's token; known once the server is ready.
    public String ownerToken() {
        return home.ownerToken();
    }

    public ProcessFigures figures() {
        return child.figures();
    }

    /// Stops the server. The home stays.
    @Override
    public void close() {
        child.stop(STOP);
    }
}
