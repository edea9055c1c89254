package parley.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import parley.bench.load.Call;
import parley.bench.load.LoadClient;
import parley.bench.load.LoadPlan;
import parley.bench.load.LoadReport;
import parley.bench.load.Reply;
import parley.bench.load.Requests;
import parley.bench.target.BareProcess;
import parley.bench.target.BrowserProcess;
import parley.bench.target.Cleanup;
import parley.bench.target.Launch;
import parley.bench.target.LlamaServerProcess;
import parley.bench.target.ServerHome;
import parley.bench.target.ServerOptions;
import parley.bench.target.ServerProcess;
import parley.bench.target.UpstreamProcess;
import parley.error.AppException;
import parley.error.ErrorCode;

/// What benchmarks work with: servers, the scripted provider, and load.
final class Workbench implements AutoCloseable {
    private static final int LONGEST_QUOTE = 300;

    private final Scale scale;
    private final Launch launch;
    private final Path folder;
    private final OptionalInt port;
    private final LocalFiles localFiles;
    private final Consumer<String> progress;
    private final Cleanup cleanup = new Cleanup();
    private final LoadClient client = new LoadClient();

    /// @param folder where servers keep their files
    /// @param port where servers listen; free ports if none is given
    /// @param progress is told what is being done
    Workbench(
            Scale scale,
            Launch launch,
            Path folder,
            OptionalInt port,
            LocalFiles localFiles,
            Consumer<String> progress) {
        this.scale = scale;
        this.launch = launch;
        this.folder = folder;
        this.port = port;
        this.localFiles = localFiles;
        this.progress = progress;
    }

    Scale scale() {
        return scale;
    }

    /// Where files are kept.
    Path folder() {
        return folder;
    }

    /// Whether the server is started by its launcher.
    boolean hasLauncher() {
        return launch.launcher().isPresent();
    }

    void progress(String doing) {
        progress.accept(doing);
    }

    ServerHome home() {
        return ServerHome.create(folder, cleanup);
    }

    /// Starts a server, and returns at once.
    ServerProcess start(ServerHome home, ServerOptions options) {
        return ServerProcess.start(launch, home, options.withPort(port), cleanup);
    }

    /// Starts the scripted provider, and returns when it listens.
    UpstreamProcess upstream() throws InterruptedException {
        return UpstreamProcess.start(launch, folder, cleanup);
    }

    LocalFiles localFiles() {
        return localFiles;
    }

    /// Starts llama.cpp's own server, and returns when it has loaded the model.
    LlamaServerProcess llamaServer(Path program, Path model) throws InterruptedException {
        return LlamaServerProcess.start(program, model, folder, cleanup);
    }

    /// Starts the browser of this machine; empty if none is installed.
    Optional<BrowserProcess> browser() throws InterruptedException {
        Optional<Path> program = BrowserProcess.installed();
        return program.isEmpty()
                ? Optional.empty()
                : Optional.of(BrowserProcess.start(program.get(), folder, cleanup));
    }

    /// Starts a Java program that does nothing.
    BareProcess bare() {
        return BareProcess.start(launch, cleanup);
    }

    LoadReport load(LoadPlan plan) throws InterruptedException {
        return client.run(plan);
    }

    /// Lets the compiler see the work before it is measured.
    void warmUp(InetSocketAddress target, Requests requests) throws InterruptedException {
        Duration time = scale.pick(Duration.ofSeconds(3), Duration.ofSeconds(10));
        int clients = 16;
        client.run(LoadPlan.during(time, target, clients, requests));
    }

    /// Makes one request.
    ///
    /// @throws AppException if the answer is not a good one
    Reply call(InetSocketAddress target, byte[] request) {
        try {
            Reply reply = Call.send(target, request);
            if (reply.isGood()) {
                return reply;
            }
            String text = reply.text();
            throw new AppException(
                    ErrorCode.UNAVAILABLE,
                    "The server answered with status %d: %s"
                            .formatted(
                                    reply.status(),
                                    text.substring(0, Math.min(LONGEST_QUOTE, text.length()))));
        } catch (IOException e) {
            throw new AppException(ErrorCode.UNAVAILABLE, "The server does not answer.", e);
        }
    }

    @Override
    public void close() {
        client.close();
        cleanup.close();
    }
}
