package parley.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A place of a conversation from which there are several ways on.
///
/// @param afterSequence up to this message they are the same; 0 where they part before the first
/// @param conversations one for each way on, in the order in which the ways were first taken: for
///   its own way the conversation that is looked at, for each other the one that was changed last
public record BranchingPoint(long afterSequence, List<Long> conversations) {
    public BranchingPoint {
        conversations = List.copyOf(conversations);
    }

    /// A conversation of a family.
    public record Relative(long conversationId, Lineage lineage, Instant updatedAt) {}

    /// Those of one conversation, the earliest first.
    ///
    /// @param family all relatives; the conversation itself may be among them
    public static List<BranchingPoint> of(Relative asked, List<Relative> family) {
        Map<Long, List<Relative>> parting = new TreeMap<>();
        for (Relative relative : family) {
            if (relative.conversationId != asked.conversationId) {
                parting.computeIfAbsent(shared(asked, relative), _ -> new ArrayList<>())
                        .add(relative);
            }
        }
        List<BranchingPoint> points = new ArrayList<>();
        parting.forEach((after, others) ->
                points.add(new BranchingPoint(after, ways(asked, family, others, after))));
        return points;
    }

    private static List<Long> ways(
            Relative asked, List<Relative> family, List<Relative> others, long after) {
        List<Way> ways = new ArrayList<>();
        Way own = new Way(asked.conversationId);
        ways.add(own);
        for (Relative relative : family) {
            if (relative.conversationId != asked.conversationId
                    && shared(asked, relative) > after) {
                own.first = Math.min(own.first, relative.conversationId);
            }
        }
        List<List<Relative>> groups = new ArrayList<>();
        for (Relative other : others) {
            groups.stream()
                    .filter(group -> shared(group.getFirst(), other) > after)
                    .findFirst()
                    .orElseGet(() -> newGroup(groups))
                    .add(other);
        }
        groups.forEach(group -> ways.add(Way.of(group)));
        return ways.stream()
                .sorted(Comparator.comparingLong(way -> way.first))
                .map(way -> way.shown)
                .toList();
    }

    private static List<Relative> newGroup(List<List<Relative>> groups) {
        List<Relative> group = new ArrayList<>();
        groups.add(group);
        return group;
    }

    private static long shared(Relative one, Relative other) {
        return Lineage.lastShared(
                one.conversationId, one.lineage, other.conversationId, other.lineage);
    }

    /// A way on, with the conversation that took it first and the one that is shown for it.
    private static final class Way {
        private final long shown;
        private long first;

        Way(long only) {
            this.shown = only;
            this.first = only;
        }

        static Way of(List<Relative> group) {
            Comparator<Relative> byChange =
                    Comparator.comparing(Relative::updatedAt)
                            .thenComparingLong(Relative::conversationId);
            Way way = new Way(group.stream().max(byChange).orElseThrow().conversationId);
            way.first = group.stream().mapToLong(Relative::conversationId).min().orElseThrow();
            return way;
        }
    }
}
