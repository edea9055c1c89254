package parley.document.extract;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of documents that can be read.
enum Format {
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    HTML("text/html"),
    MARKDOWN("text/markdown"),
    TEXT("text/plain");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<Format> named(String name) {
        return Arrays.stream(values()).filter(format -> format.name().equals(name)).findFirst();
    }
}
