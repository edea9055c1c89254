package parley.dialect.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The page's own files: the folder `ui` of the class path, in an archive or not.
final class UiFolder {
    private static final String FOLDER = "ui/";
    private static final String ENTRY = "index.html";

    private UiFolder() {}

    /// The names of all files, with their folders below `ui`.
    static SortedSet<String> names() {
        URL entry = UiFolder.class.getClassLoader().getResource(FOLDER + ENTRY);
        if (entry == null) {
            throw new IllegalStateException("The program lacks its page.");
        }
        try {
            return entry.openConnection() instanceof JarURLConnection archive
                    ? namesIn(archive)
                    : namesBelow(Path.of(entry.toURI()).getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SortedSet<String> namesIn(JarURLConnection connection) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        // The program runs from this archive: it is not closed here.
        JarFile archive = connection.getJarFile();
        archive.stream()
                .filter(file -> !file.isDirectory() && file.getName().startsWith(FOLDER))
                .forEach(file -> names.add(file.getName().substring(FOLDER.length())));
        return names;
    }

    private static SortedSet<String> namesBelow(@Nullable Path folder) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        if (folder == null) {
            return names;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file ->
                            names.add(folder.relativize(file).toString().replace('\\', '/')));
        }
        return names;
    }

    static Optional<byte[]> read(String name) {
        try (@Nullable InputStream in =
                UiFolder.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
