package parley.image.operation.scene.thing;

import static parley.image.operation.scene.paint.Forms.both;
import static parley.image.operation.scene.paint.Forms.box;
import static parley.image.operation.scene.paint.Forms.disc;
import static parley.image.operation.scene.paint.Forms.oval;
import static parley.image.operation.scene.paint.Forms.poly;
import static parley.image.operation.scene.paint.Forms.ring;
import static parley.image.operation.scene.paint.Forms.round;
import static parley.image.operation.scene.paint.Forms.stroke;

import java.awt.Shape;
import java.util.List;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.thing.Thing.Habitat;

/// Bodies and figures of geometry.
final class Solids {
    private static final int BLUE = 0x3f74b8;
    private static final int RED = 0xd0503c;

    private Solids() {}

    static List<Thing> things() {
        return List.of(
                body("cube|block|wooden block|building block|hexahedron", 0.2, Solids::cube),
                body("cuboid|brick block|rectangular prism", 0.24, Solids::cuboid),
                body(
                        "sphere|orb|ball|rubber ball|globule",
                        0.2,
                        pen -> pen.ball(RED, true, 0, -44, 44, 44)),
                body("basketball", 0.24, Solids::basketball),
                body("cylinder|tube|pillar", 0.22, Solids::cylinder),
                body("cone|traffic cone", 0.22, Solids::cone),
                body("tetrahedron|square pyramid|geometric pyramid", 0.22, Solids::pyramid),
                body("ring|torus|hoop", 0.2, Solids::torus),
                figure("circle|disc|disk", pen -> pen.own(RED, disc(0, -46, 46))),
                figure("square", pen -> pen.own(BLUE, box(-42, -84, 84, 84))),
                figure("rectangle", pen -> pen.own(BLUE, box(-50, -60, 100, 60))),
                figure("triangle", pen -> pen.own(0xe0a83a, poly(-50, 0, 0, -88, 50, 0))),
                figure("oval|ellipse", pen -> pen.own(0x5f9a6a, oval(0, -32, 50, 32))));
    }

    private static Thing body(String words, double metres, Thing.Painter painter) {
        return Thing.of(words, Habitat.TABLE, metres, Setting.TABLE, painter);
    }

    private static Thing figure(String words, Thing.Painter painter) {
        return Thing.of(words, Habitat.LAND, 0.5, Setting.STUDIO, painter);
    }

    private static void cube(Pen pen) {
        block(pen, 32, 64);
    }

    private static void cuboid(Pen pen) {
        block(pen, 38, 42);
    }

    private static void block(Pen pen, double half, double tall) {
        double left = -half - 10;
        double right = half - 10;
        Shape top = poly(left, -tall, left + 22, -tall - 20, right + 22, -tall - 20, right, -tall);
        Shape side = poly(right, -tall, right + 22, -tall - 20, right + 22, -20, right, 0);
        pen.own(BLUE, box(left, -tall, right - left, tall));
        pen.own(BLUE, top);
        pen.shine(0.3, top);
        pen.own(BLUE, side);
        pen.shade(0.34, side);
        pen.shine(
                0.35,
                both(box(left, -tall, right - left, 0.8), box(right - 0.8, -tall, 0.8, tall)));
    }

    private static void basketball(Pen pen) {
        pen.ball(0xd9772e, true, 0, -44, 44, 44);
        pen.inside(
                disc(0, -44, 44),
                () -> {
                    pen.line(0x2c211b, 1.8, -44, -44, 44, -44);
                    pen.line(0x2c211b, 1.8, 0, -88, 0, 0);
                    pen.flat(0x2c211b, ring(-56, -44, 38, 1.8));
                    pen.flat(0x2c211b, ring(56, -44, 38, 1.8));
                });
    }

    private static void cylinder(Pen pen) {
        Shape side = both(box(-30, -84, 60, 76), oval(0, -9, 30, 9));
        pen.own(BLUE, side);
        pen.shade(0.2, both(box(16, -84, 14, 76), oval(23, -9, 7, 6)));
        pen.shine(0.22, round(-22, -80, 8, 72, 4));
        pen.own(BLUE, oval(0, -84, 30, 9));
        pen.shine(0.3, oval(0, -84, 30, 9));
    }

    private static void cone(Pen pen) {
        Shape side = both(poly(-36, -9, 0, -96, 36, -9), oval(0, -9, 36, 9));
        pen.own(0xd98a32, side);
        pen.inside(side, () -> pen.shade(0.2, poly(0, -96, 40, 2, 12, 2)));
        pen.inside(side, () -> pen.shine(0.2, poly(0, -96, -22, 0, -13, 0)));
    }

    private static void pyramid(Pen pen) {
        pen.own(0x6a9a58, poly(-44, -14, 4, -88, 12, 0));
        Shape side = poly(12, 0, 4, -88, 46, -20);
        pen.own(0x6a9a58, side);
        pen.shade(0.34, side);
    }

    private static void torus(Pen pen) {
        pen.own(0xd9b04a, ring(0, -42, 34, 16));
        pen.shade(0.2, ring(0, -41, 27.5, 3));
        pen.shine(0.4, stroke(3, -30, -52, -22, -68, -8, -76));
    }
}
