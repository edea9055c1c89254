package parley.image.operation.matte.training;

import java.util.SplittableRandom;
import parley.image.pixel.Blur;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;

/// A made-up picture of a subject, and the truth about it. The same seed makes the same.
///
/// @param alpha how much of each pixel is the subject's
record Scene(Picture picture, Plane alpha, Backdrop backdrop) {
    private static final int[][] SIZES = {
        {512, 384}, {480, 480}, {560, 372}, {384, 512}, {448, 336}
    };

    /// One of these stands behind it: the harder ones more often.
    private static final Backdrop[] BACKDROPS = {
        Backdrop.PLAIN,
        Backdrop.GRADIENT,
        Backdrop.TEXTURE,
        Backdrop.TEXTURE,
        Backdrop.BOKEH,
        Backdrop.BOKEH,
        Backdrop.BUSY,
        Backdrop.BUSY,
        Backdrop.BUSY,
        Backdrop.BUSY
    };

    static Scene of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] size = SIZES[random.nextInt(SIZES.length)];
        Backdrop backdrop = BACKDROPS[(int) Math.floorMod(seed, (long) BACKDROPS.length)];
        Canvas behind = Canvas.clear(size[0], size[1]);
        backdrop.paint(behind, random);
        Canvas subject = Body.any(random, size[0], size[1]);
        if (random.nextDouble() < (backdrop == Backdrop.PLAIN ? 0.6 : 0.25)) {
            behind.shade(shadow(subject.alpha(), random));
        }
        if (random.nextDouble() < 0.5) {
            subject.shade(lit(size, random));
        }
        Canvas whole = subject.over(behind);
        boolean isSoft = random.nextDouble() < 0.3;
        Canvas seen = isSoft ? whole.blurred(random.nextDouble(0.4, 1)) : whole;
        return new Scene(seen.picture(random, random.nextDouble(0, 4)), subject.alpha(), backdrop);
    }

    /// What the subject takes of the light: its outline, moved and blurred.
    private static Plane shadow(Plane alpha, SplittableRandom random) {
        double depth = random.nextDouble(0.15, 0.6);
        int right = random.nextInt(-25, 26);
        int down = random.nextInt(2, 26);
        double flat = random.nextBoolean() ? 1 : random.nextDouble(0.1, 0.4);
        int foot = lowest(alpha);
        Plane moved = Plane.empty(alpha.width(), alpha.height());
        for (int y = 0; y < alpha.height(); y++) {
            int fromY = flat == 1 ? y - down : (int) (foot - (foot - y) / flat);
            for (int x = 0; x < alpha.width(); x++) {
                boolean isIn = fromY >= 0 && fromY < alpha.height();
                moved.set(x, y, isIn ? alpha.atNearest(x - right, fromY) : 0);
            }
        }
        Plane soft = Blur.gaussian(moved, random.nextDouble(4, 22));
        for (int i = 0; i < soft.values().length; i++) {
            soft.values()[i] = (float) (1 - depth * soft.values()[i]);
        }
        return soft;
    }

    private static int lowest(Plane alpha) {
        for (int i = alpha.values().length - 1; i >= 0; i--) {
            if (alpha.values()[i] > 0.5f) {
                return i / alpha.width();
            }
        }
        return alpha.height() - 1;
    }

    private static Plane lit(int[] size, SplittableRandom random) {
        double angle = random.nextDouble(0, 2 * StrictMath.PI);
        double strength = random.nextDouble(0.1, 0.7);
        double across = strength * StrictMath.cos(angle) / size[0];
        double down = strength * StrictMath.sin(angle) / size[1];
        Plane made = Plane.empty(size[0], size[1]);
        for (int i = 0; i < made.values().length; i++) {
            int row = i / size[0];
            made.values()[i] =
                    (float)
                            (1
                                    + across * (i % size[0] - size[0] / 2.0)
                                    + down * (row - size[1] / 2.0));
        }
        return made;
    }
}
