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
    private static final int PIECES = 350;
    private static final int ROUNDS = 50;

    /// What an outline changes at least, in L\*a\*b\* units.
    private static final float FAINT = 5;

    private final SmallCopy copy;
    private final ColourModels colours;
    private final Segmentation segmentation;

    private Candidates(SmallCopy copy) {
        this.copy = copy;
        colours = new ColourModels(copy);
        segmentation = new Segmentation(copy, 1.6f);
    }

    static List<Candidate> of(SmallCopy copy) {
        return new Candidates(copy).all();
    }

    private List<Candidate> all() {
        Plane colour = frameColours();
        Plane saliency = BoundarySaliency.find(copy, Superpixels.of(copy, PIECES));
        Plane edges = EdgeBarrier.find(copy, 1.5f + 2 * copy.noise());
        saturate(edges);
        Plane focus = Focus.find(copy);
        List<Guess> guesses =
                List.of(
                        new Guess(Method.COLOUR, colour),
                        new Guess(Method.SALIENCY, saliency),
                        new Guess(Method.EDGES, edges),
                        new Guess(Method.FOCUS, focus),
                        new Guess(Method.CENTRE, mean(saliency, centre(0.25))),
                        new Guess(Method.CENTRE, centre(0.18)),
                        new Guess(Method.TOGETHER, mean(colour, saliency, edges, focus)));
        List<Candidate> found = new ArrayList<>();
        surface(copy).ifPresent(found::add);
        found.addAll(guesses.parallelStream().map(this::refined).toList());
        return withMainPieces(found);
    }

    /// What one of the ways takes for the subject before colours are learnt from it.
    private record Guess(Method method, Plane inside) {}

    private static Optional<Candidate> surface(SmallCopy copy) {
        return SurfaceKey.find(copy)
                .map(key ->
                        new Candidate(Method.SURFACE, key.inside(), Optional.of(key.surface())));
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

    /// The same subject on a larger copy of the picture.
    static Candidate detailed(Candidate candidate, SmallCopy larger) {
        Size size = new Size(larger.width(), larger.height());
        Plane coarse = Resize.plane(candidate.inside(), size, Kernel.BILINEAR);
        if (candidate.method() == Method.SURFACE) {
            Optional<Candidate> again = surface(larger);
            if (again.isPresent()) {
                return again.get().near(coarse).clean();
            }
        }
        return new Candidates(larger).traced(candidate, coarse).clean();
    }

    private Candidate traced(Candidate candidate, Plane coarse) {
        float[] byColour = colours.evidence(coarse);
        for (int i = 0; i < byColour.length; i++) {
            float known = Math.clamp((coarse.values()[i] - 0.5f) * 4, -2f, 2f);
            byColour[i] = 0.25f * Math.clamp(byColour[i], -3f, 3f) + known;
        }
        Plane inside = segmentation.cut(byColour, coarse, 40);
        return new Candidate(candidate.method(), inside, candidate.surface());
    }

    private Plane centre(double size) {
        Plane made = Plane.empty(copy.width(), copy.height());
        for (int i = 0; i < made.values().length; i++) {
            double x = (copy.column(i) + 0.5) / copy.width() - 0.5;
            double y = (copy.row(i) + 0.5) / copy.height() - 0.5;
            made.values()[i] = (float) Math.exp(-(x * x + y * y) / (2 * size * size));
        }
        return made;
    }

    /// How unlike the colours of the frame of the picture each pixel is.
    private Plane frameColours() {
        Plane frame = Plane.empty(copy.width(), copy.height());
        for (int i = 0; i < frame.values().length; i++) {
            frame.values()[i] = copy.isInFrame(i) ? 0 : 0.55f;
        }
        float[] evidence = colours.evidence(frame);
        Plane made = Plane.empty(copy.width(), copy.height());
        for (int i = 0; i < evidence.length; i++) {
            made.values()[i] = 1 / (1 + (float) Math.exp(-1.5f * (evidence[i] - 0.5f)));
        }
        return made;
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
        for (int round = 0; round < 3; round++) {
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
