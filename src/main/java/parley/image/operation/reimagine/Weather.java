package parley.image.operation.reimagine;

import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// What falls from the sky, or hangs in it: drawn over a picture.
final class Weather {
    private final Chance chance;

    Weather(Chance chance) {
        this.chance = chance;
    }

    /// Snow on whatever faces upwards, and in the air.
    Picture snow(Picture picture, double amount) {
        Channels channels = Channels.of(picture);
        int width = picture.width();
        int height = picture.height();
        int side = Math.max(width, height);
        Plane smooth = Blur.gaussian(channels.luma(), Math.max(0.6, side / 420.0));
        int reach = Math.max(1, side / 260);
        Plane lying = Plane.empty(width, height);
        Rows.each(
                height,
                y -> {
                    for (int x = 0; x < width; x++) {
                        float above = smooth.atNearest(x, y - reach);
                        float below = smooth.atNearest(x, y + reach);
                        double edge = Math.clamp((above - below - 0.035) * 9, 0, 1);
                        double low = Math.clamp(((y + 0.5) / height - 0.35) * 1.4, 0, 1);
                        double drift =
                                0.5 + 0.5 * chance.smooth(31, 14.0 * x / side, 20.0 * y / side);
                        lying.set(x, y, (float) Math.min(1, edge + 0.55 * low * drift));
                    }
                });
        Plane cover = Blur.gaussian(lying, Math.max(0.5, side / 600.0));
        Plane flakes = flakes(width, height);
        return laid(
                channels,
                i -> {
                    double lightness = 0.35 + 0.65 * Math.sqrt(smooth.values()[i]);
                    double ground = amount * 0.85 * cover.values()[i] * lightness;
                    return 1 - (1 - ground) * (1 - amount * flakes.values()[i]);
                },
                new float[] {0.95f, 0.97f, 1});
    }

    private Plane flakes(int width, int height) {
        int side = Math.max(width, height);
        Plane made = Plane.empty(width, height);
        int count = 420;
        for (int n = 0; n < count; n++) {
            double near = chance.at(1000 + n);
            double radius = side * (0.0012 + 0.0042 * near * near * near);
            double x0 = chance.at(3000 + n) * width;
            double y0 = chance.at(5000 + n) * height;
            dot(made, x0, y0, Math.max(0.7, radius), 0.9 - 0.4 * near);
        }
        return made;
    }

    private static void dot(Plane plane, double x0, double y0, double radius, double weight) {
        int reach = (int) Math.ceil(radius * 1.6);
        for (int y = (int) y0 - reach; y <= y0 + reach; y++) {
            for (int x = (int) x0 - reach; x <= x0 + reach; x++) {
                if (x < 0 || y < 0 || x >= plane.width() || y >= plane.height()) {
                    continue;
                }
                double d = Math.hypot(x + 0.5 - x0, y + 0.5 - y0) / radius;
                float value = (float) (weight * Math.exp(-d * d * 1.3));
                plane.set(x, y, Math.max(plane.at(x, y), value));
            }
        }
    }

    /// Streaks of rain, all on one slant.
    Picture rain(Picture picture, double amount) {
        int width = picture.width();
        int height = picture.height();
        int side = Math.max(width, height);
        Plane streaks = Plane.empty(width, height);
        double slant = chance.between(40, -0.22, 0.22);
        for (int n = 0; n < 520; n++) {
            double near = chance.at(7000 + n);
            double length = side * (0.03 + 0.07 * near);
            double x0 = chance.at(9000 + n) * width * 1.2 - 0.1 * width;
            double y0 = chance.at(11_000 + n) * height * 1.1 - 0.1 * height;
            double thickness = Math.max(0.55, side * (0.0004 + 0.0011 * near));
            for (double step = 0; step < length; step += 0.7) {
                double fade = Math.sin(Math.PI * step / length);
                double x = x0 + slant * step;
                dot(streaks, x, y0 + step, thickness, (0.22 + 0.3 * near) * fade);
            }
        }
        return laid(
                Channels.of(picture),
                i -> amount * streaks.values()[i],
                new float[] {0.86f, 0.9f, 0.95f});
    }

    /// Stars where there is sky.
    ///
    /// @param sky 0 to 1
    Picture stars(Picture picture, Plane sky, double amount) {
        int width = picture.width();
        int height = picture.height();
        int side = Math.max(width, height);
        Plane stars = Plane.empty(width, height);
        for (int n = 0; n < 420; n++) {
            double size = chance.at(13_000 + n);
            double radius = Math.max(0.6, side * (0.0006 + 0.0016 * Math.pow(size, 6)));
            double x0 = chance.at(15_000 + n) * width;
            double y0 = chance.at(17_000 + n) * height;
            dot(stars, x0, y0, radius, 0.35 + 0.65 * size);
        }
        return laid(
                Channels.of(picture),
                i -> amount * stars.values()[i] * sky.values()[i],
                new float[] {1, 0.97f, 0.92f});
    }

    @FunctionalInterface
    interface Cover {
        /// 0 leaves what is there.
        double at(int i);
    }

    /// A colour over a picture, as much as is said for each pixel.
    static Picture laid(Channels channels, Cover cover, float[] colour) {
        int width = channels.width();
        Rows.each(
                channels.height(),
                y -> {
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        float part = (float) Math.clamp(cover.at(i), 0, 1);
                        float[] red = channels.red().values();
                        float[] green = channels.green().values();
                        float[] blue = channels.blue().values();
                        red[i] += part * (colour[0] - red[i]);
                        green[i] += part * (colour[1] - green[i]);
                        blue[i] += part * (colour[2] - blue[i]);
                    }
                });
        return channels.picture();
    }
}
