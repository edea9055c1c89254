package parley.image.operation.style.painted;

import parley.image.pixel.Channels;

/// A way of painting.
public interface PaintedStyle {
    /// Paints an opaque picture anew, in its size.
    Channels paint(Subject subject);

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
