package parley.export.openwebui;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.export.BesideFiles;
import parley.export.Branches;
import parley.export.ConversationFormat;
import parley.export.ForeignConversation;
import parley.export.ForeignMembers;
import parley.export.ImportedConversation;
import parley.export.MessageTree;
import parley.export.MessageTree.Way;
import parley.export.Origins;
import tools.jackson.databind.JsonNode;

/// Open WebUI's chats: `chat.history` holds the messages of a tree by their ids, each with
/// `parentId` and `childrenIds`, and `currentId`, the last one that is shown; `chat.messages` holds
/// those that are shown, in older files alone. Some files have what is in `chat` at the top.
public final class OpenWebUiFormat implements ConversationFormat {
    private final InstantSource clock;

    /// @param clock tells when a conversation began of which nothing tells it
    public OpenWebUiFormat(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "open_webui";
    }

    @Override
    public boolean recognises(JsonNode conversation) {
        JsonNode chat = chat(conversation);
        return chat.path("history").path("messages").isObject() || isList(chat.path("messages"));
    }

    private static boolean isList(JsonNode messages) {
        return messages.isArray()
                && messages.valueStream()
                        .allMatch(message ->
                                message.path("role").isString() && message.has("content"))
                && !messages.isEmpty();
    }

    private static JsonNode chat(JsonNode conversation) {
        return conversation.path("chat").isObject() ? conversation.path("chat") : conversation;
    }

    @Override
    public List<ImportedConversation> read(JsonNode conversation, BesideFiles files) {
        JsonNode chat = chat(conversation);
        return Branches.read(
                tree(chat),
                ForeignMembers.text(chat.path("history"), "currentId"),
                OpenWebUiMessages::isSeen,
                (way, suffix, notes) -> read(conversation, way, suffix, notes));
    }

    private Optional<ImportedConversation> read(
            JsonNode conversation, Way<JsonNode> way, String suffix, List<String> notes) {
        Instant began =
                ForeignMembers.time(conversation, "created_at")
                        .or(() -> ForeignMembers.time(chat(conversation), "timestamp"))
                        .or(() -> ForeignMembers.firstTime(way.messages(), "timestamp"))
                        .orElseGet(clock::instant);
        ForeignConversation put = new ForeignConversation(title(conversation), began);
        OpenWebUiMessages messages = new OpenWebUiMessages(put);
        way.messages().forEach(messages::add);
        return put.imported(
                "open_webui:%s:%s".formatted(id(conversation), way.leaf()),
                suffix,
                ForeignMembers.time(conversation, "updated_at").orElse(began),
                Stream.concat(notes.stream(), messages.notes().stream()).toList());
    }

    private static String title(JsonNode conversation) {
        return ForeignMembers.text(conversation, "title")
                .or(() -> ForeignMembers.text(chat(conversation), "title"))
                .orElse("");
    }

    private static String id(JsonNode conversation) {
        return ForeignMembers.text(conversation, "id")
                .or(() -> ForeignMembers.text(chat(conversation), "id"))
                .orElseGet(() -> Origins.ofContent(conversation));
    }

    private static MessageTree<JsonNode> tree(JsonNode chat) {
        MessageTree<JsonNode> tree = new MessageTree<>();
        JsonNode nodes = chat.path("history").path("messages");
        nodes.properties()
                .forEach(node ->
                        tree.add(
                                node.getKey(),
                                ForeignMembers.text(node.getValue(), "parentId"),
                                node.getValue()));
        if (nodes.isEmpty()) {
            addList(tree, chat.path("messages"));
        }
        return tree;
    }

    private static void addList(MessageTree<JsonNode> tree, JsonNode messages) {
        Optional<String> before = Optional.empty();
        int number = 0;
        for (JsonNode message : messages) {
            String id = String.valueOf(++number);
            tree.add(id, before, message);
            before = Optional.of(id);
        }
    }
}
