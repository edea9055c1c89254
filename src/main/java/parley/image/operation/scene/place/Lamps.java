package parley.image.operation.scene.place;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Point2D;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Forms;

/// Light around lamps, and soft pools of light or shade.
final class Lamps {
    private Lamps() {}

    static void glow(Stage stage, double x, double y, double radius, int colour, double strength) {
        pool(stage, x, y, radius, radius, colour, strength);
    }

    static void pool(
            Stage stage,
            double x,
            double y,
            double wide,
            double tall,
            int colour,
            double strength) {
        Graphics2D brush = stage.canvas().brush();
        brush.translate(x, y);
        brush.scale(wide, tall);
        brush.setPaint(
                new RadialGradientPaint(
                        new Point2D.Double(0, 0),
                        1f,
                        new float[] {0, 0.4f, 1},
                        new Color[] {
                            colour(colour, strength),
                            colour(colour, strength * 0.4),
                            colour(colour, 0)
                        }));
        brush.fill(Forms.disc(0, 0, 1));
        brush.dispose();
    }

    private static Color colour(int rgb, double opacity) {
        return new Color(
                Colours.red(rgb),
                Colours.green(rgb),
                Colours.blue(rgb),
                (int) Math.round(255 * opacity));
    }
}
