package parley.analysis.chart.canvas;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes SVG: shapes and text only, no script, nothing from elsewhere. Texts are squeezed to the
/// width they have in our own font, so that nothing overlaps where a browser has only another one.
public final class VectorCanvas implements Canvas {
    private static final double POINTS_PER_INCH = 72;
    private static final String FONTS =
            "Roboto, 'Open Sans', 'Segoe UI', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif";

    private final double width;
    private final double height;
    private final double pixelsPerPoint;
    private final StringBuilder body = new StringBuilder();
    private final Map<String, String> definitions = new LinkedHashMap<>();

    /// @param width in points
    /// @param dotsPerInch how fine the details have to be
    public VectorCanvas(double width, double height, int dotsPerInch) {
        this.width = width;
        this.height = height;
        pixelsPerPoint = dotsPerInch / POINTS_PER_INCH;
    }

    @Override
    public double pixelsPerPoint() {
        return pixelsPerPoint;
    }

    @Override
    public void fill(Box box, int colour) {
        add(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
                        .formatted(
                                number(box.x()),
                                number(box.y()),
                                number(box.width()),
                                number(box.height()),
                                colour(colour)));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        add(
                "<path d=\"M%s %sL%s %s\" %s/>"
                        .formatted(number(x1), number(y1), number(x2), number(y2), stroke(pen)));
    }

    @Override
    public void polyline(double[] x, double[] y, int count, Pen pen) {
        add(
                "<polyline points=\"%s\" %s stroke-linejoin=\"round\"/>"
                        .formatted(places(x, y, count), stroke(pen)));
    }

    @Override
    public void area(double[] x, double[] y, int count, int colour) {
        add("<polygon points=\"%s\" fill=\"%s\"/>".formatted(places(x, y, count), colour(colour)));
    }

    @Override
    public void marks(Marker marker, double[] x, double[] y, int count, double radius, int colour) {
        String shape =
                "<path id=\"%%s\" d=\"%s\" fill=\"%s\"/>"
                        .formatted(outline(marker, radius), colour(colour));
        String id = define(shape);
        for (int i = 0; i < count; i++) {
            add("<use href=\"#%s\" x=\"%s\" y=\"%s\"/>".formatted(id, number(x[i]), number(y[i])));
        }
    }

    private static String outline(Marker marker, double radius) {
        StringBuilder path = new StringBuilder();
        for (double[] outline : marker.outlines()) {
            for (int i = 0; i < outline.length; i += 2) {
                path.append(i == 0 ? 'M' : 'L')
                        .append(number(radius * outline[i]))
                        .append(' ')
                        .append(number(radius * outline[i + 1]));
            }
            path.append('Z');
        }
        return path.toString();
    }

    @Override
    public void text(String text, double x, double y, Face face, Align align) {
        String line = Typeface.oneLine(text);
        if (line.isEmpty()) {
            return;
        }
        String anchor =
                switch (align) {
                    case START -> "start";
                    case MIDDLE -> "middle";
                    case END -> "end";
                };
        add(
                ("<text x=\"%s\" y=\"%s\" font-size=\"%s\" font-weight=\"%s\" fill=\"%s\""
                                + " text-anchor=\"%s\" textLength=\"%s\""
                                + " lengthAdjust=\"spacingAndGlyphs\">%s</text>")
                        .formatted(
                                number(x),
                                number(y),
                                number(face.size()),
                                face.strong() ? "600" : "400",
                                colour(face.colour()),
                                anchor,
                                number(Typeface.width(line, face)),
                                escaped(line)));
    }

    @Override
    public void clipped(Box box, Runnable drawing) {
        String shape =
                "<clipPath id=\"%%s\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath>"
                        .formatted(
                                number(box.x()),
                                number(box.y()),
                                number(box.width()),
                                number(box.height()));
        add("<g clip-path=\"url(#%s)\">".formatted(define(shape)));
        drawing.run();
        add("</g>");
    }

    /// What was drawn, as an SVG file.
    public String svg(String title, String description) {
        StringBuilder defined = new StringBuilder();
        definitions.forEach((shape, id) -> defined.append(shape.formatted(id)).append('\n'));
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" width="%sin" height="%sin" viewBox="0 0 %s %s" \
        role="img" aria-labelledby="title description" font-family="%s">
        <title id="title">%s</title>
        <desc id="description">%s</desc>
        <defs>
        %s</defs>
        %s</svg>
        """
                .formatted(
                        number(width / POINTS_PER_INCH),
                        number(height / POINTS_PER_INCH),
                        number(width),
                        number(height),
                        FONTS,
                        escaped(Typeface.description(title)),
                        escaped(Typeface.description(description)),
                        defined,
                        body);
    }

    private String define(String shape) {
        return definitions.computeIfAbsent(shape, ignored -> "d" + (definitions.size() + 1));
    }

    private void add(String element) {
        body.append(element).append('\n');
    }

    private static String stroke(Pen pen) {
        String stroke =
                "fill=\"none\" stroke=\"%s\" stroke-width=\"%s\""
                        .formatted(colour(pen.colour()), number(pen.width()));
        return pen.dash() == 0
                ? stroke
                : stroke
                        + " stroke-dasharray=\"%s %s\""
                                .formatted(number(pen.dash()), number(pen.dash() * 0.6));
    }

    private static String places(double[] x, double[] y, int count) {
        StringBuilder places = new StringBuilder();
        for (int i = 0; i < count; i++) {
            places.append(i == 0 ? "" : " ").append(number(x[i])).append(',').append(number(y[i]));
        }
        return places.toString();
    }

    private static String colour(int colour) {
        return "#%06x".formatted(colour);
    }

    /// With two digits after the point at most: a hundredth of a point is below every printer.
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "0";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /// Without what XML cannot hold.
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(letter -> {
                    switch (letter) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        case 0xFFFE, 0xFFFF -> escaped.append('\uFFFD');
                        default -> escaped.appendCodePoint(letter);
                    }
                });
        return escaped.toString();
    }
}
