package parley.analysis.chart;

import java.util.List;
import parley.analysis.xmr.Xmr;
import parley.analysis.xmr.XmrChart;
import parley.analysis.xmr.XmrOptions;

/// Charts that have a bit of everything: dots, signals, lines of many places.
final class WarmUp {
    static final ChartText TEXT = new ChartText("Warm-up", "value", "point", "Nobody sees it.");

    private WarmUp() {}

    static List<XmrChart> charts() {
        return List.of(wave(40, 9), wave(400, 60));
    }

    private static XmrChart wave(int count, int jump) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = 10 + Math.sin(i * 1.7) + (i == jump ? 20 : 0);
        }
        return Xmr.chart(values, XmrOptions.DEFAULT);
    }
}
