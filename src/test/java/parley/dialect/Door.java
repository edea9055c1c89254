package parley.dialect;

import tools.jackson.databind.json.JsonMapper;

/// A way to ask something in a conversation: every route that begins a turn, and both forms of
/// those that can stream.
enum Door {
    SESSIONS("/api/sessions/%1$s/messages", "{\"content\": %2$s}", false, false),
    ASSISTANT(
            "/api/v1/chat/sessions/%1$s/messages",
            "{\"user_id\": \"ada\", \"message\": %2$s}", false, false),
    DIALOGIX(
            "/chat/completions",
            "{\"message\": %2$s, \"conversation_id\": \"session-%1$s\"}",
            false,
            false),
    DIALOGIX_V1(
            "/api/v1/chat/completions",
            "{\"message\": %2$s, \"conversation_id\": \"session-%1$s\"}",
            false,
            false),
    XMR(
            "/api/chat",
            "{\"conversationId\": %1$s, \"role\": \"user\", \"content\": %2$s}",
            false,
            false),
    CHAT(
            "/v1/chat/stream",
            """
            {"model": "builtin/parley", "session_id": %1$s, "stream": false,
             "messages": [{"role": "user", "content": %2$s}]}
            """,
            true,
            false),
    CHAT_STREAMED(
            "/v1/chat/stream",
            """
            {"model": "builtin/parley", "session_id": %1$s, "stream": true,
             "messages": [{"role": "user", "content": %2$s}]}
            """,
            true,
            true),
    RESPONSES(
            "/v1/responses",
            "{\"conversation\": \"%1$s\", \"input\": %2$s, \"stream\": false}",
            false,
            false),
    RESPONSES_STREAMED(
            "/v1/responses",
            "{\"conversation\": \"%1$s\", \"input\": %2$s, \"stream\": true}",
            false,
            true),
    PARLEY(
            "/v1/turns",
            "{\"conversation_id\": %1$s, \"message\": %2$s, \"stream\": false}",
            false,
            false),
    PARLEY_STREAMED(
            "/v1/turns",
            "{\"conversation_id\": %1$s, \"message\": %2$s, \"stream\": true}",
            false,
            true);

    private final String path;
    private final String body;
    private final boolean needsToken;
    private final boolean streams;

    Door(String path, String body, boolean needsToken, boolean streams) {
        this.path = path;
        this.body = body;
        this.needsToken = needsToken;
        this.streams = streams;
    }

    /// Whether it needs a token even where others do not.
    boolean needsToken() {
        return needsToken;
    }

    boolean streams() {
        return streams;
    }

    /// Whether a name that is not known is a new conversation's, and not an error.
    boolean takesNewNames() {
        return this == DIALOGIX || this == DIALOGIX_V1;
    }

    String path(Object conversation) {
        return path.formatted(conversation, "");
    }

    String body(Object conversation, String message) {
        return bodyWith(conversation, JsonMapper.shared().writeValueAsString(message));
    }

    /// A body whose message is this piece of JSON, or of something that is none.
    String bodyWith(Object conversation, String messageJson) {
        return body.formatted(conversation, messageJson);
    }

    WireAnswer ask(WireClient client, Object conversation, String message, String... headers)
            throws InterruptedException {
        return client.post(path(conversation), body(conversation, message), headers);
    }
}
