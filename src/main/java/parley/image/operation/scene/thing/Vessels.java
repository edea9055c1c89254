package parley.image.operation.scene.thing;

import static parley.image.operation.scene.paint.Forms.box;
import static parley.image.operation.scene.paint.Forms.disc;
import static parley.image.operation.scene.paint.Forms.poly;
import static parley.image.operation.scene.paint.Forms.round;
import static parley.image.operation.scene.paint.Forms.smooth;

import java.util.List;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.thing.Thing.Habitat;

/// What swims: boats, ships and what lies in the water.
final class Vessels {
    private static final int HULL = 0x2f4a66;
    private static final int SAIL = 0xf7f1e3;
    private static final int DECK = 0x9a6a42;

    private Vessels() {}

    static List<Thing> things() {
        return List.of(
                water(
                        "sailboat|sailing boat|sailing ship|yacht|sail boat|dinghy|catamaran",
                        9,
                        Vessels::sailboat),
                water("boat|rowing boat|rowboat|fishing boat|wooden boat|dory", 6, Vessels::boat),
                water(
                        "ship|steamer|ferry|cruise ship|ocean liner|freighter|cargo ship",
                        34,
                        Vessels::ship),
                water("galleon|pirate ship|tall ship|frigate", 30, Vessels::galleon),
                water("canoe|kayak|gondola", 5, Vessels::canoe),
                water("raft", 4, Vessels::raft),
                water("submarine|u-boat", 18, Vessels::submarine),
                water("buoy|float", 3, Vessels::buoy),
                water("iceberg|ice floe", 30, Vessels::iceberg),
                water("paper boat|origami boat", 3, Vessels::paperBoat),
                Thing.of("surfboard", Habitat.LAND, 2, Setting.BEACH, Vessels::surfboard),
                water("water lily|lily pad|lotus", 2, Vessels::waterLily));
    }

    private static Thing water(String words, double metres, Thing.Painter painter) {
        Setting home =
                words.startsWith("water") || words.startsWith("canoe") || words.startsWith("boat")
                        ? Setting.LAKE
                        : Setting.SEA;
        return Thing.of(words, Habitat.WATER, metres, home, painter);
    }

    private static void sailboat(Pen pen) {
        pen.flat(0x4a3626, box(-1, -98, 1.8, 86));
        pen.body(SAIL, smooth(-3, -94, -9, -60, -30, -20, -18, -17, -3, -18));
        pen.body(0xf0e4cc, smooth(3, -92, 14, -62, 32, -22, 18, -18, 3, -19));
        pen.shade(0.1, poly(-3, -60, -20, -34, -3, -34));
        pen.own(
                0xb5382f,
                smooth(-40, -14, -20, -13, 20, -13, 43, -16, 36, -4, 24, 1, -24, 1, -34, -4));
        pen.body(0xf4efe4, smooth(-40, -14.5, 0, -12.6, 43, -16.5, 42, -13.8, 0, -10.4, -39, -12));
        pen.flat(0xc8443a, poly(-0.4, -98, -0.4, -104, -11, -101));
    }

    private static void boat(Pen pen) {
        pen.body(0x5b3f2c, smooth(-46, -22, -20, -18, 20, -18, 47, -23, 30, -14, -30, -14));
        pen.own(
                0xa8643c,
                smooth(-47, -23, -22, -17, 22, -17, 48, -24, 40, -6, 26, 1, -26, 1, -40, -6));
        pen.body(
                0xe6d6ba,
                smooth(
                        -47, -24, -22, -18.4, 22, -18.4, 48, -25, 47, -22, 22, -15.6, -22, -15.6,
                        -46, -21));
        pen.shade(0.14, smooth(-43, -12, 0, -8, 43, -13, 40, -11, 0, -6, -40, -10));
        pen.line(DECK, 1.8, -8, -20, 30, -33);
        pen.line(DECK, 1.8, 8, -20, -30, -33);
    }

    private static void ship(Pen pen) {
        pen.body(0xf4f1ea, box(-32, -27, 56, 13));
        pen.body(0xf8f6f0, box(-26, -37, 42, 10));
        pen.body(0xf8f6f0, box(-18, -44, 14, 7));
        for (double x = -30; x < 22; x += 5) {
            pen.window(box(x, -23, 3, 3));
        }
        for (double x = -23; x < 13; x += 5) {
            pen.window(box(x, -34, 3, 3));
        }
        for (double x : new double[] {-8, 6}) {
            pen.own(0xc23d32, poly(x, -37, x + 1.5, -54, x + 10, -54, x + 9, -37));
            pen.body(0x2a2c30, poly(x + 1.3, -52, x + 1.5, -56, x + 10, -56, x + 10, -52));
        }
        pen.own(HULL, smooth(-48, -18, -20, -15, 24, -15, 49, -20, 43, -4, 38, 1, -42, 1, -46, -6));
        pen.body(0xa8362e, poly(-45, -3, 40, -3, 37, 1, -42, 1));
        pen.flat(0xe9e9e9, 0.3, smooth(0, -58, -8, -66, -20, -68, -34, -76, -22, -62, -8, -56));
    }

    private static void galleon(Pen pen) {
        for (double x : new double[] {-24, 2, 26}) {
            pen.flat(0x4a3424, box(x - 0.8, -94, 1.6, 80));
            for (int row = 0; row < 3; row++) {
                double y = -88 + row * 22;
                double half = 8 + row * 2.5;
                pen.body(
                        SAIL,
                        smooth(
                                x - half,
                                y,
                                x,
                                y - 1,
                                x + half,
                                y,
                                x + half + 3,
                                y + 10,
                                x + half,
                                y + 18,
                                x,
                                y + 16,
                                x - half,
                                y + 18,
                                x - half + 3,
                                y + 9));
            }
            pen.flat(0x20242a, poly(x, -95, x, -100, x + 9, -97));
        }
        pen.own(
                0x6d4529,
                smooth(
                        -49, -30, -40, -26, -30, -17, 28, -15, 50, -25, 44, -6, 36, 1, -34, 1, -44,
                        -10));
        pen.body(
                0xd2a95a,
                smooth(
                        -48, -24, -30, -15, 28, -13, 47, -21, 46, -18, 28, -10.5, -30, -12, -47,
                        -20));
        for (double x = -30; x < 34; x += 9) {
            pen.window(box(x, -9, 3.2, 3.2));
        }
    }

    private static void canoe(Pen pen) {
        pen.own(
                0xb8502f,
                smooth(
                        -50, -18, -36, -10, 0, -8, 36, -10, 50, -18, 44, -4, 26, 1, -26, 1, -44,
                        -4));
        pen.body(
                0xe0b070,
                smooth(
                        -50, -18.6, -36, -11, 0, -9, 36, -11, 50, -18.6, 36, -8.6, 0, -6.6, -36,
                        -8.6));
        pen.line(DECK, 1.5, -16, -4, 14, -34);
    }

    private static void raft(Pen pen) {
        for (double y = -12; y < 0; y += 4) {
            pen.own(0x9b6b3f, round(-44, y, 88, 4, 2));
        }
        pen.flat(0x4a3424, box(-1, -78, 2, 66));
        pen.body(SAIL, poly(2, -76, 32, -22, 2, -24));
    }

    private static void submarine(Pen pen) {
        pen.own(
                0xd8b23c,
                smooth(
                        -48, -14, -30, -25, 20, -25, 44, -18, 49, -12, 42, -4, 20, 1, -30, 1, -46,
                        -4));
        pen.own(0xd8b23c, round(-12, -38, 22, 16, 4));
        pen.line(0x4a4a40, 2, 2, -37, 2, -50, 9, -50);
        for (double x : new double[] {-22, -4, 14}) {
            pen.body(0x8c7430, disc(x, -13, 4.4));
            pen.window(disc(x, -13, 3.2));
        }
    }

    private static void buoy(Pen pen) {
        pen.own(0xd0392f, poly(-20, 0, -8, -60, 8, -60, 20, 0));
        pen.body(0xf6f2ea, poly(-15, -24, -12, -40, 12, -40, 15, -24));
        pen.body(0x35383e, box(-9, -66, 18, 6));
        pen.lamp(0xffe08a, disc(0, -72, 6));
        pen.glow(0xffd070, 0, -72, 26, 0.5);
    }

    private static void iceberg(Pen pen) {
        pen.own(
                0xe4f0f7,
                poly(
                        -48, 0, -40, -26, -26, -34, -14, -66, -2, -82, 10, -60, 18, -54, 30, -28,
                        44, -18, 49, 0));
        pen.flat(0xa9cde2, 0.75, poly(-2, -82, 10, -60, 6, -36, 22, -14, 10, 0, -8, 0, -12, -30));
        pen.flat(0x86b7d4, 0.6, poly(18, -54, 30, -28, 26, -12, 34, 0, 18, 0, 20, -24));
        pen.flat(0xc3dded, 0.8, poly(-40, -26, -26, -34, -24, -14, -34, 0, -48, 0));
    }

    private static void paperBoat(Pen pen) {
        pen.own(0xf6f4ee, poly(0, -62, -20, -26, 20, -26));
        pen.own(0xf6f4ee, poly(-46, -32, 46, -32, 26, 0, -26, 0));
        pen.shade(0.14, poly(0, -62, 20, -26, 0, -26));
        pen.shade(0.1, poly(0, -32, 46, -32, 26, 0, 0, 0));
    }

    private static void surfboard(Pen pen) {
        pen.own(0xf08a3c, smooth(-8, 0, -12, -40, 0, -98, 12, -40, 8, 0));
        pen.body(0xfdf6e6, box(-1, -94, 2, 92));
    }

    private static void waterLily(Pen pen) {
        pen.body(0x3c7a48, smooth(-48, -6, -20, -13, 22, -13, 48, -6, 20, 1, -20, 1));
        for (int petal = -3; petal <= 3; petal++) {
            int turn = petal * 24;
            pen.at(
                    0,
                    -8,
                    turn,
                    1,
                    1,
                    () -> pen.own(0xf3a8c4, smooth(0, 0, -8, -16, 0, -38, 8, -16)));
        }
        pen.body(0xf4cf5a, disc(0, -12, 5));
    }
}
