package parley;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import parley.error.AppException;
import parley.error.ErrorCode;

/// The name of a server in the store: made at its first start, kept in its home, so that a server
/// which starts again knows the turns it left unfinished.
final class NodeName {
    static final String FILE_NAME = "node.id";

    private NodeName() {}

    static String of(Path home) {
        Path file = home.resolve(FILE_NAME);
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            String name = UUID.randomUUID().toString();
            Files.writeString(file, name + "\n");
            return name;
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.UNAVAILABLE,
                    "The home cannot be written to. Check its permissions, or choose another with"
                            + " --home.",
                    e);
        }
    }
}
