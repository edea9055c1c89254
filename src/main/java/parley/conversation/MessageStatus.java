package parley.conversation;

import java.util.Locale;

/// Where a message stands. Everything but an answer is `COMPLETE` from the start.
public enum MessageStatus {
    /// Waits for the turns before it.
    QUEUED,
    /// A model is writing it.
    RUNNING,
    COMPLETE,
    /// The server stopped while it was written. Can be continued.
    INTERRUPTED,
    /// Somebody pressed stop. Can be continued.
    CANCELLED,
    /// The model failed. Can be continued.
    FAILED;

    /// Whether nothing more will be written, unless somebody asks to continue.
    public boolean isEnd() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case COMPLETE, INTERRUPTED, CANCELLED, FAILED -> true;
        };
    }

    /// The name on every wire.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
