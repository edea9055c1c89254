package parley.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// A process of the program. Ends with the test, however that ends.
final class ProgramProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final Process process;
    private final Output output;
    private final Output errors;

    private ProgramProcess(Process process) {
        this.process = process;
        this.output = new Output(process.inputReader(StandardCharsets.UTF_8));
        this.errors = new Output(process.errorReader(StandardCharsets.UTF_8));
    }

    static ProgramProcess start(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            RUNNING.add(process);
            process.outputWriter().close();
            return new ProgramProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    Output output() {
        return output;
    }

    Output errors() {
        return errors;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Sends SIGTERM. `Process.destroy` would close what the process writes to as well.
    void terminate() {
        if (!process.toHandle().destroy()) {
            throw new AssertionError("The process cannot be asked to end");
        }
    }

    /// Sends SIGKILL, and waits for the end.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /// Waits for the end.
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The process did not end. It said:\n" + errors.said());
        }
        return process.exitValue();
    }

    /// Waits for the end, and for the last words.
    CommandResult awaitResult() throws InterruptedException {
        return new CommandResult(exitCode(), output.text(), errors.text());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        // Whoever deletes the process's files must not race with it.
        process.onExit().join();
        RUNNING.remove(process);
    }
}
