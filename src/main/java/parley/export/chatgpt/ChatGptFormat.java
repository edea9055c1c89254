package parley.export.chatgpt;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return Branches.read(
                tree(conversation.path("mapping")),
                ForeignMembers.text(conversation, "current_node"),
                ChatGptMessages::isSeen,
                (way, suffix, notes) -> read(conversation, way, suffix, files, notes));
    }

    private Optional<ImportedConversation> read(
            JsonNode conversation,
            Way<JsonNode> way,
            String suffix,
            BesideFiles files,
            List<String> notes) {
        Optional<Instant> updated = ForeignMembers.time(conversation, "update_time");
        Instant began =
                ForeignMembers.time(conversation, "create_time")
                        .or(() -> ForeignMembers.firstTime(way.messages(), "create_time"))
                        .or(() -> updated)
                        .orElseGet(clock::instant);
        ForeignConversation put =
                new ForeignConversation(conversation.path("title").asString(""), began);
        ChatGptMessages messages = new ChatGptMessages(put, files);
        way.messages().forEach(messages::add);
        messages.end();
        return put.imported(
                "chatgpt:%s:%s".formatted(id(conversation), way.leaf()),
                suffix,
                updated.orElse(began),
                Stream.concat(notes.stream(), messages.notes().stream()).toList());
    }

    private static String id(JsonNode conversation) {
        return ForeignMembers.text(conversation, "conversation_id")
                .or(() -> ForeignMembers.text(conversation, "id"))
                .orElseGet(() -> Origins.ofContent(conversation));
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
                                ForeignMembers.text(node.getValue(), "parent")
                                        .or(() -> Optional.ofNullable(parents.get(node.getKey()))),
                                node.getValue().path("message")));
        return tree;
    }
}
