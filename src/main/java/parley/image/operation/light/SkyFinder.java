package parley.image.operation.light;

import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.GuidedFilter;
import parley.image.pixel.Lab;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Finds sky: what is smooth, light or blue, and goes on from the upper edge without a break.
final class SkyFinder {
    private static final double ROUGHEST = 0.035;

    /// Where nearly everything looks like sky it is a wall, or a card.
    private static final double MOST = 0.9;

    private static final double LEAST = 0.04;
    private static final int SWEEPS = 3;

    private SkyFinder() {}

    static Plane find(Channels linear, Plane lightness, Plane subject) {
        int width = lightness.width();
        int height = lightness.height();
        Plane like = likeness(linear, lightness, subject);
        Plane sky = Plane.empty(width, height);
        System.arraycopy(like.values(), 0, sky.values(), 0, width);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            spread(sky, like, 1);
            spread(sky, like, -1);
        }
        double sum = 0;
        for (float value : sky.values()) {
            sum += value;
        }
        double part = sum / sky.values().length;
        if (part > MOST || part < LEAST) {
            return Plane.empty(width, height);
        }
        Plane snug = GuidedFilter.smooth(lightness, Blur.gaussian(sky, 1.5), 5, 6e-4);
        for (int i = 0; i < snug.values().length; i++) {
            snug.values()[i] = (float) Math.clamp(snug.values()[i] * 1.3 - 0.15, 0, 1);
        }
        return snug;
    }

    /// What is no more like sky than the way there from the upper edge.
    private static void spread(Plane sky, Plane like, int step) {
        int width = sky.width();
        int height = sky.height();
        float[] values = sky.values();
        int length = values.length;
        for (int n = 0; n < length; n++) {
            int i = step > 0 ? n : length - 1 - n;
            int x = i % width;
            int y = i / width;
            float way = y > 0 ? values[i - width] : like.values()[i];
            way = Math.max(way, x > 0 ? values[i - 1] : 0);
            way = Math.max(way, x < width - 1 ? values[i + 1] : 0);
            way = Math.max(way, y < height - 1 ? values[i + width] : 0);
            values[i] = Math.max(values[i], Math.min(like.values()[i], way));
        }
    }

    private static Plane likeness(Channels linear, Plane lightness, Plane subject) {
        Plane roughness = roughness(lightness);
        Plane made = Plane.empty(lightness.width(), lightness.height());
        Rows.each(
                lightness.height(),
                y -> {
                    double high = 1.15 - 0.5 * (y + 0.5) / lightness.height();
                    for (int x = 0; x < lightness.width(); x++) {
                        int i = y * lightness.width() + x;
                        double smooth = 1 - Math.min(1, roughness.values()[i] / ROUGHEST);
                        double like = likeness(linear, i) * Math.sqrt(smooth);
                        like *= 1 - subject.values()[i] * 0.8;
                        made.values()[i] = (float) Math.min(1, like * 1.9 * high);
                    }
                });
        return made;
    }

    private static double likeness(Channels linear, int i) {
        Lab colour =
                Lab.ofLinear(
                        linear.red().values()[i],
                        linear.green().values()[i],
                        linear.blue().values()[i]);
        double blue = Math.clamp((-colour.b() - 3) / 12, 0, 1);
        double light = Math.clamp((colour.lightness() - 58) / 22, 0, 1);
        double green = Math.clamp((-colour.a() - colour.b() * 0.2 - 8) / 10, 0, 1);
        return Math.max(blue, light) * (1 - green);
    }

    private static Plane roughness(Plane lightness) {
        Plane smooth = Blur.box(lightness, 2);
        Plane rough = lightness.copy();
        for (int i = 0; i < rough.values().length; i++) {
            rough.values()[i] = Math.abs(rough.values()[i] - smooth.values()[i]);
        }
        return Blur.box(rough, 2);
    }
}
