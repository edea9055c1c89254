package parley.bench.images;

import parley.image.pixel.Picture;
import parley.image.pixel.Rows;
import parley.image.pixel.Size;
import parley.image.pixel.Srgb;

/// Pictures that look a little like photographs, made from a number: landscapes, towns, still life,
/// portraits, flowers. To measure on; the same number gives the same picture.
public final class SampleScene {
    private SampleScene() {}

    private interface Painter {
        /// The colour in linear light.
        ///
        /// @param u 0 left to 1 right
        /// @param v 0 above to 1 below
        double[] at(double u, double v);
    }

    public static Picture of(long seed, Size size) {
        Painter painter =
                switch ((int) (seed % 5)) {
                    case 0 -> landscape(seed);
                    case 1 -> town(seed);
                    case 2 -> stillLife(seed);
                    case 3 -> portrait(seed);
                    default -> flowers(seed);
                };
        int[] argb = new int[Math.toIntExact(size.pixels())];
        Rows.each(
                size.height(),
                y -> {
                    for (int x = 0; x < size.width(); x++) {
                        double u = (x + 0.5) / size.width();
                        double v = (y + 0.5) / size.height();
                        double[] colour = painter.at(u, v);
                        double grain =
                                1 + 0.04 * (SceneNoise.at(seed, (long) y * size.width() + x) - 0.5);
                        argb[y * size.width() + x] =
                                0xff000000
                                        | level(colour[0] * grain) << 16
                                        | level(colour[1] * grain) << 8
                                        | level(colour[2] * grain);
                    }
                });
        return new Picture(size.width(), size.height(), argb);
    }

    private static int level(double linear) {
        return Srgb.level((float) linear);
    }

    private static Painter landscape(long seed) {
        return (u, v) -> {
            double[] sky = mix(rgb(0.12, 0.3, 0.75), rgb(0.7, 0.75, 0.8), Math.min(1, v / 0.55));
            double cloud = SceneNoise.fractal(seed + 3, u * 4, v * 9);
            double[] colour = mix(sky, rgb(0.85, 0.85, 0.86), clamp((cloud - 0.5) * 4));
            for (int ridge = 0; ridge < 4; ridge++) {
                double height =
                        0.42
                                + 0.11 * ridge
                                + 0.2
                                        * (SceneNoise.fractal(
                                                        seed + 11L * ridge, u * (2 + ridge), 0)
                                                - 0.5);
                if (v > height) {
                    double texture = 0.6 + 0.8 * SceneNoise.fractal(seed + 5, u * 40, v * 50);
                    double[] far = rgb(0.3, 0.4, 0.52);
                    double[] near = rgb(0.09, 0.2, 0.05);
                    colour = times(mix(far, near, ridge / 3.0), texture);
                }
            }
            return colour;
        };
    }

    private static Painter town(long seed) {
        return (u, v) -> {
            double[] colour = mix(rgb(0.5, 0.3, 0.25), rgb(0.85, 0.6, 0.4), clamp(v * 1.4));
            for (int row = 0; row < 3; row++) {
                double column = Math.floor(u * (7 + 3 * row) + row * 0.4);
                double top = 0.25 + 0.16 * row + 0.35 * SceneNoise.at(seed + row, (long) column);
                if (v <= top) {
                    continue;
                }
                double wall = 0.1 + 0.25 * SceneNoise.at(seed + row, (long) column + 50);
                double cellX = Math.floor(u * (7 + 3 * row) * 5);
                double cellY = Math.floor(v * 40);
                boolean gap = Math.abs(v * 40 - cellY - 0.5) < 0.3;
                boolean window =
                        gap && SceneNoise.at(seed, (long) (cellX * 91 + cellY * 7 + row)) > 0.4;
                colour = times(rgb(0.8, 0.75, 0.9), wall * (1.3 - 0.3 * row));
                colour = window ? rgb(0.75, 0.6, 0.3) : colour;
            }
            return v > 0.9 ? rgb(0.08, 0.08, 0.09) : colour;
        };
    }

    private static Painter stillLife(long seed) {
        return (u, v) -> {
            double grain = SceneNoise.fractal(seed, u * 3, v * 60);
            double[] colour =
                    v > 0.62
                            ? times(rgb(0.4, 0.22, 0.1), 0.6 + 0.7 * grain)
                            : times(rgb(0.5, 0.48, 0.42), 1.1 - 0.5 * Math.abs(u - 0.3));
            for (int ball = 0; ball < 3; ball++) {
                double x = 0.25 + 0.25 * ball + 0.08 * (SceneNoise.at(seed, ball) - 0.5);
                double radius = 0.11 + 0.06 * SceneNoise.at(seed, ball + 10);
                double a = (u - x) / radius;
                double b = (v - 0.72 + radius) / radius;
                double square = a * a + b * b;
                if (square < 1) {
                    double lit = 0.2 + 0.8 * clamp(Math.sqrt(1 - square) * 0.6 - a * 0.4 - b * 0.4);
                    double[] own =
                            rgb(
                                    0.25 + 0.6 * SceneNoise.at(seed, ball + 20),
                                    0.1 + 0.6 * SceneNoise.at(seed, ball + 30),
                                    0.05 + 0.4 * SceneNoise.at(seed, ball + 40));
                    colour =
                            times(
                                    own,
                                    lit * (0.85 + 0.3 * SceneNoise.fractal(seed, u * 30, v * 30)));
                }
            }
            return colour;
        };
    }

    private static Painter portrait(long seed) {
        return (u, v) -> {
            double[] wall =
                    rgb(
                            0.1 + 0.3 * SceneNoise.at(seed, 1),
                            0.12 + 0.3 * SceneNoise.at(seed, 2),
                            0.15 + 0.3 * SceneNoise.at(seed, 3));
            double[] colour = times(wall, 0.6 + 0.6 * SceneNoise.fractal(seed, u * 2, v * 2));
            double body = Math.hypot((u - 0.5) / 0.38, (v - 1.1) / 0.42);
            if (body < 1) {
                double cloth = 0.5 + 0.5 * SceneNoise.fractal(seed + 2, u * 12, v * 30);
                colour = times(rgb(0.15, 0.2, 0.45), cloth * (1.3 - body));
            }
            double hair = Math.hypot((u - 0.5) / 0.2, (v - 0.4) / 0.27);
            if (hair < 1) {
                colour =
                        times(rgb(0.12, 0.07, 0.04), 0.5 + SceneNoise.fractal(seed, u * 60, v * 9));
            }
            double face = Math.hypot((u - 0.5) / 0.15, (v - 0.46) / 0.22);
            if (face < 1) {
                double shade = 0.45 + 0.55 * Math.sqrt(1 - face * face);
                colour = times(rgb(0.62, 0.4, 0.3), shade);
                double eye = Math.hypot((Math.abs(u - 0.5) - 0.06) / 0.025, (v - 0.42) / 0.016);
                double mouth = Math.hypot((u - 0.5) / 0.055, (v - 0.58) / 0.014);
                colour =
                        eye < 1 ? rgb(0.05, 0.05, 0.06) : mouth < 1 ? rgb(0.5, 0.12, 0.12) : colour;
            }
            return colour;
        };
    }

    private static Painter flowers(long seed) {
        return (u, v) -> {
            double leaf = SceneNoise.fractal(seed, u * 9, v * 9);
            double[] colour = mix(rgb(0.02, 0.08, 0.02), rgb(0.15, 0.4, 0.08), leaf);
            for (int flower = 0; flower < 9; flower++) {
                double x = SceneNoise.at(seed, flower);
                double y = SceneNoise.at(seed, flower + 20);
                double radius = 0.07 + 0.08 * SceneNoise.at(seed, flower + 40);
                double angle = Math.atan2(v - y, u - x);
                double distance = Math.hypot(u - x, v - y) / radius;
                if (distance < 0.75 + 0.25 * Math.cos(angle * 6 + flower)) {
                    double[] petal =
                            rgb(
                                    0.8,
                                    0.1 + 0.6 * SceneNoise.at(seed, flower + 60),
                                    0.1 + 0.6 * SceneNoise.at(seed, flower + 80));
                    colour =
                            distance < 0.22
                                    ? rgb(0.8, 0.6, 0.05)
                                    : times(petal, 0.5 + distance * 0.6);
                }
            }
            return colour;
        };
    }

    private static double clamp(double value) {
        return Math.clamp(value, 0, 1);
    }

    private static double[] rgb(double red, double green, double blue) {
        return new double[] {red, green, blue};
    }

    private static double[] times(double[] colour, double factor) {
        return rgb(colour[0] * factor, colour[1] * factor, colour[2] * factor);
    }

    private static double[] mix(double[] one, double[] other, double part) {
        return rgb(
                one[0] + part * (other[0] - one[0]),
                one[1] + part * (other[1] - one[1]),
                one[2] + part * (other[2] - one[2]));
    }
}
