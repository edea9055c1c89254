package parley.analysis.chart.canvas;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;

/// Draws pixels, with Java2D. For one thread.
public final class PixelCanvas implements Canvas, AutoCloseable {
    private static final double POINTS_PER_INCH = 72;

    /// From here on Java2D takes longer for a polyline than all else that is drawn.
    private static final int MANY_PLACES = 150;

    private final double scale;
    private final int dotsPerInch;
    private final BufferedImage image;
    private final Graphics2D graphics;
    private final Map<Face, Font> fonts = new HashMap<>();
    private final SequencedSet<Integer> colours = new LinkedHashSet<>();

    /// @param width in points
    public PixelCanvas(double width, double height, int dotsPerInch) {
        this.dotsPerInch = dotsPerInch;
        scale = dotsPerInch / POINTS_PER_INCH;
        Typeface.width("", new Face(1, 0));
        image =
                new BufferedImage(
                        (int) Math.round(width * scale),
                        (int) Math.round(height * scale),
                        BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        hint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        hint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        hint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        hint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    private void paint(int colour) {
        colours.add(colour);
        graphics.setColor(new Color(colour));
    }

    private void hint(RenderingHints.Key key, Object value) {
        graphics.setRenderingHint(key, value);
    }

    @Override
    public double pixelsPerPoint() {
        return scale;
    }

    @Override
    public void fill(Box box, int colour) {
        int x = pixel(box.x());
        int y = pixel(box.y());
        paint(colour);
        graphics.fillRect(x, y, pixel(box.right()) - x, pixel(box.bottom()) - y);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        boolean straight = x1 == x2 || y1 == y2;
        if (straight && pen.dash() == 0) {
            sharp(x1, y1, x2, y2, pen);
            return;
        }
        double[] x = {straight ? centred(x1, pen) : x1, straight ? centred(x2, pen) : x2};
        double[] y = {straight ? centred(y1, pen) : y1, straight ? centred(y2, pen) : y2};
        polyline(x, y, 2, pen);
    }

    /// A level or upright line as whole pixels, without grey edges.
    private void sharp(double x1, double y1, double x2, double y2, Pen pen) {
        int thick = thickness(pen);
        int left = pixel(Math.min(x1, x2));
        int top = pixel(Math.min(y1, y2));
        paint(pen.colour());
        if (y1 == y2) {
            int width = pixel(Math.max(x1, x2)) - left;
            graphics.fillRect(left, (int) Math.round(y1 * scale - thick / 2.0), width, thick);
        } else {
            int height = pixel(Math.max(y1, y2)) - top;
            graphics.fillRect((int) Math.round(x1 * scale - thick / 2.0), top, thick, height);
        }
    }

    /// The place nearest to this one where a line covers whole pixels.
    private double centred(double place, Pen pen) {
        double half = thickness(pen) / 2.0;
        return (Math.round(place * scale - half) + half) / scale;
    }

    private int thickness(Pen pen) {
        return Math.max(1, (int) Math.round(pen.width() * scale));
    }

    @Override
    public void polyline(double[] x, double[] y, int count, Pen pen) {
        if (count > MANY_PLACES && pen.dash() == 0) {
            thin(x, y, count, pen);
            return;
        }
        paint(pen.colour());
        graphics.setStroke(stroke(pen));
        graphics.draw(path(x, y, count));
    }

    private void thin(double[] x, double[] y, int count, Pen pen) {
        colours.add(pen.colour());
        Rectangle clip = graphics.getClipBounds(new Rectangle(image.getWidth(), image.getHeight()));
        Rectangle seen = clip.intersection(new Rectangle(image.getWidth(), image.getHeight()));
        int right = seen.x + seen.width;
        int bottom = seen.y + seen.height;
        ThinLines lines = new ThinLines(pixels(), image.getWidth(), seen.x, seen.y, right, bottom);
        double thick = Math.max(1, pen.width() * scale);
        for (int i = 1; i < count; i++) {
            lines.draw(
                    x[i - 1] * scale,
                    y[i - 1] * scale,
                    x[i] * scale,
                    y[i] * scale,
                    thick,
                    pen.colour());
        }
    }

    private int[] pixels() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    private BasicStroke stroke(Pen pen) {
        float width = (float) Math.max(1, pen.width() * scale);
        if (pen.dash() == 0) {
            return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        }
        float dash = (float) (pen.dash() * scale);
        return new BasicStroke(
                width,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_BEVEL,
                10,
                new float[] {dash, dash * 0.6f},
                0);
    }

    @Override
    public void area(double[] x, double[] y, int count, int colour) {
        paint(colour);
        graphics.fill(path(x, y, count));
    }

    private Shape path(double[] x, double[] y, int count) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, count);
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                path.moveTo(x[i] * scale, y[i] * scale);
            } else {
                path.lineTo(x[i] * scale, y[i] * scale);
            }
        }
        return path;
    }

    @Override
    public void marks(Marker marker, double[] x, double[] y, int count, double radius, int colour) {
        paint(colour);
        for (int i = 0; i < count; i++) {
            graphics.fill(mark(marker, x[i] * scale, y[i] * scale, radius * scale));
        }
    }

    private static Shape mark(Marker marker, double x, double y, double radius) {
        Path2D path = new Path2D.Double();
        for (double[] outline : marker.outlines()) {
            path.moveTo(x + radius * outline[0], y + radius * outline[1]);
            for (int i = 2; i < outline.length; i += 2) {
                path.lineTo(x + radius * outline[i], y + radius * outline[i + 1]);
            }
            path.closePath();
        }
        return path;
    }

    @Override
    public void text(String text, double x, double y, Face face, Align align) {
        String line = Typeface.oneLine(text);
        double left =
                switch (align) {
                    case START -> x;
                    case MIDDLE -> x - Typeface.width(line, face) / 2;
                    case END -> x - Typeface.width(line, face);
                };
        paint(face.colour());
        Font font = fonts.computeIfAbsent(face, it -> Typeface.font(it, it.size() * scale));
        int begin = 0;
        while (begin < line.length()) {
            int end = endOfStretch(line, begin);
            String stretch = line.substring(begin, end);
            if (Typeface.has(stretch.codePointAt(0))) {
                graphics.drawGlyphVector(
                        font.createGlyphVector(graphics.getFontRenderContext(), stretch),
                        (float) (left * scale),
                        (float) (y * scale));
            } else {
                boxes(stretch.codePointCount(0, stretch.length()), left, y, face);
            }
            left += Typeface.width(stretch, face);
            begin = end;
        }
    }

    /// Where letters that the font has are followed by one that it lacks, or the other way round.
    private static int endOfStretch(String line, int begin) {
        boolean has = Typeface.has(line.codePointAt(begin));
        int end = begin;
        while (end < line.length() && Typeface.has(line.codePointAt(end)) == has) {
            end += Character.charCount(line.codePointAt(end));
        }
        return end;
    }

    private void boxes(int count, double x, double y, Face face) {
        Pen pen = new Pen(face.colour(), face.size() / 14);
        for (int i = 0; i < count; i++) {
            double left = x + (i + 0.12) * face.size();
            double right = x + (i + 0.88) * face.size();
            double top = y - 0.72 * face.size();
            polyline(
                    new double[] {left, right, right, left, left},
                    new double[] {top, top, y, y, top},
                    5,
                    pen);
        }
    }

    @Override
    public void clipped(Box box, Runnable drawing) {
        Shape before = graphics.getClip();
        int x = pixel(box.x());
        int y = pixel(box.y());
        graphics.clipRect(x, y, pixel(box.right()) - x, pixel(box.bottom()) - y);
        drawing.run();
        graphics.setClip(before);
    }

    private int pixel(double place) {
        return (int) Math.round(place * scale);
    }

    /// What was drawn, as a PNG file.
    ///
    /// @param effort 1 to 9: how long to look for a smaller file
    public byte[] png(String title, String description, int effort) {
        return new PngFile(image.getWidth(), image.getHeight(), pixels(), colours)
                .write(dotsPerInch, title, description, effort);
    }

    /// What was drawn, as a JPEG file.
    ///
    /// @param quality 0 to 1
    public byte[] jpeg(float quality) {
        return JpegFile.write(image, dotsPerInch, quality);
    }

    @Override
    public void close() {
        graphics.dispose();
    }
}
