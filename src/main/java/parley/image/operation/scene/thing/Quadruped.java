package parley.image.operation.scene.thing;

import static parley.image.operation.scene.paint.Forms.disc;
import static parley.image.operation.scene.paint.Forms.poly;
import static parley.image.operation.scene.paint.Forms.smooth;

import java.awt.Shape;
import java.awt.geom.Area;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Pen;

/// The body of an animal on four legs that looks to the right.
///
/// @param leg how long its legs are
/// @param tall how high its trunk is
/// @param half half as long as its trunk
/// @param wide of a leg
record Quadruped(int coat, int hoof, double leg, double tall, double half, double wide) {
    private static final int DARK = 0x2b2420;

    static Quadruped hoofed(int coat, double leg, double tall, double half, double wide) {
        return new Quadruped(coat, DARK, leg, tall, half, wide);
    }

    static Quadruped pawed(int coat, double leg, double tall, double half, double wide) {
        return new Quadruped(coat, Colours.darker(coat, 0.25), leg, tall, half, wide);
    }

    /// Draws it in one piece with its other parts, so that nothing looks put on.
    ///
    /// @param joined neck, head and tail
    /// @return the piece, for what is to be seen on its coat
    Shape draw(Pen pen, Shape... joined) {
        double gap = Math.max(half * 0.26, wide * 2.2);
        double front = Math.min(half * 0.76, half - wide * 1.5);
        double[] far = {-half * 0.74 + gap, front};
        double[] near = {-half * 0.74, front - gap};
        for (double x : far) {
            pen.own(coat, leg(x));
            pen.shade(0.3, leg(x));
            hoof(pen, x);
        }
        Area piece = new Area(body());
        for (double x : near) {
            piece.add(new Area(leg(x)));
        }
        for (Shape part : joined) {
            piece.add(new Area(part));
        }
        pen.own(coat, piece);
        for (double x : near) {
            hoof(pen, x);
        }
        pen.shade(0.07, belly());
        return piece;
    }

    private Shape body() {
        return smooth(
                -half,
                -leg - tall * 0.6,
                -half * 0.62,
                -leg - tall * 0.98,
                0,
                -leg - tall * 0.92,
                half * 0.6,
                -leg - tall,
                half,
                -leg - tall * 0.6,
                half * 0.72,
                -leg - tall * 0.1,
                0,
                -leg + tall * 0.02,
                -half * 0.72,
                -leg - tall * 0.1);
    }

    private Shape belly() {
        return smooth(
                -half * 0.6,
                -leg - tall * 0.12,
                0,
                -leg - tall * 0.16,
                half * 0.6,
                -leg - tall * 0.14,
                0,
                -leg + tall * 0.01);
    }

    private Shape leg(double x) {
        return poly(
                x - wide * 1.3,
                -leg - tall * 0.35,
                x + wide * 1.3,
                -leg - tall * 0.35,
                x + wide * 0.75,
                -leg * 0.6,
                x + wide * 0.6,
                0,
                x - wide * 0.65,
                0,
                x - wide * 0.6,
                -leg * 0.6);
    }

    private void hoof(Pen pen, double x) {
        double high = Math.min(wide * 0.8, 3.4);
        pen.flat(
                hoof,
                poly(
                        x + wide * 0.62,
                        -high,
                        x + wide * 0.75,
                        0,
                        x - wide * 0.75,
                        0,
                        x - wide * 0.64,
                        -high));
    }

    static void eye(Pen pen, double x, double y, double size) {
        pen.flat(0x16120f, disc(x, y, size));
        pen.flat(0xffffff, 0.9, disc(x + size * 0.3, y - size * 0.35, size * 0.32));
    }
}
