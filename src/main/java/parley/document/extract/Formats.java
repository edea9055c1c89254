package parley.document.extract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells what kind a file is from its first bytes; only among kinds of text does the name's ending
/// decide.
final class Formats {
    private static final byte[] PDF = bytes("%PDF-");
    // Where readers look for it (Adobe's implementation note 13 to PDF 1.7).
    private static final int PDF_WITHIN = 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND_FILE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final List<String> OTHER_LANGUAGES = List.of("{\\rtf", "%!PS");
    private static final int HEAD = 4096;
    private static final Pattern HTML =
            Pattern.compile(
                    "^\\s*(<\\?xml[^>]*>\\s*)?(<!--.{0,1000}?-->\\s*)*(<!doctype\\s+html|<html|<head|<body)",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Formats() {}

    /// Empty for what cannot be read.
    static Optional<Format> of(byte[] content, String filename) {
        String name = filename.toLowerCase(Locale.ROOT).strip();
        if (content.length == 0) {
            return Optional.of(ofName(name));
        }
        if (indexOf(content, PDF, PDF_WITHIN) >= 0) {
            return Optional.of(Format.PDF);
        }
        if (startsWith(content, ZIP)) {
            return ZipNames.contains(content, "word/document.xml")
                    ? Optional.of(Format.DOCX)
                    : Optional.empty();
        }
        if (startsWith(content, COMPOUND_FILE)) {
            // What Office makes of a document with a password.
            boolean encrypted =
                    name.endsWith(".docx") && indexOf(content, ENCRYPTED, content.length) >= 0;
            return encrypted ? Optional.of(Format.DOCX) : Optional.empty();
        }
        return PlainText.head(content, HEAD).flatMap(head -> ofText(head, name));
    }

    private static Format ofName(String name) {
        if (name.endsWith(".pdf")) {
            return Format.PDF;
        }
        if (name.endsWith(".docx")) {
            return Format.DOCX;
        }
        return ofTextName(name);
    }

    private static Format ofTextName(String name) {
        if (name.endsWith(".md") || name.endsWith(".markdown") || name.endsWith(".mdown")) {
            return Format.MARKDOWN;
        }
        boolean html = name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml");
        return html ? Format.HTML : Format.TEXT;
    }

    private static Optional<Format> ofText(String head, String name) {
        if (OTHER_LANGUAGES.stream().anyMatch(head::startsWith)) {
            return Optional.empty();
        }
        Format named = ofTextName(name);
        boolean html = named != Format.MARKDOWN && HTML.matcher(head).find();
        return Optional.of(html ? Format.HTML : named);
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return indexOf(content, start, start.length) == 0;
    }

    /// Where a pattern begins that ends within the first bytes; -1 if nowhere.
    static int indexOf(byte[] content, byte[] pattern, int within) {
        int last = Math.min(content.length, within) - pattern.length;
        for (int i = 0; i <= last; i++) {
            int matched = 0;
            while (matched < pattern.length && content[i + matched] == pattern[matched]) {
                matched++;
            }
            if (matched == pattern.length) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
