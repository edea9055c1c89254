package parley.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The forms in which one conversation can be had.
public enum ExportFormat {
    /// For people, and for programs that people write with.
    MARKDOWN("text/markdown; charset=utf-8", "md"),
    /// With everything that is kept; can be imported.
    JSON("application/json", "json"),
    /// For people who print.
    PDF("application/pdf", "pdf");

    private final String mediaType;
    private final String ending;

    ExportFormat(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /// Of file names, without the dot.
    public String ending() {
        return ending;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ExportFormat> named(String name) {
        return Arrays.stream(values()).filter(each -> each.wireName().equals(name)).findFirst();
    }
}
