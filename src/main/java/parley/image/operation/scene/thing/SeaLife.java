package parley.image.operation.scene.thing;

import static parley.image.operation.scene.paint.Forms.disc;
import static parley.image.operation.scene.paint.Forms.smooth;
import static parley.image.operation.scene.paint.Forms.stroke;

import java.util.List;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.thing.Thing.Habitat;

/// What lives in the sea or close to the ground.
final class SeaLife {
    private static final int DARK = 0x241f1c;

    private SeaLife() {}

    static List<Thing> things() {
        return List.of(
                of("frog|toad", Habitat.LAND, 0.25, Setting.LAKE, SeaLife::frog),
                of("snake|serpent", Habitat.LAND, 0.7, Setting.DESERT, SeaLife::snake),
                of("snail|slug", Habitat.LAND, 0.15, Setting.GARDEN, SeaLife::snail),
                of("whale|humpback", Habitat.WATER, 9, Setting.SEA, SeaLife::whale),
                of("dolphin|porpoise", Habitat.WATER, 3, Setting.SEA, SeaLife::dolphin),
                of("shark", Habitat.SEABED, 4, Setting.UNDERWATER, SeaLife::shark),
                of(
                        "fish|goldfish|salmon fish|trout|clownfish|tropical fish",
                        Habitat.SEABED,
                        0.8,
                        Setting.UNDERWATER,
                        SeaLife::fish),
                of(
                        "turtle|tortoise|sea turtle",
                        Habitat.SEABED,
                        1.2,
                        Setting.UNDERWATER,
                        SeaLife::turtle),
                of("octopus", Habitat.SEABED, 1.6, Setting.UNDERWATER, SeaLife::octopus),
                of("jellyfish|medusa", Habitat.SEABED, 1.2, Setting.UNDERWATER, SeaLife::jellyfish),
                of("crab", Habitat.LAND, 0.4, Setting.BEACH, SeaLife::crab),
                of(
                        "starfish|sea star",
                        Habitat.LAND,
                        0.3,
                        Setting.BEACH,
                        pen ->
                                pen.own(
                                        0xe8784a,
                                        parley.image.operation.scene.paint.Forms.star(
                                                0, -42, 44, 5, 0.42))),
                of("seal|sea lion", Habitat.LAND, 1.8, Setting.BEACH, SeaLife::seal));
    }

    private static Thing of(
            String words, Habitat habitat, double metres, Setting home, Thing.Painter painter) {
        return Thing.of(words, habitat, metres, home, painter);
    }

    private static void frog(Pen pen) {
        pen.own(0x5fa043, smooth(-44, 0, -46, -18, -30, -34, 0, -40, 30, -34, 46, -18, 44, 0));
        pen.own(0x5fa043, disc(-17, -44, 11));
        pen.own(0x5fa043, disc(17, -44, 11));
        pen.flat(0xf3e6a0, disc(-17, -46, 7));
        pen.flat(0xf3e6a0, disc(17, -46, 7));
        eye(pen, -17, -46, 4);
        eye(pen, 17, -46, 4);
        pen.line(0x2f5a24, 1.6, -24, -22, 0, -16, 24, -22);
        pen.body(0xd7e2a0, smooth(-20, -2, 0, -13, 20, -2));
    }

    private static void snake(Pen pen) {
        pen.own(
                0x6f9440,
                stroke(9, -46, -6, -30, -16, -14, -4, 2, -8, 16, -24, 4, -40, 8, -58, 24, -60));
        pen.own(0x6f9440, smooth(16, -66, 30, -68, 40, -60, 30, -53, 18, -54));
        pen.line(0xc23a34, 1.2, 40, -60, 50, -58);
        for (int i = 0; i < 6; i++) {
            pen.shade(0.2, disc(-42 + i * 10, -9 + i % 2 * 2, 2.4));
        }
        eye(pen, 31, -63, 1.8);
    }

    private static void snail(Pen pen) {
        pen.body(0xd9b890, smooth(-46, 0, -20, -8, 20, -10, 32, -30, 44, -32, 46, -18, 34, 0));
        pen.line(0xd9b890, 2, 38, -30, 36, -46);
        pen.line(0xd9b890, 2, 42, -30, 46, -44);
        pen.ball(0xa8643c, true, -4, -34, 29, 29);
        for (int ring = 1; ring < 4; ring++) {
            pen.shade(
                    0.18,
                    parley.image.operation.scene.paint.Forms.ring(
                            -4 + ring * 2, -34 + ring, 27 - ring * 7, 2));
        }
    }

    private static void whale(Pen pen) {
        pen.flat(
                0xe6f2f8,
                0.75,
                smooth(
                        20, -44, 14, -66, 4, -74, 16, -80, 22, -66, 28, -80, 40, -74, 30, -66, 24,
                        -44));
        pen.own(
                0x3d5f7a,
                smooth(
                        -38, -22, -46, -40, -50, -52, -38, -46, -30, -52, -28, -40, -28, -28, -8,
                        -36, 20, -44, 42, -34, 48, -16, 38, 0, -6, 1, -28, -8));
        pen.body(0xd5e2ea, smooth(47, -16, 38, 0, 6, 1, 16, -8, 34, -12));
        eye(pen, 36, -20, 1.8);
    }

    private static void dolphin(Pen pen) {
        pen.own(
                0x5f8aa6,
                smooth(
                        -48, -8, -40, -16, -44, -30, -32, -24, -18, -50, 2, -66, 8, -80, 16, -68,
                        32, -58, 40, -44, 50, -36, 40, -34, 30, -34, 10, -42, -10, -30, -28, -10));
        pen.body(0xdde9ee, smooth(40, -35, 28, -46, 8, -48, -10, -30, 10, -40, 28, -34));
        pen.own(0x4f7894, smooth(10, -46, 6, -28, 14, -24, 20, -44));
        eye(pen, 34, -46, 1.5);
    }

    private static void shark(Pen pen) {
        pen.own(
                0x6b8090,
                smooth(
                        -40, -48, -50, -74, -34, -62, -26, -52, -4, -60, 6, -84, 16, -62, 36, -56,
                        50, -46, 38, -38, 10, -32, -18, -40, -34, -40, -48, -26));
        pen.body(0xe4ebee, smooth(49, -45, 30, -46, 2, -42, -20, -42, 8, -33, 36, -38));
        pen.own(0x5c7080, smooth(10, -40, 2, -18, 16, -22, 24, -40));
        pen.flat(DARK, 0.7, stroke(1, 20, -52, 18, -44));
        pen.flat(DARK, 0.7, stroke(1, 16, -52, 14, -44));
        eye(pen, 37, -50, 1.5);
        pen.line(0x33404a, 1.1, 44, -42, 36, -40);
    }

    private static void fish(Pen pen) {
        int coat = 0xf08030;
        pen.own(Colours.darker(coat, 0.2), smooth(-24, -50, -50, -76, -44, -50, -50, -24));
        pen.own(Colours.darker(coat, 0.2), smooth(-14, -68, 0, -86, 18, -78, 16, -66));
        pen.own(Colours.darker(coat, 0.2), smooth(-4, -30, -8, -18, 8, -20, 12, -32));
        pen.own(
                coat,
                smooth(-30, -50, -10, -68, 16, -72, 38, -58, 44, -48, 34, -36, 12, -28, -12, -34));
        pen.body(0xfaf3e6, smooth(12, -71, 20, -70, 22, -50, 18, -30, 11, -29, 15, -50));
        pen.body(0xfaf3e6, smooth(-14, -65, -8, -68, -6, -50, -8, -34, -13, -35, -11, -50));
        pen.flat(0xffffff, disc(32, -54, 4.6));
        eye(pen, 33, -54, 3);
        pen.shine(0.2, smooth(-8, -64, 14, -68, 30, -60, 12, -60));
    }

    private static void turtle(Pen pen) {
        int skin = 0x7fa05a;
        pen.own(skin, smooth(-20, -30, -46, -10, -40, -4, -14, -20));
        pen.own(skin, smooth(14, -30, 30, -4, 38, -8, 26, -34));
        pen.own(skin, smooth(28, -44, 40, -56, 50, -50, 48, -42, 34, -34));
        pen.body(0x5c6b3a, smooth(-40, -32, -26, -58, 0, -68, 24, -58, 36, -36, 20, -26, -22, -26));
        for (double[] plate :
                new double[][] {{-18, -48}, {2, -54}, {20, -44}, {-8, -36}, {10, -36}}) {
            pen.flat(
                    0x8f9a4e,
                    0.75,
                    parley.image.operation.scene.paint.Forms.star(plate[0], plate[1], 7, 3, 0.88));
        }
        eye(pen, 44, -49, 1.6);
    }

    private static void octopus(Pen pen) {
        for (int arm = 0; arm < 6; arm++) {
            double x = -30 + arm * 12;
            pen.own(
                    0xb8507a,
                    stroke(
                            8,
                            x * 0.5,
                            -42,
                            x,
                            -24,
                            x * 1.4,
                            -10,
                            x * 1.5 + (arm % 2 == 0 ? 8 : -8),
                            -3));
        }
        pen.own(0xc85c86, smooth(-28, -46, -30, -78, 0, -98, 30, -78, 28, -46, 0, -34));
        for (double x : new double[] {-10, 10}) {
            pen.flat(0xf7efe6, disc(x, -58, 7));
            eye(pen, x, -57, 4);
        }
    }

    private static void jellyfish(Pen pen) {
        for (int strand = 0; strand < 7; strand++) {
            double x = -24 + strand * 8;
            pen.flat(
                    pen.own(0xe6a3d0), 0.7, stroke(2.6, x, -58, x + 5, -40, x - 5, -22, x + 3, -4));
        }
        pen.own(
                0xd98ac8,
                smooth(-36, -56, -30, -86, 0, -100, 30, -86, 36, -56, 18, -62, 0, -56, -18, -62));
        pen.shine(0.3, smooth(-24, -70, -14, -90, 4, -94, -8, -76));
    }

    private static void crab(Pen pen) {
        for (int side = -1; side <= 1; side += 2) {
            int half = side;
            pen.at(
                    0,
                    0,
                    0,
                    half,
                    1,
                    () -> {
                        for (int leg = 0; leg < 3; leg++) {
                            pen.body(
                                    0xb8402c,
                                    stroke(
                                            4,
                                            20,
                                            -22,
                                            36 + leg * 3,
                                            -24 + leg * 6,
                                            42,
                                            -leg * 2.0));
                        }
                        pen.own(0xd6502f, stroke(5, 22, -30, 36, -42, 34, -54));
                        pen.own(
                                0xd6502f,
                                smooth(30, -52, 26, -72, 36, -64, 40, -76, 46, -62, 40, -50));
                        pen.line(0xb8402c, 2, 8, -38, 9, -50);
                        eye(pen, 9, -52, 4);
                    });
        }
        pen.own(0xd6502f, smooth(-32, -22, -22, -40, 0, -44, 22, -40, 32, -22, 18, -8, -18, -8));
    }

    private static void seal(Pen pen) {
        pen.own(
                0x6d7076,
                smooth(
                        -50, -16, -38, -12, -14, -22, 6, -44, 14, -70, 28, -78, 42, -68, 42, -56,
                        32, -44, 30, -16, 22, 0, -30, 0));
        pen.own(0x5d6066, smooth(10, -18, 0, 0, 18, 0, 22, -16));
        pen.flat(DARK, disc(41, -66, 2.6));
        eye(pen, 32, -68, 2.4);
    }

    private static void eye(Pen pen, double x, double y, double size) {
        pen.flat(0x15110e, disc(x, y, size));
        pen.flat(0xffffff, 0.9, disc(x + size * 0.3, y - size * 0.35, size * 0.33));
    }
}
