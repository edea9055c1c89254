package parley.image.operation.upscale;

import parley.image.pixel.Picture;
import parley.image.pixel.Rows;

/// Pictures drawn pixel by pixel in few colours. Filters would smear them: they are enlarged by a
/// rule that copies pixels, and keep their palette and their hard edges.
final class PixelArt {
    private static final int MOST_COLOURS = 64;

    /// How many of the pairs of neighbours must be the same colour.
    private static final double SAME = 0.4;

    /// How many of the steps may lead over a tone in between, as smooth edges do.
    private static final double RAMPS = 0.15;

    /// With so few colours tones in between are drawn, not smoothed.
    private static final int VERY_FEW_COLOURS = 8;

    private static final double DRAWN_RAMPS = 0.5;

    private static final int LEAST_PAIRS = 24;

    private PixelArt() {}

    /// Whether a picture has few colours, large runs of the same, and edges without tones in
    /// between.
    static boolean is(Picture picture) {
        int colours = colours(picture.argb());
        if (colours > MOST_COLOURS) {
            return false;
        }
        long pairs = 0;
        long same = 0;
        long ramps = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 1; x + 1 < picture.width(); x++) {
                int before = picture.at(x - 1, y);
                int here = picture.at(x, y);
                pairs++;
                if (before == here) {
                    same++;
                } else if (isBetween(here, before, picture.at(x + 1, y))) {
                    ramps++;
                }
            }
        }
        long steps = pairs - same;
        return pairs >= LEAST_PAIRS
                && steps > 0
                && same >= SAME * pairs
                && ramps <= (colours > VERY_FEW_COLOURS ? RAMPS : DRAWN_RAMPS) * steps;
    }

    /// How many colours there are; one more than pixel art may have where there are more.
    private static int colours(int[] argb) {
        int[] found = new int[MOST_COLOURS + 1];
        int count = 0;
        int last = ~argb[0];
        for (int pixel : argb) {
            if (pixel == last) {
                continue;
            }
            last = pixel;
            if (!contains(found, count, pixel)) {
                if (count == MOST_COLOURS) {
                    return MOST_COLOURS + 1;
                }
                found[count++] = pixel;
            }
        }
        return count;
    }

    private static boolean contains(int[] found, int count, int pixel) {
        for (int i = 0; i < count; i++) {
            if (found[i] == pixel) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBetween(int pixel, int one, int other) {
        int tone = tone(pixel);
        int low = Math.min(tone(one), tone(other));
        int high = Math.max(tone(one), tone(other));
        int away = Math.max(8, (high - low) / 8);
        return tone > low + away && tone < high - away;
    }

    private static int tone(int pixel) {
        return ((pixel >> 16 & 0xff) * 2 + (pixel >> 8 & 0xff) * 5 + (pixel & 0xff)) / 8;
    }

    /// Twice as large by the rule Scale2x (Mazzoleni, 2001; Eric's Pixel Expansion before it): a
    /// quarter of a pixel takes the colour of its two neighbours where they agree and form a
    /// corner.
    static Picture twice(Picture picture) {
        int width = picture.width();
        int height = picture.height();
        int[] made = new int[Math.multiplyExact(4, picture.argb().length)];
        Rows.each(
                height,
                y -> {
                    for (int x = 0; x < width; x++) {
                        int here = picture.at(x, y);
                        int above = picture.at(x, Math.max(0, y - 1));
                        int below = picture.at(x, Math.min(height - 1, y + 1));
                        int left = picture.at(Math.max(0, x - 1), y);
                        int right = picture.at(Math.min(width - 1, x + 1), y);
                        int at = 4 * y * width + 2 * x;
                        boolean corner = above != below && left != right;
                        made[at] = corner && left == above ? left : here;
                        made[at + 1] = corner && right == above ? right : here;
                        made[at + 2 * width] = corner && left == below ? left : here;
                        made[at + 2 * width + 1] = corner && right == below ? right : here;
                    }
                });
        return new Picture(2 * width, 2 * height, made);
    }
}
