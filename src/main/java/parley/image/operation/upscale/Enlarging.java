package parley.image.operation.upscale;

import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Makes planes larger by a whole factor, with a kernel that knows no direction. Beyond the edges
/// the nearest value goes on. A mirrored plane gives the mirrored result to the last bit: pixels on
/// both sides of a middle add their neighbours in mirrored order.
final class Enlarging {
    private final int factor;
    private final int radius;

    /// For the places before the middle of a pixel: weights from the farthest pixel before it on.
    private final float[][] weights;

    private Enlarging(int factor, int radius) {
        this.factor = factor;
        this.radius = radius;
        this.weights = new float[factor / 2][2 * radius];
        for (int place = 0; place < factor / 2; place++) {
            fill(weights[place], (place + 0.5) / factor - 0.5);
        }
    }

    /// Lanczos with three lobes (Duchon, 1979), to twice the size.
    static Enlarging lanczos() {
        return new Enlarging(2, 3);
    }

    /// Bicubic (Keys, 1981), to an even multiple of the size.
    static Enlarging bicubic(int factor) {
        return new Enlarging(factor, 2);
    }

    private void fill(float[] taps, double middle) {
        double sum = 0;
        double[] exact = new double[taps.length];
        for (int tap = 0; tap < taps.length; tap++) {
            double distance = Math.abs(tap - radius - middle);
            exact[tap] = radius == 3 ? lanczos(distance) : Shrinking.cubic(distance);
            sum += exact[tap];
        }
        for (int tap = 0; tap < taps.length; tap++) {
            taps[tap] = (float) (exact[tap] / sum);
        }
    }

    private static double lanczos(double distance) {
        if (distance >= 3) {
            return 0;
        }
        double x = StrictMath.PI * distance;
        return 3 * StrictMath.sin(x) * StrictMath.sin(x / 3) / (x * x);
    }

    /// Adds the plane, enlarged, to another.
    void addTo(Plane target, Plane plane) {
        Rows.each(
                target.height(),
                y -> {
                    float[] line = new float[plane.width()];
                    down(plane, y, line);
                    across(line, target, y);
                });
    }

    private void down(Plane plane, int y, float[] line) {
        int place = y % factor;
        boolean before = place < factor / 2;
        float[] taps = weights[before ? place : factor - 1 - place];
        for (int tap = 0; tap < taps.length; tap++) {
            int away = tap - radius;
            int from = Math.clamp(y / factor + (before ? away : -away), 0, plane.height() - 1);
            int row = from * plane.width();
            float weight = taps[tap];
            for (int x = 0; x < line.length; x++) {
                line[x] += weight * plane.values()[row + x];
            }
        }
    }

    private void across(float[] line, Plane target, int y) {
        int at = y * target.width();
        for (int x = 0; x < line.length; x++) {
            boolean inside = x >= radius && x < line.length - radius;
            for (int place = 0; place < factor / 2; place++) {
                float[] taps = weights[place];
                float left = 0;
                float right = 0;
                for (int tap = 0; tap < taps.length; tap++) {
                    int away = tap - radius;
                    int before = inside ? x + away : Math.clamp(x + away, 0, line.length - 1);
                    int behind = inside ? x - away : Math.clamp(x - away, 0, line.length - 1);
                    left += taps[tap] * line[before];
                    right += taps[tap] * line[behind];
                }
                target.values()[at + x * factor + place] += left;
                target.values()[at + x * factor + factor - 1 - place] += right;
            }
        }
    }
}
