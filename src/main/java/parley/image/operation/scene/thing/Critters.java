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

/// Small animals, and those of tales.
final class Critters {
    private static final int DARK = 0x241f1c;

    private Critters() {}

    static List<Thing> things() {
        return List.of(
                of("cat|kitten|kitty", Habitat.LAND, 0.55, Setting.WINDOW, Critters::cat),
                of("rabbit|bunny|hare", Habitat.LAND, 0.5, Setting.MEADOW, Critters::rabbit),
                of("squirrel|chipmunk", Habitat.LAND, 0.35, Setting.FOREST, Critters::squirrel),
                of("mouse|rat|hamster", Habitat.LAND, 0.25, Setting.ROOM, Critters::mouse),
                of("hedgehog|porcupine", Habitat.LAND, 0.3, Setting.FOREST, Critters::hedgehog),
                of("panda", Habitat.LAND, 1.4, Setting.FOREST, Critters::panda),
                of("dinosaur|t-rex|dino", Habitat.LAND, 5, Setting.FOREST, Critters::dinosaur),
                of("dragon", Habitat.LAND, 7, Setting.MOUNTAINS, Critters::dragon),
                of(
                        "ladybug|ladybird|beetle|bug|insect",
                        Habitat.LAND,
                        0.15,
                        Setting.GARDEN,
                        Critters::ladybug),
                of("spider", Habitat.LAND, 0.2, Setting.ROOM, Critters::spider));
    }

    private static Thing of(
            String words, Habitat habitat, double metres, Setting home, Thing.Painter painter) {
        return Thing.of(words, habitat, metres, home, painter);
    }

    /// Sits, seen from the front at a slant.
    private static void cat(Pen pen) {
        int coat = 0xc98545;
        pen.own(coat, stroke(6.5, 20, -6, 38, -4, 42, -18, 34, -32, 38, -42));
        pen.own(
                coat,
                smooth(-22, 0, -26, -22, -17, -46, -10, -60, 10, -60, 18, -46, 27, -22, 23, 0));
        pen.shade(0.12, smooth(14, -2, 10, -18, 16, -30, 24, -20, 22, -2));
        pen.own(coat, smooth(-9, 0, -10, -28, -4, -40, -1, -20, -1, 0));
        pen.own(coat, smooth(9, 0, 10, -28, 4, -40, 1, -20, 1, 0));
        pen.own(coat, poly(-20, -76, -21, -100, -5, -88));
        pen.own(coat, poly(20, -76, 21, -100, 5, -88));
        pen.flat(0xe8aa98, 0.8, poly(-17, -82, -18, -94, -9, -87));
        pen.flat(0xe8aa98, 0.8, poly(17, -82, 18, -94, 9, -87));
        pen.own(
                coat,
                smooth(-22, -70, -17, -86, 0, -90, 17, -86, 22, -70, 13, -57, 0, -54, -13, -57));
        for (double x : new double[] {-9, 9}) {
            pen.flat(0x9fc46a, oval(x, -73, 4.4, 4.8));
            pen.flat(0x15110e, oval(x, -73, 1.5, 4.4));
            pen.flat(0xffffff, disc(x + 1.2, -75, 1));
        }
        pen.body(0xf5ebdd, smooth(-8, -62, 0, -66, 8, -62, 5, -56.5, -5, -56.5));
        pen.flat(0xc06a62, poly(-2.4, -66, 2.4, -66, 0, -63));
        for (int side = -1; side <= 1; side += 2) {
            pen.line(0xf7f2ea, 0.5, side * 8, -62, side * 26, -65);
            pen.line(0xf7f2ea, 0.5, side * 8, -60, side * 26, -59);
        }
        for (int stripe = -1; stripe <= 1; stripe++) {
            pen.shade(0.24, oval(stripe * 5, -83, 1.1, 4));
        }
        for (int stripe = 0; stripe < 3; stripe++) {
            pen.shade(
                    0.16,
                    poly(
                            -24 + stripe,
                            -18 - stripe * 9,
                            -13,
                            -20 - stripe * 9,
                            -24 + stripe,
                            -15 - stripe * 9));
            pen.shade(
                    0.16,
                    poly(
                            24 - stripe,
                            -18 - stripe * 9,
                            13,
                            -20 - stripe * 9,
                            24 - stripe,
                            -15 - stripe * 9));
        }
    }

    private static void rabbit(Pen pen) {
        int coat = 0xb9a28a;
        pen.body(0xf4efe6, disc(-30, -16, 7));
        pen.own(coat, smooth(-30, 0, -34, -22, -18, -40, 4, -36, 14, -18, 14, 0));
        pen.own(coat, smooth(4, -62, -2, -92, 4, -98, 11, -84, 12, -62));
        pen.own(coat, smooth(14, -62, 15, -92, 21, -96, 25, -82, 21, -60));
        pen.flat(0xe0aaa0, 0.7, smooth(6, -66, 3, -88, 6, -90, 9, -80, 10, -66));
        pen.own(coat, smooth(-2, -44, 4, -62, 20, -64, 32, -50, 30, -38, 16, -34, 4, -34));
        pen.own(coat, smooth(0, 0, 4, -30, 12, -30, 16, 0));
        eye(pen, 20, -52, 2.2);
        pen.flat(0xc98078, disc(31.5, -46, 1.8));
    }

    private static void squirrel(Pen pen) {
        int coat = 0xa85a2c;
        pen.own(
                coat,
                smooth(
                        -10, -4, -30, -8, -44, -40, -38, -76, -18, -84, -12, -70, -22, -60, -20,
                        -38, -8, -22));
        pen.own(coat, smooth(-14, 0, -16, -24, -4, -46, 10, -46, 18, -22, 16, 0));
        pen.own(coat, smooth(0, -46, 2, -60, 14, -66, 28, -56, 30, -48, 16, -42));
        pen.own(coat, poly(4, -62, 5, -76, 12, -64));
        pen.body(0xf3e8d8, smooth(8, -6, 6, -28, 14, -40, 17, -22, 14, -4));
        eye(pen, 19, -56, 2);
        pen.body(0x6b4424, oval(24, -36, 5, 6));
    }

    private static void mouse(Pen pen) {
        pen.line(0xd7a79c, 2, -34, -8, -46, -14, -50, -30);
        pen.own(0x9a948f, smooth(-38, 0, -36, -24, -8, -40, 20, -34, 46, -10, 40, -2));
        pen.body(0xe0b0a8, disc(12, -38, 10));
        pen.body(0xe0b0a8, disc(24, -36, 9));
        eye(pen, 30, -20, 2.2);
        pen.flat(0xd0807a, disc(46, -10, 2.2));
    }

    private static void hedgehog(Pen pen) {
        for (int i = 0; i < 17; i++) {
            double angle = Math.PI + i * Math.PI / 18;
            pen.own(
                    0x6b5140,
                    poly(
                            -4 + Math.cos(angle - 0.12) * 34,
                            -8 + Math.sin(angle - 0.12) * 36,
                            -4 + Math.cos(angle) * 46,
                            -8 + Math.sin(angle) * 48,
                            -4 + Math.cos(angle + 0.12) * 34,
                            -8 + Math.sin(angle + 0.12) * 36));
        }
        pen.own(0x7a5c48, smooth(-38, -4, -36, -30, -10, -46, 18, -38, 28, -18, 24, 0, -30, 0));
        pen.body(0xd9b48e, smooth(16, -34, 30, -26, 46, -10, 40, -3, 20, 0, 12, -14));
        pen.flat(DARK, disc(46, -10, 2.8));
        eye(pen, 28, -20, 2);
    }

    private static void panda(Pen pen) {
        pen.own(0xf4f1ea, oval(0, -32, 32, 32));
        pen.body(0x26242a, smooth(-30, -44, -34, -24, -20, -14, -12, -28, -20, -46));
        pen.body(0x26242a, smooth(30, -44, 34, -24, 20, -14, 12, -28, 20, -46));
        pen.body(0x26242a, oval(-20, -6, 13, 8));
        pen.body(0x26242a, oval(20, -6, 13, 8));
        pen.body(0x26242a, disc(-20, -92, 8));
        pen.body(0x26242a, disc(20, -92, 8));
        pen.own(0xf4f1ea, oval(0, -74, 27, 23));
        pen.body(0x26242a, oval(-10, -77, 6, 7));
        pen.body(0x26242a, oval(10, -77, 6, 7));
        eye(pen, -9, -77, 2.4);
        eye(pen, 9, -77, 2.4);
        pen.flat(0x26242a, oval(0, -67, 3.6, 2.4));
    }

    private static void dinosaur(Pen pen) {
        int hide = 0x6a8f4a;
        pen.own(
                Colours.darker(hide, 0.25),
                smooth(6, -30, 14, -16, 10, 0, 20, 0, 24, -18, 18, -36));
        pen.own(
                hide,
                smooth(
                        -50, -26, -30, -34, -14, -56, 6, -74, 10, -92, 26, -98, 46, -88, 47, -78,
                        28, -74, 24, -58, 18, -34, 0, -22, -24, -20));
        pen.own(hide, smooth(-10, -34, -4, -18, -12, 0, 2, 0, 8, -18, 8, -34));
        pen.own(hide, stroke(3, 20, -56, 30, -54, 32, -48));
        for (int i = 0; i < 6; i++) {
            pen.body(
                    0xc78a3c,
                    poly(
                            -30 + i * 7,
                            -36 - i * 6,
                            -30 + i * 7,
                            -46 - i * 7,
                            -23 + i * 7,
                            -42 - i * 6.6));
        }
        pen.flat(0xf6f1e4, poly(34, -77, 36, -72, 38, -78, 41, -73, 43, -79));
        eye(pen, 28, -90, 1.8);
    }

    private static void dragon(Pen pen) {
        int hide = 0xa83a36;
        pen.body(
                0x7a2630,
                smooth(
                        -4, -56, -30, -98, -48, -86, -40, -74, -46, -58, -30, -60, -26, -48, -10,
                        -46));
        pen.own(
                hide,
                smooth(
                        -50, -10, -36, -18, -24, -36, 0, -54, 16, -62, 20, -84, 34, -92, 49, -80,
                        48, -72, 33, -72, 32, -54, 22, -34, 4, -18, -20, -12));
        pen.own(hide, smooth(4, -30, 0, 0, 10, 0, 18, -28));
        pen.own(hide, smooth(-18, -26, -20, 0, -10, 0, -4, -24));
        pen.body(0xb0473a, smooth(6, -58, 0, -104, 22, -84, 26, -72, 16, -58));
        pen.body(0xe8c46a, smooth(26, -60, 30, -52, 20, -32, 6, -20, 14, -34));
        pen.body(0xe8dcc0, poly(26, -90, 18, -102, 31, -92));
        pen.lamp(0xffd84a, disc(36, -82, 1.9));
    }

    private static void ladybug(Pen pen) {
        pen.body(0x241f20, disc(32, -22, 14));
        pen.ball(0xd3302a, true, -2, -26, 36, 27);
        pen.line(0x241f20, 2.2, -30, -42, 32, -30);
        for (double[] spot :
                new double[][] {
                    {-18, -34, 5}, {2, -44, 5}, {-8, -16, 6}, {16, -14, 5}, {16, -42, 4}
                }) {
            pen.flat(0x241f20, disc(spot[0], spot[1], spot[2]));
        }
        pen.flat(0xffffff, disc(38, -26, 3));
    }

    private static void spider(Pen pen) {
        for (int side = -1; side <= 1; side += 2) {
            for (int leg = 0; leg < 4; leg++) {
                double spread = 16 + leg * 9;
                pen.line(
                        0x2b2528,
                        2,
                        side * 6,
                        -30,
                        side * spread,
                        -58 + leg * 6,
                        side * (spread + 10),
                        -leg * 2);
            }
        }
        pen.own(0x33292c, disc(0, -38, 18));
        pen.own(0x33292c, disc(0, -18, 10));
        eye(pen, -3, -18, 2);
        eye(pen, 3, -18, 2);
    }

    private static void eye(Pen pen, double x, double y, double size) {
        pen.flat(0x15110e, disc(x, y, size));
        pen.flat(0xffffff, 0.9, disc(x + size * 0.3, y - size * 0.35, size * 0.33));
    }
}
