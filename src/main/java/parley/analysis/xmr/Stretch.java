package parley.analysis.xmr;

import java.util.ArrayList;
import java.util.List;

/// Successive points that make one pattern, both ends included.
///
/// @param direction 1 above the centre or rising, −1 below or falling
record Stretch(int from, int to, int direction) {
    int length() {
        return to - from + 1;
    }

    /// The whole runs on one side of the centre that are signals.
    static List<Stretch> runs(XmrChart chart) {
        List<Stretch> found = new ArrayList<>();
        for (Phase phase : chart.phases()) {
            add(found, chart, phase, phase.from(), Stretch::side, 0);
        }
        return longEnough(found, chart.options().profile().run());
    }

    /// The whole runs that only rise or only fall and are signals.
    static List<Stretch> trends(XmrChart chart) {
        int needed = chart.options().profile().trend();
        List<Stretch> found = new ArrayList<>();
        if (needed > 0) {
            for (Phase phase : chart.phases()) {
                add(found, chart, phase, phase.from() + 1, Stretch::step, 1);
            }
        }
        return longEnough(found, needed);
    }

    private interface Way {
        int at(XmrChart chart, int index);
    }

    /// @param lead how many points belong to it before the first that goes that way
    private static void add(
            List<Stretch> found, XmrChart chart, Phase phase, int first, Way way, int lead) {
        int start = first;
        for (int i = first; i <= phase.to(); i++) {
            int direction = way.at(chart, i);
            if (i == phase.to() || way.at(chart, i + 1) != direction) {
                if (direction != 0) {
                    found.add(new Stretch(start - lead, i, direction));
                }
                start = i + 1;
            }
        }
    }

    private static List<Stretch> longEnough(List<Stretch> found, int needed) {
        return found.stream().filter(each -> each.length() >= needed).toList();
    }

    private static int side(XmrChart chart, int index) {
        return (int) Math.signum(chart.value(index) - chart.limitsAt(index).centre());
    }

    private static int step(XmrChart chart, int index) {
        return (int) Math.signum(chart.value(index) - chart.value(index - 1));
    }
}
