package parley.llm.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.llm.local.gguf.DamagedModelException;
import parley.llm.local.gguf.GgufReader;

/// The model files there are: those in the home's `models/`, and the one of the settings. Looks at
/// the folder each time; a header is read once for each state of its file.
public final class ModelFolder {
    /// A model in several files is known by its first.
    private static final Pattern LATER_PART =
            Pattern.compile(".*-(?!00001)\\d{5}-of-\\d{5}\\.gguf");

    private record State(Path path, long size, FileTime changed) {}

    private final Path folder;
    private final Optional<Path> extra;
    private final Map<State, ModelFile> read = new ConcurrentHashMap<>();

    /// @param extra a file outside the folder
    public ModelFolder(Path home, Optional<Path> extra) {
        this.folder = folder(home);
        this.extra = extra.map(Path::toAbsolutePath);
    }

    /// The folder in a home where models are kept.
    public static Path folder(Path home) {
        return home.toAbsolutePath().resolve("models");
    }

    /// All files; the one of the settings first, the others by name. Of two with one name the first
    /// counts.
    public List<ModelFile> files() {
        List<ModelFile> files = new ArrayList<>();
        extra.ifPresent(path -> files.add(look(path)));
        for (Path path : inFolder()) {
            ModelFile file = look(path);
            if (files.stream().noneMatch(other -> other.name().equals(file.name()))) {
                files.add(file);
            }
        }
        return List.copyOf(files);
    }

    public Optional<ModelFile> find(String name) {
        return files().stream().filter(file -> file.name().equals(name)).findFirst();
    }

    private List<Path> inFolder() {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> fileName(path).endsWith(ModelFile.SUFFIX))
                    .filter(path -> !LATER_PART.matcher(fileName(path)).matches())
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(ModelFolder::fileName))
                    .toList();
        } catch (IOException e) {
            // No folder, no models.
            return List.of();
        }
    }

    private ModelFile look(Path path) {
        try {
            State state = new State(path, Files.size(path), Files.getLastModifiedTime(path));
            @Nullable ModelFile known = read.get(state);
            if (known != null) {
                return known;
            }
            ModelFile file = readHeader(path);
            read.keySet().removeIf(other -> other.path().equals(path));
            read.put(state, file);
            return file;
        } catch (IOException e) {
            return damaged(path, "is not there");
        }
    }

    private static ModelFile readHeader(Path path) {
        try {
            return new ModelFile(
                    name(path), path, Optional.of(GgufReader.read(path)), Optional.empty());
        } catch (DamagedModelException e) {
            return damaged(path, e.reason());
        }
    }

    private static ModelFile damaged(Path path, String reason) {
        return new ModelFile(name(path), path, Optional.empty(), Optional.of(reason));
    }

    private static String name(Path path) {
        String file = fileName(path);
        return file.endsWith(ModelFile.SUFFIX)
                ? file.substring(0, file.length() - ModelFile.SUFFIX.length())
                : file;
    }

    private static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }
}
