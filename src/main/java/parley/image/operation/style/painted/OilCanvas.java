package parley.image.operation.style.painted;

import java.util.ArrayList;
import java.util.List;
import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// What has been painted so far: colours, and how thick the paint lies.
final class OilCanvas {
    /// The unit at which the light is as the paint has it.
    private static final double USUAL_UNIT = 1.44;

    private final Channels colours;
    private final Plane thickness;

    OilCanvas(int width, int height) {
        colours = Tones.empty(width, height);
        thickness = Plane.empty(width, height);
    }

    Channels colours() {
        return colours;
    }

    /// Paints strokes over each other, the last one on top.
    void paint(List<BrushStroke> strokes) {
        int columns = (colours.width() + OilTile.SIDE - 1) / OilTile.SIDE;
        int rows = (colours.height() + OilTile.SIDE - 1) / OilTile.SIDE;
        List<List<BrushStroke>> reaching = new ArrayList<>();
        for (int tile = 0; tile < columns * rows; tile++) {
            reaching.add(new ArrayList<>());
        }
        for (BrushStroke stroke : strokes.reversed()) {
            int lastRow = Math.min(rows - 1, (int) (stroke.bottom() / OilTile.SIDE));
            int lastColumn = Math.min(columns - 1, (int) (stroke.right() / OilTile.SIDE));
            for (int row = (int) Math.max(0, stroke.top() / OilTile.SIDE); row <= lastRow; row++) {
                int first = (int) Math.max(0, stroke.left() / OilTile.SIDE);
                for (int column = first; column <= lastColumn; column++) {
                    reaching.get(row * columns + column).add(stroke);
                }
            }
        }
        Rows.each(
                reaching.size(),
                k -> {
                    int left = k % columns * OilTile.SIDE;
                    int top = Math.floorDiv(k, columns) * OilTile.SIDE;
                    OilTile tile = new OilTile(left, top, colours.width(), colours.height());
                    tile.paint(reaching.get(k));
                    tile.layOver(colours, thickness);
                });
    }

    /// The paint in light that falls from the upper left.
    Channels lit(double unit) {
        Plane relief = Blur.gaussian(thickness, 0.5 * unit);
        // The wider the strokes, the less steep their edges are from one pixel to the next.
        float steep = (float) (0.16 * Math.max(1, unit / USUAL_UNIT));
        return Tones.each(
                colours,
                (x, y, rgb) -> {
                    float slope =
                            relief.atNearest(x + 1, y)
                                    - relief.atNearest(x - 1, y)
                                    + relief.atNearest(x, y + 1)
                                    - relief.atNearest(x, y - 1);
                    float light = Math.clamp(slope * steep, -0.13f, 0.13f);
                    Tones.saturate(rgb, 1.12f);
                    for (int channel = 0; channel < 3; channel++) {
                        rgb[channel] = rgb[channel] * (1 + light) + 0.35f * Math.max(0, light);
                    }
                });
    }
}
