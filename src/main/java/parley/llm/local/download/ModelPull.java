package parley.llm.local.download;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.llm.local.gguf.DamagedModelException;
import parley.llm.local.gguf.GgufReader;

/// Fetches models into a folder.
public final class ModelPull {
    private static final Pattern FIRST_PART = Pattern.compile("(.*)-00001-of-(\\d{5})\\.gguf");

    private final Web web;
    private final Optional<URI> hub;
    private final Path folder;
    private final Progress progress;

    /// What is wanted of a model.
    ///
    /// @param name `owner/repo/file.gguf`, `owner/repo:Q4_K_M`, `owner/repo` or an address
    /// @param revision a branch, tag or commit of its repository
    /// @param checksum what the file must add up to; empty for what the hub says
    public record Wish(String name, String revision, Optional<Checksum> checksum) {}

    /// @param hub where names are looked up; without it only addresses can be fetched
    public ModelPull(Web web, Optional<URI> hub, Path folder, Progress progress) {
        this.web = web;
        this.hub = hub;
        this.folder = folder;
        this.progress = progress;
    }

    /// Fetches a model; one that is in several files, with all of them.
    ///
    /// @return the files it is in, the first of which names the model
    public List<Path> pull(Wish wish) throws DownloadException, InterruptedException {
        ModelReference reference = ModelReference.parse(wish.name());
        if (!ModelReference.isGood(wish.revision())) {
            throw new DownloadException(
                    "\"%s\" is no revision; it must be a branch, a tag or a commit."
                            .formatted(wish.revision()));
        }
        return switch (reference) {
            case ModelReference.OfAddress(URI address, String fileName) ->
                    List.of(fetch(address, fileName, wish.checksum()));
            case ModelReference.OfFile file -> fetchParts(file, file.path(), wish);
            case ModelReference.OfQuantization model ->
                    fetchParts(
                            model, hub().find(model, model.quantization(), wish.revision()), wish);
        };
    }

    private List<Path> fetchParts(ModelReference.OfHub model, String path, Wish wish)
            throws DownloadException, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (String part : parts(path)) {
            String name = part.substring(part.lastIndexOf('/') + 1);
            if (!ModelReference.isGood(name)) {
                throw new DownloadException("\"%s\" is no good name for a file.".formatted(name));
            }
            files.add(fetch(hub().address(model, part, wish.revision()), name, wish.checksum()));
        }
        return files;
    }

    private static List<String> parts(String path) {
        Matcher first = FIRST_PART.matcher(path);
        if (!first.matches()) {
            return List.of(path);
        }
        List<String> parts = new ArrayList<>();
        int count = Integer.parseInt(first.group(2));
        for (int i = 1; i <= count; i++) {
            parts.add("%s-%05d-of-%05d.gguf".formatted(first.group(1), i, count));
        }
        return parts;
    }

    private Path fetch(URI address, String fileName, Optional<Checksum> checksum)
            throws DownloadException, InterruptedException {
        Path target = folder.resolve(fileName);
        if (Files.exists(target)) {
            throw new DownloadException(
                    "%s is there already; \"parley models remove %s\" removes it."
                            .formatted(fileName, fileName.replaceAll("\\.gguf$", "")));
        }
        new Download(web, address, target, checksum, progress).run(ModelPull::requireModel);
        return target;
    }

    private static void requireModel(Path file) throws DownloadException {
        try {
            GgufReader.read(file);
        } catch (DamagedModelException e) {
            String name = String.valueOf(file.getFileName()).replaceAll("\\.part$", "");
            throw new DownloadException("What came as %s %s.".formatted(name, e.reason()), e);
        }
    }

    private Hub hub() throws DownloadException {
        return new Hub(
                web,
                hub.orElseThrow(() ->
                        new DownloadException(
                                "No hub is known. Set local.hub.url to the address of one, or name the whole address of the file.")));
    }
}
