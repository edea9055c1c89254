package parley.image.operation.expand;

import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;

/// How well what was added goes with the picture, without a look at it.
///
/// @param seamRatio the mean step across the picture's edge, in those of the picture beside it: 1
///   is natural, less is smeared, more is a line
/// @param textureDivergence how the steps of what was added are distributed, against those of the
///   picture's part beside it: the divergence of Kullback and Leibler, in nats; 0 is the same
/// @param mirrorIndex the correlation of what was added with the mirror of the picture's part
///   beside it, in detail, at the side where it is highest; what is level across the edge does not
///   count
public record SeamCertificate(double seamRatio, double textureDivergence, double mirrorIndex) {
    public static final double LEAST_SEAM = 0.9;
    public static final double MOST_SEAM = 1.15;
    public static final double MOST_DIVERGENCE = 0.12;
    public static final double MOST_MIRROR = 0.8;

    /// Steps below half a level of 255 are not seen.
    private static final double UNSEEN = 0.5 / 255;

    private static final int BESIDE = 12;
    private static final int BINS = 24;
    private static final double LEAST_SHARE = 1e-3;
    private static final int DEEPEST_MIRROR = 48;
    private static final double DETAIL = 3;

    /// Looks at a picture that was expanded.
    public static SeamCertificate of(Picture canvas, Frame frame) {
        Plane luma = Channels.of(canvas).luma();
        return new SeamCertificate(
                seamRatio(luma, frame), divergence(luma, frame), mirrorIndex(luma, frame));
    }

    public boolean passes() {
        return faults() == 0;
    }

    /// How far it is from what is aimed at; 0 if it is within.
    public double faults() {
        return Math.max(0, LEAST_SEAM - seamRatio) / LEAST_SEAM
                + Math.max(0, seamRatio - MOST_SEAM) / MOST_SEAM
                + Math.max(0, textureDivergence - MOST_DIVERGENCE)
                + Math.max(0, mirrorIndex - MOST_MIRROR);
    }

    /// One edge of the picture, as lines that cross it: `at(along, 0)` is the picture's last pixel,
    /// negative places are outside.
    private record Edge(
            Plane plane, int x, int y, int inwardX, int inwardY, int length, int added) {
        double at(int along, int inward) {
            return plane.at(
                    x + inward * inwardX + (inwardX == 0 ? along : 0),
                    y + inward * inwardY + (inwardY == 0 ? along : 0));
        }

        int depth(Frame frame) {
            return inwardX != 0 ? frame.source().width() : frame.source().height();
        }

        double step(int along, int inward) {
            return Math.abs(at(along, inward) - at(along, inward - 1));
        }
    }

    private static Edge[] edges(Plane plane, Frame frame) {
        int width = frame.source().width();
        int height = frame.source().height();
        int left = frame.left();
        int top = frame.top();
        return new Edge[] {
            new Edge(plane, left, top, 1, 0, height, left),
            new Edge(plane, left + width - 1, top, -1, 0, height, frame.right()),
            new Edge(plane, left, top, 0, 1, width, top),
            new Edge(plane, left, top + height - 1, 0, -1, width, frame.bottom())
        };
    }

    private static double seamRatio(Plane luma, Frame frame) {
        double across = 0;
        double beside = 0;
        int pixels = 0;
        for (Edge edge : edges(luma, frame)) {
            int deep = Math.min(BESIDE, edge.depth(frame) - 1);
            if (edge.added == 0 || deep < 1) {
                continue;
            }
            for (int along = 0; along < edge.length; along++) {
                across += edge.step(along, 0);
                double sum = 0;
                for (int inward = 1; inward <= deep; inward++) {
                    sum += edge.step(along, inward);
                }
                beside += sum / deep;
            }
            pixels += edge.length;
        }
        return pixels == 0 ? 1 : (across / pixels + UNSEEN) / (beside / pixels + UNSEEN);
    }

    private static double divergence(Plane luma, Frame frame) {
        double[] added = new double[BINS];
        double[] beside = new double[BINS];
        int depth =
                Math.max(
                        BESIDE,
                        Math.max(
                                Math.max(frame.left(), frame.right()),
                                Math.max(frame.top(), frame.bottom())));
        for (int y = 1; y < frame.height(); y++) {
            for (int x = 1; x < frame.width(); x++) {
                int outside = frame.outside(x, y);
                boolean isNew = outside > 0 && frame.isNew(x - 1, y) && frame.isNew(x, y - 1);
                boolean isBeside =
                        outside <= 0
                                && outside > -depth
                                && !frame.isNew(x - 1, y)
                                && !frame.isNew(x, y - 1);
                if (isNew || isBeside) {
                    double across = luma.at(x, y) - luma.at(x - 1, y);
                    double down = luma.at(x, y) - luma.at(x, y - 1);
                    (isNew ? added : beside)[bin(Math.hypot(across, down))]++;
                }
            }
        }
        return divergence(shares(added), shares(beside));
    }

    /// Two bins for each doubling, from half a level of 255.
    private static int bin(double step) {
        double doublings = Math.log(Math.max(step, UNSEEN) / UNSEEN) / Math.log(2);
        return Math.min(BINS - 1, (int) (2 * doublings));
    }

    private static double[] shares(double[] counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        double[] shares = new double[counts.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (counts[i] / Math.max(1, sum) + LEAST_SHARE) / (1 + LEAST_SHARE * BINS);
        }
        return shares;
    }

    private static double divergence(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * Math.log(one[i] / other[i]);
        }
        return Math.max(0, sum);
    }

    private static double mirrorIndex(Plane luma, Frame frame) {
        Plane coarse = Blur.gaussian(luma, DETAIL);
        Plane detail = luma.copy();
        for (int i = 0; i < detail.values().length; i++) {
            detail.values()[i] -= coarse.values()[i];
        }
        double most = 0;
        for (Edge edge : edges(detail, frame)) {
            int deep = Math.min(DEEPEST_MIRROR, Math.min(edge.added, edge.depth(frame)));
            if (deep > 1) {
                most = Math.max(most, mirrored(edge, deep));
            }
        }
        return most;
    }

    private static double mirrored(Edge edge, int deep) {
        double both = 0;
        double outer = 0;
        double inner = 0;
        for (int along = 0; along < edge.length; along++) {
            double outerMean = 0;
            double innerMean = 0;
            for (int k = 0; k < deep; k++) {
                outerMean += edge.at(along, -1 - k) / deep;
                innerMean += edge.at(along, k) / deep;
            }
            for (int k = 0; k < deep; k++) {
                double one = edge.at(along, -1 - k) - outerMean;
                double other = edge.at(along, k) - innerMean;
                both += one * other;
                outer += one * one;
                inner += other * other;
            }
        }
        double unseen = UNSEEN * UNSEEN * edge.length * deep;
        return outer < unseen || inner < unseen ? 0 : both / Math.sqrt(outer * inner);
    }
}
