package parley.image.operation.expand;

import parley.image.pixel.Interleaved;
import parley.image.pixel.Plane;
import parley.image.pixel.Size;

/// A picture and what is to be added around it, in pixels.
public record Frame(Size source, int left, int right, int top, int bottom) {
    public int width() {
        return source.width() + left + right;
    }

    public int height() {
        return source.height() + top + bottom;
    }

    public long pixels() {
        return (long) width() * height();
    }

    /// How much larger than the picture the whole is.
    public double growth() {
        return (double) pixels() / source.pixels();
    }

    /// The same, half as large, rounded up.
    Frame halved() {
        return new Frame(
                new Size((source.width() + 1) / 2, (source.height() + 1) / 2),
                (left + 1) / 2,
                (right + 1) / 2,
                (top + 1) / 2,
                (bottom + 1) / 2);
    }

    /// How far outside the picture a place is: 0 or less inside, and there how far from what is to
    /// be added.
    int outside(int x, int y) {
        int across =
                Math.max(
                        left > 0 ? left - x : deepInside(),
                        right > 0 ? x - rightEdge() : deepInside());
        int down =
                Math.max(
                        top > 0 ? top - y : deepInside(),
                        bottom > 0 ? y - bottomEdge() : deepInside());
        return Math.max(across, down);
    }

    private int deepInside() {
        return -Math.max(source.width(), source.height());
    }

    private int rightEdge() {
        return left + source.width() - 1;
    }

    private int bottomEdge() {
        return top + source.height() - 1;
    }

    boolean isNew(int x, int y) {
        return outside(x, y) > 0;
    }

    /// 1 where something is to be added, else 0.
    Plane added() {
        Plane added = Plane.empty(width(), height());
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                added.set(x, y, isNew(x, y) ? 1 : 0);
            }
        }
        return added;
    }

    /// A canvas with the picture in its place and nothing around.
    Interleaved canvas(Interleaved picture) {
        Interleaved canvas = Interleaved.empty(width(), height(), picture.depth());
        int run = picture.width() * picture.depth();
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(
                    picture.values(),
                    y * run,
                    canvas.values(),
                    ((y + top) * width() + left) * picture.depth(),
                    run);
        }
        return canvas;
    }
}
