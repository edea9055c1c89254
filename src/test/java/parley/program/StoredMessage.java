package parley.program;

import java.util.ArrayList;
import java.util.List;
import parley.dialect.WireClient;
import tools.jackson.databind.JsonNode;

/// A message as the server's own contract shows it.
record StoredMessage(
        long id, long conversation, String role, String content, String status, long sequence) {
    private static final int PAGE = 100;

    /// All messages of all conversations of the caller; those of one conversation together, oldest
    /// first.
    static List<StoredMessage> all(WireClient client) throws InterruptedException {
        List<StoredMessage> messages = new ArrayList<>();
        JsonNode page;
        int offset = 0;
        do {
            page =
                    client.get("/v1/conversations?limit=%s&offset=%s".formatted(PAGE, offset))
                            .json();
            for (JsonNode conversation : page.path("conversations")) {
                messages.addAll(in(client, conversation.path("id").longValue()));
            }
            offset += PAGE;
        } while (offset < page.path("total").longValue());
        return messages;
    }

    /// All messages of a conversation, oldest first.
    static List<StoredMessage> in(WireClient client, long conversation)
            throws InterruptedException {
        List<StoredMessage> messages = new ArrayList<>();
        JsonNode page;
        long after = 0;
        do {
            page =
                    client.get(
                                    "/v1/conversations/%s/messages?limit=500&after=%s"
                                            .formatted(conversation, after))
                            .json();
            for (JsonNode message : page.path("messages")) {
                messages.add(of(conversation, message));
            }
            after = messages.isEmpty() ? 0 : messages.getLast().sequence();
        } while (page.path("has_more").booleanValue());
        return messages;
    }

    private static StoredMessage of(long conversation, JsonNode message) {
        return new StoredMessage(
                message.path("id").longValue(),
                conversation,
                message.path("role").stringValue(),
                message.path("content").stringValue(),
                message.path("status").stringValue(),
                message.path("sequence").longValue());
    }

    boolean isAnswer() {
        return role.equals("assistant");
    }

    boolean isUnfinished() {
        return status.equals("queued") || status.equals("running");
    }
}
