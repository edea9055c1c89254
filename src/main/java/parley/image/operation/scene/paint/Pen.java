package parley.image.operation.scene.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.OptionalInt;

/// Draws one thing into a box of its own: `x` from -50 to 50, `y` from -100 at its top to 0 where
/// it stands. Forms get a light side and a shaded one.
public final class Pen {
    private final Graphics2D brush;
    private final Light light;
    private final double depth;
    private final double side;
    private final OptionalInt wished;
    private final Mode mode;
    private final Noise chance;
    private int drawn;

    /// What is drawn of a thing.
    public enum Mode {
        /// All of it.
        PICTURE,
        /// Its outline, in black, for shadows.
        SILHOUETTE,
        /// White where its own colour is, black elsewhere, for measuring.
        OWN_COLOUR
    }

    /// @param brush already where the box is
    /// @param depth 0 is close by, 1 on the horizon
    /// @param side where the light comes from: -1 left, 1 right
    /// @param wished the colour that was asked for
    public Pen(
            Graphics2D brush,
            Light light,
            double depth,
            double side,
            OptionalInt wished,
            Mode mode,
            long seed) {
        this.brush = brush;
        this.light = light;
        this.depth = depth;
        this.side = side;
        this.wished = wished;
        this.mode = mode;
        this.chance = new Noise(seed);
        Canvas.smooth(brush);
    }

    /// Chance, 0 to 1: the next of this thing's own.
    public double chance() {
        return chance.cell(drawn++, 7);
    }

    /// Chance between two numbers.
    public double between(double low, double high) {
        return low + (high - low) * chance();
    }

    public boolean isDark() {
        return light.isDark();
    }

    /// The thing's own colour: the one that was asked for, or what it has by nature.
    public int own(int natural) {
        return wished.orElse(natural);
    }

    /// A colour that goes with its own: by nature the second, else a relative of what was asked.
    public int ownShade(int natural, double darker) {
        return wished.isPresent() ? Colours.darker(wished.getAsInt(), darker) : natural;
    }

    /// A form of the thing's own colour, with a light side and a shaded one.
    public void own(int natural, Shape shape) {
        if (mode == Mode.OWN_COLOUR) {
            brush.setColor(Color.WHITE);
            brush.fill(shape);
            return;
        }
        volume(wished.isPresent() ? gently(wished.getAsInt()) : seen(natural), shape, 1);
    }

    /// A form of a colour that stays as it is.
    public void body(int colour, Shape shape) {
        if (covered(shape)) {
            return;
        }
        volume(seen(colour), shape, 1);
    }

    /// A form without shading.
    public void flat(int colour, Shape shape) {
        flat(colour, 1, shape);
    }

    public void flat(int colour, double opacity, Shape shape) {
        if ((opacity > 0.6 && covered(shape)) || mode != Mode.PICTURE) {
            return;
        }
        brush.setColor(Canvas.colour(seen(colour), opacity));
        brush.fill(shape);
    }

    public void line(int colour, double wide, double... points) {
        flat(colour, Forms.stroke(wide, points));
    }

    /// A shade over what is there, as in folds and hollows.
    public void shade(double opacity, Shape shape) {
        if (mode == Mode.PICTURE) {
            brush.setColor(Canvas.colour(0x10142c, opacity));
            brush.fill(shape);
        }
    }

    /// A shine over what is there.
    public void shine(double opacity, Shape shape) {
        if (mode == Mode.PICTURE) {
            brush.setColor(Canvas.colour(Colours.lighter(light.key(), 0.5), opacity * bright()));
            brush.fill(shape);
        }
    }

    private double bright() {
        return light.isDark() ? 0.6 : 1;
    }

    /// A pane: lit from within after dark.
    public void window(Shape shape) {
        if (covered(shape)) {
            return;
        }
        if (light.isDark()) {
            brush.setColor(new Color(0xffd27a));
            brush.fill(shape);
            Rectangle2D box = shape.getBounds2D();
            glow(
                    0xffc060,
                    box.getCenterX(),
                    box.getCenterY(),
                    Math.max(box.getWidth(), box.getHeight()) * 1.3,
                    0.35);
        } else {
            volume(seen(0x4a6478), shape, 1.4);
        }
    }

    /// Light around a lamp or a star.
    public void glow(int colour, double x, double y, double radius, double strength) {
        if (mode != Mode.PICTURE || radius <= 0) {
            return;
        }
        brush.setPaint(
                new RadialGradientPaint(
                        new Point2D.Double(x, y),
                        (float) radius,
                        new float[] {0, 0.35f, 1},
                        new Color[] {
                            Canvas.colour(colour, strength),
                            Canvas.colour(colour, strength * 0.35),
                            Canvas.colour(colour, 0)
                        }));
        brush.fill(Forms.disc(x, y, radius));
    }

    /// Something that shines by itself, whatever the hour.
    public void lamp(int colour, Shape shape) {
        if (covered(shape)) {
            return;
        }
        brush.setColor(Canvas.colour(colour, 1));
        brush.fill(shape);
    }

    /// A ball: lit from the side with a shine.
    public void ball(int natural, boolean ownColour, double x, double y, double rx, double ry) {
        Shape shape = Forms.oval(x, y, rx, ry);
        if (mode == Mode.OWN_COLOUR) {
            brush.setColor(ownColour ? Color.WHITE : Color.BLACK);
            brush.fill(shape);
            return;
        }
        if (covered(shape)) {
            return;
        }
        int base = ownColour && wished.isPresent() ? gently(wished.getAsInt()) : seen(natural);
        AffineTransform before = brush.getTransform();
        brush.translate(x, y);
        brush.scale(rx, ry);
        brush.setPaint(
                new RadialGradientPaint(
                        new Point2D.Double(side * 0.3, -0.35),
                        1.35f,
                        new float[] {0, 0.4f, 0.72f, 1},
                        new Color[] {
                            Canvas.colour(Colours.screen(base, light.key(), 0.38), 1),
                            Canvas.colour(Colours.screen(base, light.key(), 0.06), 1),
                            Canvas.colour(Colours.darker(base, 0.18), 1),
                            Canvas.colour(Colours.darker(base, 0.45), 1)
                        }));
        brush.fill(Forms.disc(0, 0, 1));
        brush.setPaint(
                new RadialGradientPaint(
                        new Point2D.Double(side * 0.38, -0.45),
                        0.36f,
                        new float[] {0, 1},
                        new Color[] {
                            Canvas.colour(0xffffff, 0.55 * bright()), Canvas.colour(0xffffff, 0)
                        }));
        brush.fill(Forms.disc(side * 0.38, -0.45, 0.36));
        brush.setTransform(before);
    }

    /// Does something with the box moved, turned (in degrees, clockwise) and scaled.
    public void at(double x, double y, double turn, double scaleX, double scaleY, Runnable part) {
        AffineTransform before = brush.getTransform();
        brush.translate(x, y);
        brush.rotate(Math.toRadians(turn));
        brush.scale(scaleX, scaleY);
        part.run();
        brush.setTransform(before);
    }

    /// Does something only inside a form.
    public void inside(Shape shape, Runnable part) {
        Shape before = brush.getClip();
        brush.clip(shape);
        part.run();
        brush.setClip(before);
    }

    private boolean covered(Shape shape) {
        if (mode == Mode.PICTURE) {
            return false;
        }
        brush.setColor(Color.BLACK);
        brush.fill(shape);
        return true;
    }

    private int seen(int colour) {
        return light.on(colour, depth);
    }

    /// What was asked for by name stays close to it, also at night.
    private int gently(int colour) {
        return Colours.mix(colour, seen(colour), 0.12);
    }

    private void volume(int colour, Shape shape, double contrast) {
        if (mode == Mode.SILHOUETTE) {
            covered(shape);
            return;
        }
        brush.setColor(Canvas.colour(colour, 1));
        brush.fill(shape);
        Rectangle2D box = shape.getBounds2D();
        if (box.getWidth() < 0.2 || box.getHeight() < 0.2) {
            return;
        }
        double reach = Math.max(box.getWidth(), box.getHeight()) / 2;
        double across = Math.abs(side) < 0.15 ? 0.15 : side;
        double dx = across * box.getWidth() / 2;
        double dy = -box.getHeight() / 2 * 0.5 - reach * 0.05;
        Point2D from = new Point2D.Double(box.getCenterX() + dx, box.getCenterY() + dy);
        Point2D to = new Point2D.Double(box.getCenterX() - dx, box.getCenterY() - dy);
        double strong = contrast * (1 - 0.6 * depth);
        // Dark things shine less, else black would look gray.
        double gloss = strong * bright() * Math.min(1, 0.22 + Colours.luma(colour) / 110);
        brush.setPaint(
                new LinearGradientPaint(
                        from,
                        to,
                        new float[] {0, 0.14f, 0.5f, 1},
                        new Color[] {
                            Canvas.colour(light.key(), 0.42 * gloss),
                            Canvas.colour(light.key(), 0.22 * gloss),
                            Canvas.colour(light.key(), 0),
                            Canvas.colour(0x14183a, 0.34 * strong)
                        }));
        brush.fill(shape);
    }
}
