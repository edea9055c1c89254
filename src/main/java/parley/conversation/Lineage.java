package parley.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a conversation branched from. It holds all ancestors, so that relatives still know how much
/// they share when what is between them was deleted.
///
/// @param ancestors oldest first
public record Lineage(List<Ancestor> ancestors) {
    /// Of a conversation that branched from nothing.
    public static final Lineage NONE = new Lineage(List.of());

    public Lineage {
        ancestors = List.copyOf(ancestors);
    }

    /// @param lastShared the sequence of the last message that both have; 0 for none
    public record Ancestor(long conversationId, long lastShared) {}

    /// As [#text] wrote it.
    public static Lineage parse(String text) {
        List<Ancestor> ancestors = new ArrayList<>();
        for (String pair : text.split(",", -1)) {
            int colon = pair.indexOf(':');
            ancestors.add(
                    new Ancestor(
                            Long.parseLong(pair.substring(0, colon)),
                            Long.parseLong(pair.substring(colon + 1))));
        }
        return new Lineage(ancestors);
    }

    public String text() {
        return ancestors.stream()
                .map(ancestor -> ancestor.conversationId + ":" + ancestor.lastShared)
                .collect(Collectors.joining(","));
    }

    /// Of what branches from the conversation with this lineage.
    public Lineage branching(long conversationId, long lastSequence) {
        List<Ancestor> longer = new ArrayList<>();
        for (Ancestor ancestor : ancestors) {
            long shared = Math.min(ancestor.lastShared, lastSequence);
            longer.add(new Ancestor(ancestor.conversationId, shared));
        }
        longer.add(new Ancestor(conversationId, lastSequence));
        return new Lineage(longer);
    }

    /// The sequence up to which two different relatives have the same messages: that of the
    /// ancestor, or one of the two, with which both share most.
    static long lastShared(long firstId, Lineage first, long secondId, Lineage second) {
        long most = Math.max(first.sharedWith(secondId), second.sharedWith(firstId));
        for (Ancestor ancestor : first.ancestors) {
            long both = second.sharedWith(ancestor.conversationId);
            most = Math.max(most, Math.min(ancestor.lastShared, both));
        }
        return most;
    }

    private long sharedWith(long conversationId) {
        return ancestors.stream()
                .filter(ancestor -> ancestor.conversationId == conversationId)
                .mapToLong(Ancestor::lastShared)
                .findFirst()
                .orElse(0);
    }
}
