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

    /// @param shown the last message of the way that is shown
    /// @param isSeen whether there is something to be seen of a message
    public static <M> List<Way<M>> of(
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

    /// What is put behind the title of the way of this place, from 0.
    public static String suffix(int place) {
        return place == 0 ? "" : " (branch %d)".formatted(place + 1);
    }

    /// What is to be said of a tree with more ways than are read.
    public static List<String> notes(MessageTree<?> tree) {
        int more = tree.count() - MOST;
        return more > 0
                ? List.of("%d more of its branches were left out.".formatted(more))
                : List.of();
    }
}
