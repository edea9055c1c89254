package parley.image.operation.style.painted;

import java.util.Arrays;
import java.util.List;
import parley.image.pixel.Channels;
import parley.image.pixel.Plane;

/// A square of the canvas, small enough to stay near the processor. Strokes are laid from the top
/// one downwards, each under what lies there already, so that what nobody will see is not painted:
/// the "under" rule of Porter and Duff, "Compositing digital images", SIGGRAPH 1984.
final class OilTile {
    static final int SIDE = 128;

    /// What shines through so little is covered.
    private static final float COVERED = 0.01f;

    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final float[] red;
    private final float[] green;
    private final float[] blue;
    private final float[] thick;

    /// How much of what lies beneath each pixel is seen: 0 to 1.
    private final float[] clear;

    private int open;

    OilTile(int left, int top, int canvasWidth, int canvasHeight) {
        this.left = left;
        this.top = top;
        width = Math.min(SIDE, canvasWidth - left);
        height = Math.min(SIDE, canvasHeight - top);
        open = width * height;
        red = new float[open];
        green = new float[open];
        blue = new float[open];
        thick = new float[open];
        clear = new float[open];
        Arrays.fill(clear, 1);
    }

    /// @param strokes the top one first
    void paint(List<BrushStroke> strokes) {
        for (BrushStroke stroke : strokes) {
            if (open == 0) {
                return;
            }
            paint(stroke);
        }
    }

    private void paint(BrushStroke stroke) {
        float[] bristles = stroke.bristles();
        for (int k = stroke.places() - 1; k >= Math.min(1, stroke.places() - 1); k--) {
            new Piece(stroke, bristles, k).paint();
        }
    }

    /// Lays what was painted over what lies beneath.
    void layOver(Channels colours, Plane thickness) {
        for (int row = 0; row < height; row++) {
            int at = (top + row) * colours.width() + left;
            int from = row * width;
            for (int column = 0; column < width; column++) {
                int i = from + column;
                lay(colours.red(), at + column, red[i], clear[i]);
                lay(colours.green(), at + column, green[i], clear[i]);
                lay(colours.blue(), at + column, blue[i], clear[i]);
                lay(thickness, at + column, thick[i], clear[i]);
            }
        }
    }

    private static void lay(Plane plane, int i, float over, float clear) {
        plane.values()[i] = over + clear * plane.values()[i];
    }

    /// One piece of a stroke's path: the pixels nearer to it than the radius.
    private final class Piece {
        private final BrushStroke stroke;
        private final float[] bristles;
        private final int k;
        private final float radius;
        private final float fromX;
        private final float fromY;
        private final float toX;
        private final float toY;
        private final float dx;
        private final float dy;
        private final float square;
        private final float length;

        Piece(BrushStroke stroke, float[] bristles, int k) {
            this.stroke = stroke;
            this.bristles = bristles;
            this.k = k;
            radius = stroke.radius();
            int from = 2 * Math.max(0, k - 1);
            fromX = stroke.path()[from] - left;
            fromY = stroke.path()[from + 1] - top;
            toX = stroke.path()[2 * k] - left;
            toY = stroke.path()[2 * k + 1] - top;
            dx = toX - fromX;
            dy = toY - fromY;
            square = Math.max(1e-6f, dx * dx + dy * dy);
            length = (float) Math.sqrt(square);
        }

        void paint() {
            int firstY = (int) Math.max(0, Math.floor(Math.min(fromY, toY) - radius));
            int lastY = (int) Math.min(height - 1, Math.ceil(Math.max(fromY, toY) + radius));
            float leftmost = Math.max(0, Math.min(fromX, toX) - radius);
            float rightmost = Math.min(width - 1, Math.max(fromX, toX) + radius);
            boolean level = Math.abs(dy) < 1e-2f * length || length < 1e-2f;
            float half = level ? 0 : radius * length / Math.abs(dy);
            for (int y = firstY; y <= lastY; y++) {
                float middle = level ? 0 : fromX + (y - fromY) * dx / dy;
                float first = level ? leftmost : Math.max(leftmost, middle - half);
                float last = level ? rightmost : Math.min(rightmost, middle + half);
                row(y, (int) Math.floor(first), (int) Math.min(width - 1, Math.ceil(last)));
            }
        }

        private void row(int y, int first, int last) {
            for (int x = Math.max(0, first); x <= last; x++) {
                int i = y * width + x;
                if (clear[i] > COVERED) {
                    float place = ((x - fromX) * dx + (y - fromY) * dy) / square;
                    if (place >= 0 || k <= 1) { // Else the piece before comes here.
                        near(i, x, y, Math.clamp(place, 0, 1));
                    }
                }
            }
        }

        private void near(int i, int x, int y, float part) {
            float awayX = x - fromX - part * dx;
            float awayY = y - fromY - part * dy;
            float away = awayX * awayX + awayY * awayY;
            if (away < radius * radius) {
                float side = length < 1e-2f ? awayX : (awayX * dy - awayY * dx) / length;
                stamp(i, (float) Math.sqrt(away), side, k + part);
            }
        }

        private void stamp(int i, float away, float side, float along) {
            int bristle = stroke.bristle(side);
            float mark = bristles[bristle];
            float share = clear[i] * stroke.cover(bristles, bristle, away, along);
            float shade = 0.045f * (mark - 0.5f);
            float[] colour = stroke.colour();
            red[i] += share * (colour[0] + shade);
            green[i] += share * (colour[1] + shade);
            blue[i] += share * (colour[2] + shade);
            thick[i] += share * stroke.thickness(mark, away);
            clear[i] -= share;
            if (clear[i] <= COVERED) {
                open--;
            }
        }
    }
}
