package parley.dialect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import parley.document.NewFile;
import parley.http.Upload;

/// A file of a form, which is brought into memory only when it is read.
public record UploadedFile(Upload.File file) implements NewFile.Content {
    @Override
    public long size() {
        return file.size();
    }

    @Override
    public byte[] bytes() {
        try {
            return Files.readAllBytes(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
