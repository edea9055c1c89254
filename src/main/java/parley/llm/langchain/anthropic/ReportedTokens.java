package parley.llm.langchain.anthropic;

import java.util.OptionalLong;
import parley.llm.ReportedUsage;
import tools.jackson.databind.JsonNode;

/// Adds up what Anthropic says of the tokens of one answer, in one piece or in several. Counts are
/// of the whole answer so far: a later one replaces an earlier one, and one that is missing does
/// not. What was read from the cache, or written into it, is not in `input_tokens` and belongs to
/// the input nonetheless.
final class ReportedTokens {
    private OptionalLong fresh = OptionalLong.empty();
    private OptionalLong written = OptionalLong.empty();
    private OptionalLong cached = OptionalLong.empty();
    private OptionalLong output = OptionalLong.empty();

    /// @param usage the `usage` object; anything else says nothing
    void add(JsonNode usage) {
        fresh = newest(usage.path("input_tokens"), fresh);
        written = newest(usage.path("cache_creation_input_tokens"), written);
        cached = newest(usage.path("cache_read_input_tokens"), cached);
        output = newest(usage.path("output_tokens"), output);
    }

    private static OptionalLong newest(JsonNode count, OptionalLong before) {
        return count.isIntegralNumber() ? OptionalLong.of(count.asLong()) : before;
    }

    /// @param complete whether the output's count is that of the whole answer
    ReportedUsage usage(boolean complete) {
        OptionalLong input =
                fresh.isEmpty()
                        ? fresh
                        : OptionalLong.of(fresh.getAsLong() + written.orElse(0) + cached.orElse(0));
        return new ReportedUsage(input, output, cached, OptionalLong.empty(), complete);
    }
}
