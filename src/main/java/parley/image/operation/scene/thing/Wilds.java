package parley.image.operation.scene.thing;

import static parley.image.operation.scene.paint.Forms.disc;
import static parley.image.operation.scene.paint.Forms.oval;
import static parley.image.operation.scene.paint.Forms.poly;
import static parley.image.operation.scene.paint.Forms.round;
import static parley.image.operation.scene.paint.Forms.smooth;
import static parley.image.operation.scene.paint.Forms.stroke;

import java.util.List;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.thing.Thing.Habitat;

/// What grows wild, lies or burns on the ground.
final class Wilds {
    private static final int STEM = 0x4f8a42;

    private Wilds() {}

    static List<Thing> things() {
        return List.of(
                of("leaf|maple leaf|foliage", 0.2, Setting.STUDIO, Wilds::leaf),
                of("clover|shamrock|four-leaf clover", 0.2, Setting.MEADOW, Wilds::clover),
                of("reed|cattail|grass tuft|bulrush", 1.6, Setting.LAKE, Wilds::reeds),
                of("acorn|nut|chestnut nut", 0.1, Setting.TABLE, Wilds::acorn),
                of("rock|stone|boulder|pebble", 2, Setting.COAST, Wilds::rock),
                of("waterfall|cascade", 20, Setting.MOUNTAINS, Wilds::waterfall),
                of("volcano", 60, Setting.HILLS, Wilds::volcano),
                of("campfire|fire|bonfire|flame", 1.6, Setting.LAKE, Wilds::fire),
                of("snowman", 1.7, Setting.SNOW, Wilds::snowman),
                of("shell|seashell|conch", 0.15, Setting.BEACH, Wilds::shell),
                of("scarecrow", 2, Setting.FIELD, Wilds::scarecrow),
                of("nest", 0.5, Setting.FOREST, Wilds::nest));
    }

    private static Thing of(String words, double metres, Setting home, Thing.Painter painter) {
        return Thing.of(
                words, home == Setting.TABLE ? Habitat.TABLE : Habitat.LAND, metres, home, painter);
    }

    private static void leaf(Pen pen) {
        pen.own(
                0xd0662a,
                poly(
                        0, -100, 8, -82, 20, -88, 17, -66, 34, -76, 36, -66, 50, -66, 42, -52, 48,
                        -46, 26, -30, 28, -20, 4, -24, 3, 0, -3, 0, -4, -24, -28, -20, -26, -30,
                        -48, -46, -42, -52, -50, -66, -36, -66, -34, -76, -17, -66, -20, -88, -8,
                        -82));
        pen.shade(0.2, stroke(1.2, 0, -4, 0, -92));
        pen.shade(0.2, stroke(1, 0, -28, 36, -60));
        pen.shade(0.2, stroke(1, 0, -28, -36, -60));
    }

    private static void clover(Pen pen) {
        pen.body(STEM, stroke(3, 0, -62, 5, -30, 0, 0));
        for (int i = 0; i < 4; i++) {
            int turn = 45 + i * 90;
            pen.at(
                    0,
                    -66,
                    turn,
                    1,
                    1,
                    () -> {
                        pen.own(
                                0x4f9a46,
                                smooth(
                                        0, 0, -13, -12, -19, -24, -13, -33, 0, -28, 13, -33, 19,
                                        -24, 13, -12));
                        pen.shine(0.3, stroke(1, 0, -6, 0, -26));
                    });
        }
    }

    private static void reeds(Pen pen) {
        for (int i = 0; i < 9; i++) {
            double x = -32 + i * 8;
            double tall = 60 + i * 37 % 34;
            pen.own(0x6f9440, stroke(2.2, x * 0.5, 0, x * 0.7, -tall * 0.5, x, -tall));
            if (i % 3 == 1) {
                pen.body(0x6b4526, stroke(5.4, x * 0.93, -tall + 10, x, -tall - 4));
            }
        }
    }

    private static void acorn(Pen pen) {
        pen.own(0xb57a3c, smooth(-26, -52, -24, -24, 0, 0, 24, -24, 26, -52));
        pen.body(0x6b4a2c, smooth(-32, -50, -26, -72, 0, -80, 26, -72, 32, -50, 0, -44));
        pen.body(0x6b4a2c, stroke(5, 0, -78, 4, -92));
    }

    private static void rock(Pen pen) {
        pen.own(0x87827c, poly(-48, 0, -42, -28, -20, -52, 8, -56, 34, -38, 48, -10, 46, 0));
        pen.shade(0.2, poly(8, -56, 34, -38, 48, -10, 46, 0, 14, 0, 2, -30));
        pen.shine(0.2, poly(-42, -28, -20, -52, -8, -34, -30, -16));
    }

    private static void waterfall(Pen pen) {
        pen.body(
                0x6a6866,
                smooth(
                        -50, 1, -51, -30, -44, -62, -36, -84, -24, -97, -8, -100, 10, -96, 24, -99,
                        36, -86, 44, -58, 51, -28, 50, 1));
        for (int i = 0; i < 9; i++) {
            double x = -44 + i * 11 + pen.between(-3, 3);
            double top = -86 + Math.abs(x) * 0.9;
            pen.shade(0.2, poly(x, top, x + 5, top + 16, x + 3, -6, x - 2, -14));
            pen.shine(0.12, poly(x - 5, top + 8, x, top + 4, x - 2, -20));
        }
        pen.flat(0x5a8a4a, 0.9, smooth(-34, -88, -22, -99, -12, -100, -14, -93, -26, -86));
        pen.flat(0x5a8a4a, 0.9, smooth(34, -88, 24, -99, 13, -97, 14, -92, 26, -84));
        pen.own(
                0xd9ecf4,
                smooth(-11, -95, -12, -50, -18, -5, 0, 0, 18, -5, 12, -50, 11, -94, 0, -97));
        for (int i = 0; i < 12; i++) {
            double x = -9 + i * 1.7;
            pen.flat(0xffffff, 0.6, stroke(0.9, x, -92 + i % 4 * 5, x * 1.1, -50, x * 1.5, -6));
        }
        pen.flat(0x9cc6d8, 0.9, oval(0, -1, 44, 5));
        for (int i = 0; i < 14; i++) {
            pen.flat(
                    0xffffff,
                    0.3,
                    disc(pen.between(-24, 24), pen.between(-8, -1), pen.between(2, 5)));
        }
    }

    private static void volcano(Pen pen) {
        for (int i = 0; i < 11; i++) {
            double rise = i / 10.0;
            pen.flat(
                    Colours.mix(0x4a4248, 0x8d8486, rise),
                    0.5,
                    disc(
                            rise * rise * 20 + pen.between(-4, 4),
                            -64 - rise * 34,
                            5 + rise * 10 + pen.between(0, 3)));
        }
        pen.own(
                0x5c4a44,
                smooth(-50, 0, -34, -22, -16, -56, -9, -66, 9, -66, 16, -56, 34, -22, 50, 0));
        pen.glow(0xff7a2a, 0, -66, 26, 0.8);
        pen.lamp(
                0xff8a2c,
                smooth(
                        -8, -66, 0, -63, 8, -66, 6, -50, 12, -34, 5, -38, 0, -22, -3, -42, -9, -36,
                        -5, -52));
    }

    private static void fire(Pen pen) {
        pen.glow(0xff9a3c, 0, -36, 90, 0.6);
        pen.body(0x5a3a26, stroke(9, -36, -4, 30, -14));
        pen.body(0x5a3a26, stroke(9, 36, -4, -30, -14));
        pen.lamp(
                0xf0622a,
                smooth(
                        -26, -14, -30, -42, -14, -62, -10, -50, 0, -96, 14, -60, 20, -70, 30, -38,
                        24, -14));
        pen.lamp(0xfba634, smooth(-17, -13, -18, -36, -6, -50, 2, -76, 10, -46, 18, -34, 14, -13));
        pen.lamp(0xfff0a8, smooth(-8, -12, -9, -28, 0, -50, 9, -26, 7, -12));
    }

    private static void snowman(Pen pen) {
        pen.ball(0xf2f5f9, true, 0, -24, 30, 26);
        pen.ball(0xf2f5f9, true, 0, -58, 22, 19);
        pen.line(0x5a4030, 2.2, 18, -60, 40, -74, 46, -72);
        pen.line(0x5a4030, 2.2, -18, -60, -40, -72, -44, -80);
        pen.ball(0xf2f5f9, true, 0, -84, 16, 14.5);
        pen.body(0x2c2a30, round(-18, -96, 36, 4, 1));
        pen.body(0x2c2a30, round(-12, -114, 24, 19, 2));
        pen.body(0xc8332c, round(-16, -74, 32, 6, 3));
        pen.body(0xe8802c, poly(0, -86, 18, -82, 0, -80));
        for (double[] dot : new double[][] {{-6, -88}, {6, -88}, {0, -60}, {0, -50}}) {
            pen.flat(0x26242a, disc(dot[0], dot[1], 2));
        }
    }

    private static void shell(Pen pen) {
        pen.own(
                0xf0c2a4,
                smooth(0, 0, -14, -8, -44, -40, -38, -72, 0, -90, 38, -72, 44, -40, 14, -8));
        for (int i = -3; i <= 3; i++) {
            pen.shade(0.16, stroke(1.2, 0, -6, i * 7, -46, i * 11.5, -80 + Math.abs(i) * 4));
        }
    }

    private static void scarecrow(Pen pen) {
        pen.body(0x7a5636, parley.image.operation.scene.paint.Forms.box(-2, -70, 4, 70));
        pen.own(
                0xb5452f,
                poly(-46, -66, 46, -66, 46, -56, 18, -54, 20, -22, -20, -22, -18, -54, -46, -56));
        pen.body(0xe2c27a, disc(0, -80, 12));
        pen.body(0x7a5636, poly(-20, -86, 20, -86, 8, -92, 0, -104, -8, -92));
        pen.flat(0x2a2420, disc(-4, -81, 1.6));
        pen.flat(0x2a2420, disc(4, -81, 1.6));
    }

    private static void nest(Pen pen) {
        for (double x : new double[] {-16, 0, 16}) {
            pen.ball(0xbfe0e4, true, x, -34, 10, 14);
        }
        for (int i = 0; i < 22; i++) {
            double y = -pen.between(2, 30);
            double half = 44 - Math.abs(y + 20) * 0.5;
            pen.body(
                    i % 2 == 0 ? 0x8f6a42 : 0x6f4f30,
                    stroke(2, -half, y - 6, 0, y + pen.between(2, 7), half, y - 6));
        }
    }
}
