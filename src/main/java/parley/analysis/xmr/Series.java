package parley.analysis.xmr;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import parley.analysis.xmr.XmrChart.Repairs;

/// Observations in the order of time, those without a value left out.
final class Series {
    private final List<Observation> points;
    private final double[] values;
    private final int[] places;
    private final BitSet gaps;
    private final Repairs repairs;

    private Series(
            List<Observation> points, double[] values, int[] places, BitSet gaps, Repairs repairs) {
        this.points = List.copyOf(points);
        this.values = values;
        this.places = places;
        this.gaps = gaps;
        this.repairs = repairs;
    }

    static Series of(List<Observation> data) {
        List<Observation> ordered = data;
        int moved = timed(data) ? moved(data) : 0;
        if (moved > 0) {
            ordered = new ArrayList<>(data);
            ordered.sort(Comparator.comparing(each -> each.time().orElseThrow()));
        }
        return plotted(ordered, moved);
    }

    /// Order can be told only if every observation has a time.
    private static boolean timed(List<Observation> data) {
        return data.stream().allMatch(each -> each.time().isPresent());
    }

    /// How many are earlier than one that was given before them.
    private static int moved(List<Observation> data) {
        int moved = 0;
        var latest = data.isEmpty() ? null : data.getFirst().time().orElseThrow();
        for (Observation each : data) {
            var time = each.time().orElseThrow();
            if (time.isBefore(latest)) {
                moved++;
            } else {
                latest = time;
            }
        }
        return moved;
    }

    private static Series plotted(List<Observation> ordered, int moved) {
        var points = new ArrayList<Observation>(ordered.size());
        int[] places = new int[ordered.size()];
        var gaps = new BitSet();
        int place = 0;
        for (Observation each : ordered) {
            if (Double.isFinite(each.value())) {
                places[points.size()] = place;
                points.add(each);
            } else {
                gaps.set(points.size());
            }
            place++;
        }
        double[] values = points.stream().mapToDouble(Observation::value).toArray();
        var repairs = new Repairs(moved, ordered.size() - points.size(), duplicates(points));
        return new Series(points, values, places, gaps, repairs);
    }

    private static int duplicates(List<Observation> points) {
        int duplicates = 0;
        boolean before = false;
        for (int i = 0; i < points.size(); i++) {
            boolean after =
                    i + 1 < points.size()
                            && points.get(i).time().isPresent()
                            && points.get(i).time().equals(points.get(i + 1).time());
            if (before || after) {
                duplicates++;
            }
            before = after;
        }
        return duplicates;
    }

    int size() {
        return points.size();
    }

    List<Observation> points() {
        return points;
    }

    /// The value of each point; without the season's pattern, if that was taken out.
    double[] values() {
        return values;
    }

    /// The position of a point among all observations, those without a value too.
    int place(int index) {
        return places[index];
    }

    /// The points before which a value is missing.
    BitSet gaps() {
        return gaps;
    }

    Repairs repairs() {
        return repairs;
    }

    /// The same points with other values; their observations keep the ones they came with.
    Series with(double[] otherValues) {
        return new Series(points, otherValues, places, gaps, repairs);
    }
}
