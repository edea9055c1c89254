package parley.image.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// What a file is, by its first bytes; what it is called, or said to be, does not matter.
///
/// @param name in capitals, for people
record FileKind(String name, Predicate<byte[]> mark, FormReader reader) {
    private static final List<FileKind> KINDS =
            List.of(
                    new FileKind("PNG", starts("\u0089PNG\r\n\u001a\n"), new PngReader()),
                    new FileKind("JPEG", starts("\u00ff\u00d8\u00ff"), new JpegReader()),
                    new FileKind("GIF", starts("GIF87a").or(starts("GIF89a")), new GifReader()),
                    new FileKind("WebP", starts("RIFF").and(has(8, "WEBP")), new WebpReader()),
                    new FileKind("BMP", starts("BM"), new BmpReader()));

    static Optional<FileKind> of(byte[] file) {
        return KINDS.stream().filter(kind -> kind.mark.test(file)).findFirst();
    }

    /// Something that is not read, and how it is known.
    private record Other(String name, Predicate<byte[]> mark) {}

    private static final List<Other> OTHERS =
            List.of(
                    new Other("an AVIF file", box("avif").or(box("avis"))),
                    new Other("a HEIC file", box("hei").or(box("hev")).or(box("mif1"))),
                    new Other("a video", box("")),
                    new Other("a TIFF file", starts("II*\0").or(starts("MM\0*"))),
                    new Other("a PDF", starts("%PDF")),
                    new Other("a JPEG XL file", starts("\u00ff\n").or(starts("\0\0\0\u000cJXL "))),
                    new Other("a JPEG 2000 file", starts("\0\0\0\u000cjP  ")),
                    new Other("an icon file", starts("\0\0\u0001\0")),
                    new Other("a PSD file", starts("8BPS")),
                    new Other("a ZIP archive", starts("PK")),
                    new Other("an SVG", FileKind::isSvg),
                    new Other("a web page", FileKind::isWebPage));

    /// What a file is that is not read, in words: "an SVG".
    static String described(byte[] file) {
        return OTHERS.stream()
                .filter(other -> other.mark.test(file))
                .map(Other::name)
                .findFirst()
                .orElse("no picture");
    }

    private static boolean isSvg(byte[] file) {
        return beginning(file).contains("<svg");
    }

    private static boolean isWebPage(byte[] file) {
        String text = beginning(file);
        return text.contains("<!doctype html") || text.contains("<html");
    }

    private static String beginning(byte[] file) {
        return new String(file, 0, Math.min(file.length, 1024), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
    }

    /// A file of boxes, as ISO/IEC 14496-12 has them, of this brand.
    private static Predicate<byte[]> box(String brand) {
        return has(4, "ftyp").and(has(8, brand));
    }

    private static Predicate<byte[]> starts(String mark) {
        return has(0, mark);
    }

    private static Predicate<byte[]> has(int offset, String mark) {
        byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
        return file ->
                file.length >= offset + bytes.length
                        && Arrays.equals(
                                file, offset, offset + bytes.length, bytes, 0, bytes.length);
    }
}
