package parley.analysis.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds places for labels one below the other, each as near to its line as the others allow.
final class LineLabels {
    private LineLabels() {}

    /// A label that stands beside a line.
    ///
    /// @param place where the line is
    /// @param needed whether it is shown in any case, moved if need be; else only where there is
    ///   room
    record Wish<T>(T label, double place, boolean needed) {}

    /// A label and where it is.
    ///
    /// @param line where its line is
    record Placed<T>(T label, double place, double line) {}

    /// @param height that a label takes
    static <T> List<Placed<T>> place(
            List<Wish<T>> wishes, double height, double top, double bottom) {
        List<Placed<T>> placed = new ArrayList<>();
        for (List<Wish<T>> group : groups(wishes, height)) {
            double room = (group.size() - 1) * height;
            double first = Math.max(top, Math.min(bottom - room, middle(group) - room / 2));
            for (int i = 0; i < group.size(); i++) {
                Wish<T> wish = group.get(i);
                placed.add(new Placed<>(wish.label(), first + i * height, wish.place()));
            }
        }
        for (Wish<T> wish : wishes) {
            boolean isFree =
                    placed.stream()
                            .allMatch(other -> Math.abs(other.place() - wish.place()) >= height);
            if (!wish.needed() && isFree) {
                placed.add(new Placed<>(wish.label(), wish.place(), wish.place()));
            }
        }
        return placed;
    }

    /// The needed labels, those that would touch each other together.
    private static <T> List<List<Wish<T>>> groups(List<Wish<T>> wishes, double height) {
        List<List<Wish<T>>> groups = new ArrayList<>();
        wishes.stream()
                .filter(Wish::needed)
                .sorted(Comparator.comparingDouble(Wish::place))
                .forEach(wish -> {
                    List<Wish<T>> group = new ArrayList<>(List.of(wish));
                    while (!groups.isEmpty() && touch(groups.getLast(), group, height)) {
                        group.addAll(0, groups.removeLast());
                    }
                    groups.add(group);
                });
        return groups;
    }

    private static <T> boolean touch(List<Wish<T>> upper, List<Wish<T>> lower, double height) {
        double needed = (upper.size() + lower.size()) * height / 2;
        return middle(lower) - middle(upper) < needed;
    }

    private static <T> double middle(List<Wish<T>> group) {
        return group.stream().mapToDouble(Wish::place).average().orElse(0);
    }
}
