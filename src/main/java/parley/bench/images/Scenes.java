package parley.bench.images;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import parley.image.pixel.Mixing;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Pictures to measure with that look a little like photographs and are made up: none is of the
/// family that filters are learned from. The same ones each time.
public final class Scenes {
    /// Rays a pixel and direction: what a sensor does.
    private static final int RAYS = 3;

    private Scenes() {}

    /// Luma by the name of what is on it, 0 to 1 in whole levels.
    public static Map<String, Plane> all(int side) {
        Map<String, Plane> scenes = new LinkedHashMap<>();
        scenes.put("hills", render(side, Scenes::hills));
        scenes.put("wall", render(side, Scenes::wall));
        scenes.put("rings", render(side, Scenes::rings));
        scenes.put("cloth", render(side, Scenes::cloth));
        scenes.put("water", render(side, Scenes::water));
        scenes.put("fur", strokes(side, 2_600, 11, 0.9, 0.35));
        scenes.put("writing", strokes(side, 420, 5, 2.2, 0.02));
        scenes.put("stars", stars(side));
        return scenes;
    }

    /// @param scene tones, 0 to 1, of places, 0 to 1
    private static Plane render(int side, DoubleBinaryOperator scene) {
        Plane plane = Plane.empty(side, side);
        Rows.each(
                side,
                y -> {
                    for (int x = 0; x < side; x++) {
                        double sum = 0;
                        for (int ray = 0; ray < RAYS * RAYS; ray++) {
                            int line = ray / RAYS;
                            double u = (x + (ray % RAYS + 0.5) / RAYS) / side;
                            double v = (y + (line + 0.5) / RAYS) / side;
                            sum += scene.applyAsDouble(u, v);
                        }
                        plane.set(x, y, level(sum / (RAYS * RAYS)));
                    }
                });
        return plane;
    }

    private static float level(double tone) {
        return (float) (Math.rint(Math.clamp(tone, 0, 1) * 255) / 255);
    }

    private static double hills(double x, double y) {
        double tone = 0.85 - 0.35 * y + 0.1 * clouds(4 * x, 9 * y, 1);
        for (int hill = 0; hill < 5; hill++) {
            double ridge = 0.35 + 0.13 * hill + 0.1 * clouds(3 * x + 7 * hill, hill, 2 + hill);
            ridge += 0.012 * clouds(60 * x, hill, 9);
            if (y > ridge) {
                tone = 0.62 - 0.11 * hill + 0.2 * clouds(40 * x, 40 * y, 20 + hill);
            }
        }
        return tone;
    }

    private static double wall(double x, double y) {
        double row = Math.floor(y * 14);
        double across = x * 7 + (row % 2) / 2 + 0.02 * clouds(30 * x, 30 * y, 3);
        double down = y * 14 + 0.03 * clouds(30 * x, 30 * y, 4);
        double joint = Math.min(edge(across), edge(down) / 2);
        double brick = 0.45 + 0.25 * noise(Math.floor(across), row, 5);
        double tone = joint < 0.03 ? 0.75 : brick;
        return tone + 0.18 * clouds(70 * x, 70 * y, 6);
    }

    private static double edge(double position) {
        double within = position - Math.floor(position);
        return Math.min(within, 1 - within);
    }

    private static double rings(double x, double y) {
        double radius = Math.hypot(x - 0.3, y - 0.4);
        double tone = 0.5 + 0.35 * Math.cos(260 * radius * radius);
        return radius > 0.62 ? 0.3 + 0.4 * x : tone;
    }

    private static double cloth(double x, double y) {
        double bentX = x + 0.03 * Math.sin(9 * y);
        double bentY = y + 0.03 * Math.sin(7 * x);
        double over = Math.sin(2 * Math.PI * 45 * bentX) * Math.sin(2 * Math.PI * 45 * bentY);
        double check = Math.sin(2 * Math.PI * 5 * bentX) > 0.3 ? 0.2 : 0;
        return 0.45 + check + 0.16 * over + 0.1 * clouds(8 * x, 8 * y, 7);
    }

    private static double water(double x, double y) {
        double far = 1 / (0.15 + y);
        double waves = clouds(9 * far * (x - 0.5), 26 * far, 8);
        double glint = Math.max(0, waves - 0.25) * 1.6;
        return 0.25 + 0.25 * y + 0.25 * waves + glint;
    }

    /// Bent strokes of all tones over each other, or of one tone on paper.
    private static Plane strokes(int side, int count, double length, double width, double tones) {
        SplittableRandom random = new SplittableRandom(side + count);
        double paper = tones < 0.1 ? 0.93 : 0.4;
        double unit = side / 256.0;
        Plane fine = Plane.filled(side * 2, side * 2, (float) paper);
        for (int stroke = 0; stroke < count; stroke++) {
            double x = random.nextDouble(fine.width());
            double y = random.nextDouble(fine.height());
            double direction = tones < 0.1 ? random.nextDouble(2 * Math.PI) : 0.8 + x / side;
            double bend = random.nextDouble(-0.15, 0.15);
            float tone = (float) (paper + (tones < 0.1 ? -0.85 : random.nextDouble(-tones, tones)));
            for (double step = 0; step < length * unit * 2; step += 0.5) {
                dab(fine, x, y, width * unit / 2 + 0.35, tone);
                x += 0.5 * Math.cos(direction);
                y += 0.5 * Math.sin(direction);
                direction += bend / unit / 4;
            }
        }
        return halved(fine);
    }

    private static void dab(Plane plane, double x, double y, double radius, float tone) {
        for (int j = (int) (y - radius - 1); j <= y + radius + 1; j++) {
            for (int i = (int) (x - radius - 1); i <= x + radius + 1; i++) {
                boolean inside = i >= 0 && j >= 0 && i < plane.width() && j < plane.height();
                if (inside && Math.hypot(i - x, j - y) < radius) {
                    plane.set(i, j, tone);
                }
            }
        }
    }

    private static Plane halved(Plane fine) {
        Plane plane = Plane.empty(fine.width() / 2, fine.height() / 2);
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                double sum = 0;
                for (int part = 0; part < 4; part++) {
                    sum += fine.at(2 * x + part % 2, 2 * y + part / 2);
                }
                plane.set(x, y, level(sum / 4));
            }
        }
        return plane;
    }

    private static Plane stars(int side) {
        SplittableRandom random = new SplittableRandom(side);
        Plane plane = render(side, (x, y) -> 0.04 + 0.08 * (clouds(3 * x, 3 * y, 12) + 0.5));
        for (int star = 0; star < 400; star++) {
            double x = random.nextDouble(side);
            double y = random.nextDouble(side);
            double light = Math.pow(random.nextDouble(), 3) * 1.2 + 0.08;
            double size = random.nextDouble(0.8, 1.6 + light);
            int reach = (int) (4 * size);
            for (int j = Math.max(0, (int) y - reach); j <= Math.min(side - 1, y + reach); j++) {
                for (int i = Math.max(0, (int) x - reach);
                        i <= Math.min(side - 1, x + reach);
                        i++) {
                    double away = ((i - x) * (i - x) + (j - y) * (j - y)) / (2 * size * size);
                    plane.set(i, j, level(plane.at(i, j) + light * Math.exp(-away)));
                }
            }
        }
        return plane;
    }

    /// Noise of five sizes, about -0.5 to 0.5.
    private static double clouds(double x, double y, int kind) {
        double sum = 0;
        double share = 0.5;
        for (int octave = 0; octave < 5; octave++) {
            sum += share * (smooth(x, y, kind + 31 * octave) - 0.5);
            x = 2 * x + 17.3;
            y = 2 * y + 5.7;
            share *= 0.55;
        }
        return sum;
    }

    private static double smooth(double x, double y, int kind) {
        double left = Math.floor(x);
        double top = Math.floor(y);
        double u = fade(x - left);
        double v = fade(y - top);
        double above = noise(left, top, kind) * (1 - u) + noise(left + 1, top, kind) * u;
        double below = noise(left, top + 1, kind) * (1 - u) + noise(left + 1, top + 1, kind) * u;
        return above * (1 - v) + below * v;
    }

    private static double fade(double t) {
        return t * t * (3 - 2 * t);
    }

    /// Of the place: 0 to 1.
    private static double noise(double x, double y, int kind) {
        long column = (long) x;
        long row = (long) y;
        long place = column * 0x9E3779B97F4A7C15L + row * 0xC2B2AE3D27D4EB4FL + kind;
        return (Mixing.scrambled(place) >>> 11) * 0x1.0p-53;
    }
}
