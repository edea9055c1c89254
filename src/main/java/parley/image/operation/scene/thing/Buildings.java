package parley.image.operation.scene.thing;

import static parley.image.operation.scene.paint.Forms.box;
import static parley.image.operation.scene.paint.Forms.disc;
import static parley.image.operation.scene.paint.Forms.poly;
import static parley.image.operation.scene.paint.Forms.round;
import static parley.image.operation.scene.paint.Forms.without;

import java.awt.Shape;
import java.util.List;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Forms;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.thing.Thing.Habitat;

/// Houses, towers and bridges.
final class Buildings {
    private static final int STONE = 0xb9aea0;
    private static final int WOOD = 0x8a5a3a;
    private static final int ROOF = 0x9c4a38;

    private Buildings() {}

    static List<Thing> things() {
        return List.of(
                land("lighthouse|beacon|light house", 26, Setting.COAST, Buildings::lighthouse),
                land(
                        "house|home|cottage|villa|mansion|building|hut",
                        9,
                        Setting.MEADOW,
                        Buildings::house),
                land("cabin|lodge|chalet|log cabin|shack|shed", 7, Setting.LAKE, Buildings::cabin),
                land("castle|fortress|palace|citadel|fort", 34, Setting.HILLS, Buildings::castle),
                land("church|chapel|cathedral|steeple", 22, Setting.VILLAGE, Buildings::church),
                land("tower|watchtower|belfry", 24, Setting.HILLS, Buildings::tower),
                land("windmill|mill", 18, Setting.FIELD, Buildings::windmill),
                land("wind turbine|turbine|windpark", 40, Setting.FIELD, Buildings::turbine),
                land("barn|stable|farmhouse|farm", 11, Setting.FIELD, Buildings::barn),
                land(
                        "skyscraper|high-rise|office building",
                        60,
                        Setting.STREET,
                        Buildings::skyscraper));
    }

    private static Thing land(String words, double metres, Setting home, Thing.Painter painter) {
        return Thing.of(words, Habitat.LAND, metres, home, painter);
    }

    private static void lighthouse(Pen pen) {
        pen.body(0x6b6660, Forms.smooth(-30, 2, -22, -5, -8, -8, 10, -7, 24, -4, 32, 2));
        Shape shaft = poly(-9, -4, -6.2, -76, 6.2, -76, 9, -4);
        boolean plain = pen.own(-1) != -1;
        pen.own(0xf1ece2, shaft);
        if (!plain) {
            for (int band = 0; band < 3; band++) {
                double top = -70 + band * 24;
                double wide = 6.2 + (76 + top) * 0.039;
                pen.body(
                        0xb83a32,
                        poly(-wide, top, wide, top, wide + 0.47, top + 12, -wide - 0.47, top + 12));
            }
        }
        pen.body(0x3a3d44, box(-9, -79, 18, 3));
        pen.flat(0x2b2e36, box(-9, -83, 0.6, 5));
        pen.flat(0x2b2e36, box(8.4, -83, 0.6, 5));
        pen.flat(0x2b2e36, box(-9, -83, 18, 0.6));
        pen.lamp(pen.isDark() ? 0xfff0b8 : 0xdbe7ea, box(-4.4, -89, 8.8, 10));
        pen.flat(0x2b2e36, box(-0.4, -89, 0.8, 10));
        pen.body(0x8e2f2a, poly(-6.4, -89, 0, -97, 6.4, -89));
        pen.flat(0x2b2e36, box(-0.5, -100, 1, 4));
        pen.window(round(-1.6, -62, 3.2, 5, 1.6));
        pen.window(round(-1.7, -40, 3.4, 5, 1.6));
        pen.body(0x4a3a30, round(-2.6, -13, 5.2, 10, 2.4));
        if (pen.isDark()) {
            pen.glow(0xfff0b0, 0, -84, 34, 0.75);
            pen.flat(0xfff3c4, 0.16, poly(0, -85.5, -330, -116, -330, -76, 0, -83));
            pen.flat(0xfff3c4, 0.12, poly(0, -85.5, 330, -108, 330, -72, 0, -83));
        }
    }

    private static void house(Pen pen) {
        pen.own(0xefe3cf, box(-38, -52, 76, 52));
        pen.body(ROOF, poly(-46, -50, -30, -86, 30, -86, 46, -50));
        pen.body(0x8a6152, box(16, -97, 9, 20));
        pen.body(0x5a3d2c, round(-7, -32, 14, 32, 2));
        pen.lamp(0xd8b860, disc(4, -15, 1));
        for (double x : new double[] {-31, 13}) {
            pen.body(0xffffff, box(x - 1.5, -39.5, 21, 21));
            pen.window(box(x, -38, 18, 18));
            pen.body(0xffffff, box(x + 8.4, -38, 1.2, 18));
            pen.body(0xffffff, box(x, -29.6, 18, 1.2));
        }
        pen.window(disc(0, -68, 6));
        pen.shade(0.16, box(-38, -52, 76, 3.5));
    }

    private static void cabin(Pen pen) {
        pen.own(WOOD, poly(-36, 0, -36, -42, 0, -78, 36, -42, 36, 0));
        for (int log = 1; log < 8; log++) {
            pen.shade(0.2, box(-36, -log * 5.5, 72, 0.9));
        }
        pen.body(0x59616b, box(17, -86, 9, 26));
        pen.body(0x4a3b36, poly(-46, -37, 0, -86, 46, -37, 46, -43, 0, -94, -46, -43));
        pen.body(0x4b2f22, box(-22, -30, 15, 30));
        pen.window(box(5, -30, 20, 15));
        pen.body(0x5a3c2a, box(14.3, -30, 1.4, 15));
        pen.window(disc(0, -58, 5));
        pen.flat(
                0xf2f2f2,
                pen.isDark() ? 0.22 : 0.3,
                Forms.smooth(20, -88, 17, -96, 23, -102, 20, -112, 28, -120, 30, -108, 26, -98));
    }

    private static void castle(Pen pen) {
        int stone = STONE;
        for (double x : new double[] {-20, 8}) {
            keep(pen, x, 13, 82, stone);
        }
        pen.own(stone, box(-38, -44, 76, 44));
        battlement(pen, -38, -44, 76, stone);
        keep(pen, -48, 16, 60, stone);
        keep(pen, 32, 16, 60, stone);
        pen.body(0x4a3524, Forms.both(box(-9, -18, 18, 18), disc(0, -18, 9)));
        for (double x : new double[] {-28, -18, 16, 26}) {
            pen.window(round(x, -32, 3, 7, 1.5));
        }
    }

    private static void keep(Pen pen, double x, double wide, double tall, int stone) {
        pen.own(stone, box(x, -tall, wide, tall));
        battlement(pen, x - 1.5, -tall, wide + 3, stone);
        pen.body(
                0x4c5f7e,
                poly(x - 1, -tall - 3, x + wide / 2, -tall - 20, x + wide + 1, -tall - 3));
        pen.window(round(x + wide / 2 - 1.6, -tall + 9, 3.2, 7, 1.6));
        pen.flat(
                0xb8342e,
                poly(
                        x + wide / 2,
                        -tall - 19,
                        x + wide / 2,
                        -tall - 27,
                        x + wide / 2 + 8,
                        -tall - 23));
    }

    private static void battlement(Pen pen, double x, double y, double wide, int stone) {
        for (double at = x; at < x + wide - 1; at += 6) {
            pen.own(stone, box(at, y - 5, 3.4, 5.5));
        }
    }

    private static void church(Pen pen) {
        pen.own(0xe9e0d0, box(-10, -38, 48, 38));
        pen.body(0x6a4a40, poly(-12, -37, -2, -58, 34, -58, 42, -37));
        pen.own(0xefe6d6, box(-34, -62, 24, 62));
        pen.body(0x50606c, poly(-37, -61, -22, -94, -7, -61));
        pen.lamp(0xd9bb6a, box(-22.6, -102, 1.2, 9));
        pen.lamp(0xd9bb6a, box(-25, -99.5, 6, 1.2));
        pen.body(0x5a4030, round(-28, -20, 12, 22, 6));
        pen.window(round(-25.5, -52, 7, 12, 3.5));
        for (double x : new double[] {-2, 11, 24}) {
            pen.window(round(x, -28, 7, 18, 3.5));
        }
    }

    private static void tower(Pen pen) {
        pen.own(STONE, poly(-15, 0, -12, -78, 12, -78, 15, 0));
        battlement(pen, -16, -78, 32, STONE);
        pen.own(STONE, box(-16, -80, 32, 6));
        for (double y : new double[] {-66, -46, -26}) {
            pen.window(round(-2.4, y, 4.8, 9, 2.4));
        }
        pen.body(0x4a3524, round(-5, -15, 10, 17, 5));
    }

    private static void windmill(Pen pen) {
        pen.own(0xe6d8c0, poly(-19, 0, -11, -58, 11, -58, 19, 0));
        pen.body(0x70473a, Forms.smooth(-13, -57, -9, -68, 0, -72, 9, -68, 13, -57));
        pen.window(round(-3, -44, 6, 9, 2));
        pen.body(0x4f3526, round(-5, -16, 10, 18, 4));
        for (int sail = 0; sail < 4; sail++) {
            pen.at(
                    0,
                    -62,
                    22 + 90 * sail,
                    1,
                    1,
                    () -> {
                        pen.flat(0x4a3a30, box(-0.8, -38, 1.6, 38));
                        pen.body(0xf5efe2, box(0.8, -37, 8, 28));
                        for (int bar = 0; bar < 5; bar++) {
                            pen.flat(0x6b5a4a, box(0.8, -37 + bar * 7, 8, 0.7));
                        }
                    });
        }
        pen.body(0x3a2e28, disc(0, -62, 2.6));
    }

    private static void turbine(Pen pen) {
        pen.own(0xf2f4f5, poly(-2, 0, -0.9, -66, 0.9, -66, 2, 0));
        for (int blade = 0; blade < 3; blade++) {
            pen.at(
                    0,
                    -66,
                    15 + 120 * blade,
                    1,
                    1,
                    () -> pen.own(0xf2f4f5, poly(-0.5, 0, -1.8, -7, 0, -34, 0.8, 0)));
        }
        pen.body(0xd6dade, disc(0, -66, 1.9));
    }

    private static void barn(Pen pen) {
        pen.own(0xa63a30, poly(-40, 0, -40, -44, -26, -66, 0, -76, 26, -66, 40, -44, 40, 0));
        pen.body(
                0x4e4b4d,
                poly(
                        -44, -41, -28, -68, 0, -79, 28, -68, 44, -41, 40, -41, 26, -63, 0, -74, -26,
                        -63, -40, -41));
        pen.body(0x7d2a24, box(-15, -34, 30, 34));
        pen.flat(0xf4efe6, without(box(-16, -35, 32, 35), box(-14, -33, 28, 33)));
        pen.line(0xf4efe6, 1.6, -14, -33, 14, 0);
        pen.line(0xf4efe6, 1.6, 14, -33, -14, 0);
        pen.window(box(-6, -58, 12, 11));
    }

    private static void skyscraper(Pen pen) {
        pen.own(0x7f96a8, box(-18, -90, 36, 90));
        pen.body(0x5d7080, box(-11, -95, 22, 5));
        pen.flat(0x49555f, box(-0.5, -104, 1, 9));
        for (double y = -87; y < -6; y += 4.2) {
            for (double x = -15.5; x < 14; x += 4.2) {
                if (pen.isDark() && pen.chance() < 0.5) {
                    pen.lamp(0xffd98a, box(x, y, 2.8, 2.6));
                } else {
                    pen.flat(pen.isDark() ? 0x3a4656 : 0xbfe0ee, 0.7, box(x, y, 2.8, 2.6));
                }
            }
        }
    }
}
