package parley.llm.local.download;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import parley.llm.local.LlamaFolder;
import parley.llm.local.llama.Llama;

/// Fetches llama.cpp into a home.
public final class LibrarySetup {
    private final Web web;
    private final Path home;
    private final Progress progress;
    private final Optional<LlamaPackage> wanted;

    public LibrarySetup(Web web, Path home, Progress progress) {
        this(web, home, progress, LlamaPackage.here());
    }

    LibrarySetup(Web web, Path home, Progress progress, Optional<LlamaPackage> wanted) {
        this.web = web;
        this.home = home;
        this.progress = progress;
        this.wanted = wanted;
    }

    /// Fetches and unpacks it. A setup that fails leaves nothing that could be taken for a library.
    ///
    /// @param registry a registry of npm packages
    /// @return the folder it is in
    public Path run(URI registry) throws DownloadException, InterruptedException {
        LlamaPackage found =
                wanted.orElseThrow(() ->
                        new DownloadException(
                                "There is no package of llama.cpp %s for this kind of machine. Build it, and name its folder in local.library."
                                        .formatted(Llama.VERSION)));
        Path folder = LlamaFolder.fetched(home);
        Path tarball = folder.resolveSibling(found.name() + "-" + LlamaPackage.RELEASE + ".tgz");
        URI address = URI.create(registry.toString().replaceAll("/+$", "") + found.path());
        new Download(web, address, tarball, Optional.of(found.checksum()), progress).run(_ -> {});
        unpack(found, tarball, folder);
        return folder;
    }

    private static void unpack(LlamaPackage found, Path tarball, Path folder)
            throws DownloadException {
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
        try {
            remove(fresh);
            Files.createDirectories(fresh);
            Tarball.unpack(tarball, found.folder(), fresh);
            if (!Llama.LibraryFiles.areIn(fresh)) {
                throw new DownloadException("The package does not hold llama.cpp.");
            }
            remove(folder);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(tarball);
        } catch (IOException e) {
            throw new DownloadException(
                    "llama.cpp could not be unpacked: %s.".formatted(e.getMessage()), e);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
