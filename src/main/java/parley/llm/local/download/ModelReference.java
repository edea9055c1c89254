package parley.llm.local.download;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/// What somebody wants to be fetched.
sealed interface ModelReference {
    Pattern SEGMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,199}");

    /// A file anywhere.
    record OfAddress(URI address, String fileName) implements ModelReference {}

    /// Something in a repository of the hub.
    sealed interface OfHub extends ModelReference {
        /// `owner/repo`
        String repository();
    }

    /// One file of a repository.
    ///
    /// @param path within the repository
    record OfFile(String repository, String path) implements OfHub {}

    /// The file of a repository that is stored in a way, such as `Q4_K_M`.
    record OfQuantization(String repository, String quantization) implements OfHub {}

    /// Reads `owner/repo/file.gguf`, `owner/repo:Q4_K_M`, `owner/repo` or an address.
    static ModelReference parse(String text) throws DownloadException {
        if (text.contains("://")) {
            return ofAddress(text);
        }
        int colon = text.indexOf(':');
        List<String> segments =
                List.of((colon < 0 ? text : text.substring(0, colon)).split("/", -1));
        String last = colon < 0 ? "" : text.substring(colon + 1);
        boolean good =
                segments.size() >= 2
                        && segments.stream().allMatch(ModelReference::isGood)
                        && (colon < 0 || (segments.size() == 2 && isGood(last)))
                        && (segments.size() == 2 || segments.getLast().endsWith(".gguf"));
        if (!good) {
            throw new DownloadException(
                    "\"%s\" is no model's name; it must be owner/repo/file.gguf, owner/repo:Q4_K_M or an address that ends with .gguf."
                            .formatted(text));
        }
        String repository = segments.get(0) + "/" + segments.get(1);
        return segments.size() > 2
                ? new OfFile(repository, String.join("/", segments.subList(2, segments.size())))
                : new OfQuantization(repository, last.isEmpty() ? "Q4_K_M" : last);
    }

    private static ModelReference ofAddress(String text) throws DownloadException {
        try {
            URI address = Web.checked(URI.create(text));
            String path = String.valueOf(address.getRawPath());
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (isGood(name) && name.endsWith(".gguf")) {
                return new OfAddress(address, name);
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the one sentence that says what is right.
        }
        throw new DownloadException(
                "\"%s\" must be the http or https address of a file whose name ends with .gguf."
                        .formatted(text));
    }

    /// Whether it can be a part of a path, and leads nowhere else.
    static boolean isGood(String segment) {
        return SEGMENT.matcher(segment).matches() && !segment.contains("..");
    }
}
