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
import parley.image.operation.scene.paint.Forms;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.thing.Thing.Habitat;

/// Furniture, instruments, what stands by a road, and signs.
final class Home {
    private static final int WOOD = 0x8f5f3a;

    private Home() {}

    static List<Thing> things() {
        return List.of(
                of("chair", 1, Setting.ROOM, Home::chair),
                of("armchair|sofa|couch|settee", 1.6, Setting.ROOM, Home::sofa),
                of("table|desk", 1.5, Setting.ROOM, Home::table),
                of("bed", 2, Setting.ROOM, Home::bed),
                of("bookshelf|shelf|bookcase", 1.9, Setting.ROOM, Home::bookshelf),
                of(
                        "floor lamp|street lamp|lamppost|streetlight|lamp post",
                        3,
                        Setting.STREET,
                        Home::streetLamp),
                of("window", 1.5, Setting.WALL, Home::window),
                of("door|doorway", 2.1, Setting.WALL, Home::door),
                of("mirror|picture frame|frame|painting frame", 1.2, Setting.ROOM, Home::mirror),
                of("umbrella|parasol", 1.2, Setting.BEACH, Home::umbrella),
                of("bench|park bench", 1.7, Setting.GARDEN, Home::bench),
                of("fence|picket fence|railing", 1.6, Setting.MEADOW, Home::fence),
                of("fountain", 3, Setting.GARDEN, Home::fountain),
                of("mailbox|letterbox|postbox", 1.2, Setting.MEADOW, Home::mailbox),
                of("signpost|road sign|guidepost", 2.4, Setting.HILLS, Home::signpost),
                of("rug|carpet|mat|doormat", 1.8, Setting.ROOM, Home::rug),
                of("cushion|pillow", 0.7, Setting.ROOM, Home::cushion),
                of("flag|pennant", 5, Setting.HILLS, Home::flag));
    }

    private static Thing of(String words, double metres, Setting home, Thing.Painter painter) {
        return Thing.of(words, Habitat.LAND, metres, home, painter);
    }

    private static void chair(Pen pen) {
        for (double x : new double[] {-22, 20}) {
            pen.own(WOOD, box(x, -46, 4, 46));
        }
        pen.own(WOOD, box(-30, -100, 5, 100));
        pen.own(WOOD, box(14, -94, 4, 48));
        pen.own(WOOD, round(-30, -98, 48, 10, 3));
        pen.own(WOOD, round(-28, -78, 44, 7, 2));
        pen.own(WOOD, poly(-32, -48, 26, -48, 30, -42, -34, -42));
    }

    private static void sofa(Pen pen) {
        pen.own(0x5c7f7a, round(-44, -54, 88, 42, 9));
        pen.own(0x5c7f7a, round(-50, -38, 17, 34, 7));
        pen.own(0x5c7f7a, round(33, -38, 17, 34, 7));
        pen.own(0x5c7f7a, round(-34, -30, 34, 16, 5));
        pen.own(0x5c7f7a, round(0, -30, 34, 16, 5));
        pen.shade(0.16, box(-34, -14, 68, 8));
        for (double x : new double[] {-42, 38}) {
            pen.body(0x4a3424, box(x, -5, 4, 5));
        }
    }

    private static void table(Pen pen) {
        for (double x : new double[] {-40, 35}) {
            pen.own(WOOD, poly(x, -54, x + 5, -54, x + 4, 0, x + 1, 0));
        }
        pen.own(WOOD, poly(-44, -60, 44, -60, 50, -54, -50, -54));
        pen.own(WOOD, box(-50, -54, 100, 5));
    }

    private static void bed(Pen pen) {
        pen.body(WOOD, round(-50, -56, 8, 56, 2));
        pen.body(WOOD, round(42, -36, 8, 36, 2));
        pen.body(0xf4f0e8, round(-44, -26, 88, 15, 4));
        pen.body(0xf9f7f2, round(-42, -36, 26, 13, 6));
        pen.own(0x5a7fa8, smooth(-18, -28, 10, -31, 44, -28, 45, -8, -18, -8));
        pen.body(WOOD, box(-44, -12, 88, 6));
    }

    private static void bookshelf(Pen pen) {
        pen.own(WOOD, box(-34, -100, 68, 100));
        int[] spines = {0x9c3a34, 0x2f5f7a, 0xc79a45, 0x4f7f4f, 0xe0d3b8, 0x5a3f6a, 0xb8623c};
        for (int row = 0; row < 4; row++) {
            double y = -96 + row * 24;
            pen.flat(0x3a281c, box(-30, y, 60, 21));
            double x = -29;
            for (int book = 0; x < 26; book++) {
                double wide = 4 + (book * 7 + row * 3) % 4;
                double tall = 14 + (book * 5 + row) % 6;
                pen.body(
                        spines[(book + row * 2) % spines.length],
                        box(x, y + 21 - tall, wide - 0.6, tall));
                x += wide;
            }
        }
    }

    private static void streetLamp(Pen pen) {
        pen.own(0x2f343c, box(-1.8, -80, 3.6, 80));
        pen.own(0x2f343c, poly(-6, 0, -3, -10, 3, -10, 6, 0));
        pen.lamp(pen.isDark() ? 0xffe2a0 : 0xeeeadc, poly(-6, -80, -9, -94, 9, -94, 6, -80));
        pen.own(0x2f343c, poly(-11, -94, 0, -102, 11, -94));
        if (pen.isDark()) {
            pen.glow(0xffcf80, 0, -87, 60, 0.7);
        }
    }

    private static void window(Pen pen) {
        pen.own(0xf3eee4, box(-34, -98, 68, 92));
        pen.window(box(-29, -93, 26, 38));
        pen.window(box(3, -93, 26, 38));
        pen.window(box(-29, -51, 26, 40));
        pen.window(box(3, -51, 26, 40));
        pen.body(0xe2dacb, box(-40, -8, 80, 8));
        for (double x : new double[] {-50, 36}) {
            pen.body(0x4f7f78, box(x, -98, 14, 92));
            for (int slat = 1; slat < 12; slat++) {
                pen.shade(0.2, box(x + 1, -98 + slat * 7.6, 12, 1));
            }
        }
    }

    private static void door(Pen pen) {
        pen.body(0xd9d0c0, box(-29, -100, 58, 100));
        pen.own(0x3f6f5a, box(-24, -96, 48, 96));
        for (double y : new double[] {-90, -58, -30}) {
            pen.shade(0.16, box(-19, y, 17, 24));
            pen.shade(0.16, box(2, y, 17, 24));
        }
        pen.lamp(0xd9b45a, disc(19, -45, 2.2));
    }

    private static void mirror(Pen pen) {
        pen.own(0xc79a45, oval(0, -50, 36, 50));
        pen.body(0xbdd3dc, oval(0, -50, 29, 43));
        pen.shine(0.5, poly(-16, -60, 6, -88, 14, -82, -12, -46));
    }

    private static void umbrella(Pen pen) {
        pen.body(0x5a4030, stroke(2.6, 0, -60, 0, -10, 5, -2, 12, -6));
        pen.own(
                0xd0402f,
                smooth(
                        -49, -50, -36, -82, 0, -98, 36, -82, 49, -50, 33, -56, 17, -50, 0, -56, -17,
                        -50, -33, -56));
        pen.shade(0.13, smooth(-17, -50, -12, -84, 0, -97, 12, -84, 17, -50, 0, -56));
        pen.body(0x5a4030, box(-1, -103, 2, 7));
    }

    private static void bench(Pen pen) {
        for (double x : new double[] {-40, 36}) {
            pen.body(0x2f343c, box(x, -28, 4, 28));
            pen.body(0x2f343c, box(x, -56, 3, 30));
        }
        for (int slat = 0; slat < 3; slat++) {
            pen.own(WOOD, round(-48, -54 + slat * 8, 96, 6, 1));
        }
        pen.own(WOOD, poly(-48, -30, 48, -30, 50, -24, -50, -24));
    }

    private static void fence(Pen pen) {
        pen.own(0xf0ebe0, box(-50, -44, 100, 5));
        pen.own(0xf0ebe0, box(-50, -20, 100, 5));
        for (double x = -47; x < 46; x += 13) {
            pen.own(0xf0ebe0, poly(x, 0, x, -52, x + 4.5, -60, x + 9, -52, x + 9, 0));
        }
    }

    private static void fountain(Pen pen) {
        for (int side = -1; side <= 1; side += 2) {
            pen.flat(0xdff2fa, 0.8, stroke(2.4, 0, -92, side * 14, -88, side * 24, -52));
            pen.flat(0xdff2fa, 0.7, stroke(1.8, 0, -92, side * 8, -90, side * 13, -54));
        }
        pen.own(0xbdb5a8, smooth(-28, -52, 0, -48, 28, -52, 14, -40, -14, -40));
        pen.own(0xbdb5a8, poly(-5, -42, 5, -42, 8, -14, -8, -14));
        pen.body(0x8fc8dc, oval(0, -20, 44, 6));
        pen.own(0xbdb5a8, smooth(-49, -20, -44, -4, -30, 0, 30, 0, 44, -4, 49, -20, 0, -13));
    }

    private static void mailbox(Pen pen) {
        pen.body(WOOD, box(-4, -50, 8, 50));
        pen.own(0xc8372f, round(-32, -86, 64, 38, 14));
        pen.body(0xf2c23a, box(20, -96, 3, 22));
        pen.body(0xf2c23a, box(20, -96, 13, 8));
        pen.shade(0.3, round(-26, -72, 20, 3, 1));
    }

    private static void rug(Pen pen) {
        pen.own(0xa8453c, oval(0, -12, 50, 12));
        pen.shine(0.3, Forms.outline(1.4, oval(0, -12, 43, 9.4)));
        pen.shade(0.18, oval(0, -12, 26, 5.4));
    }

    private static void cushion(Pen pen) {
        pen.own(
                0x7a5aa0,
                smooth(-48, -4, -43, -18, -47, -34, 0, -30, 47, -34, 43, -18, 48, -4, 0, -1));
        pen.shade(0.2, stroke(1, -46, -33, 0, -29, 46, -33));
        pen.lamp(0xe0c070, disc(0, -17, 2.2));
    }

    private static void signpost(Pen pen) {
        pen.body(WOOD, box(-3, -100, 6, 100));
        pen.own(0xb98a52, poly(-6, -94, 36, -94, 46, -85, 36, -76, -6, -76));
        pen.own(0xb98a52, poly(6, -68, -36, -68, -46, -59, -36, -50, 6, -50));
    }

    private static void flag(Pen pen) {
        pen.body(0xb9b2a6, box(-36, -100, 3, 100));
        pen.lamp(0xd9b45a, disc(-34.5, -101, 2.6));
        pen.own(
                0xc8372f,
                smooth(
                        -33, -97, -14, -100, 10, -92, 44, -97, 42, -66, 10, -60, -14, -68, -33,
                        -65));
        pen.shade(0.14, smooth(-10, -98, 4, -94, 4, -61, -10, -66));
    }
}
