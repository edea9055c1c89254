package parley.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// A source tree with the real launcher and a machine around it: only the tools the launcher needs,
/// JDKs that print what they are asked, a Maven that makes a jar of words.
final class Checkout {
    private static final long PATIENCE_SECONDS = 60;
    private static final List<String> TOOLS =
            List.of(
                    "bash",
                    "cat",
                    "cksum",
                    "cut",
                    "find",
                    "flock",
                    "mkdir",
                    "mv",
                    "readlink",
                    "rm",
                    "sleep",
                    "sort",
                    "tail",
                    "touch",
                    "tr");
    private static final String NOT_DEBIAN = "#!/usr/bin/env bash\nexit 1\n";

    private final Path machine;
    private final Path root;
    private final Map<String, String> environment = new HashMap<>();

    Checkout(Path folder) throws IOException {
        machine = folder;
        root = Files.createDirectory(folder.resolve("a checkout"));
        Files.createDirectory(machine.resolve("bin"));
        Files.createDirectory(machine.resolve("jdks"));
        installTools();
        installLauncher();
        write("pom.xml", "<project/>");
        write(".mvn/maven.config", "-B");
        write("src/main/Main.java", "one");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("MACHINE", machine.toString());
    }

    /// What the launcher did.
    record Result(int code, String out, String err) {}

    Path root() {
        return root;
    }

    void with(String variable, String value) {
        environment.put(variable, value);
    }

    void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(root.resolve(path).resolve("..").normalize());
        Files.writeString(file, text);
    }

    /// Makes a file that the stand-ins look for.
    Path flag(String name) throws IOException {
        return Files.writeString(machine.resolve(name), "");
    }

    Path installJdk(String name, String version) throws IOException {
        Path jdk = machine.resolve("jdks").resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(
                jdk.resolve("release"),
                "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        script(jdk.resolve("bin/java"), resource("java"));
        script(jdk.resolve("bin/javac"), "#!/usr/bin/env bash\necho javac " + version + "\n");
        return jdk;
    }

    void installMaven() throws IOException {
        script(machine.resolve("bin/mvn"), resource("mvn"));
    }

    /// What the tests need besides Maven.
    void installTestTools() throws IOException {
        script(machine.resolve("bin/node"), "#!/usr/bin/env bash\n");
        script(machine.resolve("bin/npm"), "#!/usr/bin/env bash\n");
        script(machine.resolve("bin/chromium"), "#!/usr/bin/env bash\n");
    }

    /// How often Maven was called.
    List<String> mavenCalls() throws IOException {
        return log("mvn.log");
    }

    /// How often a start-up cache was trained.
    int trainings() throws IOException {
        return log("java.log").size();
    }

    Result run(String... words) throws IOException, InterruptedException {
        return run(root.resolve("parley"), machine, words);
    }

    Result run(Path launcher, Path folder, String... words)
            throws IOException, InterruptedException {
        return finish(start(launcher, folder, words));
    }

    Process start(Path launcher, Path folder, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", machine.resolve("bin").toString());
        builder.environment().put("HOME", machine.resolve("nobody").toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    Process start(String... words) throws IOException {
        return start(root.resolve("parley"), machine, words);
    }

    static Result finish(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The launcher did not end");
        }
        return new Result(process.exitValue(), out, err);
    }

    private List<String> log(String name) throws IOException {
        Path file = machine.resolve(name);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private void installTools() throws IOException {
        List<Path> path = List.of(Path.of("/usr/local/bin"), Path.of("/usr/bin"), Path.of("/bin"));
        for (String tool : TOOLS) {
            Path real =
                    path.stream()
                            .map(folder -> folder.resolve(tool))
                            .filter(Files::isExecutable)
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("There is no " + tool));
            Files.createSymbolicLink(machine.resolve("bin").resolve(tool), real);
        }
        script(machine.resolve("bin/env"), "#!/bin/sh\nexec \"$@\"\n");
        script(machine.resolve("bin/apt-get"), NOT_DEBIAN);
        script(machine.resolve("bin/apt-cache"), NOT_DEBIAN);
    }

    /// The launcher as it is, except that it looks for JDKs on this machine of ours.
    private void installLauncher() throws IOException {
        String text = Files.readString(Path.of("parley"));
        String folders = "jdk_folders=('%s'/jdks/*)".formatted(machine);
        String ours = text.replaceFirst("(?m)^jdk_folders=.*$", folders);
        if (ours.equals(text)) {
            throw new AssertionError("The launcher does not say where it looks for JDKs");
        }
        script(root.resolve("parley"), ours);
    }

    private static String resource(String name) throws IOException {
        try (var file = Checkout.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
