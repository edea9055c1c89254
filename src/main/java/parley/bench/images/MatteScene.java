package parley.bench.images;

import java.awt.image.BufferedImage;
import java.util.Random;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;

/// A subject in front of a background, and the truth about it.
///
/// @param alpha how much of each pixel is the subject's
record MatteScene(Picture picture, Plane alpha) {
    private static final int WIDTH = 512;
    private static final int HEIGHT = 384;
    private static final double SENSOR_NOISE = 1.3;

    static MatteScene of(MatteSubject subject, MatteGround ground, long seed) {
        Random random =
                new Random(
                        seed * 31 + ground.name().hashCode() * 1009L + subject.name().hashCode());
        BufferedImage behind = ground.paint(WIDTH, HEIGHT, random);
        return over(subject, behind, random);
    }

    /// The subject over any picture.
    static MatteScene over(MatteSubject subject, BufferedImage behind, Random random) {
        int width = behind.getWidth();
        int height = behind.getHeight();
        BufferedImage front = subject.on(width, height, random);
        int[] argb = new int[width * height];
        Plane alpha = Plane.empty(width, height);
        for (int i = 0; i < argb.length; i++) {
            int pixel = front.getRGB(i % width, i / width);
            float share = (pixel >>> 24) / 255f;
            alpha.values()[i] = share;
            argb[i] = 0xff000000 | mixed(pixel, behind.getRGB(i % width, i / width), share, random);
        }
        return new MatteScene(new Picture(width, height, argb), alpha);
    }

    private static int mixed(int front, int back, float share, Random random) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double level =
                    share * (front >> shift & 0xff)
                            + (1 - share) * (back >> shift & 0xff)
                            + SENSOR_NOISE * random.nextGaussian();
            mixed |= Math.clamp(Math.round(level), 0, 255) << shift;
        }
        return mixed;
    }
}
