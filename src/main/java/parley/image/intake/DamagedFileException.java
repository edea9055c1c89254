package parley.image.intake;

import org.jspecify.annotations.Nullable;

/// A file is not what its form says. The message completes "image …".
final class DamagedFileException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedFileException(String reason) {
        super(reason);
    }

    DamagedFileException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
