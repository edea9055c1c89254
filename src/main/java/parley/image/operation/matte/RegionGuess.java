package parley.image.operation.matte;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.image.pixel.Kernel;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;
import parley.image.pixel.Size;

/// How likely each pixel belongs to the subject, by what was learned about regions. The picture is
/// taken apart in several ways, and their answers are averaged.
public final class RegionGuess {
    private static final int FINE = 340;
    private static final int COARSE = 130;
    private static final double GRAIN = 2;

    private final SmallCopy copy;
    private final ColourModels colours;
    private final List<PieceGraph> graphs = new ArrayList<>();
    private final List<RegionFeatures> features = new ArrayList<>();

    RegionGuess(
            SmallCopy copy,
            ColourModels colours,
            Plane frameColours,
            Optional<SurfaceKey.Found> surface) {
        this.copy = copy;
        this.colours = colours;
        Cues cues = Cues.of(copy, frameColours, surface);
        graphs.add(PieceGraph.of(copy, Superpixels.of(copy, FINE)));
        graphs.add(PieceGraph.of(copy, Superpixels.of(copy.blurred(GRAIN), COARSE)));
        for (PieceGraph graph : graphs) {
            features.add(RegionFeatures.of(copy, graph, cues));
        }
    }

    public static RegionGuess of(Picture picture) {
        SmallCopy copy = SmallCopy.of(picture, Cutout.LARGER).smaller(Cutout.SMALL);
        ColourModels colours = new ColourModels(copy);
        return new RegionGuess(copy, colours, colours.unlikeFrame(copy), SurfaceKey.find(copy));
    }

    /// How much of each piece is the subject's, where that is known.
    ///
    /// @param alpha of the picture, in any size
    public List<float[]> truth(Plane alpha) {
        Size size = new Size(copy.width(), copy.height());
        Plane small = Resize.plane(alpha, size, Kernel.BILINEAR);
        return features.stream().map(one -> one.means(small)).toList();
    }

    /// How many pixels each piece has.
    public List<float[]> sizes() {
        Plane ones = Plane.filled(copy.width(), copy.height(), 1);
        return features.stream().map(one -> one.sums(ones)).toList();
    }

    /// What the first guess is made from.
    public List<float[][]> rows() {
        return features.stream().map(RegionFeatures::rows).toList();
    }

    /// What the second guess is made from.
    public List<float[][]> rows(Plane first) {
        float[] evidence = colours.evidence(first);
        for (int i = 0; i < evidence.length; i++) {
            evidence[i] = Math.clamp(evidence[i], -4f, 4f);
        }
        return features.stream().map(one -> one.withGuess(first, evidence)).toList();
    }

    /// What stands out from what is connected to the edges of the picture: 0 to 1.
    Plane salient() {
        float[] salient = features.getFirst().salient();
        int[] label = graphs.getFirst().pieces().label();
        Plane made = Plane.empty(copy.width(), copy.height());
        for (int i = 0; i < label.length; i++) {
            made.values()[i] = salient[label[i]];
        }
        return made;
    }

    Plane guess(LearnedRegions learned) {
        Plane first = likely(rows(), learned.first());
        return likely(rows(first), learned.second());
    }

    /// The mean over the ways to take the picture apart.
    public Plane likely(List<float[][]> rows, BoostedTrees trees) {
        Plane made = Plane.empty(copy.width(), copy.height());
        for (int way = 0; way < graphs.size(); way++) {
            float[][] own = rows.get(way);
            float[] likely = new float[own.length];
            for (int k = 0; k < own.length; k++) {
                likely[k] = (float) (trees.likely(own[k]) / graphs.size());
            }
            int[] label = graphs.get(way).pieces().label();
            for (int i = 0; i < label.length; i++) {
                made.values()[i] += likely[label[i]];
            }
        }
        return made;
    }
}
