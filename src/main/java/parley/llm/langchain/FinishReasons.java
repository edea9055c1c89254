package parley.llm.langchain;

import parley.llm.FinishReason;

/// Translates reasons to finish. Those that Parley has no word for mean that the model stopped.
final class FinishReasons {
    private FinishReasons() {}

    static FinishReason of(String wireName) {
        return switch (wireName) {
            case "length" -> FinishReason.LENGTH;
            case "content_filter" -> FinishReason.CONTENT_FILTER;
            default -> FinishReason.STOP;
        };
    }

    static FinishReason of(dev.langchain4j.model.output.FinishReason reason) {
        return switch (reason) {
            case STOP, TOOL_EXECUTION, OTHER -> FinishReason.STOP;
            case LENGTH -> FinishReason.LENGTH;
            case CONTENT_FILTER -> FinishReason.CONTENT_FILTER;
        };
    }
}
