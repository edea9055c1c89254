package parley.image.operation.scene.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Point2D;

/// Sun and moon.
final class Celestial {
    private Celestial() {}

    static void sun(Canvas canvas, double x, double y, double radius, int key) {
        Graphics2D brush = canvas.brush();
        brush.setPaint(
                new RadialGradientPaint(
                        new Point2D.Double(x, y),
                        (float) (radius * 1.06),
                        new float[] {0, 0.9f, 1},
                        new Color[] {
                            Canvas.colour(Colours.lighter(key, 0.82), 1),
                            Canvas.colour(Colours.lighter(key, 0.55), 1),
                            Canvas.colour(Colours.lighter(key, 0.4), 0)
                        }));
        brush.fill(Forms.disc(x, y, radius * 1.06));
        brush.dispose();
    }

    static void moon(Canvas canvas, double x, double y, double radius, int dark, boolean crescent) {
        Noise seas = new Noise(4711);
        double soft = 1.5 / canvas.scale() / radius;
        canvas.shade(
                y - radius * 1.1,
                y + radius * 1.1,
                (px, py, old) -> {
                    double dx = (px - x) / radius;
                    double dy = (py - y) / radius;
                    double distance = Math.sqrt(dx * dx + dy * dy);
                    if (distance > 1 + soft) {
                        return old;
                    }
                    double sea = seas.clouds(dx * 1.6 + 3, dy * 1.6, 4);
                    double rough = seas.clouds(dx * 6, dy * 6 + 9, 2);
                    double bright =
                            0.97
                                    - 0.3 * smooth(0.02, 0.3, sea)
                                    + 0.06 * rough
                                    - 0.16 * distance * distance;
                    if (crescent) {
                        double shadow = Math.hypot(dx - 0.5, dy + 0.18);
                        bright *= smooth(0.94, 1.06, shadow);
                    }
                    int colour = Colours.mix(dark, 0xfbf6e6, bright);
                    return Colours.mix(old, colour, smooth(1 + soft, 1 - soft, distance));
                });
    }

    static double smooth(double from, double to, double at) {
        double t = Math.clamp((at - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }
}
