package parley.dialect.openai.images;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pictures as OpenAI answers with them.
///
/// @param created in seconds since 1970
/// @param size `WIDTHxHEIGHT`
record ImageAnswer(
        long created,
        List<Made> data,
        String background,
        @JsonProperty("output_format") String outputFormat,
        String quality,
        String size,
        Usage usage) {

    /// @param base64 the file; null where its address is answered
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Made(
            @JsonProperty("b64_json") @Nullable String base64,
            @Nullable String url,
            @JsonProperty("revised_prompt") @Nullable String revisedPrompt) {}

    /// What was read; pictures are not made of tokens here.
    record Usage(
            @JsonProperty("input_tokens") long inputTokens,
            @JsonProperty("output_tokens") long outputTokens,
            @JsonProperty("total_tokens") long totalTokens,
            @JsonProperty("input_tokens_details") Details details) {
        static Usage of(long textTokens) {
            return new Usage(textTokens, 0, textTokens, new Details(textTokens, 0));
        }
    }

    record Details(
            @JsonProperty("text_tokens") long textTokens,
            @JsonProperty("image_tokens") long imageTokens) {}
}
