package parley.image.operation.matte;

import java.util.Optional;
import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.Kernel;
import parley.image.pixel.Lab;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;
import parley.image.pixel.Rows;

/// How much of each pixel is the subject's, at full size. Inside and outside are known; in a band
/// along the edge a pixel is a mixture of the subject's colour nearby and the background's, so its
/// share is where it lies on the line between both (Smith and Blinn, "Blue screen matting", 1996;
/// colours of the neighbourhood as in Wang and Cohen's survey "Image and video matting", 2007).
/// Where both colours are alike, the edge of the small copy counts.
final class EdgeAlpha {
    /// Colours nearer than this, of 0 to 1, tell nothing.
    private static final float ALIKE = 0.05f;

    private static final double WIDER = 6;

    /// How much the outline of the small copy is worth: a variance of alpha in the band.
    private static final float DRAWN = 0.06f;

    private final Channels picture;
    private final Plane coarse;
    private final Plane unrest;
    private final int radius;
    private final Channels subject;
    private final Channels background;

    private EdgeAlpha(
            Channels picture, Plane coarse, Plane unrest, int radius, Optional<Surface> surface) {
        this.picture = picture;
        this.coarse = coarse;
        this.unrest = unrest;
        this.radius = radius;
        Plane inner = eroded(coarse, radius, true);
        Plane outer = eroded(coarse, radius, false);
        subject = spread(picture, inner, radius);
        background =
                surface.isPresent()
                        ? shaded(colours(surface.get(), picture), outer)
                        : spread(picture, outer, radius);
        known = Plane.empty(coarse.width(), coarse.height());
        Rows.each(
                coarse.height(),
                y -> {
                    for (int i = y * coarse.width(); i < (y + 1) * coarse.width(); i++) {
                        known.values()[i] = inner.values()[i] - outer.values()[i];
                    }
                });
    }

    /// 1 inside, -1 outside, 0 in the band.
    private final Plane known;

    /// The subject's own colours, and how much of each pixel is its own.
    ///
    /// @param unrest how far the colours on both sides of the outline stray, as shares of 0 to 1,
    ///   squared; of any size
    static Picture cut(Picture picture, Candidate candidate, Plane unrest) {
        Plane coarse = Resize.plane(candidate.inside(), picture.size(), Kernel.BILINEAR);
        double scale = (double) picture.width() / candidate.inside().width();
        int radius = Math.max(2, (int) Math.ceil(1.7 * scale) + 1);
        Channels channels = Channels.of(picture);
        EdgeAlpha edge = new EdgeAlpha(channels, coarse, unrest, radius, candidate.surface());
        return edge.cut(picture);
    }

    private Picture cut(Picture from) {
        Plane mixed = mixed();
        int width = from.width();
        int[] argb = new int[from.argb().length];
        Rows.each(
                from.height(),
                y -> {
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        argb[i] = pixel(i, mixed.values()[i], from.argb()[i]);
                    }
                });
        return new Picture(width, from.height(), argb);
    }

    private Plane mixed() {
        Plane mixed = Plane.empty(coarse.width(), coarse.height());
        Rows.each(
                coarse.height(),
                y -> {
                    for (int i = y * coarse.width(); i < (y + 1) * coarse.width(); i++) {
                        float side = known.values()[i];
                        mixed.values()[i] = side == 0 ? share(i) : (side + 1) / 2;
                    }
                });
        return mixed;
    }

    /// Where the colour lies between the background's and the subject's.
    private float share(int i) {
        float red = subject.red().values()[i] - background.red().values()[i];
        float green = subject.green().values()[i] - background.green().values()[i];
        float blue = subject.blue().values()[i] - background.blue().values()[i];
        float length = red * red + green * green + blue * blue;
        float along =
                red * (picture.red().values()[i] - background.red().values()[i])
                        + green * (picture.green().values()[i] - background.green().values()[i])
                        + blue * (picture.blue().values()[i] - background.blue().values()[i]);
        float measured = Math.clamp((along / Math.max(1e-6f, length) - 0.05f) / 0.9f, 0f, 1f);
        float trust = length / (length + ALIKE * ALIKE + unrest(i) / DRAWN);
        float drawn = Math.clamp((coarse.values()[i] - 0.5f) * 3 + 0.5f, 0f, 1f);
        return trust * measured + (1 - trust) * drawn;
    }

    private float unrest(int i) {
        int row = i / coarse.width();
        int x = (int) ((i % coarse.width() + 0.5f) * unrest.width() / coarse.width());
        int y = (int) ((row + 0.5f) * unrest.height() / coarse.height());
        return unrest.atNearest(x, y);
    }

    /// The pixel without what shines through of the background.
    private int pixel(int i, float share, int before) {
        int alpha = Math.clamp(Math.round(share * 255), 0, 255);
        if (alpha == 0) {
            return 0;
        }
        if (alpha == 255) {
            return 0xff000000 | before;
        }
        return alpha << 24
                | own(picture.red(), background.red(), subject.red(), i, share) << 16
                | own(picture.green(), background.green(), subject.green(), i, share) << 8
                | own(picture.blue(), background.blue(), subject.blue(), i, share);
    }

    private static int own(Plane picture, Plane background, Plane subject, int i, float share) {
        float seen = picture.values()[i];
        float solved = (seen - (1 - share) * background.values()[i]) / Math.max(0.05f, share);
        // The less of the subject is in a pixel, the less the pixel knows of it.
        float own = share * solved + (1 - share) * subject.values()[i];
        return Math.clamp(Math.round(own * 255), 0, 255);
    }

    /// 1 where all within the radius are on this side of the edge.
    private static Plane eroded(Plane coarse, int radius, boolean inside) {
        Plane side = Plane.empty(coarse.width(), coarse.height());
        for (int i = 0; i < side.values().length; i++) {
            side.values()[i] = (coarse.values()[i] > 0.5f) == inside ? 1 : 0;
        }
        Plane mean = Blur.box(side, radius);
        for (int i = 0; i < mean.values().length; i++) {
            mean.values()[i] = mean.values()[i] > 0.9999f ? 1 : 0;
        }
        return mean;
    }

    /// The colours of what is known, carried into what is not: near ones count most.
    private static Channels spread(Channels picture, Plane known, int radius) {
        Plane near = Blur.gaussian(known, radius);
        Plane far = Blur.gaussian(known, WIDER * radius);
        return new Channels(
                spread(picture.red(), known, near, far, radius),
                spread(picture.green(), known, near, far, radius),
                spread(picture.blue(), known, near, far, radius),
                near);
    }

    private static Plane spread(Plane plane, Plane known, Plane near, Plane far, int radius) {
        Plane weighed = plane.copy();
        for (int i = 0; i < weighed.values().length; i++) {
            weighed.values()[i] *= known.values()[i];
        }
        Plane close = Blur.gaussian(weighed, radius);
        Plane wide = Blur.gaussian(weighed, WIDER * radius);
        float little = 0.003f;
        for (int i = 0; i < close.values().length; i++) {
            float sum = close.values()[i] + little * wide.values()[i];
            float weight = near.values()[i] + little * far.values()[i];
            close.values()[i] = weight > 1e-7f ? sum / weight : 0.5f;
        }
        return close;
    }

    /// The background as it is known to be smooth, with the shadows around the edge.
    private Channels shaded(Channels surface, Plane outer) {
        return new Channels(
                shaded(surface.red(), picture.red(), outer),
                shaded(surface.green(), picture.green(), outer),
                shaded(surface.blue(), picture.blue(), outer),
                surface.alpha());
    }

    private Plane shaded(Plane surface, Plane seen, Plane outer) {
        Plane rest = seen.copy();
        for (int i = 0; i < rest.values().length; i++) {
            rest.values()[i] -= surface.values()[i];
        }
        Plane near = Blur.gaussian(outer, radius);
        Plane far = Blur.gaussian(outer, WIDER * radius);
        Plane made = spread(rest, outer, near, far, radius);
        for (int i = 0; i < made.values().length; i++) {
            float sum = near.values()[i] + far.values()[i];
            made.values()[i] = surface.values()[i] + (sum > 1e-4f ? made.values()[i] : 0);
        }
        return made;
    }

    private static Channels colours(Surface surface, Channels picture) {
        int width = picture.width();
        int height = picture.height();
        Channels made =
                new Channels(
                        Plane.empty(width, height),
                        Plane.empty(width, height),
                        Plane.empty(width, height),
                        Plane.filled(width, height, 1));
        Rows.each(
                height,
                y -> {
                    double[] terms = new double[Surface.terms(surface.degree())];
                    float[] colour = new float[3];
                    for (int x = 0; x < width; x++) {
                        surface.at((x + 0.5) / width, (y + 0.5) / height, terms, colour);
                        int rgb = new Lab(colour[0], colour[1], colour[2]).rgb();
                        made.red().set(x, y, (rgb >> 16 & 0xff) / 255f);
                        made.green().set(x, y, (rgb >> 8 & 0xff) / 255f);
                        made.blue().set(x, y, (rgb & 0xff) / 255f);
                    }
                });
        return made;
    }
}
