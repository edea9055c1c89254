package parley.llm.local.gguf;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What a model's file says of itself.
///
/// @param fileSize in bytes
/// @param parameters how many numbers its tensors hold
/// @param metadata the single values by their keys; lists are left out
public record GgufHeader(long fileSize, long parameters, Map<String, Object> metadata) {
    /// The kinds of pooling that make one vector of a text: mean, first token, last token.
    private static final long FIRST_POOLING = 1;

    private static final long LAST_POOLING = 3;

    public GgufHeader {
        metadata = Map.copyOf(metadata);
    }

    /// Such as `llama` or `qwen3`.
    public String architecture() {
        return text("general.architecture").orElse("");
    }

    /// The model's name, as its makers wrote it.
    public Optional<String> name() {
        return text("general.name");
    }

    /// How many tokens the model was trained to read and write together.
    public OptionalLong contextTokens() {
        return number(architecture() + ".context_length");
    }

    /// The Jinja template of a chat; empty for a model that was not made to chat.
    public Optional<String> chatTemplate() {
        return text("tokenizer.chat_template");
    }

    /// Whether the model makes vectors of texts, and answers nothing.
    public boolean isEmbedding() {
        long pooling = number(architecture() + ".pooling_type").orElse(0);
        return pooling >= FIRST_POOLING && pooling <= LAST_POOLING;
    }

    /// How exact its numbers are, such as `Q4_K_M`.
    public String quantization() {
        return Quantization.name(number("general.file_type"));
    }

    private Optional<String> text(String key) {
        return metadata.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private OptionalLong number(String key) {
        return metadata.get(key) instanceof Long number
                ? OptionalLong.of(number)
                : OptionalLong.empty();
    }
}
