package parley.dialect.openai.images;

import parley.image.Resolution;
import parley.image.Shape;
import parley.image.pixel.Kernel;
import parley.image.pixel.Picture;
import parley.image.pixel.Resize;
import parley.image.pixel.Size;

/// Sizes as this contract names them, beside the shapes and resolutions in which pictures are made.
final class Shapes {
    /// How much a picture may be enlarged at the end before it is made finer instead.
    private static final double SLIGHTLY = 1.3;

    private Shapes() {}

    static Shape of(Size size) {
        return new Shape(size.width(), size.height());
    }

    /// The coarsest in which a picture of this size is made.
    static Resolution resolution(Size size) {
        for (Resolution resolution : Resolution.values()) {
            if (of(size).size(resolution).width() * SLIGHTLY >= size.width()) {
                return resolution;
            }
        }
        return Resolution.FOUR_K;
    }

    /// The picture in exactly this size: what is too much of the longer side is cut away.
    static Picture fitted(Picture picture, Size size) {
        if (picture.size().equals(size)) {
            return picture;
        }
        double scale =
                Math.max(
                        (double) size.width() / picture.width(),
                        (double) size.height() / picture.height());
        int width = Math.min(picture.width(), (int) Math.round(size.width() / scale));
        int height = Math.min(picture.height(), (int) Math.round(size.height() / scale));
        Picture part =
                picture.part(
                        (picture.width() - width) / 2,
                        (picture.height() - height) / 2,
                        new Size(width, height));
        return Resize.picture(part, size, Kernel.LANCZOS);
    }
}
