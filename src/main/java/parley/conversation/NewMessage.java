package parley.conversation;

import parley.llm.Role;

/// A message that is to be stored; see [Message].
public record NewMessage(Role role, String content, ContentType contentType, String attributes) {
    public static NewMessage text(Role role, String content) {
        return new NewMessage(role, content, ContentType.TEXT, Message.NO_ATTRIBUTES);
    }
}
