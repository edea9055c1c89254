package parley.image;

import java.util.Optional;
import parley.image.ImageWish.Expand;
import parley.image.ImageWish.Sides;
import parley.image.pixel.Size;

/// What wishes for more of a picture come to, in pixels beyond each of its edges.
final class Growth {
    private Growth() {}

    /// The wish as it is done with a picture of this size: a shape becomes what it needs on each
    /// side. Where both are wished for the sides count, and that is told unless they give that
    /// shape. All other wishes stay as they are.
    static Wishes.Read settled(Wishes.Read read, Optional<Size> image) {
        return read.wish() instanceof Expand expand
                        && expand.shape().isPresent()
                        && image.isPresent()
                ? settled(read, expand, expand.shape().get(), image.get())
                : read;
    }

    private static Wishes.Read settled(Wishes.Read read, Expand wish, Shape shape, Size image) {
        Sides needed = around(image, shape);
        if (wish.sides().isNone()) {
            boolean fits = Math.max(needed.right(), needed.bottom()) <= Sides.MOST;
            return fits
                    ? read.with(new Expand(needed, wish.shape(), wish.prompt()))
                    // Further than can be told in sides; the engines know what the shape needs.
                    : read;
        }
        if (wish.sides().grown(image).equals(needed.grown(image))) {
            return read;
        }
        return read.with(new Expand(wish.sides(), Optional.empty(), wish.prompt()))
                .warned(
                        ("aspect_ratio %s was not used: left, right, top and bottom say how far the"
                                        + " picture grows.")
                                .formatted(shape.wireName()));
    }

    /// As much on both sides as makes a picture this shape by growing.
    private static Sides around(Size size, Shape shape) {
        int width = Math.max(size.width(), (int) Math.round(size.height() * shape.ratio()));
        int height = Math.max(size.height(), (int) Math.round(size.width() / shape.ratio()));
        int across = width - size.width();
        // Only one of the two grows: the other is what the shape is measured by.
        int down = across > 0 ? 0 : height - size.height();
        return new Sides(across / 2, across - across / 2, down / 2, down - down / 2);
    }
}
