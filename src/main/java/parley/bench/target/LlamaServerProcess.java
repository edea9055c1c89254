package parley.bench.target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.bench.load.Call;
import parley.bench.load.RequestBytes;

/// llama.cpp's own server, with as many threads as Parley takes.
public final class LlamaServerProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final byte[] HEALTH = RequestBytes.get("/health", Optional.empty());

    private final Child child;
    private final Path folder;
    private final Cleanup cleanup;
    private final InetSocketAddress address;

    private LlamaServerProcess(
            Child child, Path folder, Cleanup cleanup, InetSocketAddress address) {
        this.child = child;
        this.folder = folder;
        this.cleanup = cleanup;
        this.address = address;
    }

    /// Starts it, and returns when it has loaded the model.
    public static LlamaServerProcess start(Path program, Path model, Path parent, Cleanup cleanup)
            throws InterruptedException {
        int port = ServerProcess.freePort();
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        Path folder = UpstreamProcess.temporaryFolder(parent, cleanup);
        List<String> command =
                List.of(
                        program.toString(),
                        "--model",
                        model.toString(),
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--threads",
                        Integer.toString(threads),
                        "--ctx-size",
                        "8192");
        Child child = Child.start(command, Map.of(), folder.resolve("llama.log"), cleanup);
        LlamaServerProcess server =
                new LlamaServerProcess(
                        child,
                        folder,
                        cleanup,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        server.awaitReady();
        return server;
    }

    private void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (child.isAlive() && System.nanoTime() < deadline) {
            if (isReady()) {
                return;
            }
            child.awaitEnd(BETWEEN_LOOKS);
        }
        throw child.failure("llama.cpp's server did not start.");
    }

    private boolean isReady() {
        try {
            return Call.send(address, HEALTH).isGood();
        } catch (IOException e) {
            // It does not listen yet.
            return false;
        }
    }

    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        child.stop(STOP);
        cleanup.delete(folder);
    }
}
