package parley.dialect.openai.responses;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What goes into a model or comes out of it.
sealed interface Item {
    @JsonProperty(index = 0)
    String type();

    String id();

    /// Where an item stands.
    enum Status {
        IN_PROGRESS,
        COMPLETED,
        /// The answer ended inside it.
        INCOMPLETE;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Message(String id, String status, String role, List<Content> content) implements Item {
        @Override
        public String type() {
            return "message";
        }
    }

    /// @param encryptedContent what brings the thought back to the model in a later request; only
    ///   where it was asked for
    record Reasoning(
            String id,
            List<Content> summary,
            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("encrypted_content")
                    @Nullable String encryptedContent,
            String status)
            implements Item {
        @Override
        public String type() {
            return "reasoning";
        }
    }

    record FunctionCall(
            String id,
            String status,
            @JsonProperty("call_id") String callId,
            String name,
            String arguments)
            implements Item {
        @Override
        public String type() {
            return "function_call";
        }
    }

    record FunctionCallOutput(
            String id, String status, @JsonProperty("call_id") String callId, String output)
            implements Item {
        @Override
        public String type() {
            return "function_call_output";
        }
    }

    /// A picture the model made.
    ///
    /// @param result its bytes in Base64
    record ImageCall(
            String id,
            String status,
            @JsonProperty("output_format") @Nullable String format,
            @Nullable String result)
            implements Item {
        @Override
        public String type() {
            return "image_generation_call";
        }
    }
}
