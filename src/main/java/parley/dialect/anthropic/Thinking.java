package parley.dialect.anthropic;

import java.util.List;
import java.util.Optional;
import parley.http.RequestFields;

/// How long the model is to think first, and whether its client wants to see it.
///
/// @param effort in the words of [parley.llm.ModelOptions#reasoningEffort]
record Thinking(Optional<String> effort, boolean shown) {
    private static final int LEAST_BUDGET = 1024;
    private static final int MEDIUM_BUDGET = 4096;
    private static final int HIGH_BUDGET = 16_384;
    private static final List<String> EFFORTS = List.of("low", "medium", "high", "xhigh", "max");

    /// @throws parley.error.AppException (400) naming the field that is wrong
    static Thinking of(RequestFields body) {
        Optional<String> effort =
                body.optionalObject("output_config").flatMap(Thinking::askedEffort);
        Optional<RequestFields> asked = body.optionalObject("thinking");
        if (asked.isEmpty()) {
            return new Thinking(effort, false);
        }
        return switch (asked.get().requiredText("type")) {
            case "disabled" -> new Thinking(Optional.of("none"), false);
            case "adaptive", "between_tools" -> new Thinking(effort, true);
            case "enabled" -> new Thinking(effort.or(() -> budget(body, asked.get())), true);
            default ->
                    throw asked.get().wrong("type", "enabled, adaptive, between_tools or disabled");
        };
    }

    private static Optional<String> askedEffort(RequestFields config) {
        Optional<String> effort = config.optionalText("effort");
        if (effort.isPresent() && !EFFORTS.contains(effort.get())) {
            throw config.wrong("effort", "one of " + String.join(", ", EFFORTS));
        }
        // The most that all providers know.
        return effort.map(word -> word.equals("xhigh") || word.equals("max") ? "high" : word);
    }

    private static Optional<String> budget(RequestFields body, RequestFields thinking) {
        int most = body.optionalInt("max_tokens", 1, Integer.MAX_VALUE).orElse(Integer.MAX_VALUE);
        if (most <= LEAST_BUDGET) {
            throw body.wrong(
                    "max_tokens", "more than %d where thinking is enabled".formatted(LEAST_BUDGET));
        }
        long tokens = thinking.requiredLong("budget_tokens", LEAST_BUDGET, most - 1L);
        return Optional.of(
                tokens < MEDIUM_BUDGET ? "low" : tokens < HIGH_BUDGET ? "medium" : "high");
    }
}
