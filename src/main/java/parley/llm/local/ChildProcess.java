package parley.llm.local;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.llm.ProviderException;
import parley.llm.local.wire.Tell;
import parley.llm.local.wire.Wire;

/// A process that has loaded a model. When the connection to it is closed it ends; when this
/// program dies, that happens by itself.
final class ChildProcess implements AutoCloseable {
    /// What a child sees of this program's environment: no keys.
    private static final List<String> PASSED_ON =
            List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR");

    private final String model;
    private final Process process;
    private final Path folder;
    private final Wire control;
    private final int contextTokens;
    private volatile boolean gone;

    private ChildProcess(
            String model, Process process, Path folder, Wire control, int contextTokens) {
        this.model = model;
        this.process = process;
        this.folder = folder;
        this.control = control;
        this.contextTokens = contextTokens;
    }

    /// Starts a process, and returns when its model is loaded.
    ///
    /// @throws ProviderException if it cannot be loaded, or not in time
    static ChildProcess start(
            ChildCommand command, ChildCommand.LoadedModel model, Duration patience) {
        @Nullable Path folder = null;
        @Nullable Process process = null;
        try {
            folder = Files.createTempDirectory("parley-model");
            Path door = folder.resolve("control");
            try (ServerSocketChannel listener =
                    ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                listener.bind(UnixDomainSocketAddress.of(door));
                process = launch(command.words(door, folder.resolve("work"), model));
                ChildProcess child = awaitReady(process, listener, folder, model, patience);
                folder = null;
                process = null;
                return child;
            }
        } catch (IOException e) {
            throw failure(
                    "The process for the model %s cannot be started.".formatted(model.name()), e);
        } finally {
            end(process, folder);
        }
    }

    private static Process launch(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(PASSED_ON);
        builder.environment().put("GGML_NO_BACKTRACE", "1");
        builder.redirectErrorStream(true);
        return builder.start();
    }

    private static ChildProcess awaitReady(
            Process process,
            ServerSocketChannel listener,
            Path folder,
            ChildCommand.LoadedModel model,
            Duration patience)
            throws IOException {
        LastWords words = LastWords.of(process);
        CompletableFuture<Wire> connected = new CompletableFuture<>();
        CompletableFuture<Tell> told = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("load of " + model.name())
                .start(() -> listen(listener, connected, told));
        // One that died after it connected is noticed at the connection.
        var _ =
                process.onExit()
                        .thenRun(() -> {
                            if (!connected.isDone()) {
                                told.complete(new Tell.Failed(false, ""));
                            }
                        });
        Tell tell = await(told, model, patience);
        if (tell instanceof Tell.Ready(int contextTokens)) {
            return new ChildProcess(model.name(), process, folder, connected.join(), contextTokens);
        }
        var _ = connected.thenAccept(Wire::close);
        throw notLoaded(tell, model, words);
    }

    private static void listen(
            ServerSocketChannel listener,
            CompletableFuture<Wire> connected,
            CompletableFuture<Tell> told) {
        try {
            SocketChannel channel = listener.accept();
            Wire wire = new Wire(channel);
            connected.complete(wire);
            @Nullable Tell tell = wire.readTell();
            told.complete(tell == null ? new Tell.Failed(false, "") : tell);
        } catch (IOException e) {
            told.complete(new Tell.Failed(false, ""));
        }
    }

    private static Tell await(
            CompletableFuture<Tell> told, ChildCommand.LoadedModel model, Duration patience) {
        try {
            return told.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw failure(
                    "The model %s was not loaded within %d s; local.load.seconds can be raised."
                            .formatted(model.name(), patience.toSeconds()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("The model %s was not loaded.".formatted(model.name()), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nothing completes it with a failure.", e);
        }
    }

    private static ProviderException notLoaded(
            Tell tell, ChildCommand.LoadedModel model, LastWords words) {
        words.log(model.name());
        String said = tell instanceof Tell.Failed failed ? failed.sentence() : "";
        Optional<String> reason = words.loadError();
        String sentence =
                "The model %s cannot be loaded. %s"
                        .formatted(
                                model.name(),
                                reason.map("llama.cpp says: %s."::formatted)
                                        .orElse(
                                                said.isEmpty()
                                                        ? "Its process died; the file is probably damaged."
                                                        : said));
        return new ProviderException(ProviderException.Kind.REFUSED, sentence, null, null);
    }

    /// How many tokens a conversation may have.
    int contextTokens() {
        return contextTokens;
    }

    boolean isAlive() {
        return !gone && process.isAlive();
    }

    /// A new connection, for one request.
    ///
    /// @throws ProviderException if the process is gone
    Wire connect() {
        try {
            return Wire.connect(folder.resolve("work"));
        } catch (IOException e) {
            throw died(e);
        }
    }

    /// That it is gone, and that the next question starts another.
    ProviderException died(@Nullable Throwable cause) {
        // Its connections end before the system counts it as dead; it is not to be asked again.
        close();
        return failure(
                "The process that ran the model %s has died; it is started again with the next question."
                        .formatted(model),
                cause);
    }

    private static ProviderException failure(String sentence, @Nullable Throwable cause) {
        return new ProviderException(ProviderException.Kind.UNAVAILABLE, sentence, null, cause);
    }

    /// Its process number.
    long pid() {
        return process.pid();
    }

    /// Ends it at once. May be called again.
    @Override
    public void close() {
        gone = true;
        control.close();
        end(process, folder);
    }

    private static void end(@Nullable Process process, @Nullable Path folder) {
        if (process != null) {
            process.destroyForcibly();
        }
        if (folder != null) {
            remove(folder);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // Left to whoever cleans the temporary folder.
            return;
        }
    }
}
