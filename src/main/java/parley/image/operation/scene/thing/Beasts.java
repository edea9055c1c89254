package parley.image.operation.scene.thing;

import static parley.image.operation.scene.paint.Forms.disc;
import static parley.image.operation.scene.paint.Forms.oval;
import static parley.image.operation.scene.paint.Forms.poly;
import static parley.image.operation.scene.paint.Forms.smooth;
import static parley.image.operation.scene.paint.Forms.stroke;

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
                land("horse|stallion|mare|foal", 2.4, Setting.MEADOW, Beasts::horse),
                land("pony|donkey|mule", 1.7, Setting.MEADOW, Beasts::donkey),
                land("unicorn", 2.4, Setting.MEADOW, Beasts::unicorn),
                land("zebra", 2.2, Setting.FIELD, Beasts::zebra),
                land("cow|bull|ox|cattle|calf|buffalo", 2.2, Setting.MEADOW, Beasts::cow),
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
                land("tiger|leopard|panther|cheetah|jaguar", 2, Setting.FOREST, Beasts::tiger),
                land("elephant|mammoth", 4.4, Setting.FIELD, Beasts::elephant),
                land("giraffe", 5.6, Setting.FIELD, Beasts::giraffe),
                land("camel|dromedary|llama|alpaca", 2.8, Setting.DESERT, Beasts::camel),
                land("rhino|rhinoceros|hippo|hippopotamus", 3, Setting.FIELD, Beasts::rhino));
    }

    private static Thing land(String words, double metres, Setting home, Thing.Painter painter) {
        return Thing.of(words, Habitat.LAND, metres, home, painter);
    }

    /// The trunk and the legs of an animal that looks to the right.
    ///
    /// @param leg how long its legs are
    /// @param tall how high its trunk is
    /// @param half half as long as its trunk
    /// @param wide of a leg
    private static void trunk(
            Pen pen, int coat, double leg, double tall, double half, double wide) {
        int far = Colours.darker(coat, 0.28);
        for (double x : new double[] {-half * 0.52, half * 0.8}) {
            leg(pen, far, x, leg, tall, wide);
        }
        pen.own(
                coat,
                smooth(
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
                        -leg - tall * 0.1));
        for (double x : new double[] {-half * 0.78, half * 0.58}) {
            leg(pen, coat, x, leg, tall, wide);
        }
        pen.shade(
                0.12,
                smooth(
                        -half * 0.7,
                        -leg - tall * 0.15,
                        0,
                        -leg - tall * 0.12,
                        half * 0.7,
                        -leg - tall * 0.18,
                        0,
                        -leg + tall * 0.01));
    }

    private static void leg(Pen pen, int coat, double x, double leg, double tall, double wide) {
        pen.own(
                coat,
                poly(
                        x - wide * 1.1,
                        -leg - tall * 0.4,
                        x + wide * 1.1,
                        -leg - tall * 0.4,
                        x + wide * 0.62,
                        -leg * 0.5,
                        x + wide * 0.55,
                        0,
                        x - wide * 0.65,
                        0,
                        x - wide * 0.5,
                        -leg * 0.5));
        pen.flat(
                DARK,
                poly(
                        x + wide * 0.6,
                        -wide * 0.8,
                        x + wide * 0.75,
                        0,
                        x - wide * 0.7,
                        0,
                        x - wide * 0.65,
                        -wide * 0.8));
    }

    private static void eye(Pen pen, double x, double y, double size) {
        pen.flat(0x16120f, disc(x, y, size));
        pen.flat(0xffffff, 0.9, disc(x + size * 0.3, y - size * 0.35, size * 0.32));
    }

    private static void horse(Pen pen) {
        equine(pen, 0x8a5230, 0x2e211b);
    }

    private static void equine(Pen pen, int coat, int mane) {
        pen.body(mane, smooth(-31, -60, -41, -50, -42, -26, -36, -14, -34, -32, -31, -48));
        trunk(pen, coat, 36, 27, 33, 4);
        pen.own(coat, smooth(14, -58, 20, -78, 31, -92, 38, -90, 37, -74, 33, -52, 26, -44));
        pen.own(coat, smooth(28, -93, 37, -96, 50, -78, 51, -72, 45, -70, 33, -78));
        pen.own(coat, poly(31, -92, 32, -101, 36, -93));
        pen.body(mane, smooth(31, -98, 24, -92, 15, -76, 9, -60, 16, -62, 25, -80, 33, -92));
        eye(pen, 39, -85, 1.5);
        pen.flat(DARK, oval(48, -74, 1.1, 0.8));
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
        equine(pen, 0xf2eee6, 0x2a2725);
        for (int i = 0; i < 9; i++) {
            double x = -28 + i * 6.4;
            pen.flat(0x26221f, poly(x, -62, x + 2.6, -62, x + 5, -42, x + 3.6, -40));
        }
        for (int i = 0; i < 4; i++) {
            double y = -58 - i * 8;
            pen.flat(0x26221f, poly(18 + i * 4, y, 34, y + 3, 34, y + 5, 19 + i * 4, y + 2.6));
        }
    }

    private static void cow(Pen pen) {
        int coat = 0xf3eee6;
        pen.line(0x4a4038, 1.8, -37, -58, -43, -44, -41, -26);
        trunk(pen, coat, 26, 34, 38, 4.4);
        if (pen.own(-1) == -1) {
            pen.body(0x2f2a28, smooth(-30, -56, -14, -60, -8, -46, -18, -38, -30, -42));
            pen.body(0x2f2a28, smooth(2, -60, 18, -58, 20, -46, 8, -42));
            pen.body(0x2f2a28, smooth(-6, -34, 6, -36, 4, -27, -6, -27));
        }
        pen.body(0xe6a9a0, smooth(-20, -30, -8, -30, -9, -21, -18, -21));
        pen.own(coat, smooth(26, -60, 36, -68, 46, -64, 50, -48, 46, -40, 38, -42, 30, -44));
        pen.body(0xe6a9a0, oval(46.5, -43.5, 5, 4.6));
        pen.body(0xded2bc, smooth(33, -66, 30, -76, 35, -77, 38, -67));
        pen.body(0x2f2a28, smooth(31, -64, 22, -66, 24, -60, 31, -59));
        eye(pen, 41, -57, 1.6);
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
        eye(pen, 39, -60, 1.7);
    }

    private static void goat(Pen pen) {
        int coat = 0xe6ddcc;
        trunk(pen, coat, 32, 26, 28, 3.2);
        pen.own(coat, smooth(14, -54, 24, -74, 32, -78, 30, -54, 24, -44));
        pen.own(coat, smooth(24, -80, 34, -84, 46, -70, 44, -64, 34, -66));
        pen.body(0x8a7a66, stroke(3, 28, -82, 22, -94, 12, -98));
        pen.body(0xcfc4b0, poly(38, -66, 43, -65, 40, -54));
        eye(pen, 35, -76, 1.5);
    }

    private static void pig(Pen pen) {
        int pink = 0xeda9a4;
        trunk(pen, pink, 18, 34, 36, 5);
        pen.line(pink, 2, -36, -42, -44, -46, -40, -52, -36, -47);
        pen.own(pink, smooth(22, -54, 34, -58, 44, -48, 43, -34, 30, -28));
        pen.body(0xd98a88, oval(45, -39, 4, 6));
        pen.own(pink, poly(24, -55, 30, -68, 36, -55));
        eye(pen, 37, -48, 1.7);
    }

    private static void deer(Pen pen) {
        int coat = 0xa0693c;
        trunk(pen, coat, 36, 22, 26, 2.8);
        pen.body(0xf4ece0, oval(-26, -52, 3, 6));
        pen.own(coat, smooth(10, -54, 16, -72, 23, -82, 29, -80, 27, -62, 22, -46));
        pen.own(coat, smooth(20, -84, 29, -87, 40, -76, 39, -72, 28, -74));
        pen.own(coat, smooth(21, -84, 12, -90, 14, -84, 20, -80));
        for (int side = 0; side < 2; side++) {
            double x = 24 + side * 3;
            pen.body(
                    0xcdb28c, stroke(1.7, x, -85, x - 7 + side * 16, -98, x - 3 + side * 14, -114));
            pen.body(0xcdb28c, stroke(1.4, x - 6 + side * 13, -97, x - 14 + side * 28, -104));
            pen.body(0xcdb28c, stroke(1.4, x - 5 + side * 12, -103, x + 3 - side * 2, -112));
        }
        eye(pen, 30, -80, 1.3);
        pen.flat(DARK, disc(39.5, -74, 1.5));
    }

    private static void fox(Pen pen) {
        int coat = 0xd5672a;
        pen.own(coat, smooth(-20, -36, -34, -40, -48, -26, -46, -8, -36, -10, -28, -22, -20, -28));
        pen.body(0xf6efe4, smooth(-48, -20, -46, -8, -39, -9, -42, -16));
        trunk(pen, coat, 24, 18, 24, 2.8);
        pen.own(coat, smooth(12, -42, 18, -56, 30, -58, 38, -46, 49, -38, 36, -34, 22, -34));
        pen.body(0xf6efe4, smooth(49, -38, 38, -44, 28, -40, 30, -34, 38, -33));
        pen.own(coat, poly(17, -54, 18, -70, 26, -57));
        pen.own(coat, poly(27, -57, 31, -71, 34, -54));
        pen.body(0x33271f, poly(18, -66, 18, -70, 20.5, -65));
        pen.flat(DARK, disc(48.5, -38, 1.8));
        eye(pen, 33, -48, 1.5);
        pen.body(0xf6efe4, smooth(16, -38, 24, -36, 22, -26, 16, -28));
    }

    private static void wolf(Pen pen) {
        int coat = 0x7d8288;
        pen.own(coat, smooth(-22, -44, -34, -40, -44, -22, -40, -16, -30, -26, -22, -34));
        trunk(pen, coat, 30, 21, 26, 3.2);
        pen.own(
                coat,
                smooth(10, -50, 16, -66, 28, -70, 36, -60, 49, -54, 46, -48, 34, -46, 20, -38));
        pen.body(0xe6e4de, smooth(48, -52, 36, -54, 30, -48, 22, -34, 30, -42, 40, -47));
        pen.own(coat, poly(17, -66, 19, -82, 26, -69));
        pen.own(coat, poly(26, -70, 30, -82, 33, -67));
        pen.flat(DARK, disc(48.5, -54, 1.8));
        eye(pen, 33, -61, 1.4);
    }

    private static void dog(Pen pen) {
        int coat = 0xb98550;
        pen.own(coat, stroke(4.6, -24, -46, -36, -56, -40, -68));
        trunk(pen, coat, 28, 21, 26, 4);
        pen.own(
                coat,
                smooth(
                        10, -48, 14, -66, 24, -76, 36, -72, 40, -62, 48, -56, 46, -48, 34, -48, 26,
                        -38, 16, -36));
        pen.body(Colours.darker(coat, 0.4), smooth(17, -74, 10, -66, 9, -52, 16, -50, 21, -62));
        pen.flat(DARK, oval(47, -56.5, 2.6, 2.2));
        pen.line(DARK, 0.9, 46, -50, 40, -49.5, 36, -52);
        eye(pen, 34, -65, 1.8);
        pen.body(0xc23a34, poly(14, -44, 29, -50, 31, -46, 15, -40));
    }

    private static void bear(Pen pen, int coat) {
        trunk(pen, coat, 22, 40, 36, 7);
        pen.own(coat, disc(22, -68, 5));
        pen.own(coat, disc(33, -71, 5));
        pen.own(
                coat,
                smooth(14, -56, 22, -68, 36, -68, 42, -56, 50, -48, 47, -40, 34, -38, 20, -34));
        pen.body(Colours.lighter(coat, 0.3), oval(45, -46, 5, 5));
        pen.flat(DARK, oval(49, -48, 2.4, 2));
        eye(pen, 38, -58, 1.6);
    }

    private static void lion(Pen pen) {
        int coat = 0xd0984e;
        pen.line(coat, 2.4, -32, -48, -44, -40, -46, -22);
        pen.body(0x6b3f20, disc(-46, -19, 4));
        trunk(pen, coat, 26, 25, 33, 4.4);
        for (int i = 0; i < 13; i++) {
            double angle = i * 2 * Math.PI / 13;
            pen.body(
                    i % 2 == 0 ? 0x7d4722 : 0x8f5529,
                    disc(27 + Math.cos(angle) * 14, -54 + Math.sin(angle) * 16, 9));
        }
        pen.own(coat, smooth(20, -62, 30, -67, 40, -60, 46, -50, 43, -42, 32, -42, 22, -48));
        pen.flat(DARK, poly(43, -54, 48, -50, 44, -48));
        eye(pen, 35, -57, 1.6);
    }

    private static void tiger(Pen pen) {
        int coat = 0xe08a35;
        pen.line(coat, 3.4, -32, -48, -44, -42, -47, -24);
        trunk(pen, coat, 26, 24, 34, 4.4);
        pen.own(coat, disc(24, -68, 4));
        pen.own(coat, disc(35, -69, 4));
        pen.own(coat, smooth(18, -56, 25, -67, 38, -66, 44, -54, 46, -46, 38, -40, 24, -42));
        pen.body(0xf7efe2, oval(42, -47, 5, 4.6));
        for (int i = 0; i < 10; i++) {
            double x = -30 + i * 5.6;
            pen.flat(0x2b211b, poly(x, -49.5, x + 2.4, -49.5, x + 1, -34 - i % 2 * 4));
        }
        pen.flat(DARK, disc(46, -50, 1.8));
        eye(pen, 37, -57, 1.5);
    }

    private static void elephant(Pen pen) {
        int hide = 0x8b8a90;
        pen.line(hide, 1.8, -38, -60, -44, -46, -42, -34);
        trunk(pen, hide, 28, 46, 36, 7.4);
        pen.own(
                hide,
                smooth(
                        18, -72, 28, -86, 42, -80, 46, -64, 45, -40, 48, -16, 46, -6, 41, -10, 40,
                        -36, 34, -48, 22, -48));
        pen.body(0xf3ecd9, stroke(2.6, 38, -44, 44, -36, 51, -38));
        pen.own(hide, smooth(12, -78, 24, -82, 28, -66, 25, -46, 14, -44, 7, -58));
        pen.shade(0.14, smooth(14, -74, 23, -77, 25, -64, 22, -50, 15, -50, 11, -60));
        eye(pen, 36, -66, 1.4);
    }

    private static void giraffe(Pen pen) {
        int coat = 0xe6b86a;
        pen.line(0x6b4526, 1.2, -22, -44, -28, -34, -27, -24);
        trunk(pen, coat, 32, 17, 20, 2.6);
        pen.own(coat, smooth(8, -44, 13, -64, 20, -88, 26, -90, 24, -66, 20, -42, 16, -38));
        pen.own(coat, smooth(19, -92, 26, -95, 36, -87, 35, -83, 25, -84));
        pen.line(0x6b4526, 1.4, 22, -93, 21, -100);
        pen.line(0x6b4526, 1.4, 25, -94, 25, -101);
        for (int i = 0; i < 11; i++) {
            double x = -16 + i % 6 * 5.6;
            double y = -45 + i / 6 * 7;
            pen.body(0xa0622c, smooth(x, y, x + 3.6, y - 0.6, x + 4, y + 3.8, x + 0.6, y + 4));
        }
        for (int i = 0; i < 6; i++) {
            double y = -50 - i * 6.4;
            pen.body(
                    0xa0622c,
                    smooth(
                            12.5 + i * 1.6,
                            y,
                            16.5 + i * 1.6,
                            y - 1,
                            17 + i * 1.5,
                            y + 3,
                            13 + i * 1.6,
                            y + 3.6));
        }
        eye(pen, 27, -90, 1.1);
    }

    private static void camel(Pen pen) {
        int coat = 0xc79a5c;
        trunk(pen, coat, 36, 22, 28, 2.9);
        pen.own(coat, smooth(-22, -54, -12, -74, -2, -58, 4, -58, 12, -74, 20, -54, 0, -48));
        pen.own(coat, smooth(20, -50, 30, -44, 36, -60, 36, -80, 31, -82, 29, -66, 24, -58));
        pen.own(coat, smooth(28, -86, 36, -88, 48, -80, 47, -75, 34, -75));
        eye(pen, 37, -83, 1.3);
    }

    private static void rhino(Pen pen) {
        int hide = 0x85817e;
        trunk(pen, hide, 20, 38, 38, 6.4);
        pen.own(hide, smooth(26, -52, 36, -54, 48, -40, 50, -28, 42, -24, 30, -28));
        pen.body(0xe3dac6, poly(43, -40, 51, -58, 50, -34));
        pen.body(0xe3dac6, poly(38, -46, 41, -54, 43, -42));
        pen.own(hide, poly(27, -51, 28, -63, 33, -53));
        eye(pen, 39, -40, 1.4);
    }
}
