package parley.cli.chat;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The connection ended before what it was for was done. Trying again makes sense.
final class ConnectionLostException extends IOException {
    private static final long serialVersionUID = 1L;

    ConnectionLostException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
