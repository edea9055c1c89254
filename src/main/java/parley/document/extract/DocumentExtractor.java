package parley.document.extract;

import java.util.Optional;
import parley.document.DocumentFacts;
import parley.document.DocumentReader;
import parley.document.ExtractedDocument;
import parley.document.extract.bound.Refusal;
import parley.document.extract.bound.UnreadableException;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Reads PDF, Office Open XML, HTML, Markdown and plain text. Only plain text is read in this
/// process: of all others a small file can unpack to what no bound of a library holds, and a JVM
/// that runs out of memory takes everything with it.
public final class DocumentExtractor implements DocumentReader, AutoCloseable {
    private static final int LONGEST_NAME = 100;

    private final ExtractionSettings settings;
    private final ReaderProcesses processes;

    /// @throws AppException Tesseract is to be used and not there
    public DocumentExtractor(ExtractionSettings settings) {
        this.settings = settings;
        this.processes =
                new ReaderProcesses(settings.bounds(), settings.parallel(), tesseract(settings));
    }

    private static Optional<Tesseract> tesseract(ExtractionSettings settings) {
        Tesseract tesseract =
                new Tesseract(settings.tesseractCommand(), settings.tesseractLanguages());
        return switch (settings.tesseract()) {
            case OFF -> Optional.empty();
            case AUTO -> Optional.of(tesseract).filter(DocumentExtractor::isInstalled);
            case ON -> {
                if (!isInstalled(tesseract)) {
                    throw new AppException(
                            ErrorCode.UNAVAILABLE,
                            "The program %s does not run; install Tesseract, or set documents.tesseract to auto."
                                    .formatted(settings.tesseractCommand()));
                }
                yield Optional.of(tesseract);
            }
        };
    }

    private static boolean isInstalled(Tesseract tesseract) {
        try {
            return tesseract.isInstalled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String mediaType(byte[] content, String filename) {
        return Formats.of(content, filename)
                .map(Format::mediaType)
                .orElse("application/octet-stream");
    }

    @Override
    public ExtractedDocument read(byte[] content, String filename) throws InterruptedException {
        Format format =
                Formats.of(content, filename)
                        .orElseThrow(() ->
                                new AppException(
                                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                                        "The file %s is of no kind that can be read: PDF, DOCX, HTML, Markdown and plain text can."
                                                .formatted(shown(filename))));
        try {
            return withLanguage(read(format, content));
        } catch (UnreadableException e) {
            throw new AppException(
                    ErrorCode.UNPROCESSABLE,
                    "The document %s cannot be read. %s"
                            .formatted(shown(filename), e.refusal().reason(settings.bounds())),
                    e);
        }
    }

    private ExtractedDocument read(Format format, byte[] content)
            throws UnreadableException, InterruptedException {
        if (content.length == 0) {
            throw new UnreadableException(Refusal.EMPTY);
        }
        return format == Format.TEXT
                ? TextReader.read(content, settings.bounds())
                : processes.read(format, content);
    }

    private static ExtractedDocument withLanguage(ExtractedDocument document) {
        DocumentFacts facts = document.facts();
        return new ExtractedDocument(
                document.mediaType(),
                document.pages(),
                new DocumentFacts(
                        facts.pages(),
                        facts.title(),
                        facts.author(),
                        facts.subject(),
                        facts.createdAt(),
                        facts.modifiedAt(),
                        WrittenLanguage.of(document.pages()),
                        facts.outline(),
                        facts.unreadable()));
    }

    private static String shown(String filename) {
        String line = filename.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "").strip();
        String kept =
                line.codePointCount(0, line.length()) <= LONGEST_NAME
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)) + "…";
        return kept.isEmpty() ? "without a name" : "\"" + kept + "\"";
    }

    /// Ends the processes that wait for documents. Another document starts one again.
    @Override
    public void close() {
        processes.close();
    }
}
