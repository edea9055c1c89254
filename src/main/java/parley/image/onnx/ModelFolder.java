package parley.image.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;
import parley.image.ImageFeature;
import parley.image.onnx.diffusion.DiffusionPainter;

/// The model files the user put into a folder. The folder may change at any time.
final class ModelFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ModelFolder.class);
    private static final String ENDING = ".onnx";

    private final Path folder;
    private final long largest;

    ModelFolder(Path folder, long largest) {
        this.folder = folder;
        this.largest = largest;
    }

    /// The models for a task, by name. A model whose file name says nothing and that has no sidecar
    /// is for nothing.
    List<String> models(ImageFeature task) {
        Stream<String> single =
                files().stream()
                        .filter(file -> task(file).filter(task::equals).isPresent())
                        .map(ModelFolder::name);
        Stream<String> painters =
                folders().stream()
                        .filter(each -> can(each, task))
                        .map(each -> each.getFileName().toString());
        return Stream.concat(single, painters).sorted().toList();
    }

    private static boolean can(Path painter, ImageFeature task) {
        return task == ImageFeature.IMAGE_GENERATION
                || (task == ImageFeature.REIMAGINE && DiffusionPainter.takesPictures(painter));
    }

    /// The folder of a model that makes pictures from words; empty if there is none of this name.
    Optional<Path> painter(String name) {
        return folders().stream()
                .filter(each -> each.getFileName().toString().equals(name))
                .findFirst();
    }

    /// The folders of models that make pictures from words.
    private List<Path> folders() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(DiffusionPainter::isIn).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of image models could not be read.", e);
        }
    }

    /// The file of a model, wherever it leads.
    ///
    /// @throws ImageEngineException if it is not there
    Path file(String name) {
        return files().stream()
                .filter(each -> name(each).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new ImageEngineException(
                                Kind.MISCONFIGURED,
                                "There is no %s%s in models/onnx.".formatted(name, ENDING)));
    }

    /// The same file, before it is loaded.
    ///
    /// @throws ImageEngineException if it is too large, damaged, or not in the folder
    Path checked(Path file) {
        String name = folder.relativize(file).toString();
        try {
            return checked(name, file);
        } catch (IOException e) {
            throw new ImageEngineException(
                    Kind.MISCONFIGURED, "models/onnx/%s cannot be read.".formatted(name), null, e);
        }
    }

    private Path checked(String name, Path file) throws IOException {
        Path real = file.toRealPath();
        if (!real.startsWith(folder.toRealPath())) {
            throw new ImageEngineException(
                    Kind.MISCONFIGURED,
                    "models/onnx/%s leads out of the folder, so it is not loaded.".formatted(name));
        }
        if (Files.size(real) > largest) {
            throw new ImageEngineException(
                    Kind.MISCONFIGURED,
                    "models/onnx/%s has %,d bytes, more than images.onnx.max.mb allows."
                            .formatted(name, Files.size(real)));
        }
        ExternalData.check(name, real, largest);
        LOG.info("Loading models/onnx/{}, SHA-256 {}.", name, digest(real));
        return real;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> hasEnding(file) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of image models could not be read.", e);
        }
    }

    private static Optional<ImageFeature> task(Path file) {
        try {
            return Sidecar.recipe(file).map(Recipe::task);
        } catch (ImageEngineException e) {
            LOG.warn("{}", e.sentence());
            return Optional.empty();
        }
    }

    private static boolean hasEnding(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    private static String digest(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                DigestInputStream digested =
                        new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
