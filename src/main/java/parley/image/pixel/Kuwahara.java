package parley.image.pixel;

import java.util.Arrays;

/// Makes a picture look painted: flat strokes that follow its forms, with crisp edges.
///
/// Source: Kyprianidis, Kang and Döllner, "Image and video abstraction by anisotropic Kuwahara
/// filtering", Computer Graphics Forum 28 (2009), with the polynomial weights of Kyprianidis,
/// Semmo, Kang and Döllner, "Anisotropic Kuwahara filtering with polynomial weighting functions",
/// TPCG 2010.
public final class Kuwahara {
    private static final int SECTORS = 8;
    private static final double SHARPNESS = 8;

    /// How far strokes may stretch: 1 is to twice their width.
    private static final double STRETCH = 1;

    private static final float[] COS = new float[SECTORS];
    private static final float[] SIN = new float[SECTORS];

    static {
        for (int sector = 0; sector < SECTORS; sector++) {
            COS[sector] = (float) Math.cos(2 * Math.PI * sector / SECTORS);
            SIN[sector] = (float) Math.sin(2 * Math.PI * sector / SECTORS);
        }
    }

    private final Channels source;
    private final int radius;
    private final Plane angle;
    private final Plane anisotropy;

    private Kuwahara(Channels source, int radius, Plane angle, Plane anisotropy) {
        this.source = source;
        this.radius = radius;
        this.angle = angle;
        this.anisotropy = anisotropy;
    }

    /// @param channels as sRGB encodes them
    /// @param radius of a stroke, in pixels; the time grows with its square
    public static Channels paint(Channels channels, int radius) {
        if (radius < 1) {
            return channels;
        }
        Plane luma = channels.luma();
        int width = luma.width();
        int height = luma.height();
        Plane xx = Plane.empty(width, height);
        Plane xy = Plane.empty(width, height);
        Plane yy = Plane.empty(width, height);
        Rows.each(
                height,
                y -> {
                    for (int x = 0; x < width; x++) {
                        float a = luma.atNearest(x + 1, y) - luma.atNearest(x - 1, y);
                        float b = luma.atNearest(x, y + 1) - luma.atNearest(x, y - 1);
                        xx.set(x, y, a * a);
                        xy.set(x, y, a * b);
                        yy.set(x, y, b * b);
                    }
                });
        double reach = Math.max(2, radius * 0.7);
        Plane e = Blur.gaussian(xx, reach);
        Plane f = Blur.gaussian(xy, reach);
        Plane g = Blur.gaussian(yy, reach);
        Plane angle = Plane.empty(width, height);
        Plane anisotropy = Plane.empty(width, height);
        Rows.each(
                height,
                y -> {
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        double sum = e.values()[i] + g.values()[i];
                        double difference = e.values()[i] - g.values()[i];
                        double root = Math.hypot(difference, 2 * f.values()[i]);
                        // Along the form: across the direction in which light changes most.
                        angle.values()[i] =
                                (float)
                                        (0.5 * Math.atan2(2 * f.values()[i], difference)
                                                + Math.PI / 2);
                        anisotropy.values()[i] = (float) (sum > 1e-9 ? root / sum : 0);
                    }
                });
        return new Kuwahara(channels, radius, angle, anisotropy).painted();
    }

    private Channels painted() {
        int width = source.width();
        Channels made =
                new Channels(
                        Plane.empty(width, source.height()),
                        Plane.empty(width, source.height()),
                        Plane.empty(width, source.height()),
                        source.alpha().copy());
        Rows.each(
                source.height(),
                y -> {
                    float[][] sums = new float[SECTORS][5];
                    for (int x = 0; x < width; x++) {
                        stroke(x, y, sums, made);
                    }
                });
        return made;
    }

    private void stroke(int x, int y, float[][] sums, Channels made) {
        for (float[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        int at = y * source.width() + x;
        double stretch = 1 + STRETCH * anisotropy.values()[at];
        double longer = radius * stretch;
        double shorter = radius / stretch;
        double cos = Math.cos(angle.values()[at]);
        double sin = Math.sin(angle.values()[at]);
        int reachX = (int) Math.ceil(Math.hypot(longer * cos, shorter * sin));
        int reachY = (int) Math.ceil(Math.hypot(longer * sin, shorter * cos));
        for (int dy = -reachY; dy <= reachY; dy++) {
            int row = Math.clamp(y + dy, 0, source.height() - 1) * source.width();
            for (int dx = -reachX; dx <= reachX; dx++) {
                float u = (float) ((cos * dx + sin * dy) / longer);
                float v = (float) ((-sin * dx + cos * dy) / shorter);
                float square = u * u + v * v;
                if (square <= 1) {
                    int i = row + Math.clamp(x + dx, 0, source.width() - 1);
                    gather(i, u, v, 1 - square, sums);
                }
            }
        }
        mix(at, sums, made);
    }

    /// Adds a pixel to the sectors it lies in.
    private void gather(int i, float u, float v, float near, float[][] sums) {
        float red = source.red().values()[i];
        float green = source.green().values()[i];
        float blue = source.blue().values()[i];
        for (int sector = 0; sector < SECTORS; sector++) {
            float along = COS[sector] * u + SIN[sector] * v;
            float aside = -SIN[sector] * u + COS[sector] * v;
            float inside = along + 0.33f - 1.6f * aside * aside;
            if (inside <= 0) {
                continue;
            }
            float weight = inside * inside * near;
            float[] sum = sums[sector];
            sum[0] += weight;
            sum[1] += weight * red;
            sum[2] += weight * green;
            sum[3] += weight * blue;
            sum[4] += weight * (red * red + green * green + blue * blue);
        }
    }

    /// The mean of the sectors, in which the even ones count most.
    private static void mix(int at, float[][] sums, Channels made) {
        double total = 0;
        double red = 0;
        double green = 0;
        double blue = 0;
        for (float[] sum : sums) {
            if (sum[0] <= 0) {
                continue;
            }
            double r = sum[1] / sum[0];
            double g = sum[2] / sum[0];
            double b = sum[3] / sum[0];
            double variance = Math.max(0, sum[4] / sum[0] - r * r - g * g - b * b);
            double weight = 1 / (1 + Math.pow(255 * Math.sqrt(variance), SHARPNESS / 2));
            total += weight;
            red += weight * r;
            green += weight * g;
            blue += weight * b;
        }
        made.red().values()[at] = (float) (red / total);
        made.green().values()[at] = (float) (green / total);
        made.blue().values()[at] = (float) (blue / total);
    }
}
