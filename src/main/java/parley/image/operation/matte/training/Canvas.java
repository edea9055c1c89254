package parley.image.operation.matte.training;

import java.util.List;
import java.util.SplittableRandom;
import parley.image.pixel.Blur;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;

/// Colours that things are painted on, and how much of each pixel is painted.
final class Canvas {
    private final int width;
    private final int height;
    private final Plane[] colours;
    private final Plane alpha;

    private Canvas(Plane[] colours, Plane alpha) {
        width = alpha.width();
        height = alpha.height();
        this.colours = colours;
        this.alpha = alpha;
    }

    static Canvas clear(int width, int height) {
        Plane[] colours = new Plane[3];
        for (int k = 0; k < 3; k++) {
            colours[k] = Plane.empty(width, height);
        }
        return new Canvas(colours, Plane.empty(width, height));
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Plane alpha() {
        return alpha;
    }

    /// A colour for a place in pixels.
    interface Paint {
        void at(double x, double y, float[] into);
    }

    void fill(Paint paint) {
        float[] tint = new float[3];
        for (int i = 0; i < width * height; i++) {
            int row = i / width;
            paint.at(i % width, row, tint);
            put(i, 1, tint, 1);
        }
    }

    void draw(List<Thing> things) {
        things.forEach(this::draw);
    }

    void draw(Thing thing) {
        float[] tint = new float[3];
        int left = Math.max(0, (int) (thing.x() - thing.reach()));
        int right = Math.min(width - 1, (int) (thing.x() + thing.reach()) + 1);
        int top = Math.max(0, (int) (thing.y() - thing.reach()));
        int bottom = Math.min(height - 1, (int) (thing.y() + thing.reach()) + 1);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double cover = thing.cover(x, y);
                if (cover > 0) {
                    thing.fabric().at(x, y, tint);
                    put(y * width + x, cover, tint, thing.shade(x, y));
                }
            }
        }
    }

    private void put(int i, double cover, float[] tint, double light) {
        float before = alpha.values()[i];
        double now = cover + before * (1 - cover);
        double weight = cover / Math.max(1e-6, now);
        for (int k = 0; k < 3; k++) {
            float[] values = colours[k].values();
            values[i] += (float) ((tint[k] * light - values[i]) * weight);
        }
        alpha.values()[i] = (float) now;
    }

    /// Adds the light of a thing to what is there.
    void glow(Thing thing, double strength) {
        float[] tint = new float[3];
        for (int i = 0; i < width * height; i++) {
            int row = i / width;
            double cover = strength * thing.cover(i % width, row);
            if (cover > 0) {
                thing.fabric().at(i % width, row, tint);
                put(i, cover, tint, 1);
            }
        }
    }

    /// Becomes what another shows.
    void take(Canvas other) {
        for (int k = 0; k < 3; k++) {
            System.arraycopy(other.colours[k].values(), 0, colours[k].values(), 0, width * height);
        }
    }

    /// Takes away what a thing covers.
    void cutOut(Thing hole) {
        for (int i = 0; i < width * height; i++) {
            int row = i / width;
            alpha.values()[i] *= (float) (1 - hole.cover(i % width, row));
        }
    }

    /// Makes every pixel lighter or darker.
    void shade(Plane light) {
        for (Plane plane : colours) {
            for (int i = 0; i < plane.values().length; i++) {
                plane.values()[i] *= light.values()[i];
            }
        }
    }

    Canvas blurred(double sigma) {
        Plane[] made = new Plane[3];
        for (int k = 0; k < 3; k++) {
            made[k] = Blur.gaussian(colours[k], sigma);
        }
        return new Canvas(made, alpha);
    }

    /// A lens's blur: a disc, as two boxes that overlap.
    Canvas defocused(int radius) {
        Plane[] made = new Plane[3];
        for (int k = 0; k < 3; k++) {
            made[k] = Blur.box(Blur.box(colours[k], radius), Math.max(1, radius / 3));
        }
        return new Canvas(made, alpha);
    }

    /// This over another.
    Canvas over(Canvas behind) {
        Plane[] made = new Plane[3];
        for (int k = 0; k < 3; k++) {
            made[k] = behind.colours[k].copy();
            for (int i = 0; i < width * height; i++) {
                float share = alpha.values()[i];
                float front = Math.clamp(colours[k].values()[i], 0f, 1f);
                float back = Math.clamp(made[k].values()[i], 0f, 1f);
                made[k].values()[i] = back + share * (front - back);
            }
        }
        return new Canvas(made, alpha);
    }

    /// As a camera sees it.
    ///
    /// @param noise in levels, a standard deviation
    Picture picture(SplittableRandom random, double noise) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int pixel = 0xff;
            for (Plane plane : colours) {
                // Of four even numbers the sum is near enough to normal.
                double chance = 0;
                for (int k = 0; k < 4; k++) {
                    chance += random.nextDouble();
                }
                double level = plane.values()[i] * 255 + noise * (chance - 2) * 1.73;
                pixel = pixel << 8 | Math.clamp(Math.round(level), 0, 255);
            }
            argb[i] = pixel;
        }
        return new Picture(width, height, argb);
    }
}
