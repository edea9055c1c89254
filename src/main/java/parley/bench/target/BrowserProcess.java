package parley.bench.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.error.AppException;
import parley.error.ErrorCode;
import tools.jackson.databind.json.JsonMapper;

/// The machine's Chromium without a window, with a fresh profile, driven over its DevTools
/// protocol.
public final class BrowserProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final List<Path> PROGRAMS =
            List.of(
                    Path.of("/usr/bin/chromium"),
                    Path.of("/usr/bin/chromium-browser"),
                    Path.of("/usr/bin/google-chrome"));

    private final Child child;
    private final Path profile;
    private final Cleanup cleanup;
    private final HttpClient http = HttpClient.newHttpClient();
    private int port;

    private BrowserProcess(Child child, Path profile, Cleanup cleanup) {
        this.child = child;
        this.profile = profile;
        this.cleanup = cleanup;
    }

    /// The browser that is installed, if there is one.
    public static Optional<Path> installed() {
        return PROGRAMS.stream().filter(Files::isExecutable).findFirst();
    }

    /// Starts it, and returns when it can be driven.
    public static BrowserProcess start(Path program, Path parent, Cleanup cleanup)
            throws InterruptedException {
        Path profile = UpstreamProcess.temporaryFolder(parent, cleanup);
        List<String> command =
                List.of(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--window-size=1280,800",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank");
        Child child = Child.start(command, Map.of(), profile.resolve("chromium.log"), cleanup);
        BrowserProcess browser = new BrowserProcess(child, profile, cleanup);
        browser.awaitPort();
        return browser;
    }

    /// Opens a tab.
    public BrowserTab open() throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:%d/json/new?about:blank"
                                                    .formatted(port)))
                            .PUT(HttpRequest.BodyPublishers.noBody())
                            .build();
            String answer = http.send(request, BodyHandlers.ofString()).body();
            String socket =
                    JsonMapper.shared()
                            .readTree(answer)
                            .path("webSocketDebuggerUrl")
                            .stringValue("");
            return BrowserTab.connect(http, URI.create(socket));
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.UNAVAILABLE, "The browser does not answer: it may have ended.", e);
        }
    }

    private void awaitPort() throws InterruptedException {
        Path told = profile.resolve("DevToolsActivePort");
        long deadline = System.nanoTime() + START.toNanos();
        while (child.isAlive() && System.nanoTime() < deadline) {
            Optional<Integer> found = portIn(told);
            if (found.isPresent()) {
                port = found.get();
                return;
            }
            child.awaitEnd(BETWEEN_LOOKS);
        }
        throw child.failure("The browser did not start.");
    }

    /// The file's first line, once it is whole.
    private static Optional<Integer> portIn(Path file) {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(Integer.valueOf(lines.getFirst()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        child.stop(STOP);
        cleanup.delete(profile);
    }
}
