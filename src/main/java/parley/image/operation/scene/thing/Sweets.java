package parley.image.operation.scene.thing;

import static parley.image.operation.scene.paint.Forms.box;
import static parley.image.operation.scene.paint.Forms.disc;
import static parley.image.operation.scene.paint.Forms.oval;
import static parley.image.operation.scene.paint.Forms.poly;
import static parley.image.operation.scene.paint.Forms.round;
import static parley.image.operation.scene.paint.Forms.smooth;
import static parley.image.operation.scene.paint.Forms.stroke;

import java.util.List;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.thing.Thing.Habitat;

/// What is baked, and sweets.
final class Sweets {
    private static final int LEAF = 0x5d9440;

    private Sweets() {}

    static List<Thing> things() {
        return List.of(
                food("pepper|bell pepper|chili|paprika", 0.13, Sweets::pepper),
                food("bread|loaf|baguette", 0.3, Sweets::bread),
                food("cake|birthday cake", 0.3, Sweets::cake),
                food("cupcake|muffin", 0.14, Sweets::cupcake),
                food("donut|doughnut|bagel", 0.14, Sweets::donut),
                food("cookie|biscuit", 0.1, Sweets::cookie),
                food("pizza", 0.34, Sweets::pizza),
                food("burger|hamburger", 0.16, Sweets::burger),
                food("cheese", 0.2, Sweets::cheese),
                food("egg|easter egg", 0.08, pen -> pen.ball(0xf3e6d2, true, 0, -46, 34, 46)),
                food("ice cream|icecream|gelato|ice cream cone", 0.2, Sweets::iceCream),
                food("lollipop|candy|sweet", 0.16, Sweets::lollipop));
    }

    private static Thing food(String words, double metres, Thing.Painter painter) {
        return Thing.of(words, Habitat.TABLE, metres, Setting.TABLE, painter);
    }

    private static void pepper(Pen pen) {
        for (double x : new double[] {-18, 18, 0}) {
            pen.own(
                    0xd63a2c,
                    smooth(x - 16, -60, x - 18, -24, x, 0, x + 18, -24, x + 16, -60, x, -70));
        }
        pen.body(LEAF, stroke(6, 0, -66, 2, -80, 10, -88));
    }

    private static void bread(Pen pen) {
        pen.own(
                0xc98a48,
                smooth(-48, -14, -40, -40, -10, -52, 24, -48, 46, -26, 46, -4, 0, 0, -44, -2));
        for (int i = 0; i < 4; i++) {
            pen.body(
                    0xefcf9a,
                    smooth(
                            -30 + i * 18,
                            -40,
                            -18 + i * 18,
                            -46,
                            -10 + i * 18,
                            -24,
                            -18 + i * 18,
                            -22));
        }
    }

    private static void cake(Pen pen) {
        pen.body(0xe9e4da, oval(0, -3, 48, 6));
        pen.own(0xf0b6c0, round(-40, -34, 80, 32, 5));
        pen.own(0xf0b6c0, round(-28, -60, 56, 27, 5));
        for (int i = 0; i < 8; i++) {
            pen.body(
                    0xfdf8ee,
                    smooth(
                            -40 + i * 10,
                            -36,
                            -30 + i * 10,
                            -36,
                            -32 + i * 10,
                            -26 + i % 2 * 5,
                            -37 + i * 10,
                            -26 + i % 2 * 5));
        }
        for (double x : new double[] {-16, 0, 16}) {
            pen.body(0x5a8fc8, box(x - 1.6, -78, 3.2, 18));
            pen.lamp(0xffd25a, smooth(x, -90, x - 2.6, -82, x, -78, x + 2.6, -82));
            pen.glow(0xffc85a, x, -84, 14, 0.5);
        }
    }

    private static void cupcake(Pen pen) {
        pen.body(0x8a5a3a, poly(-30, -44, 30, -44, 22, 0, -22, 0));
        for (int i = -2; i <= 2; i++) {
            pen.shade(0.2, poly(i * 11 - 1, -44, i * 11 + 1, -44, i * 8 + 1, 0, i * 8 - 1, 0));
        }
        for (int tier = 0; tier < 3; tier++) {
            pen.own(0xf3a6bc, oval(0, -50 - tier * 14, 36 - tier * 10, 12));
        }
        pen.ball(0xc8262f, false, 0, -92, 7, 7);
    }

    private static void donut(Pen pen) {
        pen.body(0xcf9550, oval(0, -42, 46, 42));
        pen.own(
                0xf08ab0,
                smooth(
                        -42, -42, -30, -74, 0, -82, 30, -74, 42, -42, 34, -18, 22, -14, 10, -8, -8,
                        -12, -24, -14, -36, -20));
        int[] dots = {0xfff2c0, 0x5ab0e0, 0xf2c83a, 0x7ac86a};
        for (int i = 0; i < 18; i++) {
            double angle = i * 2.4;
            double away = 22 + i % 3 * 6;
            pen.flat(dots[i % 4], disc(Math.cos(angle) * away, -44 + Math.sin(angle) * away, 2.2));
        }
        pen.body(0x7a4f2a, oval(0, -44, 14, 12));
    }

    private static void cookie(Pen pen) {
        pen.own(0xd09a56, disc(0, -42, 42));
        for (int i = 0; i < 9; i++) {
            pen.body(
                    0x4a2c1c,
                    disc(
                            Math.cos(i * 2.4) * (8 + i * 3),
                            -42 + Math.sin(i * 2.4) * (8 + i * 3),
                            5));
        }
    }

    private static void pizza(Pen pen) {
        pen.body(0xc98a42, poly(0, 0, -44, -84, 0, -96, 44, -84));
        pen.own(0xf2c24e, poly(0, -4, -38, -78, 0, -88, 38, -78));
        for (double[] place : new double[][] {{-16, -66}, {14, -70}, {0, -44}, {4, -20}}) {
            pen.body(0xb8352a, disc(place[0], place[1], 8));
        }
        pen.body(LEAF, oval(-6, -56, 6, 3));
    }

    private static void burger(Pen pen) {
        pen.own(0xd9954a, smooth(-46, -46, -40, -72, 0, -88, 40, -72, 46, -46));
        pen.body(
                0x7ab84a,
                smooth(-50, -46, -30, -40, -10, -46, 12, -40, 32, -46, 50, -42, 46, -50, -46, -50));
        pen.body(0xd8392c, round(-44, -42, 88, 7, 3));
        pen.body(0xf2bf3c, poly(-46, -36, 46, -36, 20, -24, -6, -34));
        pen.body(0x5a3421, round(-46, -34, 92, 14, 6));
        pen.own(0xd9954a, round(-44, -20, 88, 20, 9));
        for (int i = 0; i < 8; i++) {
            pen.flat(0xf8ecc8, oval(-28 + i * 8, -70 - i % 3 * 5, 2.2, 1.4));
        }
    }

    private static void cheese(Pen pen) {
        pen.own(0xf2c545, poly(-48, -20, 38, -58, 48, -30, -48, -20));
        pen.own(0xe8b632, poly(-48, -20, 48, -30, 48, 0, -48, 0));
        for (double[] hole :
                new double[][] {{-26, -10, 5}, {4, -14, 7}, {30, -8, 4}, {20, -42, 5}}) {
            pen.shade(0.26, oval(hole[0], hole[1], hole[2], hole[2] * 0.8));
        }
    }

    private static void iceCream(Pen pen) {
        pen.body(0xd79a52, poly(-22, -50, 22, -50, 0, 0));
        pen.shade(0.2, stroke(1, -12, -48, 6, -14));
        pen.shade(0.2, stroke(1, 12, -48, -6, -14));
        pen.own(0xf5b6c8, disc(-12, -60, 18));
        pen.body(0xf8ecd0, disc(13, -60, 18));
        pen.own(0xf5b6c8, disc(0, -80, 18));
        pen.ball(0xc8262f, false, 3, -100, 6, 6);
    }

    private static void lollipop(Pen pen) {
        pen.body(0xf4efe6, box(-2, -50, 4, 50));
        pen.own(0xe8486a, disc(0, -68, 30));
        pen.flat(
                0xffffff,
                0.6,
                stroke(5, 0, -68, 10, -74, 4, -84, -12, -80, -18, -64, -4, -50, 16, -54, 26, -72));
    }
}
