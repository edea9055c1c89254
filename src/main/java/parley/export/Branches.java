package parley.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import parley.export.MessageTree.Way;

/// Which ways through the tree of another program become conversations: the one that is shown, and
/// every other that says something which the ones before do not.
public final class Branches {
    /// Whoever had an answer written fifty times anew does not want fifty conversations of it.
    private static final int MOST = 20;

    private Branches() {}

    /// Makes a conversation of a way.
    ///
    /// @param <M> what a message is
    @FunctionalInterface
    public interface WayReader<M> {
        /// @param suffix what is put behind the title
        /// @param notes what is to be said of the tree; with the first way alone
        /// @return empty if there is nothing in it
        Optional<ImportedConversation> read(Way<M> way, String suffix, List<String> notes);
    }

    /// The conversations in a tree, the one that is shown first.
    ///
    /// @param shown the last message of the way that is shown
    /// @param isSeen whether there is something to be seen of a message
    public static <M> List<ImportedConversation> read(
            MessageTree<M> tree, Optional<String> shown, Predicate<M> isSeen, WayReader<M> reader) {
        List<Way<M>> ways = chosen(tree, shown, isSeen);
        List<ImportedConversation> found = new ArrayList<>();
        for (int place = 0; place < ways.size(); place++) {
            List<String> notes = place == 0 ? notes(tree) : List.of();
            reader.read(ways.get(place), suffix(place), notes).ifPresent(found::add);
        }
        return found;
    }

    private static <M> List<Way<M>> chosen(
            MessageTree<M> tree, Optional<String> shown, Predicate<M> isSeen) {
        Set<M> told = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Way<M>> chosen = new ArrayList<>();
        for (Way<M> way : tree.ways(shown, MOST)) {
            boolean isNew =
                    way.messages().stream()
                            .anyMatch(message -> !told.contains(message) && isSeen.test(message));
            if (isNew || chosen.isEmpty()) {
                chosen.add(way);
            }
            told.addAll(way.messages());
        }
        return chosen;
    }

    private static String suffix(int place) {
        return place == 0 ? "" : " (branch %d)".formatted(place + 1);
    }

    /// What is to be said of a tree with more ways than are read.
    private static List<String> notes(MessageTree<?> tree) {
        int more = tree.count() - MOST;
        return more > 0
                ? List.of("%d more of its branches were left out.".formatted(more))
                : List.of();
    }
}
