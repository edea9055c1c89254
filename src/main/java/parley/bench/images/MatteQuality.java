package parley.bench.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.image.ImageEngine;
import parley.image.ImageEngine.Job;
import parley.image.ImageEngine.Outcome;
import parley.image.ImageEngine.Progress;
import parley.image.ImageWish.Background;
import parley.image.ImageWish.FileForm;
import parley.image.ImageWish.RemoveBackground;
import parley.image.InputRole;
import parley.image.pixel.Blur;
import parley.image.pixel.Plane;

/// How well backgrounds are removed: generated subjects over generated backgrounds, so that the
/// truth is known to a pixel.
public final class MatteQuality {
    private static final int EDGE = 3;
    private static final double GOOD = 0.8;

    private MatteQuality() {}

    /// The figures of one kind of background.
    ///
    /// @param overlap intersection over union of what is more than half the subject's; a mean
    /// @param edgeError how wrong alpha is within three pixels of the edge: 0 to 1; a mean
    /// @param millis for one picture of 512 × 384; a mean
    /// @param aim what the overlap should be at least
    public record Figures(
            String ground, double overlap, double edgeError, double millis, double aim) {}

    /// @param grounds by kind of background
    /// @param confidence how often a picture that was cut out well (an overlap of at least 0.8) had
    ///   more confidence than one that was not: the area under the ROC curve
    public record Report(List<Figures> grounds, double confidence) {
        public Report {
            grounds = List.copyOf(grounds);
        }
    }

    /// What came of one picture.
    private record Trial(double overlap, double edgeError, double confidence, double millis) {}

    /// @param rounds how often each kind of subject stands before each kind of background
    public static Report measure(ImageEngine engine, int rounds, long seed)
            throws InterruptedException {
        List<Figures> figures = new ArrayList<>();
        List<Trial> all = new ArrayList<>();
        for (MatteGround ground : MatteGround.values()) {
            List<Trial> trials = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                for (MatteSubject subject : MatteSubject.values()) {
                    trials.add(trial(engine, MatteScene.of(subject, ground, seed + round)));
                }
            }
            figures.add(figures(ground, trials));
            all.addAll(trials);
        }
        return new Report(figures, areaUnderCurve(all));
    }

    private static Figures figures(MatteGround ground, List<Trial> trials) {
        return new Figures(
                ground.name().toLowerCase(Locale.ROOT),
                trials.stream().mapToDouble(Trial::overlap).average().orElse(0),
                trials.stream().mapToDouble(Trial::edgeError).average().orElse(1),
                trials.stream().mapToDouble(Trial::millis).average().orElse(0),
                aim(ground));
    }

    private static double aim(MatteGround ground) {
        return switch (ground) {
            case WHITE, PLAIN -> 0.98;
            case GRADIENT, STUDIO -> 0.97;
            case TEXTURE -> 0.9;
            case BOKEH -> 0.75;
            case BUSY -> 0.55;
        };
    }

    private static Trial trial(ImageEngine engine, MatteScene scene) throws InterruptedException {
        Job job =
                new Job(
                        new RemoveBackground(new Background.Transparent(), FileForm.PNG),
                        Map.of(InputRole.IMAGE, scene.picture()),
                        Optional.empty(),
                        1);
        long begun = System.nanoTime();
        Outcome outcome = engine.run(job, Progress.UNHEARD);
        double millis = (System.nanoTime() - begun) / 1e6;
        int[] argb = outcome.pictures().getFirst().argb();
        Plane alpha = Plane.empty(scene.alpha().width(), scene.alpha().height());
        for (int i = 0; i < argb.length; i++) {
            alpha.values()[i] = (argb[i] >>> 24) / 255f;
        }
        return new Trial(
                overlap(alpha, scene.alpha()),
                edgeError(alpha, scene.alpha()),
                outcome.confidence(),
                millis);
    }

    /// Intersection over union of what is more than half covered.
    static double overlap(Plane one, Plane other) {
        int both = 0;
        int either = 0;
        for (int i = 0; i < one.values().length; i++) {
            boolean here = one.values()[i] > 0.5f;
            boolean there = other.values()[i] > 0.5f;
            both += here && there ? 1 : 0;
            either += here || there ? 1 : 0;
        }
        return either == 0 ? 1 : (double) both / either;
    }

    /// The mean difference near the true edge.
    static double edgeError(Plane alpha, Plane truth) {
        Plane side = truth.copy();
        for (int i = 0; i < side.values().length; i++) {
            side.values()[i] = side.values()[i] > 0.5f ? 1 : 0;
        }
        Plane around = Blur.box(side, EDGE);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < side.values().length; i++) {
            if (around.values()[i] > 1e-4f && around.values()[i] < 0.9999f) {
                sum += Math.abs(alpha.values()[i] - truth.values()[i]);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double areaUnderCurve(List<Trial> trials) {
        double[] good = confidences(trials, true);
        double[] bad = confidences(trials, false);
        if (good.length == 0 || bad.length == 0) {
            return 1;
        }
        double won = 0;
        for (double better : good) {
            for (double worse : bad) {
                won += better > worse ? 1 : better == worse ? 0.5 : 0;
            }
        }
        return won / good.length / bad.length;
    }

    private static double[] confidences(List<Trial> trials, boolean isGood) {
        return Arrays.copyOf(
                trials.stream()
                        .filter(trial -> trial.overlap() >= GOOD == isGood)
                        .mapToDouble(Trial::confidence)
                        .toArray(),
                (int) trials.stream().filter(trial -> trial.overlap() >= GOOD == isGood).count());
    }
}
