package parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// The file that keeps the owner's token for the commands of the same user.
record OwnerTokenFile(Path file) {
    private static final String ONLY_THE_OWNER = "rw-------";

    Optional<String> read() {
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Writes the token into a new file that never had other permissions, then puts it in place.
    void write(String token) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(ONLY_THE_OWNER)));
            Files.writeString(fresh, token + "\n");
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandFailure(
                    "The owner's token cannot be kept in %s; make another one with \"parley token"
                                    .formatted(file)
                            + " create\".",
                    e);
        }
    }
}
