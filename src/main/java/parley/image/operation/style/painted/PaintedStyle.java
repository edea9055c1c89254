package parley.image.operation.style.painted;

import parley.image.pixel.Channels;
import parley.image.pixel.Picture;

/// A way of painting.
public interface PaintedStyle {
    /// Paints an opaque picture anew, in its size.
    Channels paint(Subject subject);

    /// What is painted.
    ///
    /// @param picture opaque, as sRGB encodes it
    /// @param unit the width of a fine stroke, in pixels, so that pictures of any size look alike
    /// @param detail how closely the painting keeps to the picture: 0 to 1
    record Subject(Channels picture, double unit, double detail, long seed) {
        /// The shorter side of a picture whose fine strokes are a pixel wide.
        private static final double USUAL_SIDE = 600;

        public static Subject of(Picture opaque, double detail, long seed) {
            double unit = Math.min(opaque.width(), opaque.height()) / USUAL_SIDE;
            return new Subject(Channels.of(opaque), Math.clamp(unit, 0.4, 8), detail, seed);
        }

        int width() {
            return picture.width();
        }

        int height() {
            return picture.height();
        }
    }

    /// The way of painting of this name, as requests have it.
    ///
    /// @throws IllegalArgumentException if there is none
    static PaintedStyle named(String name) {
        return switch (name) {
            case "oil" -> new Oil();
            case "watercolour" -> new Watercolour();
            case "pencil" -> new Pencil();
            case "charcoal" -> new Charcoal();
            case "ink" -> new Ink();
            case "halftone" -> new Halftone();
            case "low_poly" -> new LowPoly();
            case "mosaic" -> new Mosaic();
            case "pointillism" -> new Pointillism();
            case "cartoon" -> new Cartoon();
            case "pixel_art" -> new PixelArt();
            case "sepia" -> new Sepia();
            case "vintage" -> new Vintage();
            case "pop_art" -> new PopArt();
            default -> throw new IllegalArgumentException("No way of painting is " + name + ".");
        };
    }
}
