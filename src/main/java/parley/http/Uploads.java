package parley.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Where uploaded files are while their requests are handled: in the system's folder for temporary
/// files.
final class Uploads {
    /// RFC 2046: up to 70 characters.
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary\\s*=\\s*(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))");

    private static @Nullable Path folder;

    private Uploads() {}

    static Upload read(RequestHead head, InputStream body) throws InterruptedException {
        Matcher matcher = BOUNDARY.matcher(head.first("Content-Type").orElse(""));
        if (!matcher.find()) {
            throw new AppException(
                    ErrorCode.INVALID_REQUEST,
                    "The Content-Type of the form names no boundary of 1 to 70 characters.");
        }
        String boundary = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        try {
            return MultipartReader.read(body, boundary, folder());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Takes a body that is the file itself.
    static Upload readFile(InputStream body) throws InterruptedException {
        try {
            Path path = Files.createTempFile(folder(), "upload-", ".part");
            boolean whole = false;
            try {
                long size = Files.copy(body, path, StandardCopyOption.REPLACE_EXISTING);
                whole = true;
                return new Upload(
                        Map.of(),
                        List.of(new Upload.File("file", "", Optional.empty(), path, size)));
            } finally {
                if (!whole) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static AppException failed(IOException e) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("Interrupted while a body arrives");
        }
        return new AppException(
                ErrorCode.STORAGE_FULL,
                "The file could not be stored. Is there room on the disk?",
                e);
    }

    /// A folder of this process, that nobody else can read.
    private static synchronized Path folder() throws IOException {
        Path known = folder;
        if (known == null || !Files.isDirectory(known)) {
            known = Files.createTempDirectory("parley-uploads-");
            folder = known;
        }
        return known;
    }
}
