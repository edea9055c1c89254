package parley.dialect.openai.responses;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.llm.Usage;
import tools.jackson.databind.JsonNode;

/// A response, with every field of OpenAI's.
///
/// @param conversation Parley's own conversation, which other contracts show too; null if the
///   response is not kept
/// @param omittedMessages how many messages before it the model did not see, because they did not
///   fit; not there if it saw all
record ResponseObject(
        String id,
        String object,
        @JsonProperty("created_at") long createdAt,
        @JsonProperty("completed_at") @Nullable Long completedAt,
        String status,
        JsonNode background,
        @Nullable Problem error,
        @JsonProperty("incomplete_details") @Nullable Incomplete incompleteDetails,
        JsonNode instructions,
        @JsonProperty("max_output_tokens") JsonNode maxOutputTokens,
        @JsonProperty("max_tool_calls") JsonNode maxToolCalls,
        String model,
        List<Item> output,
        @JsonProperty("parallel_tool_calls") JsonNode parallelToolCalls,
        @JsonProperty("previous_response_id") JsonNode previousResponseId,
        @Nullable Reference conversation,
        @JsonProperty("presence_penalty") JsonNode presencePenalty,
        @JsonProperty("frequency_penalty") JsonNode frequencyPenalty,
        @JsonProperty("prompt_cache_key") JsonNode promptCacheKey,
        JsonNode reasoning,
        @JsonProperty("safety_identifier") JsonNode safetyIdentifier,
        @JsonProperty("service_tier") JsonNode serviceTier,
        boolean store,
        JsonNode temperature,
        JsonNode text,
        @JsonProperty("tool_choice") JsonNode toolChoice,
        JsonNode tools,
        @JsonProperty("top_logprobs") JsonNode topLogprobs,
        @JsonProperty("top_p") JsonNode topP,
        JsonNode truncation,
        @Nullable TokenCounts usage,
        JsonNode user,
        JsonNode metadata,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonProperty("omitted_messages")
                int omittedMessages) {

    /// Why a response failed.
    record Problem(String code, String message) {}

    /// Why a response is shorter than the model wanted it to be.
    record Incomplete(String reason) {}

    record Reference(String id) {}

    /// @param inputDetails what is known of the tokens read
    record TokenCounts(
            @JsonProperty("input_tokens") long input,
            @JsonProperty("input_tokens_details") Cached inputDetails,
            @JsonProperty("output_tokens") long output,
            @JsonProperty("output_tokens_details") Reasoned outputDetails,
            @JsonProperty("total_tokens") long total) {
        /// @param written tokens that were put into a provider's cache: not counted here
        record Cached(
                @JsonProperty("cached_tokens") long cached,
                @JsonProperty("cache_write_tokens") long written) {}

        record Reasoned(@JsonProperty("reasoning_tokens") long reasoned) {}

        static TokenCounts of(Usage usage) {
            return new TokenCounts(
                    usage.inputTokens(),
                    new Cached(usage.cachedTokens(), 0),
                    usage.outputTokens(),
                    new Reasoned(usage.reasoningTokens()),
                    usage.totalTokens());
        }
    }

    static ResponseObject of(ResponseState state, ShownOptions shown, List<Item> output) {
        return new ResponseObject(
                state.id(),
                "response",
                state.createdAt().getEpochSecond(),
                state.completedAt().map(time -> time.getEpochSecond()).orElse(null),
                state.status().wireName(),
                shown.field("background"),
                state.problem().orElse(null),
                state.incompleteReason().map(Incomplete::new).orElse(null),
                shown.field("instructions"),
                shown.field("max_output_tokens"),
                shown.field("max_tool_calls"),
                state.model(),
                output,
                shown.field("parallel_tool_calls"),
                shown.field("previous_response_id"),
                state.conversation().map(Reference::new).orElse(null),
                shown.field("presence_penalty"),
                shown.field("frequency_penalty"),
                shown.field("prompt_cache_key"),
                shown.field("reasoning"),
                shown.field("safety_identifier"),
                shown.field("service_tier"),
                state.conversation().isPresent(),
                shown.field("temperature"),
                shown.field("text"),
                shown.field("tool_choice"),
                shown.field("tools"),
                shown.field("top_logprobs"),
                shown.field("top_p"),
                shown.field("truncation"),
                state.usage().map(TokenCounts::of).orElse(null),
                shown.field("user"),
                shown.field("metadata"),
                state.omittedMessages());
    }
}
