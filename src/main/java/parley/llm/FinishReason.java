package parley.llm;

import java.util.Locale;

/// Why a model stopped by itself.
public enum FinishReason {
    STOP,
    LENGTH,
    CONTENT_FILTER,
    /// It wants tools to be called.
    TOOL_CALLS;

    /// The name in OpenAI's API: `stop`, `length`, `content_filter`, `tool_calls`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
