package parley.image.operation.scene.thing;

import static parley.image.operation.scene.paint.Forms.box;
import static parley.image.operation.scene.paint.Forms.disc;
import static parley.image.operation.scene.paint.Forms.oval;
import static parley.image.operation.scene.paint.Forms.poly;
import static parley.image.operation.scene.paint.Forms.smooth;
import static parley.image.operation.scene.paint.Forms.stroke;

import java.awt.Shape;
import java.util.List;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.thing.Thing.Habitat;

/// Animals on four legs, seen from the side.
final class Beasts {
    private static final int DARK = 0x2b2420;

    private Beasts() {}

    static List<Thing> things() {
        return List.of(
                land("horse|stallion|mare|foal|pony", 2.4, Setting.MEADOW, Beasts::horse),
                land("donkey|mule", 1.7, Setting.MEADOW, Beasts::donkey),
                land("unicorn", 2.4, Setting.MEADOW, Beasts::unicorn),
                land("zebra", 2.2, Setting.FIELD, Beasts::zebra),
                land("cow|bull|ox|cattle|calf", 2.2, Setting.MEADOW, Beasts::cow),
                land("sheep|lamb|ram", 1.3, Setting.MEADOW, Beasts::sheep),
                land("goat", 1.3, Setting.MEADOW, Beasts::goat),
                land("pig|piglet|hog|boar", 1.3, Setting.MEADOW, Beasts::pig),
                land("deer|stag|reindeer|elk|moose|doe", 2.3, Setting.FOREST, Beasts::deer),
                land("fox", 0.9, Setting.FOREST, Beasts::fox),
                land("wolf|coyote|husky", 1.3, Setting.FOREST, Beasts::wolf),
                land("dog|puppy|hound", 0.9, Setting.MEADOW, Beasts::dog),
                land("bear|grizzly", 2.2, Setting.FOREST, pen -> bear(pen, 0x6b4630)),
                land("polar bear", 2.2, Setting.SNOW, pen -> bear(pen, 0xf1efe8)),
                land("lion|lioness", 2, Setting.FIELD, Beasts::lion),
                land("tiger", 2, Setting.FOREST, Beasts::tiger),
                land("elephant", 4.4, Setting.FIELD, Beasts::elephant),
                land("giraffe", 5.6, Setting.FIELD, Beasts::giraffe),
                land("camel", 2.8, Setting.DESERT, Beasts::camel),
                land("rhino|rhinoceros", 3, Setting.FIELD, Beasts::rhino));
    }

    private static Thing land(String words, double metres, Setting home, Thing.Painter painter) {
        return Thing.of(words, Habitat.LAND, metres, home, painter);
    }

    private static void horse(Pen pen) {
        equine(pen, 0x8a5230, 0x2e211b);
    }

    private static Shape equine(Pen pen, int coat, int mane) {
        pen.body(mane, smooth(-31, -60, -41, -50, -42, -26, -36, -14, -34, -32, -31, -48));
        Shape piece =
                Quadruped.hoofed(coat, 36, 27, 33, 4)
                        .draw(
                                pen,
                                smooth(
                                        14, -58, 20, -78, 31, -92, 38, -90, 37, -74, 33, -52, 26,
                                        -44),
                                smooth(28, -93, 37, -96, 50, -78, 51, -72, 45, -70, 33, -78),
                                poly(31, -92, 32, -101, 36, -93));
        pen.body(mane, smooth(31, -98, 24, -92, 15, -76, 9, -60, 16, -62, 25, -80, 33, -92));
        Quadruped.eye(pen, 39, -85, 1.5);
        pen.flat(DARK, oval(48, -74, 1.1, 0.8));
        return piece;
    }

    private static void donkey(Pen pen) {
        equine(pen, 0x8d857c, 0x4a443e);
        pen.own(0x8d857c, smooth(30, -92, 24, -112, 29, -114, 35, -94));
        pen.own(0x8d857c, smooth(34, -93, 34, -113, 39, -112, 38, -94));
    }

    private static void unicorn(Pen pen) {
        equine(pen, 0xf6f1f2, 0xd79ac8);
        pen.lamp(0xe6bf58, poly(36, -94, 46, -116, 41, -92));
    }

    private static void zebra(Pen pen) {
        Shape piece = equine(pen, 0xf2eee6, 0x2a2725);
        pen.inside(piece, () -> zebraStripes(pen));
    }

    private static void zebraStripes(Pen pen) {
        for (int i = 0; i < 9; i++) {
            double x = -31 + i * 5.6;
            pen.flat(0x26221f, poly(x, -66, x + 2.8, -66, x + 4.4, -50, x + 2, -38, x + 1, -50));
        }
        for (int i = 0; i < 6; i++) {
            double y = -54 - i * 7;
            pen.flat(0x26221f, poly(14 + i * 3, y - 3, 40, y + 4, 40, y + 6.4, 14 + i * 3, y));
        }
        for (int i = 0; i < 3; i++) {
            pen.flat(0x26221f, box(-34, -30 + i * 7, 20, 2.2));
            pen.flat(0x26221f, box(8, -30 + i * 7, 24, 2.2));
        }
    }

    private static void cow(Pen pen) {
        int coat = 0xf3eee6;
        Shape piece =
                Quadruped.hoofed(coat, 26, 34, 38, 4.4)
                        .draw(
                                pen,
                                stroke(2.4, -33, -54, -41, -46, -41, -26),
                                smooth(
                                        26, -60, 36, -68, 46, -64, 50, -48, 46, -40, 38, -42, 26,
                                        -36));
        pen.inside(piece, () -> cowSpots(pen));
        pen.body(0xe6a9a0, smooth(-20, -30, -8, -30, -9, -21, -18, -21));
        pen.body(0x4a4038, oval(-41, -25, 2, 4));
        pen.body(0xe6a9a0, oval(46.5, -43.5, 5, 4.6));
        pen.body(0xded2bc, smooth(33, -66, 30, -76, 35, -77, 38, -67));
        pen.body(0x2f2a28, smooth(31, -64, 22, -66, 24, -60, 31, -59));
        Quadruped.eye(pen, 41, -57, 1.6);
    }

    private static void cowSpots(Pen pen) {
        if (pen.own(-1) == -1) {
            pen.body(0x2f2a28, smooth(-30, -56, -14, -60, -8, -46, -18, -38, -30, -42));
            pen.body(0x2f2a28, smooth(2, -60, 18, -58, 20, -46, 8, -42));
            pen.body(0x2f2a28, smooth(-6, -34, 6, -36, 4, -27, -6, -27));
        }
    }

    private static void sheep(Pen pen) {
        int wool = 0xf2ece0;
        for (double x : new double[] {-20, -10, 14, 24}) {
            pen.flat(0x3a332f, poly(x - 2.6, -34, x + 2.6, -34, x + 2, 0, x - 2, 0));
        }
        for (int i = 0; i < 14; i++) {
            double angle = i * 2 * Math.PI / 14;
            pen.own(wool, disc(Math.cos(angle) * 28, -47 + Math.sin(angle) * 15, 11));
        }
        pen.own(wool, oval(0, -47, 31, 18));
        for (int i = 0; i < 12; i++) {
            pen.shade(0.05, disc(pen.between(-24, 24), pen.between(-56, -38), 5));
        }
        pen.body(0x3a332f, smooth(28, -66, 38, -70, 46, -58, 45, -46, 38, -44, 30, -52));
        pen.body(0x3a332f, smooth(29, -62, 20, -60, 22, -55, 30, -57));
        pen.own(wool, disc(31, -68, 7));
        Quadruped.eye(pen, 39, -60, 1.7);
    }

    private static void goat(Pen pen) {
        int coat = 0xe6ddcc;
        Quadruped.hoofed(coat, 32, 26, 28, 3.2)
                .draw(
                        pen,
                        stroke(3, -24, -52, -31, -56, -32, -50),
                        smooth(12, -54, 22, -76, 32, -80, 31, -54, 24, -44),
                        smooth(22, -80, 34, -84, 46, -70, 44, -64, 32, -66));
        pen.body(0x8a7a66, stroke(3, 28, -82, 22, -94, 12, -98));
        pen.body(0xcfc4b0, poly(38, -66, 43, -65, 40, -54));
        Quadruped.eye(pen, 35, -76, 1.5);
    }

    private static void pig(Pen pen) {
        int pink = 0xeda9a4;
        Quadruped.pawed(pink, 18, 34, 36, 5)
                .draw(
                        pen,
                        stroke(2, -34, -40, -42, -42, -44, -48, -39, -50, -38, -45, -45, -43),
                        smooth(20, -54, 34, -58, 44, -48, 43, -34, 28, -26),
                        poly(24, -54, 29, -68, 36, -54));
        pen.body(0xd98a88, oval(45, -39, 4, 6));
        pen.flat(0x8a4a4a, oval(45.5, -41, 0.9, 1.3));
        pen.flat(0x8a4a4a, oval(45.5, -37, 0.9, 1.3));
        Quadruped.eye(pen, 37, -48, 1.7);
    }

    private static void deer(Pen pen) {
        int coat = 0xa0693c;
        Quadruped.hoofed(coat, 36, 22, 26, 2.8)
                .draw(
                        pen,
                        smooth(8, -54, 15, -72, 22, -84, 30, -80, 28, -62, 23, -44),
                        smooth(18, -84, 29, -87, 40, -76, 39, -72, 26, -72),
                        smooth(22, -84, 12, -90, 13, -84, 21, -79));
        pen.body(0xf4ece0, oval(-25, -50, 3, 6));
        for (int side = 0; side < 2; side++) {
            double x = 24 + side * 3;
            pen.body(
                    0xcdb28c, stroke(1.7, x, -85, x - 7 + side * 16, -98, x - 3 + side * 14, -114));
            pen.body(0xcdb28c, stroke(1.4, x - 6 + side * 13, -97, x - 14 + side * 28, -104));
            pen.body(0xcdb28c, stroke(1.4, x - 5 + side * 12, -103, x + 3 - side * 2, -112));
        }
        Quadruped.eye(pen, 30, -80, 1.3);
        pen.flat(DARK, disc(39.5, -74, 1.5));
    }

    private static void fox(Pen pen) {
        int coat = 0xd5672a;
        Quadruped.hoofed(coat, 24, 18, 24, 2.8)
                .draw(
                        pen,
                        smooth(-16, -38, -34, -40, -48, -26, -46, -8, -36, -10, -28, -22, -16, -28),
                        smooth(10, -42, 18, -56, 30, -58, 38, -46, 49, -38, 36, -34, 20, -30),
                        poly(17, -52, 18, -70, 26, -55),
                        poly(26, -55, 31, -71, 34, -52));
        pen.body(0xf6efe4, smooth(-48, -20, -46, -8, -39, -9, -42, -16));
        pen.body(0xf6efe4, smooth(49, -38, 38, -44, 28, -40, 30, -34, 38, -33));
        pen.body(0x33271f, poly(18, -66, 18, -70, 20.5, -65));
        pen.flat(DARK, disc(48.5, -38, 1.8));
        Quadruped.eye(pen, 33, -48, 1.5);
        pen.body(0xf6efe4, smooth(16, -38, 24, -36, 22, -26, 16, -28));
    }

    private static void wolf(Pen pen) {
        int coat = 0x7d8288;
        Quadruped.pawed(coat, 30, 21, 26, 3.2)
                .draw(
                        pen,
                        smooth(-18, -46, -34, -40, -44, -22, -40, -16, -30, -26, -18, -34),
                        smooth(
                                8, -50, 16, -66, 28, -70, 36, -60, 49, -54, 46, -48, 34, -46, 18,
                                -34),
                        poly(17, -64, 19, -82, 27, -67),
                        poly(26, -67, 30, -82, 34, -64));
        pen.body(0xe6e4de, smooth(48, -52, 36, -54, 30, -48, 22, -34, 30, -42, 40, -47));
        pen.flat(DARK, disc(48.5, -54, 1.8));
        Quadruped.eye(pen, 33, -61, 1.4);
    }

    private static void dog(Pen pen) {
        int coat = 0xb98550;
        Quadruped.pawed(coat, 28, 21, 26, 4)
                .draw(
                        pen,
                        stroke(4.6, -20, -42, -34, -54, -40, -68),
                        smooth(
                                8, -48, 14, -66, 24, -76, 36, -72, 40, -62, 48, -56, 46, -48, 34,
                                -48, 26, -38, 14, -32));
        pen.body(Colours.darker(coat, 0.4), smooth(17, -74, 10, -66, 9, -52, 16, -50, 21, -62));
        pen.flat(DARK, oval(47, -56.5, 2.6, 2.2));
        pen.line(DARK, 0.9, 46, -50, 40, -49.5, 36, -52);
        Quadruped.eye(pen, 34, -65, 1.8);
        pen.body(0xc23a34, poly(14, -44, 29, -50, 31, -46, 15, -40));
    }

    private static void bear(Pen pen, int coat) {
        Quadruped.pawed(coat, 22, 40, 36, 6.4)
                .draw(
                        pen,
                        disc(22, -68, 5),
                        disc(33, -71, 5),
                        smooth(
                                12, -56, 22, -68, 36, -68, 42, -56, 50, -48, 47, -40, 34, -36, 18,
                                -30));
        pen.body(Colours.lighter(coat, 0.3), oval(45, -46, 5, 5));
        pen.flat(DARK, oval(49, -48, 2.4, 2));
        Quadruped.eye(pen, 38, -58, 1.6);
    }

    private static void lion(Pen pen) {
        int coat = 0xd0984e;
        Quadruped.pawed(coat, 26, 25, 33, 4.4).draw(pen, stroke(2.6, -28, -46, -42, -42, -46, -22));
        pen.body(0x6b3f20, disc(-46, -19, 4));
        for (int i = 0; i < 13; i++) {
            double angle = i * 2 * Math.PI / 13;
            pen.body(
                    i % 2 == 0 ? 0x7d4722 : 0x8f5529,
                    disc(27 + Math.cos(angle) * 14, -54 + Math.sin(angle) * 16, 9));
        }
        pen.own(coat, smooth(20, -62, 30, -67, 40, -60, 46, -50, 43, -42, 32, -42, 22, -48));
        pen.flat(DARK, poly(43, -54, 48, -50, 44, -48));
        Quadruped.eye(pen, 35, -57, 1.6);
    }

    private static void tiger(Pen pen) {
        int coat = 0xe08a35;
        Shape piece =
                Quadruped.pawed(coat, 26, 24, 34, 4.4)
                        .draw(
                                pen,
                                stroke(3.6, -28, -46, -43, -42, -47, -24),
                                disc(24, -67, 4),
                                disc(35, -68, 4),
                                smooth(
                                        16, -56, 25, -67, 38, -66, 44, -54, 46, -46, 38, -40, 22,
                                        -36));
        pen.inside(piece, () -> tigerStripes(pen));
        pen.body(0xf7efe2, oval(42, -47, 5, 4.6));
        pen.flat(DARK, disc(46, -50, 1.8));
        Quadruped.eye(pen, 37, -57, 1.5);
    }

    private static void tigerStripes(Pen pen) {
        int black = 0x2b211b;
        for (int i = 0; i < 9; i++) {
            double x = -32 + i * 5.8;
            double low = i % 2 == 0 ? -30 : -36;
            pen.flat(black, smooth(x, -54, x + 3.4, -54, x + 3.2, -44, x + 1, low, x + 0.6, -44));
        }
        for (int i = 0; i < 3; i++) {
            pen.flat(black, poly(-50, -40 + i * 6, -40, -39 + i * 6, -40, -37 + i * 6));
            pen.flat(black, poly(24, -64 + i * 3, 31, -61 + i * 3, 24, -62.4 + i * 3));
        }
    }

    private static void elephant(Pen pen) {
        pen.at(-6, 0, 0, 1, 1, () -> elephantBody(pen));
    }

    private static void elephantBody(Pen pen) {
        int hide = 0x8b8a90;
        new Quadruped(hide, Colours.lighter(hide, 0.28), 26, 48, 35, 6.2)
                .draw(
                        pen,
                        stroke(2.4, -29, -60, -40, -54, -42, -36),
                        smooth(
                                14, -80, 24, -94, 40, -95, 50, -84, 53, -66, 53, -44, 54, -26, 59,
                                -17, 56, -11, 50, -13, 46, -26, 44, -44, 38, -54, 18, -44));
        pen.flat(0x4c4a50, oval(-42, -34, 2, 5));
        pen.body(0xf3ecd9, stroke(3, 43, -52, 49, -42, 57, -43));
        pen.own(hide, smooth(14, -84, 27, -88, 35, -74, 31, -54, 20, -46, 9, -60));
        pen.shade(0.12, smooth(16, -80, 26, -83, 31, -72, 28, -57, 20, -51, 13, -61));
        Quadruped.eye(pen, 42, -77, 1.6);
        for (int fold = 0; fold < 5; fold++) {
            double y = -48 + fold * 7;
            pen.shade(0.14, stroke(0.7, 46, y, 49.5, y + 1, 53, y));
        }
    }

    private static void giraffe(Pen pen) {
        int coat = 0xe6b86a;
        Shape piece =
                Quadruped.hoofed(coat, 34, 18, 20, 2.6)
                        .draw(
                                pen,
                                stroke(1.4, -16, -46, -25, -40, -25, -24),
                                smooth(
                                        6, -42, 12, -64, 19, -90, 27, -90, 25, -66, 21, -42, 14,
                                        -36),
                                smooth(18, -92, 26, -96, 37, -87, 36, -83, 24, -83),
                                poly(18, -91, 11, -94, 19, -95));
        pen.inside(piece, () -> giraffePatches(pen));
        pen.line(0x6b4526, 1.5, 22, -93, 21, -101);
        pen.line(0x6b4526, 1.5, 25.5, -94, 26, -102);
        pen.flat(0x6b4526, oval(-25, -22, 1.6, 4));
        Quadruped.eye(pen, 28, -90, 1.2);
    }

    private static void giraffePatches(Pen pen) {
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                double x = -22 + column * 6.4 + row % 2 * 3.2;
                double y = row < 3 ? -36 - row * 6 : -33 - row * 6.6;
                if (row > 2 && x < 4) {
                    continue;
                }
                pen.flat(
                        0xa0622c,
                        poly(
                                x, y, x + 2.4, y - 2, x + 4.8, y - 0.6, x + 4.6, y + 2.6, x + 1,
                                y + 3));
            }
        }
        pen.flat(0xf0cf92, oval(36, -84, 3, 3));
    }

    private static void camel(Pen pen) {
        int coat = 0xc79a5c;
        Quadruped.hoofed(coat, 36, 22, 28, 2.9)
                .draw(
                        pen,
                        stroke(1.8, -24, -50, -31, -44, -31, -34),
                        smooth(
                                -24, -50, -18, -66, -11, -74, -5, -64, 0, -57, 5, -64, 11, -74, 18,
                                -66, 24, -50, 0, -44),
                        smooth(
                                18, -54, 26, -50, 30, -62, 29, -82, 37, -84, 39, -66, 33, -44, 22,
                                -38),
                        smooth(28, -85, 36, -89, 48, -80, 47, -75, 33, -75),
                        poly(29, -84, 28, -91, 33, -86));
        Quadruped.eye(pen, 37, -83, 1.3);
    }

    private static void rhino(Pen pen) {
        int hide = 0x85817e;
        new Quadruped(hide, Colours.lighter(hide, 0.25), 20, 38, 38, 6)
                .draw(
                        pen,
                        stroke(2, -34, -42, -42, -36, -41, -26),
                        smooth(22, -52, 36, -54, 48, -40, 50, -28, 42, -24, 26, -24),
                        poly(26, -50, 28, -63, 33, -51));
        pen.body(0xe3dac6, poly(43, -40, 51, -58, 50, -34));
        pen.body(0xe3dac6, poly(38, -46, 41, -54, 43, -42));
        Quadruped.eye(pen, 39, -40, 1.4);
    }
}
