package parley.llm.langchain;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import parley.llm.ChatMessage;
import parley.llm.Part;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes an answer of the history, with its tool calls.
///
/// Gemini signs calls, and wants the signature back in the same place. It is kept as that of a
/// thought right before the call ([AnswerParts]), so that nobody else gets it.
final class SentAnswer {
    /// What Google documents for calls that others made: a call without anything is refused.
    private static final String UNSIGNED = "skip_thought_signature_validator";

    private final UnaryOperator<String> ids;
    private final boolean signed;

    /// @param ids gives each call the id that the server accepts
    /// @param signed whether the first call of an answer must have a signature
    SentAnswer(UnaryOperator<String> ids, boolean signed) {
        this.ids = ids;
        this.signed = signed;
    }

    void write(ObjectNode wire, ChatMessage message) {
        String text = message.text();
        boolean calls = message.parts().stream().anyMatch(Part.ToolCall.class::isInstance);
        if (text.isEmpty() && calls) {
            wire.putNull("content");
        } else {
            wire.put("content", text);
        }
        if (calls) {
            writeCalls(wire.putArray("tool_calls"), message);
        }
    }

    private void writeCalls(ArrayNode wire, ChatMessage message) {
        @Nullable Part before = null;
        for (Part part : message.parts()) {
            if (part instanceof Part.ToolCall call) {
                ObjectNode written = wire.addObject();
                signature(before)
                        .or(() -> Optional.of(UNSIGNED).filter(_ -> signed && wire.size() == 1))
                        .ifPresent(signature -> sign(written, signature));
                written.put("id", ids.apply(call.id()))
                        .put("type", "function")
                        .putObject("function")
                        .put("name", call.name())
                        .put("arguments", call.arguments());
            }
            before = part;
        }
    }

    private static Optional<String> signature(@Nullable Part before) {
        return before instanceof Part.Reasoning thought ? thought.signature() : Optional.empty();
    }

    private static void sign(ObjectNode call, String signature) {
        call.putObject("extra_content").putObject("google").put("thought_signature", signature);
    }
}
