package parley.image.operation.light;

import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.GuidedFilter;
import parley.image.pixel.Kernel;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;
import parley.image.pixel.Rows;
import parley.image.pixel.Saliency;
import parley.image.pixel.Size;

/// What one picture tells about the things in it, on a small copy of it.
///
/// @param linear the small picture in linear light
/// @param lightness encoded luminance, smooth but for its edges: what reflectance is measured
///   against
/// @param subject where the subject is: 0 to 1
/// @param certainty how far the subject can be trusted
/// @param sky where sky is: 0 to 1
/// @param across how steeply what is seen comes nearer towards the right
/// @param down as across, downwards
public record Scene(
        Channels linear,
        Plane lightness,
        Plane subject,
        double certainty,
        Plane sky,
        Plane across,
        Plane down) {
    private static final int SIDE = 320;
    private static final int SALIENCY_SIDE = 160;

    /// The radius of the smallest things whose shape is told from their light, in pixels of the
    /// small picture; the next are three times as large each.
    private static final double FINEST = 1.6;

    private static final double STEEPEST = 2.2;

    public static Scene of(Picture picture) {
        Size size = picture.size().within(SIDE);
        Picture small = Resize.picture(picture, size, Kernel.BOX);
        Channels linear = Channels.linear(small);
        Plane lightness = lightness(linear);
        Saliency saliency =
                Saliency.of(Resize.picture(small, size.within(SALIENCY_SIDE), Kernel.BOX));
        Plane subject = Resize.plane(saliency.matte(), size, Kernel.BILINEAR);
        Plane snug = GuidedFilter.smooth(lightness, subject, 4, 1e-3);
        Rows.each(
                size.height(),
                y -> {
                    for (int i = y * size.width(); i < (y + 1) * size.width(); i++) {
                        snug.values()[i] = crisp(snug.values()[i]);
                    }
                });
        Plane sky = SkyFinder.find(linear, lightness, snug);
        Plane[] slopes = slopes(lightness, snug, sky, saliency.certainty());
        return new Scene(linear, lightness, snug, saliency.certainty(), sky, slopes[0], slopes[1]);
    }

    int width() {
        return lightness.width();
    }

    int height() {
        return lightness.height();
    }

    /// Encoded luminance, 0 to 1, with a small epsilon so that black has a logarithm.
    static Plane lightness(Channels linear) {
        Plane luma = linear.luma();
        Rows.each(
                luma.height(),
                y -> {
                    for (int i = y * luma.width(); i < (y + 1) * luma.width(); i++) {
                        luma.values()[i] = encoded(luma.values()[i]);
                    }
                });
        return luma;
    }

    /// Close to how light surfaces look: the square root of luminance.
    static float encoded(float luminance) {
        return (float) Math.sqrt(Math.max(0, luminance));
    }

    /// The guess was made on a coarse picture, so its edge is softer than the subject's.
    private static float crisp(float matte) {
        float t = Math.clamp((matte - 0.22f) / 0.46f, 0, 1);
        return t * t * (3 - 2 * t);
    }

    private static Plane[] slopes(Plane lightness, Plane subject, Plane sky, double certainty) {
        int width = lightness.width();
        int height = lightness.height();
        Plane across = Plane.empty(width, height);
        Plane down = Plane.empty(width, height);
        relief(lightness, across, down);
        Plane dome = Dome.over(subject);
        Rows.each(
                height,
                y -> {
                    for (int x = 0; x < width; x++) {
                        int i = y * width + x;
                        float body = (float) (certainty * subject.values()[i]);
                        float open = 1 - sky.values()[i];
                        // Ground that one looks down on leans back towards the sky.
                        double ground = Math.max(0, (y + 0.5) / height - 0.6) * (1 - body);
                        float right = across.values()[i] * (1 - 0.4f * body);
                        float below = down.values()[i] * (1 - 0.4f * body);
                        right += body * gradient(dome, x, y, 1, 0);
                        below += body * gradient(dome, x, y, 0, 1);
                        below += (float) ground;
                        across.values()[i] = bounded(right) * open;
                        down.values()[i] = bounded(below) * open;
                    }
                });
        return new Plane[] {across, down};
    }

    /// Slopes as if dark were deep, which is how eyes read surfaces under diffuse light (Langer and
    /// Bülthoff, "Depth discrimination from shading under diffuse lighting", Perception 29, 2000).
    private static void relief(Plane lightness, Plane across, Plane down) {
        int width = lightness.width();
        double radius = FINEST;
        for (int scale = 0; scale < 3; scale++) {
            Plane smooth = Blur.gaussian(lightness, radius);
            float steepness = (float) (radius * (scale == 0 ? 1.1 : 1.5));
            Rows.each(
                    lightness.height(),
                    y -> {
                        for (int x = 0; x < width; x++) {
                            int i = y * width + x;
                            across.values()[i] += steepness * gradient(smooth, x, y, 1, 0);
                            down.values()[i] += steepness * gradient(smooth, x, y, 0, 1);
                        }
                    });
            radius *= 3;
        }
    }

    private static float gradient(Plane plane, int x, int y, int right, int below) {
        return (plane.atNearest(x + right, y + below) - plane.atNearest(x - right, y - below)) / 2;
    }

    private static float bounded(float slope) {
        return (float) (STEEPEST * Math.tanh(slope / STEEPEST));
    }
}
