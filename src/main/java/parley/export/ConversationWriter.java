package parley.export;

import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import parley.conversation.Conversation;
import parley.conversation.MessageParts;
import parley.conversation.WholeMessage;
import parley.conversation.WholeTurn;
import parley.conversation.WishText;
import parley.llm.Usage;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes conversations as JSON with everything that is kept of them; [ParleyFormat] reads them.
///
/// Times are ISO 8601 in UTC, to the microsecond. Ids are those of the server that wrote the file,
/// for references within it. What is itself kept as JSON stands there as JSON, or as a text where
/// that would change a character of it.
public final class ConversationWriter {
    static final String FORMAT = "parley-conversation";
    static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ConversationSource source;

    public ConversationWriter(ConversationSource source) {
        this.source = source;
    }

    /// Writes one conversation. The stream is flushed and stays open.
    public void write(Conversation conversation, OutputStream out) {
        JsonGenerator json =
                JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out);
        json.writeStartObject();
        json.writeStringProperty("format", FORMAT);
        json.writeNumberProperty("version", VERSION);
        json.writeStringProperty("origin", source.origin(conversation));
        json.writeNumberProperty("id", conversation.id());
        json.writeStringProperty("title", conversation.title());
        text(json, "model", conversation.model());
        text(json, "end_user", conversation.endUser());
        text(json, "alias", conversation.alias());
        dataSource(json, conversation);
        json.writeStringProperty("created_at", conversation.createdAt().toString());
        json.writeStringProperty("updated_at", conversation.updatedAt().toString());
        json.writeName("messages");
        json.writeStartArray();
        source.forEachMessage(conversation, message -> json.writeTree(node(message)));
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    private static void text(JsonGenerator json, String name, Optional<String> value) {
        json.writePOJOProperty(name, value.orElse(null));
    }

    private void dataSource(JsonGenerator json, Conversation conversation) {
        json.writeName("data_source");
        Optional<SourceReference> reference = source.source(conversation);
        if (reference.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeTree(
                JSON.createObjectNode()
                        .put("origin", reference.get().origin())
                        .put("name", reference.get().name())
                        .put("type", reference.get().type()));
    }

    private static ObjectNode node(WholeMessage message) {
        ObjectNode node =
                JSON.createObjectNode()
                        .put("id", message.id())
                        .put("sequence", message.sequence())
                        .put("role", message.role().wireName())
                        .put("content", message.content())
                        .put("content_type", message.contentType().wireName())
                        .put("status", message.status().wireName())
                        .put("created_at", message.createdAt().toString());
        node.set("attributes", kept(message.attributes()));
        if (!message.parts().isEmpty()) {
            node.set(
                    "parts",
                    JSON.readTree(MessageParts.writeAnswer(message.parts())).path("parts"));
        }
        message.answeredBy().ifPresent(model -> node.put("answered_by", model));
        message.turn().ifPresent(turn -> node.set("turn", node(turn)));
        return node;
    }

    private static ObjectNode node(WholeTurn turn) {
        ObjectNode node = JSON.createObjectNode().put("contract", turn.contract());
        turn.model().ifPresent(model -> node.put("model", model));
        put(node, "question_id", turn.questionId());
        node.set("usage", node(turn.usage()));
        put(node, "nano_dollars", turn.nanoDollars());
        turn.firstToken().ifPresent(time -> node.put("first_token_micros", time.toNanos() / 1000));
        node.put("attempts", turn.attempts());
        node.put("omitted_messages", turn.omittedMessages());
        turn.finishReason().ifPresent(reason -> node.put("finish_reason", reason));
        turn.failure()
                .ifPresent(failure ->
                        node.putObject("error")
                                .put("code", failure.code().name())
                                .put("sentence", failure.sentence()));
        turn.finishedAt().map(Instant::toString).ifPresent(at -> node.put("finished_at", at));
        if (!turn.wish().isDefault()) {
            node.set("wish", JSON.readTree(WishText.write(turn.wish())));
        }
        turn.receipt().ifPresent(receipt -> node.set("receipt", JSON.valueToTree(receipt)));
        return node;
    }

    private static ObjectNode node(Usage usage) {
        return JSON.createObjectNode()
                .put("input_tokens", usage.inputTokens())
                .put("output_tokens", usage.outputTokens())
                .put("cached_tokens", usage.cachedTokens())
                .put("reasoning_tokens", usage.reasoningTokens())
                .put("source", usage.source().wireName())
                .put("reason", usage.reason());
    }

    private static void put(ObjectNode node, String name, OptionalLong value) {
        if (value.isPresent()) {
            node.put(name, value.getAsLong());
        }
    }

    /// A text that is JSON, such that it can be had back to the character.
    private static JsonNode kept(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject() && JSON.writeValueAsString(node).equals(text)) {
                return node;
            }
        } catch (JacksonException e) {
            // Said as the text it is.
        }
        return JSON.getNodeFactory().stringNode(text);
    }
}
