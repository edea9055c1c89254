package parley.llm.langchain.anthropic;

import java.util.Optional;
import parley.llm.Part;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What Anthropic wants back of what a model thought: the signature of a thought that was shown, or
/// the encrypted text of one that was not. Kept as a text that tells the two apart.
final class SignedThought {
    private static final String SHOWN = "thinking:";
    private static final String REDACTED = "redacted:";

    private SignedThought() {}

    static String ofShown(String signature) {
        return SHOWN + signature;
    }

    static String ofRedacted(String data) {
        return REDACTED + data;
    }

    /// The block as it came; empty for a thought that somebody else had, or that nobody signed.
    static Optional<ObjectNode> block(Part.Reasoning thought) {
        String signed = thought.signature().orElse("");
        if (!thought.origin().equals(AnthropicProvider.NAME)) {
            return Optional.empty();
        }
        if (signed.startsWith(SHOWN)) {
            return Optional.of(
                    block("thinking")
                            .put("thinking", thought.text())
                            .put("signature", signed.substring(SHOWN.length())));
        }
        if (signed.startsWith(REDACTED)) {
            return Optional.of(
                    block("redacted_thinking").put("data", signed.substring(REDACTED.length())));
        }
        return Optional.empty();
    }

    private static ObjectNode block(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
