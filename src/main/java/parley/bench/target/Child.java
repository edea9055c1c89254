package parley.bench.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import parley.error.AppException;
import parley.error.ErrorCode;

/// A process that was started here, in a folder of its own.
final class Child {
    private static final int LINES_SHOWN = 5;

    private final Process process;
    private final Path output;
    private final Cleanup cleanup;

    private Child(Process process, Path output, Cleanup cleanup) {
        this.process = process;
        this.output = output;
        this.cleanup = cleanup;
    }

    /// @param output the file for what it says
    static Child start(
            List<String> command, Map<String, String> environment, Path output, Cleanup cleanup) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Launch.limit(builder.environment());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(output.toFile());
        try {
            Process process = builder.start();
            cleanup.take(process);
            return new Child(process, output, cleanup);
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.UNAVAILABLE,
                    "A process for the benchmark cannot be started: %s."
                            .formatted(command.getFirst()),
                    e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    ProcessFigures figures() {
        return new ProcessFigures(process.toHandle());
    }

    /// What it said so far.
    List<String> lines() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// That it did not do what it was started for, with its last words.
    AppException failure(String what) {
        List<String> lines = lines();
        String words =
                String.join(
                        " ", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        return new AppException(
                ErrorCode.UNAVAILABLE, "%s It last said: \"%s\"".formatted(what, words));
    }

    /// Waits for its end.
    ///
    /// @return whether it ended in time
    boolean awaitEnd(Duration time) throws InterruptedException {
        return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Asks it to end, waits, and kills it if that was in vain.
    void stop(Duration window) {
        process.destroy();
        try {
            awaitEnd(window);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cleanup.end(process);
    }
}
