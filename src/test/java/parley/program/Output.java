package parley.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What a process says, line by line, as it comes.
final class Output {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    Output(BufferedReader reader) {
        Thread.ofPlatform().daemon().name("output").start(() -> takeIn(reader));
    }

    /// Waits for a line that contains this; empty if the process ends without saying it.
    synchronized Optional<String> await(String part) throws InterruptedException {
        await(() -> ended || find(part).isPresent(), part);
        return find(part);
    }

    /// All of it. Waits for the end.
    synchronized String text() throws InterruptedException {
        await(() -> ended, "its last words");
        return said();
    }

    /// What came so far.
    synchronized String said() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private Optional<String> find(String part) {
        return lines.stream().filter(line -> line.contains(part)).findFirst();
    }

    private synchronized void await(BooleanSupplier condition, String awaited)
            throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new AssertionError(
                        "The process did not say %s. It said:%n%s".formatted(awaited, said()));
            }
            wait(millis);
        }
    }

    private void takeIn(BufferedReader reader) {
        try (reader) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            // A killed process may leave a broken pipe: it has said all it could.
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }
}
