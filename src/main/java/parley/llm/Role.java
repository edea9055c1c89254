package parley.llm;

import java.util.Locale;

/// Who a message is from.
public enum Role {
    SYSTEM,
    USER,
    ASSISTANT,
    /// A tool's results, sent by the client that ran it.
    TOOL;

    /// The name on every wire: `system`, `user`, `assistant`, `tool`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
