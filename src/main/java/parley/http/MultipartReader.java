package parley.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Reads `multipart/form-data` (RFC 7578) as it arrives: files go to disk, other fields into
/// memory.
final class MultipartReader {
    private static final int MOST_PARTS = 200;
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int LONGEST_TEXT = 1 << 20;

    private final DelimitedInput input;
    private final Path folder;
    private final Map<String, String> texts = new HashMap<>();
    private final List<Upload.File> files = new ArrayList<>();

    private MultipartReader(InputStream in, String boundary, Path folder) {
        this.input = new DelimitedInput(in, ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8));
        this.folder = folder;
    }

    /// @param folder where files go
    /// @throws AppException (400) the body is no such form, or ends too early; (413) it has too
    ///   many parts, or too long ones
    static Upload read(InputStream in, String boundary, Path folder) throws IOException {
        MultipartReader reader = new MultipartReader(in, boundary, folder);
        boolean whole = false;
        try {
            reader.readParts();
            whole = true;
        } finally {
            if (!whole) {
                new Upload(Map.of(), reader.files).discard();
            }
        }
        return new Upload(reader.texts, reader.files);
    }

    private void readParts() throws IOException {
        // What stands before the first boundary means nothing.
        input.skipPart();
        int parts = 0;
        while (!isLast()) {
            if (++parts > MOST_PARTS) {
                throw tooLarge("The form has more than %d parts.".formatted(MOST_PARTS));
            }
            readPart();
        }
        input.skipRest();
    }

    /// What follows a boundary: `--` after the last one, else the end of the line.
    private boolean isLast() throws IOException {
        String line = input.line(LONGEST_HEAD);
        if (line.startsWith("--")) {
            return true;
        }
        if (!line.isBlank()) {
            throw malformed();
        }
        return false;
    }

    private void readPart() throws IOException {
        PartHead head = PartHead.read(input, LONGEST_HEAD);
        input.beginPart();
        if (head.filename().isPresent()) {
            files.add(file(head));
        } else {
            addText(head.name(), input.partBytes(LONGEST_TEXT));
        }
    }

    private void addText(String name, byte[] bytes) {
        String text = FormText.ofField(name, bytes);
        // A name like `include[]` says that there may be several.
        if (texts.putIfAbsent(name, text) != null && !name.endsWith("[]")) {
            throw Upload.doubled(name);
        }
    }

    private Upload.File file(PartHead head) throws IOException {
        Path path = Files.createTempFile(folder, "upload-", ".part");
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(path)) {
            long size = input.copyPart(out);
            whole = true;
            return new Upload.File(
                    head.name(),
                    UploadName.of(head.filename().orElse("")),
                    head.contentType(),
                    path,
                    size);
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
    }

    static AppException malformed() {
        return new AppException(
                ErrorCode.INVALID_REQUEST, "The body is not a whole multipart/form-data form.");
    }

    static AppException tooLarge(String sentence) {
        return new AppException(ErrorCode.TOO_LARGE, sentence);
    }
}
