package parley.dialect.anthropic;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import parley.llm.FinishReason;
import parley.llm.Usage;
import tools.jackson.databind.JsonNode;

/// An answer in one piece.
///
/// @param model the model that answered, as `provider/model`
/// @param stopSequence always null: which text ended an answer, providers do not say
record WireMessage(
        String id,
        String type,
        String role,
        String model,
        List<Block> content,
        @JsonProperty("stop_reason") @Nullable String stopReason,
        @JsonProperty("stop_sequence") @Nullable String stopSequence,
        Tokens usage) {
    WireMessage {
        content = List.copyOf(content);
    }

    /// A block of content.
    sealed interface Block {
        @JsonPropertyOrder({"type", "text"})
        record Text(String type, String text) implements Block {
            Text(String text) {
                this("text", text);
            }
        }

        record Thinking(String type, String thinking, String signature) implements Block {
            Thinking(String thinking, String signature) {
                this("thinking", thinking, signature);
            }
        }

        record ToolUse(String type, String id, String name, JsonNode input) implements Block {
            ToolUse(String id, String name, JsonNode input) {
                this("tool_use", id, name, input);
            }
        }
    }

    /// @param inputTokens without those from a cache
    record Tokens(
            @JsonProperty("input_tokens") long inputTokens,
            @JsonProperty("cache_creation_input_tokens") long cacheCreationTokens,
            @JsonProperty("cache_read_input_tokens") long cacheReadTokens,
            @JsonProperty("output_tokens") long outputTokens) {
        static Tokens of(Usage usage) {
            return new Tokens(
                    usage.inputTokens() - usage.cachedTokens(),
                    0,
                    usage.cachedTokens(),
                    usage.outputTokens());
        }
    }

    static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return "msg_" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    /// Why the model stopped, in the wire's words.
    static String stopReason(FinishReason reason) {
        return switch (reason) {
            case STOP -> "end_turn";
            case LENGTH -> "max_tokens";
            case TOOL_CALLS -> "tool_use";
            case CONTENT_FILTER -> "refusal";
        };
    }
}
