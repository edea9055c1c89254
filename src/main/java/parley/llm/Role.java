package parley.llm;

import java.util.Locale;

/// Who a message is from.
public enum Role {
    SYSTEM,
    USER,
    ASSISTANT;

    /// The name on every wire: `system`, `user`, `assistant`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
