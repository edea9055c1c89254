package parley.llm.langchain;

import parley.llm.FinishReason;

/// Translates reasons to finish. Those that Parley has no word for mean that the model stopped.
final class FinishReasons {
    private FinishReasons() {}

    static FinishReason of(String wireName) {
        return switch (wireName) {
            case "length", "max_tokens" -> FinishReason.LENGTH;
            case "content_filter" -> FinishReason.CONTENT_FILTER;
            case "tool_calls", "function_call" -> FinishReason.TOOL_CALLS;
            default -> FinishReason.STOP;
        };
    }
}
