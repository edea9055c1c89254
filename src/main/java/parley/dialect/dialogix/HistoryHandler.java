package parley.dialect.dialogix;

import java.util.List;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.dialect.Dialogue;
import parley.dialect.Timestamps;
import parley.http.Exchange;
import parley.http.Handler;

/// Shows what was said in a conversation.
final class HistoryHandler implements Handler {
    private final Dialogue dialogue;
    private final ConversationNames names;

    HistoryHandler(Dialogue dialogue, ConversationNames names) {
        this.dialogue = dialogue;
        this.names = names;
    }

    record History(List<HistoryMessage> messages) {}

    /// @param status how far an answer is: `complete`, `running`, `interrupted`, …
    record HistoryMessage(String id, String content, String role, String timestamp, String status) {
        static HistoryMessage of(Message message) {
            return new HistoryMessage(
                    MessageIds.wire(message.id()),
                    message.content(),
                    message.role().wireName(),
                    Timestamps.iso(message.createdAt()),
                    message.status().wireName());
        }
    }

    @Override
    public void handle(Exchange exchange) {
        String name = exchange.pathParameter("conversationId");
        Conversation conversation =
                names.find(exchange.caller().id(), name)
                        .orElseThrow(() -> ConversationService.notFound(name));
        exchange.respond(
                new History(
                        dialogue.messages(conversation).stream().map(HistoryMessage::of).toList()));
    }
}
