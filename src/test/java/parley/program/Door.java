package parley.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A way to say something: the route of each contract that begins a turn, in each of its forms.
enum Door {
    DIALOGIX(
            Contract.DIALOGIX,
            "/chat/completions",
            """
            {"conversation_id": "session-%1$s", "message": %2$s}
            """,
            """
            {"message": %2$s}
            """,
            "/message"),
    SESSIONS(
            Contract.SESSIONS,
            "/api/sessions/%1$s/messages",
            """
            {"content": %2$s}
            """,
            "",
            "/content"),
    XMR(
            Contract.XMR,
            "/api/chat",
            """
            {"conversationId": %1$s, "role": "user", "content": %2$s}
            """,
            "",
            "/content"),
    ASSISTANT(
            Contract.ASSISTANT,
            "/api/v1/chat/sessions/%1$s/messages",
            """
            {"user_id": "ada", "message": %2$s}
            """,
            "",
            "/content"),
    CHAT(
            Contract.CHAT,
            "/v1/chat/stream",
            """
            {"session_id": %1$s, "model": "builtin/parley", "stream": false,
             "messages": [{"role": "user", "content": %2$s}]}
            """,
            """
            {"model": "builtin/parley", "stream": false,
             "messages": [{"role": "user", "content": %2$s}]}
            """,
            "/message/content"),
    CHAT_STREAMED(
            Contract.CHAT,
            "/v1/chat/stream",
            """
            {"session_id": %1$s, "model": "builtin/parley", "stream": true,
             "messages": [{"role": "user", "content": %2$s}]}
            """,
            """
            {"model": "builtin/parley", "stream": true,
             "messages": [{"role": "user", "content": %2$s}]}
            """,
            ""),
    PARLEY(
            Contract.PARLEY,
            "/v1/turns",
            """
            {"conversation_id": %1$s, "message": %2$s, "stream": false}
            """,
            """
            {"message": %2$s, "stream": false}
            """,
            "/text"),
    PARLEY_STREAMED(
            Contract.PARLEY,
            "/v1/turns",
            """
            {"conversation_id": %1$s, "message": %2$s}
            """,
            """
            {"message": %2$s}
            """,
            "");

    private final Contract contract;
    private final String path;
    private final String body;
    private final String bodyOfNew;
    private final String answer;

    /// @param bodyOfNew the body that begins a conversation; empty where that is another route
    /// @param answer where the answer's text stands; empty for a stream
    Door(Contract contract, String path, String body, String bodyOfNew, String answer) {
        this.contract = contract;
        this.path = path;
        this.body = body;
        this.bodyOfNew = bodyOfNew;
        this.answer = answer;
    }

    static List<Door> whole() {
        return List.of(values()).stream().filter(door -> !door.streams()).toList();
    }

    static List<Door> streamed() {
        return List.of(values()).stream().filter(Door::streams).toList();
    }

    Contract contract() {
        return contract;
    }

    boolean streams() {
        return answer.isEmpty();
    }

    /// Whether a message alone begins a conversation.
    boolean beginsConversations() {
        return !bodyOfNew.isEmpty();
    }

    Message message(long conversation, String text) {
        return new Message(this, path.formatted(conversation), filled(body, conversation, text));
    }

    Message messageInNewConversation(String text) {
        return new Message(this, path, filled(bodyOfNew, "", text));
    }

    /// The text in an answer that came whole.
    String textOf(WireAnswer whole) {
        return whole.json().at(answer).stringValue();
    }

    private static String filled(String form, Object conversation, String text) {
        return form.formatted(conversation, JsonMapper.shared().writeValueAsString(text));
    }

    /// A message on its way.
    record Message(Door door, String path, String json) {
        WireAnswer send(WireClient client, String... headers) throws InterruptedException {
            return client.post(path, json, headers);
        }
    }

    /// A contract, and how it shows a conversation.
    enum Contract {
        DIALOGIX("/chat/history/session-%s", "/messages", "/details"),
        SESSIONS("/api/sessions/%s/messages", "", "/detail"),
        XMR("/api/conversations/%s/messages", "", "/detail"),
        ASSISTANT("/api/v1/chat/sessions/%s", "/messages", "/detail"),
        CHAT("/v1/chat/history?page_size=100&page=%s", "/messages", "/detail"),
        PARLEY("/v1/conversations/%s/messages?limit=500", "/messages", "/detail");

        private static final int LARGEST_PAGE = 100;

        private final String path;
        private final String messages;
        private final String sentence;

        Contract(String path, String messages, String sentence) {
            this.path = path;
            this.messages = messages;
            this.sentence = sentence;
        }

        /// What was said in a conversation, oldest first.
        List<String> history(WireClient client, long conversation) throws InterruptedException {
            JsonNode shown =
                    this == CHAT
                            ? inChatHistory(client, conversation)
                            : client.get(path.formatted(conversation)).json();
            List<String> said = new ArrayList<>();
            for (JsonNode message : shown.at(messages)) {
                said.add(message.path("content").stringValue());
            }
            return said;
        }

        /// The answer to asking for a conversation of this id, or for all that the caller has.
        WireAnswer look(WireClient client, long conversation) throws InterruptedException {
            return client.get(path.formatted(this == CHAT ? 1 : conversation));
        }

        /// The sentence of a refusal; empty if it is not of the contract's shape.
        Optional<String> sentenceOf(WireAnswer refusal) {
            return refusal.json().at(sentence).stringValueOpt();
        }

        private JsonNode inChatHistory(WireClient client, long conversation)
                throws InterruptedException {
            for (int page = 1; ; page++) {
                JsonNode shown = client.get(path.formatted(page)).json();
                for (JsonNode session : shown.path("sessions")) {
                    if (session.path("id").asLong() == conversation) {
                        return session;
                    }
                }
                if ((long) page * LARGEST_PAGE >= shown.path("total").asLong()) {
                    throw new AssertionError("No session %s: %s".formatted(conversation, shown));
                }
            }
        }
    }
}
