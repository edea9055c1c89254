package parley.image.operation.matte.training;

import java.util.SplittableRandom;

/// What a surface looks like from near: two tints, and how much of the second is where.
///
/// @param size of its features in pixels
/// @param depth how much of the second tint there is at most
/// @param unrest how much lighter and darker it is from place to place
record Fabric(
        Weave weave,
        Tint first,
        Tint second,
        double size,
        double cosine,
        double sine,
        double depth,
        double unrest,
        double slimness,
        Clouds clouds) {
    /// Kinds of pattern.
    enum Weave {
        FLAT,
        CLOUDS,
        STRIPES,
        CHECKS,
        CLOTH,
        BRICKS,
        WOOD,
        SPOTS,
        GRAIN,
        GRAVEL,
        PATCHES,
        STRANDS
    }

    private static final Weave[] WEAVES = Weave.values();

    /// Any pattern but none.
    static Fabric patterned(SplittableRandom random, Tint first) {
        Weave weave = WEAVES[1 + random.nextInt(WEAVES.length - 1)];
        double depth = random.nextDouble(0.25, 1);
        Tint second =
                random.nextDouble() < 0.6
                        ? first.near(random, random.nextDouble(0.1, 0.5))
                        : Tint.dull(random);
        double size = 2.5 * StrictMath.pow(12, random.nextDouble());
        return of(random, weave, first, second, size, depth);
    }

    /// The surface of a thing: often of one tint.
    static Fabric plain(SplittableRandom random, Tint first) {
        if (random.nextDouble() < 0.3) {
            return patterned(random, first);
        }
        Weave weave = random.nextDouble() < 0.5 ? Weave.FLAT : Weave.CLOUDS;
        Tint second = first.near(random, 0.25);
        return of(random, weave, first, second, random.nextDouble(4, 40), random.nextDouble());
    }

    static Fabric of(
            SplittableRandom random,
            Weave weave,
            Tint first,
            Tint second,
            double size,
            double depth) {
        double angle = random.nextDouble() < 0.5 ? 0 : random.nextDouble(0, StrictMath.PI);
        return new Fabric(
                weave,
                first,
                second,
                size,
                StrictMath.cos(angle),
                StrictMath.sin(angle),
                depth,
                random.nextDouble() < 0.3 ? 0 : random.nextDouble(0, 0.4),
                random.nextDouble(1.5, 6),
                new Clouds(random.nextLong()));
    }

    /// The tint at a place.
    ///
    /// @param into room for red, green and blue
    void at(double x, double y, float[] into) {
        double u = (cosine * x + sine * y) / size;
        double v = (cosine * y - sine * x) / size;
        double share = depth * Math.clamp(share(u, v, x, y), 0.0, 1.0);
        double light =
                unrest == 0 ? 1 : 1 + unrest * (clouds.at(x / 23 + 71, y / 23 - 13, 3) - 0.5) * 2;
        into[0] = (float) ((first.red() + share * (second.red() - first.red())) * light);
        into[1] = (float) ((first.green() + share * (second.green() - first.green())) * light);
        into[2] = (float) ((first.blue() + share * (second.blue() - first.blue())) * light);
    }

    private double share(double u, double v, double x, double y) {
        return switch (weave) {
            case FLAT -> 0;
            case CLOUDS -> 1.6 * clouds.at(u, v, 4) - 0.3;
            case STRIPES -> steep(wave(u + 0.6 * clouds.at(u / 5, v / 5, 2)), 4);
            case CHECKS -> 0.5 * steep(wave(u), 5) + 0.5 * steep(wave(v), 5);
            case CLOTH ->
                    0.5
                            + 0.35 * (wave(u * 2.5) - 0.5) * 2 * (wave(v * 2.5) - 0.5) * 2
                            + 0.5 * (clouds.at(u, v, 3) - 0.5);
            case BRICKS -> bricks(u, v);
            case WOOD ->
                    wave(v + 2.2 * clouds.at(u / 9, v / 1.5, 3))
                            * (0.6
                                    + 0.4
                                            * clouds.grain(
                                                    (long) Math.floor(u * size / 4),
                                                    (long) Math.floor(v * size)));
            case SPOTS -> 1 - steep(nearest(u / 1.6, v / 1.6) * 1.4, 8);
            case GRAIN ->
                    0.7 * clouds.grain((long) Math.floor(x), (long) Math.floor(y))
                            + 0.3 * clouds.at(u, v, 2);
            case GRAVEL -> cell(u, v);
            case PATCHES -> steep(clouds.at(u / 1.5, v / 1.5, 3), 14);
            case STRANDS -> 1.8 * clouds.at(u * 2, v * 2 / slimness, 3) - 0.4;
        };
    }

    private static double wave(double t) {
        double triangle = Math.abs(t - Math.floor(t) - 0.5) * 2;
        return triangle * triangle * (3 - 2 * triangle);
    }

    private static double steep(double share, double by) {
        return Math.clamp((share - 0.5) * by + 0.5, 0.0, 1.0);
    }

    private double bricks(double u, double v) {
        double row = Math.floor(v);
        double along = u / 2.2 + (row % 2 == 0 ? 0 : 0.5);
        double column = Math.floor(along);
        boolean isMortar = v - row < 0.13 || along - column < 0.06;
        double own = clouds.grain((long) column, (long) row);
        return isMortar ? 1 : 0.45 * own + 0.35 * clouds.at(u * 4, v * 4, 3);
    }

    /// How far the next of scattered points is (Worley, "A cellular texture basis function", 1996).
    private double nearest(double u, double v) {
        return StrictMath.sqrt(twoNearest(u, v)[0]);
    }

    private double cell(double u, double v) {
        double[] near = twoNearest(u, v);
        double edge = StrictMath.sqrt(near[1]) - StrictMath.sqrt(near[0]);
        return edge < 0.12 ? 1 : 0.75 * near[2] + 0.25 * near[0];
    }

    private double[] twoNearest(double u, double v) {
        long column = (long) Math.floor(u);
        long row = (long) Math.floor(v);
        double[] best = {9, 9, 0};
        for (long j = row - 1; j <= row + 1; j++) {
            for (long i = column - 1; i <= column + 1; i++) {
                double byU = i + clouds.grain(i, 2 * j) - u;
                double byV = j + clouds.grain(i, 2 * j + 1) - v;
                double distance = byU * byU + byV * byV;
                if (distance < best[0]) {
                    best[1] = best[0];
                    best[0] = distance;
                    best[2] = clouds.grain(i + 1000, j);
                } else if (distance < best[1]) {
                    best[1] = distance;
                }
            }
        }
        return best;
    }
}
