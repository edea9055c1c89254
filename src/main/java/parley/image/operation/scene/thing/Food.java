package parley.image.operation.scene.thing;

import static parley.image.operation.scene.paint.Forms.box;
import static parley.image.operation.scene.paint.Forms.disc;
import static parley.image.operation.scene.paint.Forms.oval;
import static parley.image.operation.scene.paint.Forms.poly;
import static parley.image.operation.scene.paint.Forms.smooth;
import static parley.image.operation.scene.paint.Forms.stroke;

import java.util.List;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.thing.Thing.Habitat;

/// What is eaten.
final class Food {
    private static final int STALK = 0x5a4328;
    private static final int LEAF = 0x5d9440;

    private Food() {}

    static List<Thing> things() {
        return List.of(
                food("apple", 0.1, pen -> apple(pen)),
                food("pear", 0.12, Food::pear),
                food(
                        "orange fruit|oranges|mandarin|grapefruit|clementine",
                        0.1,
                        pen -> citrus(pen, 0xf08c26)),
                food("lemon", 0.1, Food::lemon),
                food("lime fruit|limes", 0.09, pen -> citrus(pen, 0x8fbf3c)),
                food(
                        "peach fruit|peaches|apricot fruit|plum fruit|plums|nectarine",
                        0.1,
                        pen -> citrus(pen, 0xf0a070)),
                food("banana", 0.2, Food::banana),
                food("cherry|cherries", 0.09, Food::cherries),
                food("grape|bunch of grapes", 0.18, Food::grapes),
                food("strawberry|berry", 0.09, Food::strawberry),
                food("watermelon|melon", 0.28, Food::watermelon),
                food("pineapple|ananas", 0.3, Food::pineapple),
                food("tomato", 0.1, Food::tomato),
                food("carrot", 0.2, Food::carrot),
                food("pumpkin|squash|jack-o-lantern", 0.35, Food::pumpkin),
                food("eggplant|aubergine", 0.2, Food::eggplant),
                food("corn|maize", 0.2, Food::corn));
    }

    private static Thing food(String words, double metres, Thing.Painter painter) {
        return Thing.of(words, Habitat.TABLE, metres, Setting.TABLE, painter);
    }

    private static void apple(Pen pen) {
        pen.ball(0xcf3430, true, -13, -38, 30, 38);
        pen.ball(0xcf3430, true, 13, -38, 30, 38);
        pen.own(
                0xcf3430,
                smooth(-36, -46, -20, -72, 0, -66, 20, -72, 36, -46, 22, -10, 0, -4, -22, -10));
        pen.shine(0.35, oval(-16, -54, 7, 11));
        pen.body(STALK, stroke(3, 0, -66, 3, -82));
        pen.body(LEAF, smooth(3, -76, 18, -90, 32, -84, 18, -74));
    }

    private static void pear(Pen pen) {
        pen.own(
                0xb9bd4a,
                smooth(
                        0, -88, -13, -82, -17, -58, -34, -34, -30, -6, 0, 0, 30, -6, 34, -34, 17,
                        -58, 13, -82));
        pen.shine(0.3, oval(-15, -34, 7, 14));
        pen.body(STALK, stroke(3, 0, -86, 4, -100));
        pen.body(LEAF, smooth(3, -92, 18, -100, 28, -92, 14, -88));
    }

    private static void citrus(Pen pen, int colour) {
        pen.ball(colour, true, 0, -42, 42, 42);
        for (int i = 0; i < 24; i++) {
            pen.shade(0.07, disc(pen.between(-26, 26), pen.between(-70, -14), 1.2));
        }
        pen.body(LEAF, poly(-5, -82, 0, -86, 5, -82, 0, -79));
        pen.body(LEAF, smooth(2, -83, 18, -96, 34, -90, 18, -82));
    }

    private static void lemon(Pen pen) {
        pen.own(
                0xf6d02e,
                smooth(
                        -50, -32, -40, -40, -22, -62, 10, -64, 32, -48, 42, -36, 50, -30, 42, -22,
                        28, -6, -4, -2, -30, -12, -42, -26));
        pen.shine(0.4, oval(-12, -48, 12, 6));
        pen.shade(0.12, smooth(-24, -10, 10, -8, 34, -20, 20, -4, -4, -1));
        for (int i = 0; i < 18; i++) {
            pen.shade(0.07, disc(pen.between(-28, 30), pen.between(-54, -12), 1));
        }
    }

    private static void banana(Pen pen) {
        pen.own(
                0xf2cf3c,
                smooth(
                        -46, -58, -38, -62, -28, -36, 0, -20, 30, -26, 46, -44, 50, -38, 40, -10, 8,
                        0, -26, -10, -44, -38));
        pen.shade(0.13, smooth(-40, -42, -24, -18, 6, -8, 36, -18, 8, -2, -26, -11));
        pen.body(STALK, poly(-48, -58, -50, -70, -43, -70, -39, -60));
    }

    private static void cherries(Pen pen) {
        pen.body(LEAF, stroke(2.6, -20, -38, -8, -66, 10, -92));
        pen.body(LEAF, stroke(2.6, 22, -34, 20, -66, 10, -92));
        pen.body(LEAF, smooth(10, -92, 28, -100, 44, -88, 26, -80));
        pen.ball(0xb81e2c, true, -22, -22, 22, 22);
        pen.ball(0xb81e2c, true, 22, -20, 20, 20);
    }

    private static void grapes(Pen pen) {
        pen.body(STALK, stroke(3, 0, -80, 2, -98));
        pen.body(LEAF, smooth(2, -86, 18, -100, 36, -90, 28, -78, 10, -78));
        int[] rows = {5, 4, 4, 3, 2, 1};
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < rows[row]; i++) {
                pen.ball(
                        0x6f3f86, true, (i - (rows[row] - 1) / 2.0) * 16, -74 + row * 13, 9.4, 9.4);
            }
        }
    }

    private static void strawberry(Pen pen) {
        pen.own(0xd8303a, smooth(-34, -62, -30, -34, 0, 0, 30, -34, 34, -62, 16, -76, -16, -76));
        for (int i = 0; i < 15; i++) {
            pen.flat(0xf6dc86, oval(-20 + i % 5 * 10, -62 + i / 5 * 18 + i % 2 * 6, 1.4, 2.2));
        }
        pen.body(LEAF, parley.image.operation.scene.paint.Forms.star(0, -76, 26, 7, 0.4));
    }

    private static void watermelon(Pen pen) {
        pen.body(0x2f7a3c, poly(-48, -52, 48, -52, 40, -22, 20, -4, 0, 0, -20, -4, -40, -22));
        pen.body(0xe6efc8, poly(-44, -52, 44, -52, 36, -24, 18, -8, 0, -4, -18, -8, -36, -24));
        pen.own(0xe24a4f, poly(-40, -52, 40, -52, 33, -26, 16, -12, 0, -8, -16, -12, -33, -26));
        for (int i = 0; i < 9; i++) {
            pen.flat(0x2a2020, oval(-28 + i * 7, -40 + i * 5 % 3 * 8, 1.7, 3));
        }
    }

    private static void pineapple(Pen pen) {
        for (int i = -3; i <= 3; i++) {
            int turn = i * 15;
            pen.at(
                    0,
                    -62,
                    turn,
                    1,
                    1,
                    () -> pen.body(0x4f8a42, smooth(-5, 0, -4, -26, 0, -40, 4, -26, 5, 0)));
        }
        pen.own(
                0xdca23a,
                smooth(-26, -34, -20, -60, 0, -66, 20, -60, 26, -34, 20, -6, 0, 0, -20, -6));
        for (int i = -2; i <= 3; i++) {
            pen.shade(0.2, stroke(1, -26, -20 - i * 11, 24, -34 - i * 11 + 22));
            pen.shade(0.2, stroke(1, 26, -20 - i * 11, -24, -34 - i * 11 + 22));
        }
    }

    private static void tomato(Pen pen) {
        pen.ball(0xd83c2c, true, 0, -36, 44, 37);
        pen.body(LEAF, parley.image.operation.scene.paint.Forms.star(0, -70, 20, 5, 0.35));
    }

    private static void carrot(Pen pen) {
        for (int i = -2; i <= 2; i++) {
            int turn = i * 18;
            pen.at(
                    0,
                    -66,
                    turn,
                    1,
                    1,
                    () -> pen.body(LEAF, smooth(-2, 0, -6, -22, 0, -36, 6, -22, 2, 0)));
        }
        pen.own(0xea7a26, smooth(-15, -64, -10, -34, 0, 0, 10, -34, 15, -64, 0, -70));
        for (int i = 0; i < 4; i++) {
            pen.shade(0.18, stroke(1, -9 + i * 2, -54 + i * 12, 1, -53 + i * 12));
        }
    }

    private static void pumpkin(Pen pen) {
        for (double x : new double[] {-28, 28, -15, 15, 0}) {
            pen.own(0xe07c22, oval(x, -34, 20, 34));
        }
        pen.body(0x5d7a3a, stroke(6, 0, -66, 2, -78, 10, -84));
    }

    private static void eggplant(Pen pen) {
        pen.own(
                0x4a2558,
                smooth(-8, -78, -20, -50, -28, -20, -10, 0, 16, -4, 26, -24, 16, -52, 10, -78));
        pen.shine(0.3, smooth(-12, -56, -20, -26, -14, -20, -8, -50));
        pen.body(0x5f8a42, smooth(-14, -70, -4, -84, 2, -98, 7, -84, 16, -70, 0, -76));
    }

    private static void corn(Pen pen) {
        pen.own(0xf2c63a, smooth(-13, -6, -14, -60, 0, -100, 14, -60, 13, -6));
        for (int i = 0; i < 9; i++) {
            pen.shade(0.12, box(-13, -86 + i * 9, 26, 1));
        }
        pen.body(0x6fa046, smooth(-4, 0, -30, -26, -22, -66, -10, -30));
        pen.body(0x6fa046, smooth(4, 0, 30, -26, 24, -62, 10, -30));
    }
}
