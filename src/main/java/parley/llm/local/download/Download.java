package parley.llm.local.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Fetches one file. What is there of it is called `….part` until it is whole and checked, and is
/// gone on from after a cut, in the same run or a later one.
final class Download {
    private static final int MOST_CUTS = 5;
    private static final long SPARE_BYTES = 64L << 20;
    private static final int BUFFER_BYTES = 1 << 16;

    /// What a fetched file must be.
    @FunctionalInterface
    interface Proof {
        /// @throws DownloadException if it is not that
        void check(Path file) throws DownloadException;
    }

    private final Web web;
    private final URI address;
    private final Path target;
    private final Path part;
    private final Path mark;
    private final Progress progress;
    private Optional<Checksum> expected;
    private long total = -1;

    /// @param expected what it must add up to; what the server says, where it is empty
    Download(Web web, URI address, Path target, Optional<Checksum> expected, Progress progress) {
        this.web = web;
        this.address = address;
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + ".part");
        this.mark = target.resolveSibling(target.getFileName() + ".part.etag");
        this.expected = expected;
        this.progress = progress;
    }

    /// Fetches the file. Interrupting the thread leaves what there is for the next time.
    void run(Proof proof) throws DownloadException, InterruptedException {
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            fetchAll();
            check(proof);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw new DownloadException(
                    "%s could not be written: %s.".formatted(target.getFileName(), e.getMessage()),
                    e);
        }
    }

    private void fetchAll() throws IOException, DownloadException, InterruptedException {
        int cuts = 0;
        while (true) {
            long before = size();
            Optional<IOException> cut = fetchOnce();
            if (cut.isEmpty()) {
                return;
            }
            cuts = size() > before ? 0 : cuts + 1;
            if (cuts == MOST_CUTS) {
                throw new DownloadException(
                        "%s breaks off again and again. The same command goes on from %,d bytes later."
                                .formatted(address.getHost(), size()),
                        cut.get());
            }
        }
    }

    /// @return why it is not whole; empty if it is
    private Optional<IOException> fetchOnce()
            throws IOException, DownloadException, InterruptedException {
        Web.Answer answer;
        long from = start();
        try {
            answer = web.get(address, ask(from));
        } catch (IOException e) {
            return Optional.of(e);
        }
        try (InputStream body = answer.body()) {
            boolean whole = answer.status() == 416 && from > 0;
            if (!whole && answer.status() != 200 && answer.status() != 206) {
                throw refused(answer.status());
            }
            learn(answer, from);
            return whole && from == total
                    ? Optional.empty()
                    : write(body, answer.status() == 206 ? from : 0);
        }
    }

    private Map<String, String> ask(long from) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        if (from > 0) {
            headers.put("Range", "bytes=%d-".formatted(from));
            if (Files.exists(mark)) {
                headers.put("If-Range", Files.readString(mark));
            }
        }
        return headers;
    }

    /// Without a sign of which file the bytes are from, they are of no use.
    private long start() throws IOException {
        return Files.exists(mark) || expected.isPresent() ? size() : 0;
    }

    private long size() throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private void learn(Web.Answer answer, long from) throws IOException, DownloadException {
        if (expected.isEmpty()) {
            expected =
                    answer.header("X-Linked-Etag")
                            .flatMap(Checksum::sha256)
                            .or(() -> answer.header("ETag").flatMap(Checksum::sha256));
        }
        Optional<String> tag = answer.header("ETag").filter(text -> text.startsWith("\""));
        if (tag.isPresent() && answer.status() == 200) {
            Files.writeString(mark, tag.get());
        }
        total = total(answer);
        long missing = total - (answer.status() == 206 ? from : 0);
        long room = Files.getFileStore(target.toAbsolutePath().getParent()).getUsableSpace();
        if (total >= 0 && missing + SPARE_BYTES > room) {
            throw new DownloadException(
                    "%s needs %,d MB more, and the disk has only %,d MB left."
                            .formatted(target.getFileName(), missing >> 20, room >> 20));
        }
    }

    private static long total(Web.Answer answer) {
        String range = answer.header("Content-Range").orElse("");
        String whole = range.substring(range.indexOf('/') + 1);
        if (answer.status() != 200 && whole.matches("\\d{1,18}")) {
            return Long.parseLong(whole);
        }
        return answer.status() == 200 ? answer.number("Content-Length") : -1;
    }

    private Optional<IOException> write(InputStream body, long from)
            throws IOException, InterruptedException {
        long done = from;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (OutputStream out = open(from)) {
            while (true) {
                int read;
                try {
                    read = body.read(buffer);
                } catch (IOException e) {
                    return Optional.of(e);
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (read < 0) {
                    break;
                }
                out.write(buffer, 0, read);
                done += read;
                progress.at(String.valueOf(target.getFileName()), done, total);
            }
        }
        return total < 0 || done == total
                ? Optional.empty()
                : Optional.of(new IOException("The connection ended too early"));
    }

    private OutputStream open(long from) throws IOException {
        return from > 0
                ? Files.newOutputStream(part, StandardOpenOption.APPEND)
                : Files.newOutputStream(part);
    }

    private DownloadException refused(int status) {
        String name = String.valueOf(target.getFileName());
        return switch (status) {
            case 401, 403 ->
                    new DownloadException(
                            "%s does not give %s to everybody (%d). Accept its licence there, and set local.hub.token."
                                    .formatted(address.getHost(), name, status));
            case 404 ->
                    new DownloadException(
                            "%s has no %s at %s (404)."
                                    .formatted(address.getHost(), name, address.getPath()));
            default ->
                    new DownloadException(
                            "%s answered with status %d when asked for %s. Try again later."
                                    .formatted(address.getHost(), status, name));
        };
    }

    private void check(Proof proof) throws IOException, DownloadException {
        try {
            if (expected.isPresent() && !expected.get().matches(part)) {
                throw new DownloadException(
                        "What came of %s is not what it should be: its checksum differs. It was thrown away; try again."
                                .formatted(target.getFileName()));
            }
            proof.check(part);
        } catch (DownloadException e) {
            Files.deleteIfExists(part);
            Files.deleteIfExists(mark);
            throw e;
        }
    }
}
