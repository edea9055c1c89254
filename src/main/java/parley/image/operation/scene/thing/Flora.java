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

/// Flowers, and what else grows, lies or burns on the ground.
final class Flora {
    private static final int STEM = 0x4f8a42;

    private Flora() {}

    static List<Thing> things() {
        return List.of(
                of(
                        "flower|daisy|aster|anemone|cosmos flower|chamomile|wildflower",
                        0.5,
                        Setting.MEADOW,
                        pen -> petals(pen, 0xf6f2ea, 12, 0xf2c23a)),
                of("sunflower", 1.4, Setting.FIELD, Flora::sunflower),
                of("rose|peony|camellia|carnation", 0.5, Setting.GARDEN, Flora::rose),
                of("tulip|crocus", 0.45, Setting.GARDEN, Flora::tulip),
                of(
                        "poppy|hibiscus",
                        0.45,
                        Setting.FIELD,
                        pen -> petals(pen, 0xd8382c, 5, 0x2b2024)),
                of("lavender flower|lilac flower|hyacinth|lupin", 0.5, Setting.FIELD, Flora::spike),
                of(
                        "lily|orchid|iris|daffodil|narcissus",
                        0.5,
                        Setting.GARDEN,
                        pen -> petals(pen, 0xf2d24a, 6, 0xe89a32)),
                of("dandelion", 0.3, Setting.MEADOW, Flora::dandelion),
                of("bouquet|flowers bouquet|bunch of flowers", 0.5, Setting.TABLE, Flora::bouquet),
                of(
                        "plant|potted plant|houseplant|fern|flowerpot|monstera",
                        0.6,
                        Setting.ROOM,
                        Flora::pottedPlant),
                of("cactus|succulent|saguaro", 3, Setting.DESERT, Flora::cactus),
                of("mushroom|toadstool|fungus", 0.2, Setting.FOREST, Flora::mushroom));
    }

    private static Thing of(String words, double metres, Setting home, Thing.Painter painter) {
        return Thing.of(
                words, home == Setting.TABLE ? Habitat.TABLE : Habitat.LAND, metres, home, painter);
    }

    private static void stem(Pen pen) {
        pen.body(STEM, stroke(3, 0, 0, 3, -32, 0, -64));
        pen.body(STEM, smooth(2, -20, 20, -44, 32, -42, 18, -22));
        pen.body(STEM, smooth(2, -12, -18, -36, -30, -34, -16, -14));
    }

    private static void petals(Pen pen, int colour, int count, int heart) {
        stem(pen);
        for (int i = 0; i < count; i++) {
            double turn = 360.0 * i / count;
            double wide = 150.0 / count;
            pen.at(
                    0,
                    -72,
                    turn,
                    1,
                    1,
                    () -> pen.own(colour, smooth(0, 0, -wide * 0.6, -16, 0, -29, wide * 0.6, -16)));
        }
        pen.ball(heart, false, 0, -72, 8.4, 8.4);
    }

    private static void sunflower(Pen pen) {
        stem(pen);
        for (int ring = 0; ring < 2; ring++) {
            for (int i = 0; i < 16; i++) {
                double turn = 22.5 * i + ring * 11;
                int tone = ring == 0 ? 0xe8a31c : 0xf6c52c;
                pen.at(
                        0,
                        -68,
                        turn,
                        1,
                        1,
                        () -> pen.own(tone, smooth(0, -8, -5, -20, 0, -33, 5, -20)));
            }
        }
        pen.ball(0x57341c, false, 0, -68, 16, 16);
        for (int i = 0; i < 40; i++) {
            double away = 2.3 * Math.sqrt(i);
            pen.flat(0x8a5a2c, disc(Math.cos(i * 2.4) * away, -68 + Math.sin(i * 2.4) * away, 0.9));
        }
    }

    private static void rose(Pen pen) {
        stem(pen);
        int red = pen.own(0xc4213a);
        pen.own(red, smooth(-26, -72, -22, -94, 0, -100, 22, -94, 26, -72, 14, -54, -14, -54));
        for (int i = 0; i < 5; i++) {
            double x = Math.cos(i * 1.26 + 0.6) * 12;
            double y = -74 + Math.sin(i * 1.26 + 0.6) * 11;
            pen.own(Colours.darker(red, 0.06 * i), oval(x, y, 14, 12));
        }
        pen.shade(0.3, stroke(2, -8, -76, 0, -84, 8, -76, 2, -70, -3, -75));
        pen.shade(0.22, stroke(1.8, -16, -72, -10, -90, 10, -91, 17, -74));
        pen.shade(0.2, stroke(1.8, -12, -64, 4, -60, 16, -68));
    }

    private static void tulip(Pen pen) {
        pen.body(STEM, stroke(3.4, 0, 0, 1, -30, 0, -60));
        pen.body(STEM, smooth(1, -2, 14, -30, 26, -60, 20, -24));
        pen.body(STEM, smooth(-1, -2, -12, -26, -22, -50, -17, -20));
        pen.own(
                0xd8405a,
                smooth(
                        -20, -74, -22, -96, -10, -86, 0, -100, 10, -86, 22, -96, 20, -74, 10, -60,
                        -10, -60));
        pen.shade(0.14, smooth(-6, -62, -9, -84, 0, -98, 9, -84, 6, -62));
    }

    private static void spike(Pen pen) {
        stem(pen);
        for (int i = 0; i < 9; i++) {
            double y = -44 - i * 6;
            double wide = 12 - i;
            pen.own(0x8f6fc4, oval(-wide * 0.6, y, wide * 0.6, 4.4));
            pen.own(0x8f6fc4, oval(wide * 0.6, y, wide * 0.6, 4.4));
        }
    }

    private static void dandelion(Pen pen) {
        stem(pen);
        for (int i = 0; i < 44; i++) {
            double angle = i * 2.4;
            double away = 4 + 3.5 * Math.sqrt(i);
            double x = Math.cos(angle) * away;
            double y = -70 + Math.sin(angle) * away;
            pen.flat(0xe9e6de, 0.6, stroke(0.4, 0, -70, x, y));
            pen.flat(0xffffff, 0.85, disc(x, y, 1.5));
        }
    }

    private static void bouquet(Pen pen) {
        int[] colours = {0xe06a8a, 0xf6f0e6, 0xf2c24a, 0xb884d0, 0xe8864a};
        for (int i = 0; i < 9; i++) {
            double x = -32 + i * 8;
            double y = -68 - 20 * Math.sin((i + 1) * 0.33) - i % 3 * 5;
            pen.body(STEM, stroke(1.8, 0, -8, x * 0.4, -40, x, y));
            pen.body(
                    STEM,
                    smooth(x * 0.5, -44, x * 0.5 + 9, -56, x * 0.5 + 17, -54, x * 0.5 + 8, -46));
        }
        for (int i = 0; i < 9; i++) {
            double x = -32 + i * 8;
            double y = -68 - 20 * Math.sin((i + 1) * 0.33) - i % 3 * 5;
            int colour = colours[i % colours.length];
            for (int petal = 0; petal < 6; petal++) {
                int turn = petal * 60 + i * 13;
                pen.at(
                        x,
                        y,
                        turn,
                        1,
                        1,
                        () -> pen.own(colour, smooth(0, 0, -4.6, -7, 0, -12, 4.6, -7)));
            }
            pen.ball(0xe8a93a, false, x, y, 3.4, 3.4);
        }
    }

    private static void pottedPlant(Pen pen) {
        for (int i = -3; i <= 3; i++) {
            double turn = i * 24;
            double tall = 62 - Math.abs(i) * 6;
            pen.at(
                    0,
                    -34,
                    turn,
                    1,
                    1,
                    () -> {
                        pen.body(0x3f8a4c, smooth(0, 0, -9, -tall * 0.6, 0, -tall, 9, -tall * 0.6));
                        pen.shade(0.18, stroke(0.9, 0, -4, 0, -tall * 0.9));
                    });
        }
        pen.own(0xb8613c, poly(-22, -36, 22, -36, 16, 0, -16, 0));
        pen.own(0xb8613c, round(-25, -41, 50, 8, 2));
    }

    private static void cactus(Pen pen) {
        pen.own(0x4f8a4c, stroke(13, -8, -40, -30, -42, -32, -66));
        pen.own(0x4f8a4c, stroke(12, 8, -30, 28, -32, 30, -58));
        pen.own(0x4f8a4c, round(-11, -98, 22, 98, 11));
        for (double x : new double[] {-5, 0, 5}) {
            pen.shade(0.16, stroke(0.9, x, -92, x, -2));
        }
        pen.body(0xe87aa0, disc(0, -99, 4));
    }

    private static void mushroom(Pen pen) {
        pen.body(0xf1e8d8, smooth(-11, 0, -9, -30, -11, -46, 11, -46, 9, -30, 13, 0));
        pen.own(0xc8302a, smooth(-44, -44, -38, -72, 0, -92, 38, -72, 44, -44, 0, -37));
        for (double[] dot :
                new double[][] {
                    {-22, -58, 6}, {0, -74, 7}, {22, -60, 5}, {6, -52, 4}, {-8, -48, 3}
                }) {
            pen.body(0xf9f4ea, oval(dot[0], dot[1], dot[2], dot[2] * 0.8));
        }
        pen.body(0xe6d9c2, smooth(-14, -36, 0, -39, 14, -36, 10, -30, -10, -30));
    }
}
