package parley.image.operation.reimagine;

import java.util.Arrays;
import parley.image.pixel.Picture;
import parley.image.pixel.Rows;

/// Where each place of a variation comes from in its picture: mirrored, turned, nearer, and along a
/// gentle flow. Lengths are parts of the longer side, so that it is the same at every size.
///
/// The flow is the curl of smooth noise (Bridson, Houriham and Nordenstam, "Curl-noise for
/// procedural fluid flow", ACM TOG 26, 2007), so that nothing is squeezed together.
///
/// @param turn in radians
/// @param zoom 1 leaves it
/// @param centreX what stays where it is when zoomed, in parts of the width
/// @param flow how far the flow carries
/// @param wave how long the waves of the flow are
/// @param folded whether the right half is the mirror of the left
record Composition(
        Chance chance,
        boolean mirrored,
        boolean folded,
        double turn,
        double zoom,
        double centreX,
        double centreY,
        double flow,
        double wave) {

    Picture of(Picture picture) {
        int width = picture.width();
        int height = picture.height();
        int side = Math.max(width, height);
        double cos = Math.cos(turn) / zoom;
        double sin = Math.sin(turn) / zoom;
        double x0 = centreX * width;
        double y0 = centreY * height;
        int[] argb = new int[picture.argb().length];
        Rows.each(
                height,
                y -> {
                    float[] sum = new float[4];
                    for (int x = 0; x < width; x++) {
                        double px = x + 0.5;
                        double py = y + 0.5;
                        if (flow > 0) {
                            double u = px / side / wave;
                            double v = py / side / wave;
                            double here = chance.smooth(5, u, v);
                            double step = 0.02;
                            double alongX = (chance.smooth(5, u, v + step) - here) / step;
                            double alongY = (here - chance.smooth(5, u + step, v)) / step;
                            px += flow * side * 0.5 * alongX;
                            py += flow * side * 0.5 * alongY;
                        }
                        double dx = px - x0;
                        double dy = py - y0;
                        double fromX = x0 + cos * dx + sin * dy;
                        double fromY = y0 - sin * dx + cos * dy;
                        fromX = folded && fromX > x0 ? 2 * x0 - fromX : fromX;
                        fromX = mirrored ? width - fromX : fromX;
                        argb[y * width + x] = sample(picture, fromX - 0.5, fromY - 0.5, sum);
                    }
                });
        return new Picture(width, height, argb);
    }

    /// Catmull-Rom's cubic; beyond the edges the picture goes on as its mirror.
    private static int sample(Picture picture, double x, double y, float[] sum) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        Arrays.fill(sum, 0);
        for (int j = -1; j <= 2; j++) {
            double down = cubic(y - top - j);
            int row = inside(top + j, picture.height()) * picture.width();
            for (int i = -1; i <= 2; i++) {
                int pixel = picture.argb()[row + inside(left + i, picture.width())];
                float alpha = (pixel >>> 24) / 255f;
                float weight = (float) (down * cubic(x - left - i));
                float seen = weight * alpha;
                sum[0] += seen * (pixel >> 16 & 0xff);
                sum[1] += seen * (pixel >> 8 & 0xff);
                sum[2] += seen * (pixel & 0xff);
                sum[3] += seen;
            }
        }
        if (sum[3] < 0.002f) {
            return 0;
        }
        return level(sum[3] * 255) << 24
                | level(sum[0] / sum[3]) << 16
                | level(sum[1] / sum[3]) << 8
                | level(sum[2] / sum[3]);
    }

    private static int level(float value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    private static double cubic(double distance) {
        double t = Math.abs(distance);
        if (t >= 2) {
            return 0;
        }
        return t < 1 ? (1.5 * t - 2.5) * t * t + 1 : ((-0.5 * t + 2.5) * t - 4) * t + 2;
    }

    private static int inside(int at, int length) {
        if (length == 1) {
            return 0;
        }
        int period = 2 * length;
        int folded = Math.floorMod(at, period);
        return folded < length ? folded : period - 1 - folded;
    }
}
