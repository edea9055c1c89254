package parley.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the benchmark of local inference works with.
///
/// @param model a GGUF file
/// @param library the folder with llama.cpp; empty where it is to be found by the server
/// @param llamaServer llama.cpp's own server
record LocalFiles(Optional<Path> model, Optional<Path> library, Optional<Path> llamaServer) {
    /// What was named, else what this machine has.
    static LocalFiles find(
            @Nullable Path model,
            @Nullable Path library,
            @Nullable Path llamaServer,
            Map<String, String> environment) {
        return new LocalFiles(
                Optional.ofNullable(model).map(Path::toAbsolutePath),
                Optional.ofNullable(library)
                        .map(Path::toAbsolutePath)
                        .or(() -> fetched(environment)),
                Optional.ofNullable(llamaServer)
                        .map(Path::toAbsolutePath)
                        .or(() -> onPath(environment)));
    }

    /// That of the user's own home: the benchmark's servers have empty ones.
    private static Optional<Path> fetched(Map<String, String> environment) {
        String home = environment.getOrDefault("PARLEY_HOME", "");
        Path folder =
                home.isBlank()
                        ? Path.of(environment.getOrDefault("HOME", ""), ".parley")
                        : Path.of(home);
        try (Stream<Path> versions = Files.list(folder.resolve("lib").resolve("llama"))) {
            return versions.filter(Files::isDirectory).map(Path::toAbsolutePath).findFirst();
        } catch (java.io.IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> onPath(Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "llama-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
