package parley.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import parley.http.Exchange;
import parley.http.Upload;

/// What tells a request from others: the SHA-256 of its method, path and body. A form counts by its
/// fields and files, as the boundary between them is another one each time.
final class Fingerprint {
    private final MessageDigest digest = sha256();

    private Fingerprint() {}

    /// The fingerprint in hexadecimal.
    static String of(Exchange exchange) throws InterruptedException {
        Fingerprint fingerprint = new Fingerprint();
        String head = exchange.method() + " " + exchange.path() + "\n";
        fingerprint.digest.update(head.getBytes(StandardCharsets.UTF_8));
        if (exchange.isForm()) {
            fingerprint.add(exchange.upload());
        } else {
            fingerprint.digest.update(exchange.body());
        }
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void add(Upload form) {
        new TreeMap<>(form.texts())
                .forEach((name, text) -> {
                    add("text");
                    add(name);
                    add(text);
                });
        for (Upload.File file : form.files()) {
            add("file");
            add(file.field());
            add(file.name());
            addLength(file.size());
            addContents(file.path());
        }
    }

    /// With its length before it, so that no two forms read the same.
    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        addLength(bytes.length);
        digest.update(bytes);
    }

    private void addLength(long length) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).flip());
    }

    private void addContents(Path file) {
        byte[] piece = new byte[64 * 1024];
        try (InputStream contents = Files.newInputStream(file)) {
            for (int read = contents.read(piece); read >= 0; read = contents.read(piece)) {
                digest.update(piece, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
