package parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// The folder that holds everything one server keeps.
///
/// @param folder an absolute path
record Home(Path folder) {
    private static final String ONLY_THE_OWNER = "rwx------";

    Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /// The home to use: what was asked for, `PARLEY_HOME`, `~/.parley`.
    static Home find(Optional<Path> asked, Surroundings surroundings) {
        return new Home(
                asked.or(() -> surroundings.variable("PARLEY_HOME").map(Path::of))
                        .orElseGet(() -> surroundings.userHome().resolve(".parley")));
    }

    Path settingsFile() {
        return folder.resolve("parley.properties");
    }

    ServerFile serverFile() {
        return new ServerFile(folder.resolve("server.json"));
    }

    OwnerTokenFile ownerToken() {
        return new OwnerTokenFile(folder.resolve("owner.token"));
    }

    /// Makes the folder, readable for its owner alone, unless it is there.
    ///
    /// @return whether it was made
    boolean create() {
        if (Files.isDirectory(folder)) {
            if (!Files.isWritable(folder)) {
                throw unusable("is not writable for you");
            }
            return false;
        }
        if (Files.exists(folder)) {
            throw unusable("is a file");
        }
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(ONLY_THE_OWNER)));
            return true;
        } catch (IOException e) {
            throw new CommandFailure(
                    "The home folder %s cannot be made; choose another with --home."
                            .formatted(folder),
                    e);
        }
    }

    /// Takes back a folder that was made for nothing.
    void removeIfEmpty() {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // Not empty, so not for nothing: what is in it stays.
        }
    }

    /// Requires that the folder is there.
    void requireExisting() {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(
                    "There is no home folder %s; the first \"parley serve\" makes it."
                            .formatted(folder));
        }
    }

    private CommandFailure unusable(String reason) {
        return new CommandFailure(
                "The home folder %s %s; choose another with --home.".formatted(folder, reason));
    }
}
