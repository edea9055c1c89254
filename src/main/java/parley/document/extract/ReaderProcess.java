package parley.document.extract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.document.ExtractedDocument;
import parley.document.extract.bound.Bounds;
import parley.document.extract.bound.Refusal;
import parley.document.extract.bound.UnreadableException;
import parley.error.AppException;
import parley.error.ErrorCode;

/// A process that reads documents, one at a time. It ends by itself when this program does.
final class ReaderProcess implements AutoCloseable {
    /// What it sees of this program's environment: no keys.
    private static final List<String> PASSED_ON =
            List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TESSDATA_PREFIX");

    private static final Duration IDLE = Duration.ofSeconds(60);
    // It ends itself when its time is over; this is for one that cannot.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Process process;
    private final Bounds bounds;
    private final DataOutputStream out;
    private final DataInputStream in;
    private volatile boolean ready;

    private ReaderProcess(Process process, Bounds bounds) {
        this.process = process;
        this.bounds = bounds;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /// The end of a process that had nothing to do with the document: it may be given to another
    /// one.
    static final class GoneException extends Exception {
        private static final long serialVersionUID = 1L;

        GoneException(Throwable cause) {
            super(cause);
        }
    }

    static ReaderProcess start(Bounds bounds, Optional<Tesseract> tesseract) {
        ProcessBuilder builder = new ProcessBuilder(words(bounds, tesseract));
        builder.environment().keySet().retainAll(PASSED_ON);
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return new ReaderProcess(builder.start(), bounds);
        } catch (IOException e) {
            throw notStarted(e);
        }
    }

    private static AppException notStarted(Throwable cause) {
        return new AppException(
                ErrorCode.UNAVAILABLE,
                "Documents cannot be read now: the process that reads them does not start.",
                cause);
    }

    private static List<String> words(Bounds bounds, Optional<Tesseract> tesseract) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(
                List.of(
                        "-Xmx" + bounds.memoryMegabytes() + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:MaxMetaspaceSize=192m",
                        "-XX:MaxDirectMemorySize=32m",
                        "-XX:ReservedCodeCacheSize=64m",
                        "-XX:-UsePerfData",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:+SuppressFatalErrorMessage",
                        "-Xshare:auto",
                        "-Xlog:disable",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReaderMain.class.getName()));
        words.addAll(
                List.of(
                        Integer.toString(bounds.pages()),
                        Integer.toString(bounds.characters()),
                        Integer.toString(bounds.memoryMegabytes()),
                        Long.toString(bounds.patience().toSeconds()),
                        Long.toString(IDLE.toSeconds()),
                        tesseract.map(Tesseract::command).orElse(""),
                        tesseract.map(Tesseract::languages).orElse("")));
        return words;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /// Reads a document. Ends the process when the calling thread is interrupted, and when it
    /// fails.
    ///
    /// @throws GoneException it was gone before it had the document
    ExtractedDocument read(Format format, byte[] content)
            throws UnreadableException, GoneException, InterruptedException {
        CompletableFuture<ExtractedDocument> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("reading").start(() -> exchange(format, content, answer));
        boolean done = false;
        try {
            ExtractedDocument document =
                    answer.get(bounds.patience().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
            done = true;
            return document;
        } catch (TimeoutException e) {
            throw new UnreadableException(Refusal.TOO_MUCH_TIME, e);
        } catch (ExecutionException e) {
            Throwable failure = e.getCause() == null ? e : e.getCause();
            done = failure instanceof UnreadableException && process.isAlive();
            throw failed(failure);
        } finally {
            if (!done) {
                close();
            }
        }
    }

    private void exchange(
            Format format, byte[] content, CompletableFuture<ExtractedDocument> answer) {
        try {
            awaitReady();
            DocumentWire.writeText(format.name(), out);
            out.writeInt(content.length);
            out.write(content);
            out.flush();
            byte kind = in.readByte();
            switch (kind) {
                case ReaderMain.DOCUMENT -> answer.complete(DocumentWire.read(in));
                case ReaderMain.REFUSED ->
                        answer.completeExceptionally(
                                new UnreadableException(
                                        Refusal.valueOf(DocumentWire.readText(in))));
                // A dying JVM writes its last words there.
                default -> throw new IOException("An answer begins with %d.".formatted(kind));
            }
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private void awaitReady() throws IOException {
        if (!ready) {
            if (in.readByte() != ReaderMain.READY) {
                throw new IOException("It does not begin as agreed.");
            }
            ready = true;
        }
    }

    private UnreadableException failed(Throwable failure)
            throws GoneException, InterruptedException {
        if (failure instanceof UnreadableException unreadable) {
            return unreadable;
        }
        if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
            return new UnreadableException(Refusal.DAMAGED, failure);
        }
        if (!ready) {
            throw notStarted(failure);
        }
        return switch (process.exitValue()) {
            case ReaderMain.EXIT_OUT_OF_MEMORY ->
                    new UnreadableException(Refusal.TOO_MUCH_MEMORY, failure);
            case ReaderMain.EXIT_OUT_OF_TIME ->
                    new UnreadableException(Refusal.TOO_MUCH_TIME, failure);
            case 0 -> throw new GoneException(failure);
            default -> new UnreadableException(Refusal.DAMAGED, failure);
        };
    }

    /// Ends it and what it started at once.
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
