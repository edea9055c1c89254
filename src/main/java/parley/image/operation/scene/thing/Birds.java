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

/// What flies, and birds that do not.
final class Birds {
    private Birds() {}

    static List<Thing> things() {
        return List.of(
                of("penguin", Habitat.LAND, 1, Setting.SNOW, Birds::penguin),
                of("owl", Habitat.LAND, 0.6, Setting.FOREST, Birds::owl),
                of("chicken|hen|rooster|cock", Habitat.LAND, 0.6, Setting.MEADOW, Birds::chicken),
                of("flamingo", Habitat.LAND, 1.4, Setting.LAKE, Birds::flamingo),
                of("peacock", Habitat.LAND, 1.6, Setting.GARDEN, Birds::peacock),
                of(
                        "bird|swallow|dove|pigeon|sparrow|robin|parrot|songbird",
                        Habitat.SKY,
                        0.9,
                        Setting.SKY,
                        Birds::bird),
                of("seagull|gull|albatross|pelican", Habitat.SKY, 1.1, Setting.SEA, Birds::gull),
                of("eagle|hawk|falcon", Habitat.SKY, 2, Setting.MOUNTAINS, Birds::eagle),
                of("bat", Habitat.SKY, 0.7, Setting.SKY, Birds::bat),
                of("butterfly|moth", Habitat.SKY, 0.4, Setting.MEADOW, Birds::butterfly),
                of("bee|bumblebee|wasp|honeybee", Habitat.SKY, 0.3, Setting.MEADOW, Birds::bee),
                of("dragonfly", Habitat.SKY, 0.35, Setting.LAKE, Birds::dragonfly),
                of(
                        "duck|duckling|mallard",
                        Habitat.WATER,
                        0.8,
                        Setting.LAKE,
                        pen -> duck(pen, 0xf0c63c)),
                of("goose|swan", Habitat.WATER, 1.2, Setting.LAKE, Birds::swan));
    }

    private static Thing of(
            String words, Habitat habitat, double metres, Setting home, Thing.Painter painter) {
        return Thing.of(words, habitat, metres, home, painter);
    }

    private static void penguin(Pen pen) {
        pen.body(0xe8953a, oval(-9, -2, 9, 3.4));
        pen.body(0xe8953a, oval(10, -2, 9, 3.4));
        pen.own(
                0x262b36,
                smooth(-26, -6, -27, -46, -17, -80, 0, -98, 17, -80, 27, -46, 26, -6, 0, -1));
        pen.body(
                0xf6f3ea,
                smooth(-17, -6, -18, -42, -10, -66, 0, -60, 10, -66, 18, -42, 17, -6, 0, -3));
        pen.own(0x262b36, smooth(-24, -58, -38, -36, -36, -22, -26, -36));
        pen.own(0x262b36, smooth(24, -58, 38, -36, 36, -22, 26, -36));
        pen.body(0xf6f3ea, oval(-7, -78, 6, 7));
        pen.body(0xf6f3ea, oval(7, -78, 6, 7));
        eye(pen, -6, -79, 2.2);
        eye(pen, 6, -79, 2.2);
        pen.body(0xe8953a, poly(-5, -73, 5, -73, 0, -65));
    }

    private static void owl(Pen pen) {
        pen.own(
                0x8a6340,
                smooth(
                        -28, -4, -32, -44, -24, -82, -25, -98, -10, -89, 10, -89, 25, -98, 24, -82,
                        32, -44, 28, -4, 0, 0));
        pen.body(0xe3cda4, smooth(-17, -8, -18, -38, 0, -54, 18, -38, 17, -8, 0, -3));
        for (int i = 0; i < 9; i++) {
            pen.flat(0x8a6340, 0.7, oval(-10 + i % 3 * 10, -38 + i / 3 * 11, 2.6, 3.4));
        }
        for (double x : new double[] {-11, 11}) {
            pen.body(0xe3cda4, disc(x, -72, 12));
            pen.flat(0xf2b52e, disc(x, -72, 7.6));
            eye(pen, x, -72, 4.6);
        }
        pen.body(0xd98f36, poly(-4, -66, 4, -66, 0, -56));
        pen.shade(0.2, smooth(-30, -50, -22, -60, -16, -30, -24, -8));
        pen.shade(0.2, smooth(30, -50, 22, -60, 16, -30, 24, -8));
    }

    private static void chicken(Pen pen) {
        pen.line(0xe09a36, 2.2, -2, -20, -2, 0, 5, 0);
        pen.line(0xe09a36, 2.2, 10, -20, 10, 0, 17, 0);
        pen.body(0x5b3220, smooth(-22, -44, -44, -70, -38, -84, -26, -72, -14, -54));
        pen.own(
                0xd98a48,
                smooth(
                        -28, -44, -22, -24, 2, -16, 24, -26, 28, -50, 26, -76, 12, -80, 8, -58, -10,
                        -46));
        pen.body(0xcf3327, smooth(10, -80, 10, -92, 15, -86, 19, -94, 22, -85, 28, -88, 25, -78));
        pen.body(0xe8a93a, poly(28, -73, 38, -69, 28, -66));
        pen.body(0xcf3327, oval(27, -61, 3, 5));
        eye(pen, 22, -73, 2);
        pen.shade(0.16, smooth(-14, -42, 6, -46, 12, -32, -6, -24));
    }

    private static void flamingo(Pen pen) {
        pen.line(0xd98a94, 1.8, -4, -44, -2, -22, -4, 0);
        pen.line(0xd98a94, 1.8, 6, -44, -6, -26, 4, -18);
        pen.own(0xf08fa4, smooth(-30, -46, -16, -60, 10, -60, 18, -48, 4, -38, -18, -40));
        pen.own(0xf08fa4, stroke(4.4, 13, -52, 26, -64, 16, -80, 22, -94));
        pen.own(0xf08fa4, oval(25, -95, 6, 4.6));
        pen.body(0x2b2426, smooth(30, -97, 38, -92, 36, -84, 32, -88));
        eye(pen, 26, -96, 1.1);
    }

    private static void peacock(Pen pen) {
        for (int i = 0; i < 13; i++) {
            int turn = -78 + i * 13;
            pen.at(
                    0,
                    -18,
                    turn,
                    1,
                    1,
                    () -> {
                        pen.body(0x2f8a6a, smooth(-3, 0, -7, -60, 0, -78, 7, -60, 3, 0));
                        pen.flat(0xd9b03a, oval(0, -65, 5, 7));
                        pen.flat(0x1f4fa8, oval(0, -65, 3, 4.4));
                    });
        }
        pen.own(
                0x1f5fa8,
                smooth(-12, -2, -14, -24, -5, -46, -5, -62, 5, -62, 5, -46, 14, -24, 12, -2));
        eye(pen, 2, -58, 1.4);
        pen.body(0xe0b03a, poly(4, -56, 12, -53, 4, -51));
    }

    private static void bird(Pen pen) {
        int coat = 0x4d78b0;
        pen.own(Colours.darker(coat, 0.3), smooth(-4, -48, -22, -84, -10, -88, 12, -54));
        pen.own(
                coat,
                smooth(
                        -50, -40, -34, -46, -14, -54, 14, -60, 30, -62, 38, -52, 28, -42, 6, -36,
                        -16, -36, -34, -36));
        pen.own(coat, smooth(-10, -48, -14, -78, 2, -98, 16, -76, 14, -50));
        pen.body(0xf4efe6, smooth(-4, -37, 14, -46, 28, -46, 22, -40, 6, -35));
        pen.body(0xe8a93a, poly(37, -55, 47, -51, 37, -49));
        eye(pen, 31, -55, 1.7);
    }

    private static void gull(Pen pen) {
        pen.own(0xf6f4f0, smooth(-6, -50, -26, -70, -50, -66, -30, -58, -10, -42));
        pen.own(0xf6f4f0, smooth(6, -50, 26, -74, 50, -72, 32, -60, 10, -42));
        pen.body(0x6b7078, smooth(-38, -68, -50, -66, -36, -61));
        pen.body(0x6b7078, smooth(38, -73, 50, -72, 38, -65));
        pen.own(0xf6f4f0, smooth(-16, -42, 0, -54, 16, -50, 20, -44, 4, -38));
        pen.body(0xe8a93a, poly(19, -47, 27, -44, 18, -43));
    }

    private static void eagle(Pen pen) {
        int coat = 0x4f3826;
        pen.own(
                coat,
                smooth(
                        -4, -46, -20, -64, -40, -72, -50, -60, -44, -58, -46, -52, -38, -52, -38,
                        -46, -26, -44, -8, -36));
        pen.own(
                coat,
                smooth(
                        4, -46, 20, -64, 40, -72, 50, -60, 44, -58, 46, -52, 38, -52, 38, -46, 26,
                        -44, 8, -36));
        pen.own(coat, smooth(-7, -34, -6, -52, 0, -58, 6, -52, 7, -34, 10, -20, -10, -20));
        pen.body(0xf4efe4, smooth(-5, -54, 0, -64, 5, -54, 0, -51));
        pen.body(0xe0a93a, poly(-2, -61, 2, -61, 0, -68));
        pen.body(0xf4efe4, poly(-8, -26, 8, -26, 10, -19, -10, -19));
    }

    private static void bat(Pen pen) {
        pen.own(
                0x3a3040,
                poly(
                        0, -60, -8, -54, -22, -70, -50, -62, -40, -52, -38, -42, -26, -46, -16, -36,
                        -8, -42, 0, -30, 8, -42, 16, -36, 26, -46, 38, -42, 40, -52, 50, -62, 22,
                        -70, 8, -54));
        pen.own(0x3a3040, poly(-6, -58, -6, -70, -1, -62, 1, -62, 6, -70, 6, -58, 0, -48));
        pen.lamp(0xf2c84a, disc(-2.4, -58, 1.1));
        pen.lamp(0xf2c84a, disc(2.4, -58, 1.1));
    }

    private static void butterfly(Pen pen) {
        int wing = 0xe88a2e;
        for (int side = -1; side <= 1; side += 2) {
            int half = side;
            pen.at(
                    0,
                    0,
                    0,
                    half,
                    1,
                    () -> {
                        pen.body(
                                0x2b2024,
                                smooth(1, -52, 16, -92, 46, -94, 44, -66, 26, -48, 2, -46));
                        pen.body(0x2b2024, smooth(1, -47, 28, -44, 36, -26, 22, -8, 6, -22));
                        pen.own(wing, smooth(4, -54, 18, -86, 41, -89, 39, -68, 24, -52));
                        pen.own(wing, smooth(4, -45, 26, -41, 31, -27, 21, -14, 8, -26));
                        pen.line(0x2b2024, 1.4, 3, -52, 22, -70, 36, -84);
                        pen.line(0x2b2024, 1.4, 3, -46, 16, -34, 22, -18);
                        pen.flat(0xf6efe2, disc(41, -90, 1.6));
                        pen.line(0x2b2024, 1, 1, -66, 7, -80, 12, -84);
                    });
        }
        pen.body(0x2b2024, oval(0, -48, 3, 20));
    }

    private static void bee(Pen pen) {
        pen.flat(0xe8f4fa, 0.75, oval(-10, -72, 12, 22));
        pen.flat(0xe8f4fa, 0.75, oval(10, -74, 11, 21));
        pen.own(0xf2b82c, oval(0, -40, 34, 23));
        for (double x : new double[] {-18, -2, 14}) {
            pen.body(
                    0x2b2320,
                    parley.image.operation.scene.paint.Forms.within(
                            oval(0, -40, 34, 23),
                            parley.image.operation.scene.paint.Forms.box(x - 4, -70, 8, 60)));
        }
        pen.body(0x2b2320, disc(32, -42, 12));
        eye(pen, 36, -45, 3);
        pen.line(0x2b2320, 1.6, 34, -53, 42, -66);
    }

    private static void dragonfly(Pen pen) {
        for (double y : new double[] {-56, -48}) {
            pen.flat(0xcfeaf2, 0.75, oval(-22, y - 6, 24, 6));
            pen.flat(0xcfeaf2, 0.75, oval(26, y - 10, 24, 6));
        }
        pen.own(0x2f8f9a, stroke(5, -44, -28, -10, -46, 16, -56));
        pen.own(0x2f8f9a, disc(20, -58, 7));
        eye(pen, 23, -60, 3);
    }

    private static void duck(Pen pen, int coat) {
        pen.own(
                coat,
                smooth(
                        -48, -26, -36, -20, -20, -34, 6, -34, 18, -40, 16, -54, 24, -66, 38, -62,
                        40, -48, 32, -38, 36, -18, 22, -2, -20, 1, -42, -8));
        pen.body(0xe88a2e, smooth(38, -56, 50, -52, 48, -47, 38, -48));
        pen.shade(0.14, smooth(-28, -26, 6, -30, 14, -16, -6, -8, -26, -14));
        eye(pen, 32, -56, 2);
    }

    private static void swan(Pen pen) {
        pen.own(
                0xf7f5f0,
                smooth(-50, -34, -34, -30, -14, -42, 12, -36, 26, -20, 20, -2, -24, 1, -46, -10));
        pen.own(0xf7f5f0, stroke(7, 16, -18, 32, -38, 24, -62, 18, -78, 28, -90));
        pen.own(0xf7f5f0, oval(30, -89, 8, 6));
        pen.body(0xe88a2e, poly(36, -91, 48, -85, 36, -84));
        pen.shade(0.1, smooth(-38, -26, -6, -34, 8, -18, -14, -8));
        eye(pen, 32, -90, 1.6);
    }

    private static void eye(Pen pen, double x, double y, double size) {
        pen.flat(0x15110e, disc(x, y, size));
        pen.flat(0xffffff, 0.9, disc(x + size * 0.3, y - size * 0.35, size * 0.33));
    }
}
