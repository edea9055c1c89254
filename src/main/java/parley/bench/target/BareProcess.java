package parley.bench.target;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import parley.error.AppException;
import parley.error.ErrorCode;

/// A Java program that does nothing, in a process of its own: what no Java server can go below.
public final class BareProcess implements AutoCloseable {
    private final Process process;
    private final Cleanup cleanup;
    private final Duration untilFirstLine;

    private BareProcess(Process process, Cleanup cleanup, Duration untilFirstLine) {
        this.process = process;
        this.cleanup = cleanup;
        this.untilFirstLine = untilFirstLine;
    }

    /// Starts it, and returns when it has said its line.
    public static BareProcess start(Launch launch, Cleanup cleanup) {
        ProcessBuilder builder =
                new ProcessBuilder(launch.java(List.of(), BareProgram.class.getName()));
        Launch.limit(builder.environment());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            long begun = System.nanoTime();
            Process process = builder.start();
            cleanup.take(process);
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            if (lines.readLine() == null) {
                throw new AppException(ErrorCode.UNAVAILABLE, "A Java program cannot be started.");
            }
            return new BareProcess(process, cleanup, Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// From the start of the process to its first line.
    public Duration untilFirstLine() {
        return untilFirstLine;
    }

    public ProcessFigures figures() {
        return new ProcessFigures(process.toHandle());
    }

    @Override
    public void close() {
        cleanup.end(process);
    }
}
