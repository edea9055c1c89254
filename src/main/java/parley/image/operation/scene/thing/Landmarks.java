package parley.image.operation.scene.thing;

import static parley.image.operation.scene.paint.Forms.box;
import static parley.image.operation.scene.paint.Forms.oval;
import static parley.image.operation.scene.paint.Forms.poly;
import static parley.image.operation.scene.paint.Forms.round;
import static parley.image.operation.scene.paint.Forms.without;

import java.awt.Shape;
import java.util.List;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Forms;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.thing.Thing.Habitat;

/// Buildings that one travels for.
final class Landmarks {
    private Landmarks() {}

    static List<Thing> things() {
        return List.of(
                land("temple|pagoda|shrine", 22, Setting.HILLS, Landmarks::pagoda),
                land("mosque", 22, Setting.DESERT, Landmarks::mosque),
                land("pyramid|pyramids", 36, Setting.DESERT, Landmarks::pyramid),
                land(
                        "eiffel tower|radio tower|transmission tower",
                        60,
                        Setting.GARDEN,
                        Landmarks::latticeTower),
                land("bridge|footbridge|viaduct", 26, Setting.RIVER, Landmarks::bridge),
                land("tent|camp|campsite", 4, Setting.LAKE, Landmarks::tent),
                land("tipi|teepee|wigwam", 5, Setting.MEADOW, Landmarks::tipi),
                land("igloo", 4, Setting.SNOW, Landmarks::igloo),
                land("shop|store|cafe|bakery|restaurant|kiosk", 7, Setting.STREET, Landmarks::shop),
                land("factory|power plant", 26, Setting.FIELD, Landmarks::factory),
                land("greenhouse|glasshouse", 6, Setting.GARDEN, Landmarks::greenhouse),
                land(
                        "ruin|ruins|column|columns|greek temple",
                        14,
                        Setting.HILLS,
                        Landmarks::columns));
    }

    private static Thing land(String words, double metres, Setting home, Thing.Painter painter) {
        return Thing.of(words, Habitat.LAND, metres, home, painter);
    }

    private static void pagoda(Pen pen) {
        for (int floor = 0; floor < 4; floor++) {
            double y = -floor * 22;
            double wide = 30 - floor * 5;
            pen.own(0xb8473a, box(-wide * 0.72, y - 18, wide * 1.44, 18));
            for (double x : new double[] {-0.42, -0.1, 0.22}) {
                pen.window(box(wide * x, y - 13, wide * 0.2, 9));
            }
            pen.body(
                    0x37474a,
                    Forms.smooth(
                            -wide * 1.25,
                            y - 19,
                            -wide * 0.8,
                            y - 21,
                            -wide * 0.4,
                            y - 27,
                            wide * 0.4,
                            y - 27,
                            wide * 0.8,
                            y - 21,
                            wide * 1.25,
                            y - 19,
                            0,
                            y - 17));
        }
        pen.lamp(0xd9b45a, poly(-1.2, -92, 0, -106, 1.2, -92));
    }

    private static void mosque(Pen pen) {
        for (double x : new double[] {-40, 36}) {
            pen.own(0xe9dcc4, box(x, -80, 5, 80));
            pen.body(0x3f8f92, poly(x - 1, -80, x + 2.5, -93, x + 6, -80));
            pen.body(0xd0bf9f, box(x - 1.5, -62, 8, 2.5));
        }
        pen.own(0xe9dcc4, box(-28, -36, 56, 36));
        pen.body(
                0x3f8f92,
                Forms.smooth(-22, -35, -23, -48, -12, -62, 0, -74, 12, -62, 23, -48, 22, -35));
        pen.lamp(0xd9b45a, box(-0.6, -84, 1.2, 12));
        for (double x : new double[] {-22, -8, 6}) {
            pen.window(round(x + 1, -24, 12, 26, 6));
        }
    }

    private static void pyramid(Pen pen) {
        pen.own(0xd9b476, poly(-50, 0, 0, -64, 50, 0));
        pen.shade(0.28, poly(0, -64, 50, 0, 14, 0));
        boolean ofStone = pen.own(-1) == -1;
        for (int course = 1; ofStone && course < 12; course++) {
            double y = -course * 5.2;
            double half = 50 * (1 + y / 64);
            pen.shade(0.09, box(-half, y, 2 * half, 0.7));
        }
    }

    private static void latticeTower(Pen pen) {
        pen.own(
                0x6d6258,
                without(
                        Forms.smooth(
                                -27, 0, -13, -36, -5, -70, -1.4, -97, 1.4, -97, 5, -70, 13, -36, 27,
                                0),
                        Forms.smooth(-17, 4, -11, -13, 0, -20, 11, -13, 17, 4)));
        for (int y = -30; y > -90; y -= 7) {
            double wide = 12.5 * Math.exp((y + 30) / 32.0);
            pen.shade(0.25, poly(-wide, y, wide, y - 6, wide, y - 7, -wide, y - 1));
            pen.shade(0.25, poly(wide, y, -wide, y - 6, -wide, y - 7, wide, y - 1));
        }
        pen.body(0x5a5048, box(-17, -28, 34, 3));
        pen.body(0x5a5048, box(-8, -56, 16, 2.4));
    }

    private static void bridge(Pen pen) {
        Shape deck = Forms.smooth(-50, -14, -25, -24, 0, -28, 25, -24, 50, -14, 50, 0, -50, 0);
        Shape arches =
                Forms.both(
                        Forms.both(oval(-29, 0, 12, 13), oval(0, 0, 13, 19)), oval(29, 0, 12, 13));
        pen.own(0xb5a48e, without(deck, arches));
        pen.body(0x93836f, Forms.stroke(2.6, -50, -16, -25, -26, 0, -30, 25, -26, 50, -16));
    }

    private static void tent(Pen pen) {
        pen.own(0xe08a3c, poly(-46, 0, -6, -62, 46, 0));
        pen.shade(0.2, poly(-6, -62, 46, 0, 14, 0));
        pen.lamp(pen.isDark() ? 0xffdf90 : 0x4a3626, poly(-17, 0, -6, -44, 3, 0));
        if (pen.isDark()) {
            pen.glow(0xffc870, -6, -20, 60, 0.45);
        }
    }

    private static void tipi(Pen pen) {
        pen.line(0x5a4030, 1.4, -9, -100, 6, -78);
        pen.line(0x5a4030, 1.4, 9, -100, -6, -78);
        pen.own(0xe3cfa6, poly(-36, 0, -4, -84, 4, -84, 36, 0));
        pen.body(0xa8482f, poly(-28, -21, -26, -26, 26, -26, 28, -21));
        pen.body(0x4a3424, poly(-8, 0, 0, -36, 8, 0));
    }

    private static void igloo(Pen pen) {
        Shape dome = Forms.within(oval(0, 0, 42, 52), box(-50, -60, 100, 60));
        pen.own(0xe4eef6, dome);
        for (int row = 1; row < 4; row++) {
            double y = -row * 13;
            pen.shade(
                    0.12,
                    box(
                            -42 * Math.sqrt(1 - Math.pow(y / 52, 2)),
                            y,
                            84 * Math.sqrt(1 - Math.pow(y / 52, 2)),
                            1));
        }
        pen.own(0xd5e2ee, Forms.within(oval(12, 0, 17, 27), box(-50, -60, 100, 60)));
        pen.body(0x33465e, Forms.within(oval(14, 0, 11, 20), box(-50, -60, 100, 60)));
    }

    private static void shop(Pen pen) {
        pen.own(0xd9c3a0, box(-42, -70, 84, 70));
        pen.window(box(-36, -38, 46, 30));
        pen.body(0x5a3a2c, box(18, -40, 18, 40));
        pen.window(box(21, -36, 12, 18));
        for (int stripe = 0; stripe < 8; stripe++) {
            double x = -44 + stripe * 11;
            pen.body(
                    stripe % 2 == 0 ? 0xc8443a : 0xf6f1e6,
                    poly(x, -54, x + 11, -54, x + 11, -42, x + 5.5, -39, x, -42));
        }
        pen.body(0x3c3430, box(-30, -66, 60, 8));
    }

    private static void factory(Pen pen) {
        for (double x : new double[] {-36, -20}) {
            pen.body(0xa8675a, poly(x, 0, x + 2, -88, x + 9, -88, x + 11, 0));
            pen.flat(
                    0xe8e8e8,
                    0.4,
                    Forms.smooth(
                            x + 4, -90, x + 1, -102, x + 10, -112, x + 22, -116, x + 14, -102,
                            x + 8, -90));
        }
        pen.own(0x8f8a86, poly(-10, 0, -10, -34, 8, -48, 8, -34, 26, -48, 26, -34, 44, -48, 44, 0));
        for (double x = -4; x < 40; x += 12) {
            pen.window(box(x, -24, 8, 10));
        }
    }

    private static void greenhouse(Pen pen) {
        pen.own(0xbfe3dc, poly(-40, 0, -40, -38, 0, -66, 40, -38, 40, 0));
        for (double x = -40; x <= 40; x += 10) {
            pen.flat(
                    0xf7f7f2,
                    box(
                            x - 0.6,
                            -38 - (40 - Math.abs(x)) * 0.7,
                            1.2,
                            38 + (40 - Math.abs(x)) * 0.7));
        }
        pen.line(0xf7f7f2, 1.4, -40, -38, 40, -38);
        for (double x = -34; x < 36; x += 8) {
            pen.flat(0x3f7f45, 0.75, oval(x, -5, 5, 7));
        }
    }

    private static void columns(Pen pen) {
        pen.body(0xcfc4ae, box(-48, -5, 96, 5));
        for (double x = -40; x <= 40; x += 16) {
            double tall = x > 30 ? 34 : 58;
            pen.own(0xe2d8c3, box(x - 4, -tall, 8, tall - 5));
            pen.shade(0.12, box(x - 1.2, -tall, 0.9, tall - 5));
            pen.shade(0.12, box(x + 1.4, -tall, 0.9, tall - 5));
            pen.body(0xd6cbb4, box(x - 5.5, -tall - 3, 11, 3));
        }
        pen.body(0xd6cbb4, box(-48, -68, 78, 7));
        pen.body(0xdfd5c0, poly(-48, -68, -8, -86, 30, -68));
    }
}
