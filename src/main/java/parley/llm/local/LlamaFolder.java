package parley.llm.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import parley.llm.local.llama.Llama;

/// Where llama.cpp is: the folder of the settings, the system's, what `parley models setup`
/// fetched.
public record LlamaFolder(Optional<Path> asked, Path home) {
    private static final List<Path> SYSTEM =
            List.of(
                    Path.of("/usr/local/lib"),
                    Path.of("/usr/lib"),
                    Path.of("/usr/lib64"),
                    Path.of("/usr/lib/x86_64-linux-gnu"),
                    Path.of("/usr/lib/aarch64-linux-gnu"),
                    Path.of("/opt/homebrew/lib"));

    /// Where `parley models setup` puts it.
    public static Path fetched(Path home) {
        return home.resolve("lib").resolve("llama").resolve(Llama.VERSION);
    }

    /// The folder, if the library is there.
    public Optional<Path> find() {
        if (asked.isPresent()) {
            return asked.filter(Llama.LibraryFiles::areIn).map(Path::toAbsolutePath);
        }
        return SYSTEM.stream()
                .filter(LlamaFolder::isRightVersion)
                .findFirst()
                .or(() -> Optional.of(fetched(home)).filter(Llama.LibraryFiles::areIn));
    }

    /// Why there is none, and what to do.
    public String missing() {
        return asked.isPresent()
                ? "The folder of local.library holds no llama.cpp %s. Correct the setting, or leave it out and run \"parley models setup\"."
                        .formatted(Llama.VERSION)
                : "Models on this machine need llama.cpp %s, which is not here yet. Run \"parley models setup\" once."
                        .formatted(Llama.VERSION);
    }

    /// A system's library is only used if its file's name says that it is the right version.
    private static boolean isRightVersion(Path folder) {
        return Files.isRegularFile(folder.resolve("libllama.so." + Llama.VERSION))
                || Files.isRegularFile(
                        folder.resolve("libllama.%s.dylib".formatted(Llama.VERSION)));
    }
}
