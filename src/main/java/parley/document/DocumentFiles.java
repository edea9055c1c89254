package parley.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import parley.document.DocumentStore.Variant;
import tools.jackson.databind.json.JsonMapper;

/// The files and texts of documents in the store: in pieces, so that no one commit keeps others
/// waiting.
final class DocumentFiles {
    private static final int CHUNK = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DocumentStore store;

    DocumentFiles(DocumentStore store) {
        this.store = store;
    }

    void add(long documentId, Variant variant, byte[] file) {
        int number = 0;
        for (int from = 0; from < file.length; from += CHUNK) {
            byte[] piece = Arrays.copyOfRange(file, from, Math.min(from + CHUNK, file.length));
            store.addChunk(documentId, variant, number++, piece);
        }
    }

    /// All of it; empty if the account has no such document.
    Optional<byte[]> read(long accountId, long documentId, Variant variant) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int number = 0; ; number++) {
            Optional<byte[]> piece = store.chunk(accountId, documentId, variant, number);
            if (piece.isEmpty()) {
                break;
            }
            file.writeBytes(piece.get());
        }
        return file.size() == 0 ? Optional.empty() : Optional.of(file.toByteArray());
    }

    static byte[] pack(ExtractedDocument text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream zipped = new GZIPOutputStream(packed)) {
            JSON.writeValue(zipped, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static ExtractedDocument unpack(byte[] packed) {
        try (InputStream zipped = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return JSON.readValue(zipped, ExtractedDocument.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
