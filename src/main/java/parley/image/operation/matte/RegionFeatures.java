package parley.image.operation.matte;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import parley.image.pixel.Plane;

/// Describes each piece of a picture beside what is around it, as in Jiang, Wang, Yuan, Wu, Zheng
/// and Li, "Salient object detection: a discriminative regional feature integration approach",
/// 2013: how unlike the sides of the picture it is, how unlike its neighbours, where it lies, how
/// widely its colour is spread, what its surface is like.
final class RegionFeatures {
    private static final int NEAREST = 3;
    private static final double ALIKE = 12;

    /// Beyond this distance nothing counts.
    private static final double APART = 4;

    private final SmallCopy copy;
    private final PieceGraph graph;
    private final Superpixels pieces;
    private final int count;
    private final List<float[]> columns = new ArrayList<>();
    private final List<float[]> surface = new ArrayList<>();
    private final float[] salient;

    private RegionFeatures(SmallCopy copy, PieceGraph graph) {
        this.copy = copy;
        this.graph = graph;
        pieces = graph.pieces();
        count = graph.count();
        salient = new float[count];
    }

    /// How much each piece stands out from what is connected to the edges of the picture.
    float[] salient() {
        return salient;
    }

    /// A row of features for each piece.
    static RegionFeatures of(SmallCopy copy, PieceGraph graph, Cues cues) {
        RegionFeatures features = new RegionFeatures(copy, graph);
        cues.texture().forEach(plane -> features.surface.add(features.means(plane)));
        features.addCues(cues);
        features.addNovelty();
        features.addBoundary();
        features.addNeighbours();
        features.addPlace();
        features.addSpread();
        features.addWhole(cues);
        return features;
    }

    /// The features together with what a first guess adds to them.
    ///
    /// @param guess how likely each pixel is of the subject
    float[][] withGuess(Plane guess, float[] colourEvidence) {
        RegionFeatures more = new RegionFeatures(copy, graph);
        more.columns.addAll(columns);
        more.surface.addAll(surface);
        more.addGuess(guess, new Plane(copy.width(), copy.height(), colourEvidence));
        return more.rows();
    }

    float[][] rows() {
        float[][] rows = new float[count][columns.size()];
        for (int feature = 0; feature < columns.size(); feature++) {
            for (int k = 0; k < count; k++) {
                rows[k][feature] = columns.get(feature)[k];
            }
        }
        return rows;
    }

    /// The mean over each piece.
    float[] means(Plane plane) {
        float[] means = sums(plane);
        for (int k = 0; k < count; k++) {
            means[k] /= Math.max(1, pieces.size(k));
        }
        return means;
    }

    /// The sum over each piece.
    float[] sums(Plane plane) {
        double[] sums = new double[count];
        int[] label = pieces.label();
        for (int i = 0; i < label.length; i++) {
            sums[label[i]] += plane.values()[i];
        }
        float[] made = new float[count];
        for (int k = 0; k < count; k++) {
            made[k] = (float) sums[k];
        }
        return made;
    }

    private void add(IntToDoubleFunction value) {
        float[] column = new float[count];
        for (int k = 0; k < count; k++) {
            column[k] = (float) value.applyAsDouble(k);
        }
        columns.add(column);
    }

    /// The values, and how far they are from the picture's mean in standard deviations.
    private void addWithRank(float[] values) {
        columns.add(values);
        double mean = mean(values);
        double squares = mean(k -> (values[k] - mean) * (values[k] - mean));
        double deviation = Math.sqrt(squares) + 1e-3;
        add(k -> (values[k] - mean) / deviation);
    }

    private double mean(float[] values) {
        return mean(k -> values[k]);
    }

    private double mean(IntToDoubleFunction value) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += pieces.size(k) * value.applyAsDouble(k);
        }
        return sum / copy.pixels();
    }

    private void addCues(Cues cues) {
        cues.hints().forEach(plane -> addWithRank(means(plane)));
        columns.addAll(surface);
    }

    private double distance(int one, int other) {
        double colour = graph.colourDistance(one, other) / ALIKE;
        double sum = colour * colour;
        for (float[] column : surface) {
            double apart = 2 * (column[one] - column[other]);
            sum += apart * apart;
        }
        return Math.sqrt(sum);
    }

    /// How unlike each side of the picture it is, the most alike side first: where a subject
    /// touches one side, the other three still tell.
    private void addNovelty() {
        float[][] byColour = new float[PieceGraph.SIDES][count];
        float[][] byAll = new float[PieceGraph.SIDES][count];
        for (int side = 0; side < PieceGraph.SIDES; side++) {
            int[] frame = graph.side(side);
            for (int k = 0; k < count; k++) {
                int piece = k;
                byColour[side][k] =
                        nearest(frame, k, other -> graph.colourDistance(piece, other) / ALIKE);
                byAll[side][k] = nearest(frame, k, other -> distance(piece, other));
            }
        }
        addSorted(byColour);
        addSorted(byAll);
    }

    private static float nearest(int[] frame, int piece, IntToDoubleFunction distance) {
        double[] best = new double[NEAREST];
        Arrays.fill(best, 9);
        for (int other : frame) {
            double far = other == piece ? 9 : distance.applyAsDouble(other);
            for (int place = 0; place < NEAREST; place++) {
                if (far < best[place]) {
                    double moved = best[place];
                    best[place] = far;
                    far = moved;
                }
            }
        }
        double mean = Arrays.stream(best).average().orElse(9);
        return (float) (mean / (mean + 1));
    }

    private void addSorted(float[][] bySide) {
        float[][] sorted = new float[PieceGraph.SIDES][count];
        float[] values = new float[PieceGraph.SIDES];
        for (int k = 0; k < count; k++) {
            for (int side = 0; side < PieceGraph.SIDES; side++) {
                values[side] = bySide[side][k];
            }
            Arrays.sort(values);
            for (int side = 0; side < PieceGraph.SIDES; side++) {
                sorted[side][k] = values[side];
            }
        }
        for (float[] column : sorted) {
            addWithRank(column);
        }
    }

    private void addBoundary() {
        BoundarySaliency.Found found = BoundarySaliency.find(copy, graph);
        add(k -> found.background()[k]);
        add(k -> found.contrast()[k]);
        for (int k = 0; k < count; k++) {
            salient[k] = (float) found.salient()[k];
        }
        addWithRank(salient);
    }

    private void addNeighbours() {
        add(k -> ofNeighbours(k, other -> graph.colourDistance(k, other) / ALIKE));
        add(k ->
                Arrays.stream(graph.neighbours(k))
                        .mapToDouble(other -> graph.colourDistance(k, other) / ALIKE)
                        .min()
                        .orElse(0));
        add(k -> ofNeighbours(k, other -> distance(k, other)));
    }

    private double ofNeighbours(int piece, IntToDoubleFunction value) {
        return Arrays.stream(graph.neighbours(piece)).mapToDouble(value).average().orElse(0);
    }

    private double across(int piece) {
        return pieces.centre(piece)[3] / copy.width() - 0.5;
    }

    private double down(int piece) {
        return pieces.centre(piece)[4] / copy.height() - 0.5;
    }

    private void addPlace() {
        add(k -> Math.abs(across(k)));
        add(this::down);
        add(k -> across(k) * across(k) + down(k) * down(k));
        add(k -> 0.5 - Math.max(Math.abs(across(k)), Math.abs(down(k))));
        add(k -> graph.onEdge(k) / Math.sqrt(Math.max(1, pieces.size(k))));
    }

    /// How much of the picture is of a like colour, and where.
    private void addSpread() {
        float[] area = new float[count];
        float[] far = new float[count];
        float[] spread = new float[count];
        float[] edge = new float[count];
        for (int k = 0; k < count; k++) {
            double[] sums = new double[6];
            for (int other = 0; other < count; other++) {
                double apart = distance(k, other);
                if (apart > APART) {
                    continue;
                }
                double weight = StrictMath.exp(-apart * apart / 2) * pieces.size(other);
                double x = across(other);
                double y = down(other);
                sums[0] += weight;
                sums[1] += weight * x;
                sums[2] += weight * y;
                sums[3] += weight * (x * x + y * y);
                sums[4] += weight * Math.max(Math.abs(x), Math.abs(y));
                sums[5] += weight * (graph.onEdge(other) > 0 ? 1 : 0);
            }
            double all = Math.max(1e-6, sums[0]);
            area[k] = (float) (all / copy.pixels());
            double meanX = sums[1] / all;
            double meanY = sums[2] / all;
            spread[k] = (float) (sums[3] / all - meanX * meanX - meanY * meanY);
            far[k] = (float) (sums[4] / all);
            edge[k] = (float) (sums[5] / all);
        }
        columns.add(area);
        columns.add(spread);
        addWithRank(far);
        addWithRank(edge);
    }

    /// What the picture is like as a whole: which of the others to believe.
    private void addWhole(Cues cues) {
        double fit = cues.fit();
        add(k -> fit);
        add(k -> copy.noise());
        for (float[] column : surface) {
            double frame = ofFrame(k -> column[k]);
            add(k -> column[k] - frame);
            add(k -> frame);
        }
        for (int hint = 0; hint < cues.hints().size(); hint++) {
            double mean = mean(columns.get(2 * hint));
            add(k -> mean);
        }
        double colours = ofFrame(this::towardsFrame);
        add(k -> colours);
    }

    private double ofFrame(IntToDoubleFunction value) {
        double sum = 0;
        double all = 0;
        for (int k = 0; k < count; k++) {
            double weight = graph.onEdge(k);
            sum += weight > 0 ? weight * value.applyAsDouble(k) : 0;
            all += weight;
        }
        return sum / Math.max(1, all);
    }

    /// How unlike the rest of the frame a piece of it is.
    private double towardsFrame(int piece) {
        return ofFrame(other -> Math.min(3, distance(piece, other)));
    }

    private void addGuess(Plane guess, Plane colourEvidence) {
        float[] own = means(guess);
        addWithRank(own);
        addWithRank(means(colourEvidence));
        add(k -> ofNeighbours(k, other -> own[other]));
        double share = mean(own);
        add(k -> share);
        float[] near = new float[count];
        float[] anywhere = new float[count];
        for (int k = 0; k < count; k++) {
            near[k] = evidence(k, own, 0.15);
            anywhere[k] = evidence(k, own, 10);
        }
        addWithRank(near);
        addWithRank(anywhere);
    }

    /// How much likelier its colour and surface are in what the guess takes for the subject.
    private float evidence(int piece, float[] guess, double reach) {
        double subject = 1e-3;
        double background = 1e-3;
        for (int other = 0; other < count; other++) {
            if (other == piece) {
                continue;
            }
            double x = (across(other) - across(piece)) / reach;
            double y = (down(other) - down(piece)) / reach;
            double apart = distance(piece, other);
            if (apart > APART) {
                continue;
            }
            double weight =
                    StrictMath.exp(-apart * apart - (x * x + y * y) / 2) * pieces.size(other);
            subject += weight * guess[other];
            background += weight * (1 - guess[other]);
        }
        return (float) StrictMath.log(subject / background);
    }
}
