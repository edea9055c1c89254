package parley.image.remote;

import java.util.Arrays;
import parley.image.ImageWish.Expand;
import parley.image.ImageWish.Sides;
import parley.image.Shape;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;

/// A picture on a larger canvas, and the way back: what was there before stays as it was, bit by
/// bit.
record Padding(Picture picture, Sides sides) {
    private static final int WHITE = 0xffffffff;
    private static final int BLACK = 0xff000000;
    private static final int GREY = 0xff808080;

    static Padding of(Picture picture, Expand wish) {
        return new Padding(
                picture, wish.shape().map(shape -> sides(picture, shape)).orElse(wish.sides()));
    }

    /// As much on both sides as makes the picture this shape by growing.
    private static Sides sides(Picture picture, Shape shape) {
        int width = Math.max(picture.width(), (int) Math.round(picture.height() * shape.ratio()));
        int height = Math.max(picture.height(), (int) Math.round(picture.width() / shape.ratio()));
        int across = width - picture.width();
        int down = height - picture.height();
        return new Sides(across / 2, across - across / 2, down / 2, down - down / 2);
    }

    Size size() {
        return new Size(
                sides.left() + picture.width() + sides.right(),
                sides.top() + picture.height() + sides.bottom());
    }

    /// The canvas: grey where the picture is not.
    Picture canvas() {
        return on(GREY, picture);
    }

    /// White where something is to be made up.
    Picture whereNew() {
        return on(WHITE, flat(BLACK));
    }

    /// Transparent where something is to be made up.
    Picture openWhereNew() {
        return on(0, picture);
    }

    private Picture flat(int colour) {
        int[] argb = new int[picture.argb().length];
        Arrays.fill(argb, colour);
        return new Picture(picture.width(), picture.height(), argb);
    }

    private Picture on(int background, Picture content) {
        Picture canvas = Picture.blank(size());
        Arrays.fill(canvas.argb(), background);
        put(content, canvas);
        return canvas;
    }

    private void put(Picture content, Picture canvas) {
        for (int y = 0; y < content.height(); y++) {
            System.arraycopy(
                    content.argb(),
                    y * content.width(),
                    canvas.argb(),
                    (sides.top() + y) * canvas.width() + sides.left(),
                    content.width());
        }
    }

    /// What was made, in the right size, with the picture itself laid over it.
    Picture completed(Picture made) {
        Picture fitted = Fitting.to(made, size());
        Picture canvas = new Picture(fitted.width(), fitted.height(), fitted.argb().clone());
        put(picture, canvas);
        return canvas;
    }
}
