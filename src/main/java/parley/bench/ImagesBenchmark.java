package parley.bench;

import java.util.List;
import java.util.Optional;
import parley.bench.images.ExpandQuality;
import parley.bench.images.LightQuality;
import parley.bench.images.MatteQuality;
import parley.bench.images.Measure;
import parley.bench.images.ReimagineQuality;
import parley.bench.images.SceneQuality;
import parley.bench.images.StyleQuality;
import parley.bench.images.UpscaleQuality;
import parley.image.operation.BuiltinEngine;

/// How good the built-in engine's pictures are, on test sets that are generated, and how long each
/// operation takes, beside ImageMagick and OpenCV where they are installed and do the same.
final class ImagesBenchmark implements Benchmark {
    private static final long SEED = 1;

    @Override
    public String name() {
        return "images";
    }

    @Override
    public String question() {
        return "How good and how fast the built-in engine is with pictures";
    }

    @Override
    public Findings run(Workbench bench) throws InterruptedException {
        Findings findings = new Findings();
        measures(bench, findings, "upscale", () -> new UpscaleQuality().measure(List.of(2, 4)));
        matte(bench, findings);
        int pictures = bench.scale().pick(4, 24);
        measures(bench, findings, "relight", () -> new LightQuality().run(pictures));
        measures(bench, findings, "style", () -> new StyleQuality().run(pictures));
        measures(bench, findings, "reimagine", () -> new ReimagineQuality().run(pictures));
        measures(bench, findings, "expand", () -> new ExpandQuality().run(pictures));
        generate(bench, findings);
        ImageSpeed.measure(bench, findings);
        ImageQueue.measure(bench, findings, ImageSpeed.CODEC);
        findings.note(
                "The pictures are made by seeded code: photographs differ. Figures for other programs"
                        + " stand only where the program is installed and did the same work in this"
                        + " run.");
        return findings;
    }

    /// Something that is measured by itself.
    @FunctionalInterface
    private interface Measurement {
        List<Measure> run() throws InterruptedException;
    }

    private static void measures(
            Workbench bench, Findings findings, String group, Measurement measurement)
            throws InterruptedException {
        bench.progress(group);
        findings.group(group);
        for (Measure measure : measurement.run()) {
            findings.add(row(measure));
        }
    }

    private static Row row(Measure measure) {
        Row plain = Row.of(measure.what(), measure.unit(), measure.figure());
        Row row =
                measure.beside()
                        .map(simpler -> plain.beside(simpler.what(), Samples.of(simpler.figure())))
                        .orElse(plain);
        return measure.goal()
                .map(goal ->
                        row.aiming(
                                goal.atLeast()
                                        ? Aim.atLeast(goal.bound())
                                        : Aim.atMost(goal.bound())))
                .orElse(row);
    }

    private static void matte(Workbench bench, Findings findings) throws InterruptedException {
        bench.progress("remove background");
        findings.group("remove background");
        MatteQuality.Report report =
                MatteQuality.measure(new BuiltinEngine(), bench.scale().pick(1, 4), SEED);
        for (MatteQuality.Figures figures : report.grounds()) {
            findings.add(
                    Row.of("overlap, " + figures.ground(), "IoU", figures.overlap())
                            .aiming(Aim.atLeast(figures.aim())));
            findings.add(
                    Row.of("edge of alpha, " + figures.ground(), "error", figures.edgeError())
                            .aiming(Aim.atMost(0.06)));
        }
        findings.add(
                Row.of("confidence tells good from bad", "AUC", report.confidence())
                        .aiming(Aim.atLeast(0.85)));
    }

    private static void generate(Workbench bench, Findings findings) {
        bench.progress("generate");
        findings.group("generate");
        SceneQuality.Figures figures = SceneQuality.measure();
        findings.add(
                Row.of("nouns that are drawn", "share", figures.coverage())
                        .aiming(Aim.atLeast(0.85)));
        findings.add(
                Row.of("named colour, worst", "CIEDE2000", figures.worstColour())
                        .aiming(Aim.atMost(10)));
        findings.add(Row.of("named colour, mean", "CIEDE2000", figures.meanColour()));
        findings.add(Row.of("a picture of 1k", "ms", figures.millis()).aiming(Aim.atMost(1000)));
        if (!figures.missing().isEmpty()) {
            findings.note("Not drawn: %s.".formatted(String.join(", ", figures.missing())));
        }
    }

    /// For rows that stand beside another program's.
    static Row beside(Row row, String program, Optional<Samples> its) {
        return its.map(samples -> row.beside(program, samples)).orElse(row);
    }
}
