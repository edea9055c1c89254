package parley.export.chatgpt;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/// ChatGPT's `conversations.json`: `mapping` holds the nodes of a tree by their ids, each with
/// `parent`, `children` and maybe a `message`; `current_node` is the last one that is shown. The
/// format has no published definition; this follows what exports of 2023 to 2026 hold.
public final class ChatGptFormat implements ConversationFormat {
    private final InstantSource clock;

    /// @param clock tells when a conversation began of which nothing tells it
    public ChatGptFormat(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "chatgpt";
    }

    @Override
    public boolean recognises(JsonNode conversation) {
        return conversation.path("mapping").isObject();
    }

    @Override
    public List<ImportedConversation> read(JsonNode conversation, BesideFiles files) {
        MessageTree<JsonNode> tree = tree(conversation.path("mapping"));
        Optional<String> shown = text(conversation, "current_node");
        List<Way<JsonNode>> ways = Branches.of(tree, shown, ChatGptMessages::isSeen);
        List<String> notes = new ArrayList<>(Branches.notes(tree));
        List<ImportedConversation> found = new ArrayList<>();
        for (int place = 0; place < ways.size(); place++) {
            Optional<ImportedConversation> read =
                    read(conversation, ways.get(place), place, files, notes);
            read.ifPresent(found::add);
            notes.clear();
        }
        return found;
    }

    private Optional<ImportedConversation> read(
            JsonNode conversation,
            Way<JsonNode> way,
            int place,
            BesideFiles files,
            List<String> notes) {
        Optional<Instant> created = EpochTime.of(conversation.path("create_time"));
        Optional<Instant> updated = EpochTime.of(conversation.path("update_time"));
        Instant began =
                created.or(() -> firstTime(way)).or(() -> updated).orElseGet(clock::instant);
        ForeignConversation put =
                new ForeignConversation(conversation.path("title").asString(""), began);
        ChatGptMessages messages = new ChatGptMessages(put, files);
        way.messages().forEach(messages::add);
        messages.end();
        if (put.isEmpty()) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(notes);
        all.addAll(messages.notes());
        return Optional.of(
                put.imported(
                        "chatgpt:%s:%s".formatted(id(conversation), way.leaf()),
                        Branches.suffix(place),
                        updated.orElse(began),
                        all));
    }

    private static String id(JsonNode conversation) {
        return text(conversation, "conversation_id")
                .or(() -> text(conversation, "id"))
                .orElseGet(() -> Origins.ofContent(conversation));
    }

    private static Optional<Instant> firstTime(Way<JsonNode> way) {
        return way.messages().stream()
                .flatMap(message -> EpochTime.of(message.path("create_time")).stream())
                .findFirst();
    }

    /// Some exports say only the children, or only the parent.
    private static MessageTree<JsonNode> tree(JsonNode mapping) {
        Map<String, String> parents = new HashMap<>();
        mapping.properties()
                .forEach(node ->
                        node.getValue()
                                .path("children")
                                .forEach(child -> parents.put(child.asString(""), node.getKey())));
        MessageTree<JsonNode> tree = new MessageTree<>();
        mapping.properties()
                .forEach(node ->
                        tree.add(
                                node.getKey(),
                                text(node.getValue(), "parent")
                                        .or(() -> Optional.ofNullable(parents.get(node.getKey()))),
                                node.getValue().path("message")));
        return tree;
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.path(name).isString()
                ? Optional.of(node.path(name).stringValue())
                : Optional.empty();
    }
}
