package parley.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A conversation of which some messages were written anew: a tree, in which every way from the
/// root to a leaf is a conversation.
///
/// @param <M> what a message is
public final class MessageTree<M> {
    private record Node<M>(Optional<String> parent, M message) {}

    private final Map<String, Node<M>> nodes = new LinkedHashMap<>();

    /// Adds a message.
    ///
    /// @param parent the one before it; empty for the first
    public void add(String id, Optional<String> parent, M message) {
        nodes.put(id, new Node<>(parent, message));
    }

    /// A conversation that is one way through the tree.
    ///
    /// @param leaf the id of its last message
    /// @param messages from the first to the last
    public record Way<M>(String leaf, List<M> messages) {
        public Way {
            messages = List.copyOf(messages);
        }
    }

    /// The way that is shown, first, and others in the order in which their last messages were
    /// added.
    ///
    /// @param shown the last message of the one that is shown; where there is no such message, the
    ///   last leaf that was added is taken
    /// @param most how many there may be in all
    public List<Way<M>> ways(Optional<String> shown, int most) {
        List<String> leaves = leaves();
        if (leaves.isEmpty()) {
            return List.of();
        }
        String first = shown.filter(nodes::containsKey).orElse(leaves.getLast());
        // What is shown may end before a leaf: then the ways that go on are others.
        return Stream.concat(Stream.of(first), leaves.stream().filter(leaf -> !leaf.equals(first)))
                .limit(most)
                .map(this::way)
                .toList();
    }

    /// How many ways there are.
    public int count() {
        return leaves().size();
    }

    private List<String> leaves() {
        Set<String> parents = new HashSet<>();
        nodes.values().forEach(node -> node.parent.ifPresent(parents::add));
        List<String> leaves = nodes.keySet().stream().filter(id -> !parents.contains(id)).toList();
        // A circle has no leaf.
        return leaves.isEmpty() ? nodes.keySet().stream().limit(1).toList() : leaves;
    }

    private Way<M> way(String leaf) {
        List<M> messages = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> id = Optional.of(leaf);
        while (id.isPresent() && seen.add(id.get())) {
            @Nullable Node<M> node = nodes.get(id.get());
            if (node == null) {
                break;
            }
            messages.add(node.message);
            id = node.parent;
        }
        return new Way<>(leaf, messages.reversed());
    }
}
