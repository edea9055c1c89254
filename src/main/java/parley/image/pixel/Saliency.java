package parley.image.pixel;

import java.util.ArrayList;
import java.util.List;

/// Where the subject of a picture may be: what differs in colour from what lies along the edges,
/// and lies rather in the middle. A guess that takes milliseconds, not a matte.
///
/// The idea, that edges are background, is that of Wei, Wen, Zhu and Sun, "Geodesic saliency using
/// background priors", ECCV 2012; the threshold is Otsu's, "A threshold selection method from
/// gray-level histograms", 1979.
///
/// @param matte 0 to 1 for each pixel of the picture it was found on
/// @param certainty how clearly it stands out: 0 to 1
public record Saliency(Plane matte, double certainty) {
    private static final int CLUSTERS = 5;
    private static final int ROUNDS = 6;
    private static final int BINS = 64;

    /// @param picture small: some hundred pixels a side
    public static Saliency of(Picture picture) {
        if (picture.hasAlpha()) {
            return new Saliency(Channels.of(picture).alpha(), 1);
        }
        Lab[] colours = new Lab[picture.argb().length];
        Rows.each(
                picture.height(),
                y -> {
                    for (int i = y * picture.width(); i < (y + 1) * picture.width(); i++) {
                        colours[i] = Lab.of(picture.argb()[i]);
                    }
                });
        Plane distance = distances(colours, edge(colours, picture.size()), picture.size());
        int reach = Math.max(1, Math.max(picture.width(), picture.height()) / 40);
        Plane smooth = Blur.gaussian(distance, reach);
        double threshold = threshold(smooth);
        double certainty = certainty(smooth, threshold);
        Plane matte = Plane.empty(picture.width(), picture.height());
        for (int i = 0; i < matte.values().length; i++) {
            matte.values()[i] =
                    (float) step(smooth.values()[i], threshold * 0.7, threshold * 1.3 + 1e-6);
        }
        Plane guide = Channels.of(picture).luma();
        Plane snug = GuidedFilter.smooth(guide, matte, reach * 2, 2e-3);
        for (int i = 0; i < snug.values().length; i++) {
            snug.values()[i] = Math.clamp(snug.values()[i], 0, 1);
        }
        return new Saliency(snug, certainty * outline(snug, colours));
    }

    private static Lab[] edge(Lab[] colours, Size size) {
        int width = size.width();
        int height = size.height();
        int border = Math.max(1, Math.min(width, height) / 24);
        List<Lab> edge = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                // The lower edge often cuts the subject, so it says less.
                if (x < border || y < border || x >= width - border) {
                    edge.add(colours[y * width + x]);
                }
            }
        }
        return edge.toArray(Lab[]::new);
    }

    /// How far each colour is from those of the edge, less towards the sides of the picture.
    private static Plane distances(Lab[] colours, Lab[] edge, Size size) {
        float[][] centres = centres(edge);
        Plane made = Plane.empty(size.width(), size.height());
        Rows.each(
                size.height(),
                y -> {
                    double down = 2.0 * (y + 0.5) / size.height() - 1.1;
                    for (int x = 0; x < size.width(); x++) {
                        double across = 2.0 * (x + 0.5) / size.width() - 1;
                        double middle = Math.exp(-(across * across + down * down) / 0.9);
                        double far = nearest(centres, colours[y * size.width() + x]);
                        made.set(x, y, (float) (Math.sqrt(far) * middle));
                    }
                });
        return made;
    }

    private static double nearest(float[][] centres, Lab colour) {
        double best = Double.MAX_VALUE;
        for (float[] centre : centres) {
            best = Math.min(best, square(centre, colour));
        }
        return best;
    }

    private static double square(float[] centre, Lab colour) {
        double lightness = 0.6 * (centre[0] - colour.lightness());
        double a = centre[1] - colour.a();
        double b = centre[2] - colour.b();
        return lightness * lightness + a * a + b * b;
    }

    /// Lloyd's means, begun with colours evenly spaced along the edge.
    private static float[][] centres(Lab[] edge) {
        int count = Math.min(CLUSTERS, edge.length);
        float[][] centres = new float[count][];
        for (int c = 0; c < count; c++) {
            Lab colour = edge[(int) ((c + 0.5) * edge.length / count)];
            centres[c] = new float[] {colour.lightness(), colour.a(), colour.b()};
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[][] sums = new double[count][4];
            for (Lab colour : edge) {
                int best = 0;
                for (int c = 1; c < count; c++) {
                    best = square(centres[c], colour) < square(centres[best], colour) ? c : best;
                }
                sums[best][0] += colour.lightness();
                sums[best][1] += colour.a();
                sums[best][2] += colour.b();
                sums[best][3]++;
            }
            for (int c = 0; c < count; c++) {
                for (int k = 0; k < 3 && sums[c][3] > 0; k++) {
                    centres[c][k] = (float) (sums[c][k] / sums[c][3]);
                }
            }
        }
        return centres;
    }

    private static double threshold(Plane plane) {
        double most = 1e-6;
        for (float value : plane.values()) {
            most = Math.max(most, value);
        }
        double[] histogram = new double[BINS];
        for (float value : plane.values()) {
            histogram[Math.min(BINS - 1, (int) (value / most * BINS))]++;
        }
        double total = plane.values().length;
        double all = 0;
        for (int bin = 0; bin < BINS; bin++) {
            all += bin * histogram[bin];
        }
        double below = 0;
        double belowSum = 0;
        double best = -1;
        int cut = BINS / 2;
        for (int bin = 0; bin < BINS - 1; bin++) {
            below += histogram[bin];
            belowSum += bin * histogram[bin];
            if (below == 0 || below == total) {
                continue;
            }
            double apart = belowSum / below - (all - belowSum) / (total - below);
            double between = below * (total - below) * apart * apart;
            if (between > best) {
                best = between;
                cut = bin;
            }
        }
        return (cut + 1) * most / BINS;
    }

    /// The part of the variance that the threshold explains, where the distances are worth a look.
    private static double certainty(Plane plane, double threshold) {
        double[] sum = new double[2];
        double[] squares = new double[2];
        double[] count = new double[2];
        for (float value : plane.values()) {
            int side = value > threshold ? 1 : 0;
            sum[side] += value;
            squares[side] += (double) value * value;
            count[side]++;
        }
        if (count[0] == 0 || count[1] == 0) {
            return 0;
        }
        double within =
                squares[0] - sum[0] * sum[0] / count[0] + squares[1] - sum[1] * sum[1] / count[1];
        double mean = (sum[0] + sum[1]) / (count[0] + count[1]);
        double total = squares[0] + squares[1] - mean * (sum[0] + sum[1]);
        double apart = sum[1] / count[1] - sum[0] / count[0];
        double explained = total > 1e-9 ? 1 - within / total : 0;
        return Math.clamp((explained - 0.55) / 0.35, 0, 1) * step(apart, 3, 14);
    }

    /// Whether colours change where the matte does: 0 where its edge is like any other place.
    private static double outline(Plane matte, Lab[] colours) {
        int width = matte.width();
        double along = 0;
        double weights = 1e-6;
        double anywhere = 0;
        for (int y = 1; y < matte.height() - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                double change =
                        apart(colours[i - 1], colours[i + 1])
                                + apart(colours[i - width], colours[i + width]);
                double edge =
                        Math.abs(matte.values()[i + 1] - matte.values()[i - 1])
                                + Math.abs(matte.values()[i + width] - matte.values()[i - width]);
                along += edge * change;
                weights += edge;
                anywhere += change;
            }
        }
        return step(along / weights / (anywhere / matte.values().length + 1), 0.8, 1.6);
    }

    private static double apart(Lab one, Lab other) {
        return Math.abs(one.lightness() - other.lightness())
                + Math.abs(one.a() - other.a())
                + Math.abs(one.b() - other.b());
    }

    private static double step(double value, double low, double high) {
        double t = Math.clamp((value - low) / (high - low), 0, 1);
        return t * t * (3 - 2 * t);
    }
}
