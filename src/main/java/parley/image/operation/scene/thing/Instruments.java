package parley.image.operation.scene.thing;

import static parley.image.operation.scene.paint.Forms.box;
import static parley.image.operation.scene.paint.Forms.disc;
import static parley.image.operation.scene.paint.Forms.outline;
import static parley.image.operation.scene.paint.Forms.oval;
import static parley.image.operation.scene.paint.Forms.poly;
import static parley.image.operation.scene.paint.Forms.round;
import static parley.image.operation.scene.paint.Forms.smooth;
import static parley.image.operation.scene.paint.Forms.star;
import static parley.image.operation.scene.paint.Forms.stroke;

import java.util.List;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.thing.Thing.Habitat;

/// Instruments, signs and amusements.
final class Instruments {
    private static final int WOOD = 0x8f5f3a;

    private Instruments() {}

    static List<Thing> things() {
        return List.of(
                of("guitar|ukulele", 1, Setting.STUDIO, Instruments::guitar),
                of("violin|cello|viola", 0.8, Setting.STUDIO, Instruments::violin),
                of("piano|grand piano", 1.8, Setting.ROOM, Instruments::piano),
                of("drum|drums", 0.7, Setting.STUDIO, Instruments::drum),
                of("trumpet|horn", 0.7, Setting.STUDIO, Instruments::trumpet),
                of("heart|love", 0.4, Setting.STUDIO, Instruments::heart),
                of(
                        "star|gold star",
                        0.4,
                        Setting.STUDIO,
                        pen -> pen.own(0xf2c23a, star(0, -46, 48, 5, 0.45))),
                of(
                        "arrow",
                        0.6,
                        Setting.STUDIO,
                        pen ->
                                pen.own(
                                        0x2f6fb0,
                                        poly(
                                                -48, -58, 8, -58, 8, -82, 50, -46, 8, -10, 8, -34,
                                                -48, -34))),
                of("music note|note|music", 0.4, Setting.STUDIO, Instruments::note),
                of("treasure chest|chest|treasure|trunk", 0.9, Setting.BEACH, Instruments::chest),
                of("barrel|cask", 1, Setting.WALL, Instruments::barrel),
                of("telescope", 1.4, Setting.HILLS, Instruments::telescope),
                of("tombstone|gravestone|grave", 1.2, Setting.HILLS, Instruments::tombstone),
                of("sandcastle|sand castle", 0.7, Setting.BEACH, Instruments::sandcastle),
                of("ferris wheel", 30, Setting.GARDEN, Instruments::ferrisWheel));
    }

    private static Thing of(String words, double metres, Setting home, Thing.Painter painter) {
        return Thing.of(words, Habitat.LAND, metres, home, painter);
    }

    private static void guitar(Pen pen) {
        pen.at(
                0,
                -50,
                18,
                1,
                1,
                () -> {
                    pen.body(0x4a2f1e, box(-3.4, -44, 6.8, 54));
                    pen.body(0x35241a, round(-5.4, -56, 10.8, 14, 2));
                    pen.own(
                            0xc07a3a,
                            smooth(
                                    -14, 2, -8, -8, 8, -8, 14, 2, 12, 16, 24, 30, 18, 48, 0, 52,
                                    -18, 48, -24, 30, -12, 16));
                    pen.flat(0x2a1a12, disc(0, 18, 7));
                    pen.body(0x4a2f1e, box(-9, 36, 18, 4));
                    for (int string = -2; string <= 2; string++) {
                        pen.flat(0xf0e6d0, 0.9, box(string * 1.3 - 0.2, -52, 0.4, 90));
                    }
                });
    }

    private static void violin(Pen pen) {
        pen.at(
                0,
                -50,
                -16,
                1,
                1,
                () -> {
                    pen.body(0x2a1a12, box(-2.4, -50, 4.8, 58));
                    pen.own(
                            0x9c4f24,
                            smooth(
                                    -14, -4, 0, -14, 14, -4, 13, 8, 8, 16, 18, 26, 18, 42, 0, 50,
                                    -18, 42, -18, 26, -8, 16, -13, 8));
                    pen.body(0x2a1a12, poly(-4, 30, 4, 30, 2, 48, -2, 48));
                    for (int string = -1; string <= 1; string++) {
                        pen.flat(0xf0e6d0, box(string * 1.2 - 0.2, -44, 0.4, 76));
                    }
                });
        pen.line(0x6b4526, 1.6, 34, -92, 14, -4);
    }

    private static void piano(Pen pen) {
        for (double x : new double[] {-40, 4, 36}) {
            pen.own(0x24242a, box(x, -30, 4, 30));
        }
        pen.own(0x24242a, smooth(-44, -54, -30, -96, 10, -92, 44, -66, 30, -56));
        pen.own(0x24242a, smooth(-48, -50, -48, -30, 0, -28, 46, -30, 48, -46, 20, -56, -30, -54));
        pen.body(0xf6f2ea, box(-46, -36, 58, 6));
        for (int key = 0; key < 14; key++) {
            pen.flat(0x18181c, box(-44.5 + key * 4, -36, 1.9, 3.6));
        }
    }

    private static void drum(Pen pen) {
        pen.own(0xb8352e, poly(-40, -50, 40, -50, 38, -2, -38, -2));
        for (int i = 0; i < 6; i++) {
            double x = -40 + i * 14;
            pen.line(0xf0e6d0, 1.6, x, -46, x + 7, -8, x + 14, -46);
        }
        pen.body(0xd9b45a, oval(0, -4, 38, 7));
        pen.body(0xd9b45a, oval(0, -49, 41, 11));
        pen.body(0xf4efe4, oval(0, -51, 39, 9));
        pen.body(0xc79a62, stroke(3, -30, -92, 6, -54));
        pen.body(0xc79a62, stroke(3, 32, -90, -2, -54));
    }

    private static void trumpet(Pen pen) {
        pen.own(0xdcae3c, smooth(18, -54, 36, -60, 48, -78, 50, -50, 48, -24, 36, -44, 18, -48));
        pen.own(0xdcae3c, box(-46, -54, 66, 6));
        pen.own(0xdcae3c, outline(4.4, round(-22, -50, 40, 22, 10)));
        for (double x : new double[] {-10, 0, 10}) {
            pen.own(0xdcae3c, box(x - 3, -70, 6, 40));
            pen.body(0xf2e6c0, oval(x, -71, 4, 2));
        }
    }

    private static void heart(Pen pen) {
        pen.own(
                0xd8304a,
                smooth(
                        0, -74, -18, -92, -40, -86, -47, -62, -30, -32, 0, -2, 30, -32, 47, -62, 40,
                        -86, 18, -92));
        pen.shine(0.34, smooth(-34, -72, -24, -84, -15, -80, -27, -64));
    }

    private static void note(Pen pen) {
        pen.own(0x2b2d36, box(-18, -92, 5, 80));
        pen.own(0x2b2d36, box(29, -98, 5, 80));
        pen.own(0x2b2d36, poly(-18, -92, 34, -100, 34, -84, -18, -76));
        pen.own(0x2b2d36, oval(-25, -11, 13, 10));
        pen.own(0x2b2d36, oval(22, -17, 13, 10));
    }

    private static void chest(Pen pen) {
        pen.lamp(0xf2c84a, smooth(-34, -46, -16, -58, 4, -54, 20, -60, 36, -46));
        pen.own(WOOD, smooth(-42, -62, -34, -86, 0, -92, 34, -86, 42, -62));
        pen.own(WOOD, box(-42, -46, 84, 46));
        for (double x : new double[] {-42, -4, 34}) {
            pen.body(0xc79a45, box(x, -46, 8, 46));
        }
        pen.body(0xc79a45, round(-7, -46, 14, 16, 2));
        pen.glow(0xffd86a, 0, -52, 50, 0.45);
    }

    private static void barrel(Pen pen) {
        pen.own(
                0x96643a,
                smooth(-26, 0, -36, -26, -36, -62, -26, -88, 26, -88, 36, -62, 36, -26, 26, 0));
        for (double y : new double[] {-76, -52, -34, -12}) {
            double half = 36 - Math.pow((y + 44) / 44, 2) * 9;
            pen.body(0x4a4e57, box(-half, y, 2 * half, 4.4));
        }
        for (int stave = -2; stave <= 2; stave++) {
            pen.shade(0.2, stroke(0.9, stave * 10, -87, stave * 13, -44, stave * 10, -1));
        }
    }

    private static void telescope(Pen pen) {
        pen.body(0x4a3424, stroke(4, 0, -56, -24, 0));
        pen.body(0x4a3424, stroke(4, 0, -56, 24, 0));
        pen.body(0x4a3424, stroke(4, 0, -56, 2, -2));
        pen.at(
                0,
                -58,
                -28,
                1,
                1,
                () -> {
                    pen.own(0x3f5f8a, box(-34, -8, 64, 16));
                    pen.body(0xc79a45, box(28, -10, 12, 20));
                    pen.body(0xc79a45, box(-46, -5, 14, 10));
                });
    }

    private static void tombstone(Pen pen) {
        pen.own(0x8f9292, smooth(-30, 0, -30, -66, -18, -90, 0, -97, 18, -90, 30, -66, 30, 0));
        pen.shade(0.3, box(-3, -80, 6, 36));
        pen.shade(0.3, box(-14, -70, 28, 6));
        pen.body(0x5f8a4a, smooth(-40, 0, -30, -8, 0, -5, 30, -8, 40, 0));
    }

    private static void sandcastle(Pen pen) {
        for (double x : new double[] {-40, 16}) {
            pen.own(0xdcb878, poly(x, 0, x + 3, -54, x + 21, -54, x + 24, 0));
            for (int i = 0; i < 3; i++) {
                pen.own(0xdcb878, box(x + 2 + i * 7.4, -61, 5, 9));
            }
        }
        pen.own(0xdcb878, box(-22, -36, 44, 36));
        pen.own(0xdcb878, poly(-11, -36, -8, -80, 8, -80, 11, -36));
        pen.flat(0x7a5a34, 0.8, round(-7, -18, 14, 20, 7));
        pen.flat(0x5a4030, box(-0.6, -98, 1.2, 18));
        pen.flat(0xd8402f, poly(0, -98, 15, -93, 0, -88));
    }

    private static void ferrisWheel(Pen pen) {
        pen.body(0xd8d8dc, stroke(2.4, 0, -54, -24, 0));
        pen.body(0xd8d8dc, stroke(2.4, 0, -54, 24, 0));
        pen.own(0xd0586a, outline(2.2, disc(0, -54, 42)));
        pen.own(0xd0586a, outline(1.2, disc(0, -54, 34)));
        int[] cabins = {0xe8b83a, 0x3f8fc0, 0xd8503c, 0x5ab87a};
        for (int i = 0; i < 12; i++) {
            double angle = i * Math.PI / 6;
            double x = Math.cos(angle) * 42;
            double y = -54 + Math.sin(angle) * 42;
            pen.flat(0xd8d8dc, stroke(0.8, 0, -54, x, y));
            if (pen.isDark()) {
                pen.glow(0xffe0a0, x, y, 7, 0.7);
            }
            pen.body(cabins[i % 4], round(x - 4, y, 8, 8, 3));
        }
    }
}
