package parley.analysis.chart;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import parley.analysis.chart.ChartStyle.Quality;
import parley.analysis.chart.canvas.Canvas;
import parley.analysis.chart.canvas.PixelCanvas;
import parley.analysis.chart.canvas.VectorCanvas;

/// Something drawn, as a file.
///
/// @param description for those who do not see it
record Picture(String title, String description, Consumer<Canvas> drawing) {
    /// 12 × 8 inches, in points.
    static final double WIDTH = 864;

    static final double HEIGHT = 576;

    byte[] file(ChartStyle style) {
        return switch (style.format()) {
            case PNG -> {
                try (PixelCanvas canvas = pixels(style)) {
                    yield canvas.png(title, description, pngEffort(style.quality()));
                }
            }
            case JPEG -> {
                try (PixelCanvas canvas = pixels(style)) {
                    yield canvas.jpeg(jpegQuality(style.quality()));
                }
            }
            case SVG -> {
                VectorCanvas canvas = new VectorCanvas(WIDTH, HEIGHT, style.dotsPerInch());
                drawing.accept(canvas);
                yield canvas.svg(title, description).getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    private PixelCanvas pixels(ChartStyle style) {
        PixelCanvas canvas = new PixelCanvas(WIDTH, HEIGHT, style.dotsPerInch());
        drawing.accept(canvas);
        return canvas;
    }

    /// How long to look for a smaller file: PNG loses nothing, whatever the quality.
    private static int pngEffort(Quality quality) {
        return switch (quality) {
            case HIGH -> 5;
            case MEDIUM -> 3;
            case LOW -> 1;
        };
    }

    private static float jpegQuality(Quality quality) {
        return switch (quality) {
            case HIGH -> 0.92f;
            case MEDIUM -> 0.8f;
            case LOW -> 0.6f;
        };
    }
}
