package parley.llm.local.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A hub of models, with the addresses of Hugging Face's:
/// `{hub}/{owner}/{repo}/resolve/{revision}/{file}` for a file, and
/// `{hub}/api/models/{owner}/{repo}/tree/{revision}` for the list of files.
final class Hub {
    private static final int MOST_NAMES = 20;

    private final Web web;
    private final URI base;

    Hub(Web web, URI base) {
        this.web = web;
        this.base = base;
    }

    URI address(ModelReference.OfHub model, String file, String revision) throws DownloadException {
        return at("/%s/resolve/%s/%s".formatted(model.repository(), revision, file));
    }

    /// The one file of a repository that is stored in a way, such as `Q4_K_M`.
    String find(ModelReference.OfHub model, String quantization, String revision)
            throws DownloadException, InterruptedException {
        List<String> files = files(model, revision);
        String wanted = quantization.toLowerCase(Locale.ROOT);
        List<String> fitting =
                files.stream()
                        .filter(file ->
                                List.of(file.toLowerCase(Locale.ROOT).split("[^a-z0-9_]+"))
                                        .contains(wanted))
                        .filter(file -> !file.matches(".*-(?!00001)\\d{5}-of-\\d{5}\\.gguf"))
                        .toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        throw new DownloadException(
                "%s has %s file for %s. Name one: %s."
                        .formatted(
                                model.repository(),
                                fitting.isEmpty() ? "no" : "more than one",
                                quantization,
                                String.join(", ", files.stream().limit(MOST_NAMES).toList())));
    }

    private List<String> files(ModelReference.OfHub model, String revision)
            throws DownloadException, InterruptedException {
        URI address =
                at("/api/models/%s/tree/%s?recursive=true".formatted(model.repository(), revision));
        try {
            Web.Answer answer = web.get(address, Map.of());
            try (InputStream body = answer.body()) {
                if (answer.status() != 200) {
                    throw new DownloadException(
                            "%s has no list of files for %s (%d)."
                                    .formatted(
                                            base.getHost(), model.repository(), answer.status()));
                }
                return ggufs(JsonMapper.shared().readTree(body), model);
            }
        } catch (IOException | JacksonException e) {
            throw new DownloadException(
                    "%s cannot be reached, or does not answer as a hub does."
                            .formatted(base.getHost()),
                    e);
        }
    }

    private static List<String> ggufs(JsonNode tree, ModelReference.OfHub model)
            throws DownloadException {
        List<String> files =
                tree.valueStream()
                        .map(entry -> entry.path("path").asString(""))
                        .filter(path -> path.endsWith(".gguf"))
                        .toList();
        if (files.isEmpty()) {
            throw new DownloadException(
                    "%s holds no GGUF file; look for a repository that does."
                            .formatted(model.repository()));
        }
        return files;
    }

    private URI at(String path) throws DownloadException {
        try {
            return new URI(base.toString().replaceAll("/+$", "") + path);
        } catch (URISyntaxException e) {
            throw new DownloadException("\"%s\" is no address.".formatted(base + path), e);
        }
    }
}
