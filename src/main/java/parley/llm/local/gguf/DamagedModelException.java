package parley.llm.local.gguf;

import org.jspecify.annotations.Nullable;

/// A file that is no model, or not a whole one. The sentence completes "The file … ".
public final class DamagedModelException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedModelException(String reason) {
        this(reason, null);
    }

    DamagedModelException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    /// What is wrong, such as `is cut off: …`.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
