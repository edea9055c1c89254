package parley.image.operation.matte;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.image.operation.matte.Candidate.Method;
import parley.image.pixel.Kernel;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;
import parley.image.pixel.Size;

/// Finds the subject in several ways.
final class Candidates {
    private static final int ROUNDS = 36;

    /// What an outline changes at least, in L\*a\*b\* units.
    private static final float FAINT = 5;

    /// From this agreement on two subjects are the same but for their outline.
    private static final double SAME = 0.85;

    private final SmallCopy copy;
    private final ColourModels colours;
    private final Segmentation segmentation;

    private Candidates(SmallCopy copy) {
        this.copy = copy;
        colours = new ColourModels(copy);
        segmentation = new Segmentation(copy, 1.6f);
    }

    /// What was found.
    ///
    /// @param all the candidates, several of a method where it found several things
    /// @param likely how likely each pixel is of the subject, by what was learned about regions
    record Found(List<Candidate> all, Plane likely) {}

    static Found of(SmallCopy copy) {
        return new Candidates(copy).all();
    }

    private Found all() {
        Plane colour = colours.unlikeFrame(copy);
        Optional<SurfaceKey.Found> surface = SurfaceKey.find(copy);
        RegionGuess regions = new RegionGuess(copy, colours, colour, surface);
        Plane likely = regions.guess(LearnedRegions.learned());
        Plane saliency = regions.salient();
        Plane edges = EdgeBarrier.find(copy, copy.sharpness(), 1.5f + 2 * copy.noise());
        saturate(edges);
        Plane focus = Focus.find(copy);
        List<Guess> guesses =
                List.of(
                        new Guess(Method.COLOUR, colour),
                        new Guess(Method.SALIENCY, saliency),
                        new Guess(Method.EDGES, edges),
                        new Guess(Method.FOCUS, focus),
                        new Guess(Method.TOGETHER, mean(colour, saliency, edges, focus)));
        List<Candidate> found = new ArrayList<>();
        surface.map(Candidates::smooth).ifPresent(found::add);
        found.add(learned(likely, 0));
        found.add(learned(likely, 2));
        found.addAll(guesses.parallelStream().map(this::refined).toList());
        return new Found(withMainPieces(found), likely);
    }

    /// What regions say, with the colours of subject and background learnt from it.
    ///
    /// @param rounds how often colours are learnt
    private Candidate learned(Plane likely, int rounds) {
        double least = Likelihood.threshold(likely);
        double shift = logit(least);
        float[] prior = new float[likely.values().length];
        Plane inside = Plane.empty(copy.width(), copy.height());
        for (int i = 0; i < prior.length; i++) {
            prior[i] = (float) Math.clamp(logit(likely.values()[i]) - shift, -2.5, 2.5);
            inside.values()[i] = prior[i] > 0 ? 1 : 0;
        }
        inside = segmentation.cut(prior, inside, ROUNDS);
        for (int round = 0; round < rounds; round++) {
            float[] evidence = colours.evidence(inside);
            for (int i = 0; i < prior.length; i++) {
                evidence[i] = 0.7f * prior[i] + 0.3f * Math.clamp(evidence[i], -3f, 3f);
            }
            inside = segmentation.cut(evidence, inside, ROUNDS);
        }
        return new Candidate(Method.REGIONS, inside, Optional.empty());
    }

    private static double logit(double likely) {
        double bounded = Math.clamp(likely, 0.005, 0.995);
        return StrictMath.log(bounded / (1 - bounded));
    }

    /// What one of the ways takes for the subject before colours are learnt from it.
    private record Guess(Method method, Plane inside) {}

    private static Candidate smooth(SurfaceKey.Found key) {
        return new Candidate(Method.SURFACE, key.inside(), Optional.of(key.surface()));
    }

    /// Where several things were found, one of them alone may be the subject.
    private static List<Candidate> withMainPieces(List<Candidate> found) {
        List<Candidate> all = new ArrayList<>();
        for (Candidate candidate : found) {
            Candidate clean = candidate.clean();
            all.add(clean);
            Candidate main = clean.mainPiece();
            if (main.agreement(clean) < 0.97) {
                all.add(main);
            }
            Candidate core = clean.core();
            if (core.agreement(main) < 0.9) {
                all.add(core);
            }
        }
        return all;
    }

    /// The same subject on a larger copy of the picture. Where it stands before a smooth
    /// background, that tells its outline best.
    static Candidate detailed(Candidate candidate, SmallCopy larger) {
        Size size = new Size(larger.width(), larger.height());
        Plane coarse = Resize.plane(candidate.inside(), size, Kernel.BILINEAR);
        Candidate known = new Candidate(candidate.method(), coarse, Optional.empty());
        Optional<Candidate> smooth =
                SurfaceKey.find(larger)
                        .filter(SurfaceKey.Found::isSmooth)
                        .map(key -> smooth(key).near(coarse));
        if (smooth.isPresent() && smooth.get().agreement(known) > SAME) {
            return smooth.get().with(known).clean();
        }
        return new Candidates(larger).traced(known).clean();
    }

    private Candidate traced(Candidate known) {
        Plane inside = known.inside();
        for (int round = 0; round < 2; round++) {
            float[] nearby = LocalColours.of(copy, inside).evidence();
            float[] anywhere = colours.evidence(inside);
            float[] evidence = new float[nearby.length];
            for (int i = 0; i < evidence.length; i++) {
                float byColour = Math.clamp(nearby[i], -3f, 3f) + Math.clamp(anywhere[i], -3f, 3f);
                float before = Math.clamp((known.inside().values()[i] - 0.5f) * 6, -2f, 2f);
                evidence[i] = before + 0.15f * byColour;
            }
            inside = segmentation.cut(evidence, inside, 30);
        }
        return new Candidate(known.method(), inside, Optional.empty());
    }

    /// The subject that a guess leads to: colours are learnt from what is taken for the subject and
    /// from the rest, and both are told apart by them, in turns (Rother, Kolmogorov and Blake,
    /// "GrabCut: interactive foreground extraction using iterated graph cuts", 2004).
    private Candidate refined(Guess by) {
        Plane guess = by.inside();
        float threshold = threshold(guess);
        float[] prior = new float[guess.values().length];
        for (int i = 0; i < prior.length; i++) {
            prior[i] = Math.clamp((guess.values()[i] - threshold) * 6, -1.5f, 1.5f);
            prior[i] -= copy.isInFrame(i) ? 0.5f : 0;
        }
        Plane inside = Plane.empty(copy.width(), copy.height());
        for (int i = 0; i < prior.length; i++) {
            inside.values()[i] = prior[i] > 0 ? 1 : 0;
        }
        float[] evidence = prior;
        for (int round = 0; round < 2; round++) {
            float[] byColour = colours.evidence(inside);
            evidence = new float[prior.length];
            for (int i = 0; i < prior.length; i++) {
                evidence[i] = 0.6f * prior[i] + 0.4f * Math.clamp(byColour[i], -3f, 3f);
            }
            inside = segmentation.cut(evidence, inside, ROUNDS);
        }
        return new Candidate(by.method(), inside, Optional.empty());
    }

    /// Where the values part best into two groups: Otsu, "A threshold selection method from
    /// gray-level histograms", 1979.
    private static float threshold(Plane plane) {
        int[] histogram = new int[128];
        for (float value : plane.values()) {
            histogram[Math.clamp((int) (value * 128), 0, 127)]++;
        }
        double total = 0;
        for (int bin = 0; bin < 128; bin++) {
            total += (double) bin * histogram[bin];
        }
        double below = 0;
        double sumBelow = 0;
        double best = -1;
        int threshold = 64;
        for (int bin = 0; bin < 127; bin++) {
            below += histogram[bin];
            sumBelow += (double) bin * histogram[bin];
            double above = plane.values().length - below;
            if (below == 0 || above == 0) {
                continue;
            }
            double difference = sumBelow / below - (total - sumBelow) / above;
            double between = below * above * difference * difference;
            if (between > best) {
                best = between;
                threshold = bin;
            }
        }
        return (threshold + 1) / 128f;
    }

    /// Makes distances 0 to 1: a faint outline is as good as a strong one.
    private static void saturate(Plane plane) {
        for (int i = 0; i < plane.values().length; i++) {
            plane.values()[i] /= plane.values()[i] + FAINT;
        }
    }

    private static Plane mean(Plane... planes) {
        Plane made = Plane.empty(planes[0].width(), planes[0].height());
        for (Plane plane : planes) {
            for (int i = 0; i < plane.values().length; i++) {
                made.values()[i] += plane.values()[i] / planes.length;
            }
        }
        return made;
    }
}
