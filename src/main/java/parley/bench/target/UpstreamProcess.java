package parley.bench.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The scripted provider in a process of its own.
public final class UpstreamProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration STOP = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx512m");

    private final Child child;
    private final Path folder;
    private final Cleanup cleanup;
    private final InetSocketAddress address;

    private UpstreamProcess(Child child, Path folder, Cleanup cleanup, InetSocketAddress address) {
        this.child = child;
        this.folder = folder;
        this.cleanup = cleanup;
        this.address = address;
    }

    /// Starts it, and returns when it listens.
    ///
    /// @param parent the folder for its files
    public static UpstreamProcess start(Launch launch, Path parent, Cleanup cleanup)
            throws InterruptedException {
        Path folder = temporaryFolder(parent, cleanup);
        Child child =
                Child.start(
                        launch.java(OPTIONS, UpstreamMain.class.getName()),
                        Map.of(),
                        folder.resolve("upstream.log"),
                        cleanup);
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), awaitPort(child));
        return new UpstreamProcess(child, folder, cleanup, address);
    }

    static Path temporaryFolder(Path parent, Cleanup cleanup) {
        try {
            Path folder = Files.createTempDirectory(parent, "parley-bench-");
            cleanup.take(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int awaitPort(Child child) throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (child.isAlive() && System.nanoTime() < deadline) {
            List<String> lines = child.lines();
            if (!lines.isEmpty() && lines.getFirst().matches("[0-9]{1,5}")) {
                return Integer.parseInt(lines.getFirst());
            }
            child.awaitEnd(BETWEEN_LOOKS);
        }
        throw child.failure("The scripted provider did not start.");
    }

    public InetSocketAddress address() {
        return address;
    }

    public ProcessFigures figures() {
        return child.figures();
    }

    @Override
    public void close() {
        child.stop(STOP);
        cleanup.delete(folder);
    }
}
