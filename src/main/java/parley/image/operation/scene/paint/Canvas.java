package parley.image.operation.scene.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import parley.image.pixel.Picture;
import parley.image.pixel.Rows;
import parley.image.pixel.Size;

/// A picture that is being painted. Places are in units: the shorter side has 1000, whatever the
/// resolution, `y` grows downwards.
public final class Canvas {
    private static final double UNITS = 1000;

    private final BufferedImage image;
    private final int[] pixels;
    private final Graphics2D graphics;
    private final double scale;

    public Canvas(Size size) {
        System.setProperty("java.awt.headless", "true");
        image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        scale = Math.min(size.width(), size.height()) / UNITS;
        graphics = image.createGraphics();
        smooth(graphics);
        graphics.scale(scale, scale);
    }

    static void smooth(Graphics2D graphics) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    /// In units.
    public double width() {
        return image.getWidth() / scale;
    }

    /// In units.
    public double height() {
        return image.getHeight() / scale;
    }

    /// Pixels a unit.
    public double scale() {
        return scale;
    }

    public int columns() {
        return image.getWidth();
    }

    public int rows() {
        return image.getHeight();
    }

    /// The pixels themselves, `0xRRGGBB`, row by row.
    public int[] pixels() {
        return pixels;
    }

    /// A brush of its own, in units.
    public Graphics2D brush() {
        return (Graphics2D) graphics.create();
    }

    /// How one pixel changes.
    @FunctionalInterface
    public interface Shader {
        /// @param x its middle, in units
        /// @param old what it was, `0xRRGGBB`
        int at(double x, double y, int old);
    }

    public void shade(Shader shader) {
        shade(0, height(), shader);
    }

    /// Changes the pixels between two heights.
    public void shade(double top, double bottom, Shader shader) {
        int first = Math.clamp((int) Math.floor(top * scale), 0, rows());
        int last = Math.clamp((int) Math.ceil(bottom * scale), 0, rows());
        int width = columns();
        Rows.each(
                last - first,
                row -> {
                    int y = row + first;
                    double v = (y + 0.5) / scale;
                    for (int x = 0; x < width; x++) {
                        int index = y * width + x;
                        pixels[index] = shader.at((x + 0.5) / scale, v, pixels[index] & 0xffffff);
                    }
                });
    }

    public void fill(int rgb, Shape shape) {
        fill(rgb, 1, shape);
    }

    public void fill(int rgb, double opacity, Shape shape) {
        graphics.setColor(colour(rgb, opacity));
        graphics.fill(shape);
    }

    public void line(int rgb, double opacity, double wide, Shape shape) {
        graphics.setColor(colour(rgb, opacity));
        graphics.setStroke(
                new BasicStroke((float) wide, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    static Color colour(int rgb, double opacity) {
        return new Color(
                Colours.red(rgb),
                Colours.green(rgb),
                Colours.blue(rgb),
                (int) Math.round(255 * Math.clamp(opacity, 0, 1)));
    }

    /// Something painted apart and laid over it as a whole.
    public void layer(double opacity, java.util.function.Consumer<Graphics2D> painter) {
        BufferedImage layer = new BufferedImage(columns(), rows(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D brush = layer.createGraphics();
        smooth(brush);
        brush.scale(scale, scale);
        painter.accept(brush);
        brush.dispose();
        Graphics2D over = (Graphics2D) graphics.create();
        over.setTransform(new AffineTransform());
        over.setComposite(
                java.awt.AlphaComposite.getInstance(
                        java.awt.AlphaComposite.SRC_OVER, (float) opacity));
        over.drawImage(layer, 0, 0, null);
        over.dispose();
    }

    /// What was painted. The canvas must not be painted on afterwards.
    public Picture picture() {
        int[] argb = new int[pixels.length];
        Rows.each(
                rows(),
                y -> {
                    for (int i = y * columns(); i < (y + 1) * columns(); i++) {
                        argb[i] = pixels[i] | 0xff000000;
                    }
                });
        graphics.dispose();
        return new Picture(columns(), rows(), argb);
    }
}
