package parley.image.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import parley.image.pixel.Picture;

/// Pictures to write and to read back.
final class SamplePictures {
    private SamplePictures() {}

    /// Of every kind that a writer treats in its own way.
    static List<Picture> all() {
        return List.of(
                new Picture(1, 1, new int[] {0xff336699}),
                new Picture(1, 1, new int[] {0}),
                flat(300, 200),
                grey(101, 67),
                coloured(47, 1),
                coloured(1, 47),
                coloured(130, 71),
                seeThrough(77, 90),
                noise(64, 64, 256),
                noise(200, 150, 3),
                smooth(500, 400));
    }

    static Picture flat(int width, int height) {
        int[] argb = new int[width * height];
        Arrays.fill(argb, 0xff20a040);
        return new Picture(width, height, argb);
    }

    static Picture grey(int width, int height) {
        Picture picture = smooth(width, height);
        int[] argb = picture.argb().clone();
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | (argb[i] & 0xff) * 0x010101;
        }
        return new Picture(width, height, argb);
    }

    static Picture smooth(int width, int height) {
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int red = x * 255 / width;
                int green = y * 255 / height;
                int blue = (int) (128 + 100 * Math.sin(x / 30.0) * Math.cos(y / 20.0));
                argb[y * width + x] = 0xff000000 | red << 16 | green << 8 | blue;
            }
        }
        return new Picture(width, height, argb);
    }

    /// Smooth, with noise and edges.
    static Picture coloured(int width, int height) {
        int[] argb = smooth(width, height).argb().clone();
        Random random = new Random(7);
        for (int i = 0; i < argb.length; i++) {
            boolean isEdge = i % width / 16 % 2 == 0;
            argb[i] = 0xff000000 | ((isEdge ? ~argb[i] : argb[i]) ^ random.nextInt(4));
        }
        return new Picture(width, height, argb);
    }

    static Picture seeThrough(int width, int height) {
        int[] argb = coloured(width, height).argb().clone();
        for (int i = 0; i < argb.length; i++) {
            argb[i] = (argb[i] & 0xffffff) | (i * 255 / argb.length) << 24;
        }
        return new Picture(width, height, argb);
    }

    static Picture noise(int width, int height, int colours) {
        Random random = new Random(3);
        int[] palette = random.ints(colours).toArray();
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = palette[random.nextInt(colours)];
        }
        return new Picture(width, height, argb);
    }

    /// Its pixels; those that cannot be seen are all the same.
    static int[] seen(Picture picture) {
        return Arrays.stream(picture.argb()).map(p -> p >>> 24 == 0 ? 0 : p).toArray();
    }

    /// How far the farthest level is from what it should be.
    static int farthest(Picture one, Picture other) {
        int farthest = 0;
        for (int i = 0; i < one.argb().length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                int a = one.argb()[i] >>> shift & 0xff;
                int b = other.argb()[i] >>> shift & 0xff;
                farthest = Math.max(farthest, Math.abs(a - b));
            }
        }
        return farthest;
    }
}
