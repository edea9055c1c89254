package parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import parley.bench.documents.PdfToText;
import parley.bench.documents.PeakMemory;
import parley.bench.documents.SampleDocuments;
import parley.document.ExtractedDocument;
import parley.document.extract.DocumentExtractor;
import parley.document.extract.ExtractionSettings;
import parley.document.extract.ExtractionSettings.Recognition;
import parley.document.extract.bound.Bounds;

/// How fast the text of PDF files is read, and with how much memory, beside `pdftotext`. A document
/// is read in a process of its own, which stays for the next one: the first pays for its start and
/// for all that Java compiles.
final class ExtractionSpeed {
    private static final double SHARE_OF_PDFTOTEXT = 0.5;
    private static final double BYTES_PER_MB = 1e6;
    private static final String BESIDE = "pdftotext";
    private static final ExtractionSettings SETTINGS =
            new ExtractionSettings(
                    new Bounds(5_000, 12_000_000, 512, Duration.ofMinutes(2)),
                    1,
                    Recognition.OFF,
                    "tesseract",
                    "");

    private ExtractionSpeed() {}

    static void measure(Workbench bench, Findings findings) throws InterruptedException {
        int pages = bench.scale().pick(50, 200);
        for (SampleDocuments.Layout layout : SampleDocuments.Layout.values()) {
            String name = "%d pages of %s".formatted(pages, layout.inWords());
            bench.progress(name);
            findings.group("reading " + name);
            measure(bench, findings, SampleDocuments.make(layout, pages), pages);
        }
        findings.note(
                "pdftotext does less: it tells no headings, lists and tables, and leaves hyphens"
                        + " and what stands on every page.");
    }

    private static void measure(Workbench bench, Findings findings, byte[] file, int pages)
            throws InterruptedException {
        Rounds rounds = new Rounds();
        try (DocumentExtractor extractor = new DocumentExtractor(SETTINGS)) {
            findings.add(
                    Row.of(
                            "first document of a process",
                            "pages/s",
                            speed(extractor, file, pages)));
            for (int warmUp = 0; warmUp < bench.scale().pick(5, 10); warmUp++) {
                speed(extractor, file, pages);
            }
            for (int round = 0; round < bench.scale().pick(5, 9); round++) {
                rounds.add("speed", speed(extractor, file, pages));
            }
            beside(bench, findings, file, pages, rounds, peakBytes());
        }
    }

    // The process that reads is the only one that this program has started and not ended.
    private static long peakBytes() {
        return ProcessHandle.current().descendants().mapToLong(PeakMemory::bytes).max().orElse(0);
    }

    private static double speed(DocumentExtractor extractor, byte[] file, int pages)
            throws InterruptedException {
        long begun = System.nanoTime();
        ExtractedDocument document = extractor.read(file, "sample.pdf");
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (document.pages().size() != pages) {
            throw new IllegalStateException("Not all pages were read.");
        }
        return pages / seconds;
    }

    private static void beside(
            Workbench bench,
            Findings findings,
            byte[] file,
            int pages,
            Rounds rounds,
            long peakBytes)
            throws InterruptedException {
        Path path = bench.folder().resolve("parley-bench-sample.pdf");
        try {
            Files.write(path, file);
            long theirs = 0;
            for (int round = 0; round < bench.scale().pick(5, 9); round++) {
                Optional<PdfToText.Run> run = PdfToText.run(path);
                if (run.isEmpty()) {
                    break;
                }
                rounds.add(BESIDE, pages / run.get().seconds());
                theirs = Math.max(theirs, run.get().peakBytes());
            }
            report(findings, rounds, peakBytes, theirs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(path);
        }
    }

    private static void report(Findings findings, Rounds rounds, long peakBytes, long theirs) {
        Row speed = Row.of("further documents", "pages/s", rounds.samples("speed"));
        Row memory = Row.of("most memory of the process", "MB", peakBytes / BYTES_PER_MB);
        if (theirs == 0) {
            findings.add(speed);
            findings.add(memory);
            findings.note("pdftotext is not installed, so nothing stands beside.");
            return;
        }
        Samples beside = rounds.samples(BESIDE);
        findings.add(
                speed.beside(BESIDE, beside)
                        .aiming(Aim.atLeast(SHARE_OF_PDFTOTEXT * beside.median())));
        findings.add(memory.beside(BESIDE, Samples.of(theirs / BYTES_PER_MB)));
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }
}
