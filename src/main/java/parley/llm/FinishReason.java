package parley.llm;

/// Why a model stopped by itself.
public enum FinishReason {
    STOP,
    LENGTH,
    CONTENT_FILTER
}
