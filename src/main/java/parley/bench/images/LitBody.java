package parley.bench.images;

import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;
import parley.image.pixel.Srgb;

/// A ball or a head in front of a wall, whose shape is known, so that the direction of the light on
/// it can be measured.
///
/// @param across the normal's part to the right; 0 where there is no body
/// @param down the normal's part downwards
/// @param body 1 where the body is
record LitBody(Picture picture, Plane across, Plane down, Plane body) {
    private static final int SIDE = 256;

    /// One of many: its size, place, colours, texture and first light follow from the seed.
    static LitBody of(long seed) {
        boolean head = seed % 2 == 1;
        double radius = SIDE * (0.2 + 0.12 * SceneNoise.at(seed, 1));
        double tall = head ? 1.3 : 1;
        double centreX = SIDE * (0.42 + 0.16 * SceneNoise.at(seed, 2));
        double centreY = SIDE * (0.44 + 0.12 * SceneNoise.at(seed, 3));
        double[] colour = colour(seed, 10, 0.35, 0.4);
        double[] wall = colour(seed, 20, 0.12, 0.5);
        double light = 2 * Math.PI * SceneNoise.at(seed, 4);
        double directed = 0.35 * SceneNoise.at(seed, 5);
        int[] argb = new int[SIDE * SIDE];
        Plane across = Plane.empty(SIDE, SIDE);
        Plane down = Plane.empty(SIDE, SIDE);
        Plane body = Plane.empty(SIDE, SIDE);
        Rows.each(
                SIDE,
                y -> {
                    for (int x = 0; x < SIDE; x++) {
                        int i = y * SIDE + x;
                        double u = (x - centreX) / radius;
                        double v = (y - centreY) / (radius * tall);
                        double texture = 0.8 + 0.4 * SceneNoise.smooth(seed, x / 9.0, y / 9.0);
                        double shade = 1 - 0.15 * SceneNoise.smooth(seed + 7, x / 60.0, y / 60.0);
                        double[] thing = wall;
                        if (u * u + v * v < 1) {
                            thing = colour;
                            body.values()[i] = 1;
                            across.values()[i] = (float) u;
                            down.values()[i] = (float) v;
                            double toLight = u * Math.cos(light) + v * Math.sin(light);
                            shade = 0.55 + 0.35 * Math.sqrt(1 - u * u - v * v);
                            shade += directed * toLight;
                        }
                        argb[i] = pixel(thing, texture * Math.max(0.05, shade));
                    }
                });
        return new LitBody(new Picture(SIDE, SIDE, argb), across, down, body);
    }

    private static double[] colour(long seed, int of, double least, double room) {
        return new double[] {
            least + room * SceneNoise.at(seed, of),
            least + room * SceneNoise.at(seed, of + 1),
            least + room * SceneNoise.at(seed, of + 2)
        };
    }

    private static int pixel(double[] colour, double light) {
        return 0xff000000
                | Srgb.level((float) (colour[0] * light)) << 16
                | Srgb.level((float) (colour[1] * light)) << 8
                | Srgb.level((float) (colour[2] * light));
    }

    /// Where the light on this body comes from, in degrees, as least squares of its luminance on
    /// its normals has it.
    ///
    /// @param lit the picture of this body under a light
    double azimuth(Picture lit) {
        double[][] sums = new double[3][4];
        for (int i = 0; i < body.values().length; i++) {
            if (body.values()[i] == 0) {
                continue;
            }
            double[] row = {across.values()[i], down.values()[i], 1, luminance(lit.argb()[i])};
            for (int r = 0; r < 3; r++) {
                for (int c = 0; c < 4; c++) {
                    sums[r][c] += row[r] * row[c];
                }
            }
        }
        // The normals of a round body are symmetric, so that the mixed sums are nearly 0.
        double right = (sums[0][3] - sums[0][2] * sums[2][3] / sums[2][2]) / sums[0][0];
        double below = (sums[1][3] - sums[1][2] * sums[2][3] / sums[2][2]) / sums[1][1];
        return (Math.toDegrees(Math.atan2(-below, right)) + 360) % 360;
    }

    private static double luminance(int pixel) {
        return 0.2126 * Srgb.linear(pixel >> 16 & 0xff)
                + 0.7152 * Srgb.linear(pixel >> 8 & 0xff)
                + 0.0722 * Srgb.linear(pixel & 0xff);
    }
}
