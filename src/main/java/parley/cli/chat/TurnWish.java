package parley.cli.chat;

import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;

/// A message that wants an answer.
///
/// @param conversation the conversation it continues; empty begins a new one
/// @param model empty for the conversation's own, or the server's default
/// @param key under which the server knows this wish, should it arrive twice
record TurnWish(String message, OptionalLong conversation, Optional<String> model, String key) {
    String json() {
        var json = JsonMapper.shared().createObjectNode();
        json.put("message", message).put("stream", true);
        conversation.ifPresent(id -> json.put("conversation_id", id));
        model.ifPresent(name -> json.put("model", name));
        return json.toString();
    }
}
