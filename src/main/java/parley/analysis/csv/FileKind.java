package parley.analysis.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Kinds of files that are uploaded in place of CSV, known by how they begin.
///
/// @param words completes "The file is …"
/// @param beginnings in Latin-1
record FileKind(String words, List<String> beginnings) {
    private static final List<FileKind> KNOWN =
            List.of(
                    kind(
                            "an Excel workbook or another zip archive; save the sheet as CSV and upload that",
                            "PK\u0003\u0004"),
                    kind(
                            "an old Excel workbook; save the sheet as CSV and upload that",
                            "\u00d0\u00cf\u0011\u00e0"),
                    kind(
                            "compressed (gzip); unpack it and upload the CSV file inside",
                            "\u001f\u008b"),
                    kind("a PDF document", "%PDF"),
                    kind("a picture (PNG)", "\u0089PNG"),
                    kind("a picture (JPEG)", "\u00ff\u00d8\u00ff"),
                    kind("a picture (GIF)", "GIF8"),
                    kind("a Parquet file; export it as CSV", "PAR1"),
                    kind("an SQLite database", "SQLite format 3\0"),
                    kind("a Rich Text document", "{\\rtf"),
                    kind(
                            "a web page (HTML); download the file itself",
                            "<!doctype",
                            "<html",
                            "<head",
                            "<table"),
                    kind("an XML document", "<?xml", "<svg"),
                    kind("JSON; convert it to CSV", "{\"", "[{", "[["));

    private static final int LOOKED_AT = 512;

    private static FileKind kind(String words, String... beginnings) {
        return new FileKind(words, List.of(beginnings));
    }

    /// @param head the first bytes of a file
    static Optional<FileKind> of(byte[] head) {
        String raw =
                new String(head, 0, Math.min(LOOKED_AT, head.length), StandardCharsets.ISO_8859_1);
        String text = raw.replaceFirst("^\u00ef\u00bb\u00bf", "").strip().toLowerCase(Locale.ROOT);
        // Spaces and line breaks inside JSON do not change what it is.
        String dense = text.replaceAll("\\s+", "");
        return KNOWN.stream()
                .filter(kind -> kind.begins(raw) || kind.begins(text) || kind.begins(dense))
                .findFirst();
    }

    private boolean begins(String text) {
        return beginnings.stream().anyMatch(text::startsWith);
    }
}
