package parley.dialect;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// A conversation as each contract shows it.
final class Histories {
    private final WireClient client;

    Histories(WireClient client) {
        this.client = client;
    }

    /// A message, by who says what.
    record Said(String role, String content) {
        static Said of(JsonNode message, String role, String content) {
            return new Said(message.get(role).stringValue(), message.get(content).stringValue());
        }
    }

    /// The messages through every contract.
    List<List<Said>> everywhere(long id) throws InterruptedException {
        return List.of(
                read("/api/sessions/%d/messages".formatted(id), "", "type"),
                read("/api/v1/chat/sessions/%d".formatted(id), "/messages", "role"),
                read("/chat/history/session-%d".formatted(id), "/messages", "role"),
                read("/api/v1/chat/history/session-%d".formatted(id), "/messages", "role"),
                read("/api/conversations/%d/messages".formatted(id), "", "role"),
                inChat(id),
                read("/v1/conversations/%d/messages".formatted(id), "/messages", "role"));
    }

    List<Said> read(String path, String pointer, String role) throws InterruptedException {
        JsonNode body = client.get(path).json();
        JsonNode messages = pointer.isEmpty() ? body : body.at(pointer);
        return messages.values().stream()
                .map(message -> Said.of(message, role, "content"))
                .toList();
    }

    private List<Said> inChat(long id) throws InterruptedException {
        return chatSession(id).get("messages").values().stream()
                .map(message -> Said.of(message, "role", "content"))
                .toList();
    }

    JsonNode chatSession(long id) throws InterruptedException {
        return client.get("/v1/chat/history?page_size=100").json().get("sessions").values().stream()
                .filter(session -> session.get("id").longValue() == id)
                .findFirst()
                .orElseThrow();
    }
}
