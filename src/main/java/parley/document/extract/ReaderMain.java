package parley.document.extract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import parley.document.ExtractedDocument;
import parley.document.extract.bound.Bounds;
import parley.document.extract.bound.Refusal;
import parley.document.extract.bound.UnreadableException;
import parley.document.extract.pdf.BundledFonts;
import parley.document.extract.pdf.PageRecognition;
import parley.document.extract.pdf.PdfReader;

/// The entry of the process that reads documents. It takes them from its input, one after another,
/// and ends when the input does, when it was idle for a while, or when a document took too long. A
/// document that needs too much memory ends it too: nothing else is in it.
public final class ReaderMain {
    static final byte READY = 1;
    static final byte DOCUMENT = 2;
    static final byte REFUSED = 3;
    static final int EXIT_OUT_OF_MEMORY = 3;
    static final int EXIT_OUT_OF_TIME = 14;

    private final Bounds bounds;
    private final Optional<Tesseract> tesseract;

    private ReaderMain(Bounds bounds, Optional<Tesseract> tesseract) {
        this.bounds = bounds;
        this.tesseract = tesseract;
    }

    /// @param words pages, characters, megabytes, seconds, seconds of idleness, Tesseract's command
    ///   or nothing, its languages or nothing
    public static void main(String[] words) throws IOException {
        DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // What a library prints must not get among the answers.
        System.setOut(System.err);
        BundledFonts.use();
        Bounds bounds =
                new Bounds(
                        Integer.parseInt(words[0]),
                        Integer.parseInt(words[1]),
                        Integer.parseInt(words[2]),
                        Duration.ofSeconds(Long.parseLong(words[3])));
        Watch watch = new Watch(bounds.patience(), Duration.ofSeconds(Long.parseLong(words[4])));
        Optional<Tesseract> tesseract =
                Optional.of(words[5])
                        .filter(command -> !command.isEmpty())
                        .map(command -> new Tesseract(command, words[6]));
        new ReaderMain(bounds, tesseract)
                .serve(new DataInputStream(new BufferedInputStream(System.in)), out, watch);
    }

    private void serve(DataInputStream in, DataOutputStream out, Watch watch) throws IOException {
        out.writeByte(READY);
        out.flush();
        while (true) {
            watch.idle();
            String format;
            try {
                format = DocumentWire.readText(in);
            } catch (EOFException e) {
                return;
            }
            watch.work();
            byte[] content = new byte[in.readInt()];
            in.readFully(content);
            answer(format, content, out);
            out.flush();
        }
    }

    private void answer(String format, byte[] content, DataOutputStream out) throws IOException {
        try {
            ExtractedDocument document = read(Format.valueOf(format), content);
            out.writeByte(DOCUMENT);
            DocumentWire.write(document, out);
        } catch (UnreadableException e) {
            refuse(e.refusal(), out);
        } catch (StackOverflowError e) {
            refuse(Refusal.NESTED, out);
        } catch (RuntimeException e) {
            refuse(Refusal.DAMAGED, out);
        }
    }

    private static void refuse(Refusal refusal, DataOutputStream out) throws IOException {
        out.writeByte(REFUSED);
        DocumentWire.writeText(refusal.name(), out);
    }

    private ExtractedDocument read(Format format, byte[] content) throws UnreadableException {
        return switch (format) {
            case PDF -> new PdfReader(bounds, recognition()).read(content);
            case DOCX -> DocxReader.read(content, bounds);
            case HTML -> HtmlReader.read(content, bounds);
            case MARKDOWN -> MarkdownReader.read(content, bounds);
            case TEXT -> TextReader.read(content, bounds);
        };
    }

    private PageRecognition recognition() {
        return tesseract
                .map(program -> program.until(bounds.patience()))
                .orElse(PageRecognition.NONE);
    }
}
