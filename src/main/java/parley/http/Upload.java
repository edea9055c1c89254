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
/// @param texts the fields that are no files; of those that may come twice the first
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

    /// @throws AppException (400) if there are several
    public Optional<File> file(String field) {
        List<File> found = files.stream().filter(file -> file.field().equals(field)).toList();
        if (found.size() > 1) {
            throw doubled(field);
        }
        return found.stream().findFirst();
    }

    /// The failure of a field that may come once.
    public static AppException doubled(String field) {
        return AppException.invalid(
                field, "The field \"%s\" is in the form more than once.".formatted(field));
    }

    /// @throws AppException (400) if there is no such file, or several
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
