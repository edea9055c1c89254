package parley.llm.langchain.anthropic;

import parley.llm.FinishReason;

/// Translates Anthropic's stop reasons. One that is not known means that the model stopped.
final class StopReasons {
    private StopReasons() {}

    static FinishReason of(String wireName) {
        return switch (wireName) {
            // A paused turn is one that is to be continued, as one that has no room left.
            case "max_tokens", "model_context_window_exceeded", "pause_turn" -> FinishReason.LENGTH;
            case "tool_use" -> FinishReason.TOOL_CALLS;
            case "refusal" -> FinishReason.CONTENT_FILTER;
            default -> FinishReason.STOP;
        };
    }
}
