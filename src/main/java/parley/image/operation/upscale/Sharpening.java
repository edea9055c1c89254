package parley.image.operation.upscale;

import parley.image.pixel.Blur;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Makes edges steeper by an unsharp mask that may not leave the range of the tones around it: no
/// halos.
final class Sharpening {
    private static final double STRONGEST = 2.5;

    private Sharpening() {}

    /// @param amount 1 to 100
    /// @param factor how many times larger the picture has become: so wide are its edges
    static void sharpen(Layers layers, int amount, int factor) {
        Plane luma = layers.luma();
        Plane smooth = Blur.gaussian(luma, 0.45 * factor + 0.3);
        float strength = (float) (STRONGEST * amount / 100);
        int reach = Math.clamp(factor / 2, 1, 4);
        Rows.each(
                luma.height(),
                y -> {
                    float[] more = new float[luma.width()];
                    row(luma, smooth, y, strength, reach, more);
                    add(layers, y, more);
                });
    }

    private static void row(
            Plane luma, Plane smooth, int y, float strength, int reach, float[] more) {
        for (int x = 0; x < more.length; x++) {
            float value = luma.at(x, y);
            float least = value;
            float most = value;
            for (int away = -reach; away <= reach; away++) {
                float beside = luma.atNearest(x + away, y);
                float above = luma.atNearest(x, y + away);
                least = Math.min(least, Math.min(beside, above));
                most = Math.max(most, Math.max(beside, above));
            }
            float wanted = value + strength * (value - smooth.at(x, y));
            more[x] = Math.clamp(wanted, least, most) - value;
        }
    }

    /// Adds the same to each colour of a row.
    static void add(Layers layers, int y, float[] more) {
        int start = y * more.length;
        for (int colour = 0; colour < Layers.colours(); colour++) {
            float[] values = layers.planes().get(colour).values();
            for (int x = 0; x < more.length; x++) {
                values[start + x] += more[x];
            }
        }
    }
}
