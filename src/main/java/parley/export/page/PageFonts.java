package parley.export.page;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The fonts of pages. Roboto comes with the program, and knows Latin, Greek and Cyrillic. For what
/// it lacks, and for code, fonts are taken that are on the machine, in the folder `fonts` of the
/// home or where systems have them. Only the letters that are used go into a page.
final class PageFonts {
    private static final int MEDIUM = 500;
    private static final int REGULAR = 400;
    private static final int DEEPEST_FOLDER = 6;

    /// The best first, for letters that Roboto lacks. Those in TrueType collections (`.ttc`) and
    /// with PostScript outlines (`.otf`) cannot be used.
    private static final List<String> FALLBACKS =
            List.of(
                    "dejavusans.ttf",
                    "notosans-regular.ttf",
                    "notosanshebrew-regular.ttf",
                    "notosansarabic-regular.ttf",
                    "notosansdevanagari-regular.ttf",
                    "notosansthai-regular.ttf",
                    "notosanssc-regular.ttf",
                    "notosanstc-regular.ttf",
                    "notosansjp-regular.ttf",
                    "notosanskr-regular.ttf",
                    "droidsansfallbackfull.ttf",
                    "droidsansfallback.ttf",
                    "nanumgothic.ttf",
                    "notoemoji-regular.ttf",
                    "symbola.ttf",
                    "unifont.ttf",
                    "arial unicode.ttf");

    private static final List<String> CODE =
            List.of(
                    "dejavusansmono.ttf",
                    "notosansmono-regular.ttf",
                    "liberationmono-regular.ttf",
                    "menlo-regular.ttf",
                    "consola.ttf");

    private final Path ownFolder;
    private @Nullable Chosen chosen;

    /// @param ownFolder where the operator may put fonts; all in it are used
    PageFonts(Path ownFolder) {
        this.ownFolder = ownFolder;
    }

    /// @param others beside Roboto, the best first
    /// @param code of even width; empty where there is none
    private record Chosen(List<File> others, List<File> code) {}

    /// Makes the fonts known.
    ///
    /// @return the families for `font-family`, of text and of code
    Families use(PdfRendererBuilder builder) {
        builder.useFont(
                () -> resource("Roboto-Regular.ttf"), "Roboto", REGULAR, FontStyle.NORMAL, true);
        builder.useFont(
                () -> resource("Roboto-Medium.ttf"), "Roboto", MEDIUM, FontStyle.NORMAL, true);
        Chosen found = chosen();
        List<String> others = new ArrayList<>();
        for (File file : found.others) {
            String family = "Other%d".formatted(others.size());
            builder.useFont(file, family);
            others.add(family);
        }
        String rest = others.stream().map(family -> ", " + family).collect(Collectors.joining());
        found.code.forEach(file -> builder.useFont(file, "Code"));
        String code = found.code.isEmpty() ? "monospace" : "Code";
        return new Families("Roboto" + rest + ", sans-serif", code + ", Roboto" + rest);
    }

    record Families(String text, String code) {}

    private synchronized Chosen chosen() {
        @Nullable Chosen known = chosen;
        if (known == null) {
            known = choose();
            chosen = known;
        }
        return known;
    }

    private Chosen choose() {
        Map<String, File> there = new HashMap<>();
        for (Path folder : systemFolders()) {
            fonts(folder).forEach(file -> there.putIfAbsent(name(file), file));
        }
        List<File> others = new ArrayList<>(fonts(ownFolder));
        FALLBACKS.stream().filter(there::containsKey).map(there::get).forEach(others::add);
        List<File> code =
                CODE.stream().filter(there::containsKey).map(there::get).limit(1).toList();
        return new Chosen(List.copyOf(others), code);
    }

    private static List<Path> systemFolders() {
        String user = System.getProperty("user.home", "");
        return Stream.of(
                        "/usr/share/fonts",
                        "/usr/local/share/fonts",
                        user + "/.local/share/fonts",
                        user + "/.fonts",
                        "/Library/Fonts",
                        "/System/Library/Fonts",
                        "C:/Windows/Fonts")
                .map(Path::of)
                .toList();
    }

    private static String name(File file) {
        return file.getName().toLowerCase(Locale.ROOT);
    }

    private static List<File> fonts(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files =
                Files.walk(folder, DEEPEST_FOLDER, FileVisitOption.FOLLOW_LINKS)) {
            return files.map(Path::toFile)
                    .filter(file -> name(file).endsWith(".ttf") && file.canRead())
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // A folder that cannot be read has no fonts to be used.
            return List.of();
        }
    }

    private static InputStream resource(String name) {
        @Nullable InputStream in = PageFonts.class.getResourceAsStream("/fonts/" + name);
        if (in == null) {
            throw new IllegalStateException("The program lacks its font " + name + ".");
        }
        return in;
    }
}
