package parley.bench;

import java.util.Random;
import parley.analysis.chart.ChartStyle;
import parley.analysis.chart.ChartText;
import parley.analysis.chart.Charts;
import parley.analysis.xmr.Xmr;
import parley.analysis.xmr.XmrChart;
import parley.analysis.xmr.XmrOptions;

/// How long a control chart of 3600 × 2400 pixels takes, from the worked-out chart to the bytes of
/// its PNG file, and how large that is. The first one is drawn before any other, so it pays for all
/// that Java loads and compiles.
final class ChartBenchmark implements Benchmark {
    private static final Aim WARM_AIM = Aim.atMost(150);
    private static final ChartText TEXT = new ChartText("Pressure", "pressure", "sample", "");
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public String name() {
        return "chart";
    }

    @Override
    public String question() {
        return "How long a control chart of 3600 x 2400 pixels takes to draw";
    }

    @Override
    public Findings run(Workbench bench) {
        Findings findings = new Findings();
        XmrChart small = chart(24);
        bench.progress("the first chart");
        long begun = System.nanoTime();
        Charts.main(small, TEXT, ChartStyle.DEFAULT);
        findings.group("cold");
        findings.add(Row.of("first chart of a process, 24 points", "ms", millis(begun)));
        int warmUps = bench.scale().pick(10, 30);
        for (int i = 0; i < warmUps; i++) {
            Charts.main(chart(i % 2 == 0 ? 24 : 1_000), TEXT, ChartStyle.DEFAULT);
        }
        findings.group("warm");
        for (int points : new int[] {24, 100, 1_000, 10_000, 100_000}) {
            main(bench, findings, points);
        }
        summary(bench, findings);
        findings.note(
                "Published for matplotlib 3.11.2, on two other cores, warm: 630, 620, 790 and 1680 ms"
                        + " for 24, 100, 1,000 and 10,000 points, 18 to 25 s for 100,000, and 610 to"
                        + " 640 ms for four panels. That is no measurement of this machine.");
        return findings;
    }

    private static void main(Workbench bench, Findings findings, int points) {
        String name = "main chart, %,d points".formatted(points);
        bench.progress(name);
        XmrChart chart = chart(points);
        Rounds rounds = new Rounds();
        int bytes = 0;
        for (int round = 0; round < rounds(bench); round++) {
            long begun = System.nanoTime();
            bytes = Charts.main(chart, TEXT, ChartStyle.DEFAULT).length;
            rounds.add(name, millis(begun));
        }
        Row row = Row.of(name, "ms", rounds.samples(name));
        findings.add(points <= 1_000 ? row.aiming(WARM_AIM) : row);
        findings.add(Row.of(name + ", its file", "KB", bytes / 1e3));
    }

    private static void summary(Workbench bench, Findings findings) {
        String name = "summary, 100 points";
        bench.progress(name);
        XmrChart chart = chart(100);
        Rounds rounds = new Rounds();
        for (int round = 0; round < rounds(bench); round++) {
            long begun = System.nanoTime();
            Charts.summary(chart, TEXT, ChartStyle.DEFAULT);
            rounds.add(name, millis(begun));
        }
        findings.add(Row.of(name, "ms", rounds.samples(name)));
    }

    private static int rounds(Workbench bench) {
        return bench.scale().pick(5, 11);
    }

    private static double millis(long begun) {
        return (System.nanoTime() - begun) / NANOS_PER_MILLI;
    }

    /// The same points each time.
    private static XmrChart chart(int points) {
        Random random = new Random(points);
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            values[i] = 1_000 + 50 * random.nextGaussian();
        }
        return Xmr.chart(values, XmrOptions.DEFAULT);
    }
}
