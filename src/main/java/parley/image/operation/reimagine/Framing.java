package parley.image.operation.reimagine;

import parley.image.Shape;
import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.Kernel;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;
import parley.image.pixel.Rows;
import parley.image.pixel.Saliency;
import parley.image.pixel.Size;

/// Gives a picture another shape: cut around what matters where little is lost, else set into a
/// wider view of itself.
public final class Framing {
    /// The least part of a picture that a cut may leave.
    private static final double LEAST_KEPT = 0.56;

    private static final int SIDE = 160;

    private Framing() {}

    public static Picture into(Shape shape, Picture picture) {
        double ratio = shape.ratio();
        double own = (double) picture.width() / picture.height();
        if (Math.abs(ratio / own - 1) < 0.01) {
            return picture;
        }
        double kept = Math.min(ratio / own, own / ratio);
        return kept >= LEAST_KEPT ? cut(picture, ratio) : set(picture, ratio);
    }

    private static Picture cut(Picture picture, double ratio) {
        int width = Math.min(picture.width(), (int) Math.round(picture.height() * ratio));
        int height = Math.min(picture.height(), (int) Math.round(picture.width() / ratio));
        width = Math.max(1, width);
        height = Math.max(1, height);
        double[] centre = centre(picture);
        int x = (int) Math.round(centre[0] * picture.width() - width / 2.0);
        int y = (int) Math.round(centre[1] * picture.height() - height / 2.0);
        return picture.part(
                Math.clamp(x, 0, picture.width() - width),
                Math.clamp(y, 0, picture.height() - height),
                new Size(width, height));
    }

    private static double[] centre(Picture picture) {
        Saliency saliency =
                Saliency.of(Resize.picture(picture, picture.size().within(SIDE), Kernel.BOX));
        Plane matte = saliency.matte();
        double sum = 1e-6;
        double x0 = 0;
        double y0 = 0;
        for (int y = 0; y < matte.height(); y++) {
            for (int x = 0; x < matte.width(); x++) {
                double weight = matte.at(x, y) * (0.1 + saliency.certainty()) + 0.01;
                sum += weight;
                x0 += weight * (x + 0.5) / matte.width();
                y0 += weight * (y + 0.5) / matte.height();
            }
        }
        return new double[] {x0 / sum, y0 / sum};
    }

    /// The picture in the middle; around it itself, larger and out of focus.
    private static Picture set(Picture picture, double ratio) {
        int width = Math.max(picture.width(), (int) Math.round(picture.height() * ratio));
        int height = Math.max(picture.height(), (int) Math.round(picture.width() / ratio));
        Size size = new Size(width, height);
        Picture wide = Resize.picture(cut(picture, ratio), size, Kernel.BICUBIC);
        Channels soft = Channels.of(wide);
        double radius = Math.max(width, height) / 36.0;
        Channels behind =
                new Channels(
                        Blur.gaussian(soft.red(), radius),
                        Blur.gaussian(soft.green(), radius),
                        Blur.gaussian(soft.blue(), radius),
                        soft.alpha());
        Picture made = behind.picture();
        int left = (width - picture.width()) / 2;
        int top = (height - picture.height()) / 2;
        int feather = Math.max(1, Math.max(width, height) / 22);
        Rows.each(
                picture.height(),
                y -> {
                    for (int x = 0; x < picture.width(); x++) {
                        int i = (y + top) * width + x + left;
                        double part = 1;
                        if (left > 0) {
                            part = Math.min(x + 1, picture.width() - x) / (double) feather;
                        }
                        if (top > 0) {
                            part =
                                    Math.min(
                                            part,
                                            Math.min(y + 1, picture.height() - y)
                                                    / (double) feather);
                        }
                        made.argb()[i] = mixed(made.argb()[i], picture.at(x, y), Math.min(1, part));
                    }
                });
        return made;
    }

    private static int mixed(int behind, int before, double part) {
        double eased = part * part * (3 - 2 * part);
        int pixel = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int own = behind >> shift & 0xff;
            int its = before >> shift & 0xff;
            pixel |= (int) Math.round(own + eased * (its - own)) << shift;
        }
        return pixel;
    }
}
