package parley.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Runs the program, each time in a process of its own, with the Java of the test.
final class Launcher {
    /// The rest of the environment may hold settings.
    private static final Set<String> KEPT_VARIABLES = Set.of("PATH", "LANG", "LC_ALL");

    private static final List<String> JAVA_OPTIONS =
            List.of(
                    // Quick to start, small beside others.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "--enable-native-access=ALL-UNNAMED");

    private final Path folder;

    /// @param folder for what the processes leave behind when they are killed; belongs to the test
    Launcher(Path folder) {
        this.folder = folder;
    }

    /// Runs a command to its end.
    CommandResult run(Object... words) throws InterruptedException {
        try (ProgramProcess process = start(words)) {
            return process.awaitResult();
        }
    }

    /// Starts a server on a port of its own, and waits until it takes requests.
    RunningServer serve(Path home, String... options) throws InterruptedException {
        return new RunningServer(startServing(home, options), home);
    }

    /// Starts a server, and returns at once.
    ProgramProcess startServing(Path home, String... options) {
        List<Object> words =
                new ArrayList<>(List.of("serve", "--home", home, "--set", "server.ports=0"));
        words.addAll(List.of(options));
        return start(words.toArray());
    }

    private ProgramProcess start(Object... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA_OPTIONS);
        command.add("-Djava.io.tmpdir=" + temporaryFolder());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("parley.Main");
        for (Object word : words) {
            command.add(word.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(KEPT_VARIABLES);
        builder.environment().put("HOME", folder.toString());
        return ProgramProcess.start(builder);
    }

    private Path temporaryFolder() {
        try {
            return Files.createDirectories(folder.resolve("temporary"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
