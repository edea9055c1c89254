package parley.export.openwebui;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.export.BesideFiles;
import parley.export.Branches;
import parley.export.ConversationFormat;
import parley.export.EpochTime;
import parley.export.ForeignConversation;
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
        MessageTree<JsonNode> tree = tree(chat);
        Optional<String> shown = text(chat.path("history"), "currentId");
        List<Way<JsonNode>> ways = Branches.of(tree, shown, OpenWebUiMessages::isSeen);
        List<String> notes = Branches.notes(tree);
        List<ImportedConversation> found = new ArrayList<>();
        for (int place = 0; place < ways.size(); place++) {
            read(conversation, ways.get(place), place, place == 0 ? notes : List.of())
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<ImportedConversation> read(
            JsonNode conversation, Way<JsonNode> way, int place, List<String> notes) {
        JsonNode chat = chat(conversation);
        Instant began =
                EpochTime.of(conversation.path("created_at"))
                        .or(() -> EpochTime.of(chat.path("timestamp")))
                        .or(() -> firstTime(way))
                        .orElseGet(clock::instant);
        ForeignConversation put = new ForeignConversation(title(conversation), began);
        OpenWebUiMessages messages = new OpenWebUiMessages(put);
        way.messages().forEach(messages::add);
        if (put.isEmpty()) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(notes);
        all.addAll(messages.notes());
        return Optional.of(
                put.imported(
                        "open_webui:%s:%s".formatted(id(conversation), way.leaf()),
                        Branches.suffix(place),
                        EpochTime.of(conversation.path("updated_at")).orElse(began),
                        all));
    }

    private static String title(JsonNode conversation) {
        return text(conversation, "title").or(() -> text(chat(conversation), "title")).orElse("");
    }

    private static String id(JsonNode conversation) {
        return text(conversation, "id")
                .or(() -> text(chat(conversation), "id"))
                .orElseGet(() -> Origins.ofContent(conversation));
    }

    private static Optional<Instant> firstTime(Way<JsonNode> way) {
        return way.messages().stream()
                .flatMap(message -> EpochTime.of(message.path("timestamp")).stream())
                .findFirst();
    }

    private static MessageTree<JsonNode> tree(JsonNode chat) {
        MessageTree<JsonNode> tree = new MessageTree<>();
        JsonNode nodes = chat.path("history").path("messages");
        nodes.properties()
                .forEach(node ->
                        tree.add(
                                node.getKey(), text(node.getValue(), "parentId"), node.getValue()));
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

    private static Optional<String> text(JsonNode node, String name) {
        return node.path(name).isString() && !node.path(name).stringValue().isBlank()
                ? Optional.of(node.path(name).stringValue())
                : Optional.empty();
    }
}
