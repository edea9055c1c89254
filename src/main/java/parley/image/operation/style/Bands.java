package parley.image.operation.style;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parley.image.pixel.Blur;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Gives the details of a picture, from grain to large forms, the contrast that those of another
/// have: band by band of a pyramid that is not made smaller, by the curve that makes their sizes as
/// frequent as there. Source: Heeger and Bergen, "Pyramid-based texture analysis/synthesis",
/// SIGGRAPH 1995, on the bands of Burt and Adelson, "The Laplacian pyramid as a compact image
/// code", 1983.
final class Bands {
    private static final double[] SIGMAS = {1, 2.5, 6};
    private static final int SAMPLES = 8000;
    private static final int KNOTS = 64;
    private static final float LEAST_GAIN = 0.6f;
    private static final float MOST_GAIN = 2.2f;

    private Bands() {}

    /// @param amount 0 for the plane itself to 1
    static Plane matched(Plane plane, Plane reference, double amount) {
        if (amount < 0.02) {
            return plane;
        }
        List<Plane> own = bands(plane);
        List<Plane> others = bands(reference);
        Plane made = plane.copy();
        for (int band = 0; band < SIGMAS.length; band++) {
            add(made, own.get(band), gains(own.get(band), others.get(band)), (float) amount);
        }
        return made;
    }

    private static List<Plane> bands(Plane plane) {
        List<Plane> bands = new ArrayList<>();
        Plane finer = plane;
        for (double sigma : SIGMAS) {
            Plane coarser = Blur.gaussian(plane, sigma);
            Plane band = Plane.empty(plane.width(), plane.height());
            for (int i = 0; i < band.values().length; i++) {
                band.values()[i] = finer.values()[i] - coarser.values()[i];
            }
            bands.add(band);
            finer = coarser;
        }
        return bands;
    }

    /// What sizes are multiplied by: by size, and the sizes they are for.
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    private record Gains(float[] sizes, float[] gains) {
        float of(float size) {
            int above = Arrays.binarySearch(sizes, size);
            return gains[Math.min(gains.length - 1, above < 0 ? -above - 1 : above)];
        }
    }

    private static Gains gains(Plane own, Plane others) {
        float[] sizes = sizes(own);
        float[] theirs = sizes(others);
        float[] knots = new float[KNOTS];
        float[] gains = new float[KNOTS];
        for (int k = 0; k < KNOTS; k++) {
            int rank = (int) ((k + 0.5) * sizes.length / KNOTS);
            int other = (int) ((k + 0.5) * theirs.length / KNOTS);
            knots[k] = sizes[rank];
            gains[k] =
                    Math.clamp(
                            (theirs[other] + 0.05f) / (sizes[rank] + 0.05f), LEAST_GAIN, MOST_GAIN);
        }
        return new Gains(knots, gains);
    }

    private static float[] sizes(Plane band) {
        int count = Math.min(SAMPLES, band.values().length);
        float[] sizes = new float[count];
        for (int k = 0; k < count; k++) {
            sizes[k] = Math.abs(band.values()[(int) ((long) k * band.values().length / count)]);
        }
        Arrays.sort(sizes);
        return sizes;
    }

    private static void add(Plane made, Plane band, Gains gains, float amount) {
        Rows.each(
                made.height(),
                y -> {
                    for (int i = y * made.width(); i < (y + 1) * made.width(); i++) {
                        float value = band.values()[i];
                        made.values()[i] += amount * (gains.of(Math.abs(value)) - 1) * value;
                    }
                });
    }
}
