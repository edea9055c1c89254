package parley.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The test program as a process of its own, for what only a process has: signals and an exit code.
final class ProgramProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final BufferedReader output;

    ProgramProcess(Path userHome, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(TestApplication.class.getName());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", userHome.toString());
        process = builder.start();
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /// The next line that contains this; what comes before it is skipped.
    String line(String part) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(part)) {
                return line;
            }
        }
        throw new AssertionError("The program ended without saying: " + part);
    }

    long pid() {
        return process.pid();
    }

    /// Sends SIGTERM. `Process.destroy` would close the output as well.
    void terminate() throws IOException, InterruptedException {
        send("TERM");
    }

    /// Sends SIGINT, what Ctrl-C sends.
    void interrupt() throws IOException, InterruptedException {
        send("INT");
    }

    private void send(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(pid())).start().waitFor();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The program did not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
