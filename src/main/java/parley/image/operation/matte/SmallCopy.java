package parley.image.operation.matte;

import java.util.Arrays;
import parley.image.pixel.Blur;
import parley.image.pixel.Kernel;
import parley.image.pixel.Lab;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;
import parley.image.pixel.Rows;
import parley.image.pixel.Size;

/// The picture as small as the subject is looked for in, in CIE L\*a\*b\*.
///
/// @param lightness 0 to 100
/// @param sharpness how much an edge at a pixel is in focus: 0 to 1 (Zhuo and Sim, "Defocus map
///   estimation from a single image", 2011: what another blur takes from the gradient)
/// @param gradient how much the colour changes around a pixel where it is in focus, in L\*a\*b\*
///   units a pixel
/// @param noise what the colour changes by from pixel to pixel in its quieter half, in the same
///   unit
/// @param crispness how much an edge at a pixel is as sharp as the sharpest edges are: 0 to 1
record SmallCopy(
        Plane lightness,
        Plane a,
        Plane b,
        Plane sharpness,
        Plane gradient,
        Plane crispness,
        float noise) {
    private static final double AGAIN = 1.2;
    private static final float LEAST_WEIGHT = 0.1f;

    /// @param longestSide in pixels; small pictures stay as they are
    static SmallCopy of(Picture picture, int longestSide) {
        Size size = picture.size().within(longestSide);
        Picture small = Resize.picture(picture, size, Kernel.BICUBIC);
        Plane lightness = Plane.empty(size.width(), size.height());
        Plane a = Plane.empty(size.width(), size.height());
        Plane b = Plane.empty(size.width(), size.height());
        Rows.each(
                size.height(),
                y -> {
                    for (int i = y * size.width(); i < (y + 1) * size.width(); i++) {
                        Lab lab = Lab.of(small.argb()[i]);
                        lightness.values()[i] = lab.lightness();
                        a.values()[i] = lab.a();
                        b.values()[i] = lab.b();
                    }
                });
        Plane gradient = gradient(lightness, a, b);
        float noise = median(gradient);
        Plane ratio = blurLoss(gradient, lightness, a, b);
        Plane crispness = crispness(ratio, gradient, noise);
        Plane sharpness = sharpness(ratio);
        for (int i = 0; i < gradient.values().length; i++) {
            gradient.values()[i] *= sharpness.values()[i];
        }
        return new SmallCopy(lightness, a, b, sharpness, gradient, crispness, noise);
    }

    /// The same, smaller. What is in focus is told from this one: made smaller, everything looks
    /// sharp.
    SmallCopy smaller(int longestSide) {
        Size size = new Size(width(), height()).within(longestSide);
        Plane smallLightness = Resize.plane(lightness, size, Kernel.BICUBIC);
        Plane smallA = Resize.plane(a, size, Kernel.BICUBIC);
        Plane smallB = Resize.plane(b, size, Kernel.BICUBIC);
        Plane whole = gradient.copy();
        Plane weighed = crispness.copy();
        for (int i = 0; i < whole.values().length; i++) {
            whole.values()[i] = whole.values()[i] / sharpness.values()[i] + 1e-3f;
        }
        Plane sharp = Resize.plane(gradient, size, Kernel.BILINEAR);
        for (int i = 0; i < weighed.values().length; i++) {
            weighed.values()[i] *= whole.values()[i];
        }
        Plane crisp = Resize.plane(weighed, size, Kernel.BILINEAR);
        Plane all = Resize.plane(whole, size, Kernel.BILINEAR);
        Plane change = gradient(smallLightness, smallA, smallB);
        float smallNoise = median(change);
        for (int i = 0; i < sharp.values().length; i++) {
            float share = sharp.values()[i] / all.values()[i];
            sharp.values()[i] = Math.clamp(share, LEAST_WEIGHT, 1f);
            change.values()[i] *= sharp.values()[i];
            crisp.values()[i] = Math.clamp(crisp.values()[i] / all.values()[i], 0f, 1f);
        }
        return new SmallCopy(smallLightness, smallA, smallB, sharp, change, crisp, smallNoise);
    }

    /// What another blur takes from the gradient: the more, the sharper an edge is.
    private static Plane blurLoss(Plane gradient, Plane lightness, Plane a, Plane b) {
        Plane again =
                gradient(
                        Blur.gaussian(lightness, AGAIN),
                        Blur.gaussian(a, AGAIN),
                        Blur.gaussian(b, AGAIN));
        for (int i = 0; i < again.values().length; i++) {
            again.values()[i] = gradient.values()[i] / Math.max(0.2f, again.values()[i]);
        }
        return again;
    }

    private static Plane sharpness(Plane ratio) {
        Plane made = ratio.copy();
        for (int i = 0; i < made.values().length; i++) {
            made.values()[i] = Math.clamp((ratio.values()[i] - 1.22f) / 0.3f, LEAST_WEIGHT, 1f);
        }
        return made;
    }

    /// What is nearly as sharp as the sharpest tenth of all clear edges.
    private static Plane crispness(Plane ratio, Plane gradient, float noise) {
        float clear = Math.max(3f, 4 * noise);
        float[] clearOnes = new float[ratio.values().length];
        int count = 0;
        for (int i = 0; i < clearOnes.length; i++) {
            if (gradient.values()[i] > clear) {
                clearOnes[count++] = ratio.values()[i];
            }
        }
        Arrays.sort(clearOnes, 0, count);
        float sharpest = count < 50 ? 2f : Math.clamp(clearOnes[count * 9 / 10], 1.4f, 2.4f);
        Plane made = ratio.copy();
        for (int i = 0; i < made.values().length; i++) {
            float share = (ratio.values()[i] - 1.15f) / (sharpest - 1.15f);
            float bounded = Math.clamp(share, 0f, 1f);
            made.values()[i] = bounded * bounded * bounded;
        }
        return made;
    }

    /// The same, blurred: what is coarser than a texture's grain.
    SmallCopy blurred(double sigma) {
        return new SmallCopy(
                Blur.gaussian(lightness, sigma),
                Blur.gaussian(a, sigma),
                Blur.gaussian(b, sigma),
                sharpness,
                gradient,
                crispness,
                noise);
    }

    int width() {
        return lightness.width();
    }

    int height() {
        return lightness.height();
    }

    int column(int i) {
        return i % width();
    }

    int row(int i) {
        return i / width();
    }

    int pixels() {
        return lightness.values().length;
    }

    /// The distance of the colours of two pixels, squared.
    float squaredDistance(int i, int j) {
        float byLightness = lightness.values()[i] - lightness.values()[j];
        float byA = a.values()[i] - a.values()[j];
        float byB = b.values()[i] - b.values()[j];
        return byLightness * byLightness + byA * byA + byB * byB;
    }

    /// How wide the frame at the edges of the picture is that is looked at for the background.
    int frame() {
        return Math.max(2, Math.min(width(), height()) / 40);
    }

    boolean isInFrame(int i) {
        int x = i % width();
        int y = i / width();
        int frame = frame();
        return x < frame || y < frame || x >= width() - frame || y >= height() - frame;
    }

    /// How much the colour changes from pixel to pixel, in L\*a\*b\* units.
    static Plane gradient(Plane lightness, Plane a, Plane b) {
        Plane made = Plane.empty(lightness.width(), lightness.height());
        Rows.each(
                made.height(),
                y -> {
                    for (int x = 0; x < made.width(); x++) {
                        float sum =
                                squaredSlope(lightness, x, y)
                                        + squaredSlope(a, x, y)
                                        + squaredSlope(b, x, y);
                        made.set(x, y, (float) Math.sqrt(sum) / 2);
                    }
                });
        return made;
    }

    private static float squaredSlope(Plane plane, int x, int y) {
        float across = plane.atNearest(x + 1, y) - plane.atNearest(x - 1, y);
        float down = plane.atNearest(x, y + 1) - plane.atNearest(x, y - 1);
        return across * across + down * down;
    }

    private static float median(Plane plane) {
        float[] sorted = plane.values().clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
