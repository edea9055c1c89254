package parley.bench;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import parley.analysis.xmr.Insights;
import parley.analysis.xmr.Observation;
import parley.analysis.xmr.RuleProfile;
import parley.analysis.xmr.Xmr;
import parley.analysis.xmr.XmrChart;
import parley.analysis.xmr.XmrOptions;

/// How long limits and rules take for a million points, from the observations to the chart that can
/// be drawn.
final class XmrBenchmark implements Benchmark {
    private static final int POINTS = 1_000_000;
    private static final Aim AIM = Aim.atMost(500);
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public String name() {
        return "xmr";
    }

    @Override
    public String question() {
        return "How long limits and rules take for a million points";
    }

    @Override
    public Findings run(Workbench bench) {
        Findings findings = new Findings();
        List<Observation> data = observations();
        for (RuleProfile profile : RuleProfile.values()) {
            String name = profile.wireName() + " rules, in the order of time";
            Row row = measured(bench, name, data, XmrOptions.DEFAULT.withProfile(profile));
            findings.add(row.aiming(AIM));
        }
        List<Observation> shuffled = new ArrayList<>(data);
        Collections.shuffle(shuffled, new Random(2));
        findings.add(measured(bench, "wheeler rules, in any order", shuffled, XmrOptions.DEFAULT));
        findings.add(insights(bench, Xmr.chart(data, XmrOptions.DEFAULT)));
        return findings;
    }

    private static Row measured(
            Workbench bench, String name, List<Observation> data, XmrOptions options) {
        bench.progress(name);
        Rounds rounds = new Rounds();
        for (int round = 0; round < rounds(bench); round++) {
            long begun = System.nanoTime();
            if (Xmr.chart(data, options).size() != POINTS) {
                throw new IllegalStateException("points were lost");
            }
            rounds.add(name, millis(begun));
        }
        return Row.of(name, "ms", rounds.samples(name));
    }

    private static Row insights(Workbench bench, XmrChart chart) {
        String name = "what is told of it";
        bench.progress(name);
        Rounds rounds = new Rounds();
        for (int round = 0; round < rounds(bench); round++) {
            long begun = System.nanoTime();
            if (Insights.of(chart, "value").findings().isEmpty()) {
                throw new IllegalStateException("nothing was told");
            }
            rounds.add(name, millis(begun));
        }
        return Row.of(name, "ms", rounds.samples(name));
    }

    private static int rounds(Workbench bench) {
        return bench.scale().pick(5, 11);
    }

    private static double millis(long begun) {
        return (System.nanoTime() - begun) / NANOS_PER_MILLI;
    }

    /// The same points each time, a minute apart.
    private static List<Observation> observations() {
        Random random = new Random(1);
        LocalDateTime first = LocalDateTime.of(2024, 1, 1, 0, 0);
        List<Observation> data = new ArrayList<>(POINTS);
        for (int i = 0; i < POINTS; i++) {
            LocalDateTime time = first.plusMinutes(i);
            double value = 1_000 + 50 * random.nextGaussian();
            data.add(new Observation(time.toString(), Optional.of(time), value));
        }
        return data;
    }
}
