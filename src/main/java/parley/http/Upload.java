package parley.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.error.AppException;

/// A form with files. Its files are there while the request is handled, and gone after.
///
/// @param texts the fields that are no files; of those that come twice the first
public record Upload(Map<String, String> texts, List<File> files) {
    public Upload {
        texts = Map.copyOf(texts);
        files = List.copyOf(files);
    }

    /// @param field the name of its field
    /// @param name what its sender calls it: data, never a path
    /// @param contentType what its sender says it is
    /// @param path where its bytes are
    /// @param size how many these are
    public record File(
            String field, String name, Optional<String> contentType, Path path, long size) {}

    public Optional<String> text(String field) {
        return Optional.ofNullable(texts.get(field));
    }

    public Optional<File> file(String field) {
        return files.stream().filter(file -> file.field().equals(field)).findFirst();
    }

    /// @throws AppException (400) if there is no such file
    public File requiredFile(String field) {
        return file(field)
                .orElseThrow(() ->
                        AppException.invalid(
                                field,
                                "The form must hold a file in the field \"%s\".".formatted(field)));
    }

    /// Deletes the files.
    void discard() {
        for (File file : files) {
            try {
                Files.deleteIfExists(file.path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
