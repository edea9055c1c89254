package parley.image.operation.scene.compose;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.OptionalInt;
import parley.image.operation.scene.paint.Hour;
import parley.image.operation.scene.paint.Light;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.paint.Weather;

/// How far a thing reaches in its box, measured on its silhouette. In hundredths of the side of the
/// box: `x` from its middle to the right, heights from where it stands upwards.
final class Outline {
    private static final int HALF = 70;
    private static final int TALLEST = 130;
    private static final int WIDE = 2 * HALF;
    private static final int FOOT = 5;
    private static final Light ANY = Light.of(Hour.DAY, Weather.CLEAR, 0.5, OptionalInt.empty());

    private final boolean[] covered;

    private Outline(boolean[] covered) {
        this.covered = covered;
    }

    static Outline of(Placement placement) {
        BufferedImage raster = new BufferedImage(WIDE, TALLEST, BufferedImage.TYPE_INT_ARGB);
        Graphics2D brush = raster.createGraphics();
        brush.translate(HALF, TALLEST);
        placement.resizedTo(100).draw(brush, ANY, 1000, Pen.Mode.SILHOUETTE, 1);
        int[] pixels = ((DataBufferInt) raster.getRaster().getDataBuffer()).getData();
        boolean[] covered = new boolean[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            covered[i] = pixels[i] >>> 24 > 127;
        }
        return new Outline(covered);
    }

    private boolean at(int column, int height) {
        return covered[(TALLEST - 1 - height) * WIDE + column];
    }

    /// The height of its top there; 0 where there is nothing of it.
    double top(double x) {
        int column = Math.clamp((int) Math.floor(x) + HALF, 0, WIDE - 1);
        for (int height = TALLEST - 1; height >= 0; height--) {
            if (at(column, height)) {
                return height + 1;
            }
        }
        return 0;
    }

    double tallest() {
        double tallest = 1;
        for (int column = 0; column < WIDE; column++) {
            tallest = Math.max(tallest, top(column - HALF));
        }
        return tallest;
    }

    /// The height of its lowest place: more than 0 for what is drawn in flight.
    double lowest() {
        for (int height = 0; height < TALLEST; height++) {
            for (int column = 0; column < WIDE; column++) {
                if (at(column, height)) {
                    return height;
                }
            }
        }
        return 0;
    }

    /// From where to where it stands.
    Span foot() {
        return span(lowest() + FOOT);
    }

    /// From where to where it reaches below a height.
    Span span(double below) {
        int rows = Math.clamp((int) Math.ceil(below), 1, TALLEST);
        int left = WIDE;
        int right = -1;
        for (int height = 0; height < rows; height++) {
            for (int column = 0; column < WIDE; column++) {
                if (at(column, height)) {
                    left = Math.min(left, column);
                    right = Math.max(right, column);
                }
            }
        }
        return right < left ? new Span(-10, 10) : new Span(left - HALF, right + 1 - HALF);
    }

    /// From where to where its uppermost part reaches.
    Span head(double tall) {
        double top = tallest();
        int left = WIDE;
        int right = -1;
        for (int column = 0; column < WIDE; column++) {
            if (top(column - HALF) > top - tall) {
                left = Math.min(left, column);
                right = Math.max(right, column);
            }
        }
        return new Span(left - HALF, right + 1 - HALF);
    }

    /// From `left` to `right`.
    record Span(double left, double right) {
        double middle() {
            return (left + right) / 2;
        }

        double wide() {
            return right - left;
        }
    }
}
