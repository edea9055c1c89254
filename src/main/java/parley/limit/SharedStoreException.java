package parley.limit;

import java.io.Serial;

/// A shared store does not do what it is asked for. The message is a short reason for the log,
/// without secrets: `connection refused`.
public final class SharedStoreException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    public SharedStoreException(String reason) {
        super(reason, null, false, false);
    }
}
