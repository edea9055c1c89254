package parley.image.operation.scene.design;

import static parley.image.operation.scene.paint.Forms.disc;
import static parley.image.operation.scene.paint.Forms.oval;
import static parley.image.operation.scene.paint.Forms.smooth;
import static parley.image.operation.scene.paint.Forms.stroke;

import java.awt.Graphics2D;
import java.util.OptionalInt;
import parley.image.operation.scene.paint.Canvas;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Finish;
import parley.image.operation.scene.paint.Hour;
import parley.image.operation.scene.paint.Light;
import parley.image.operation.scene.paint.Noise;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.paint.Weather;
import parley.image.operation.scene.words.SceneWish;
import parley.image.operation.scene.words.SceneWish.Part;

/// Stylised busts, lit from one side.
public final class Portraits {
    private static final int[] SKINS = {0xf0c8a4, 0xe2ac84, 0xc98d62, 0x9c6642, 0x6f4630};

    private Portraits() {}

    public static void paint(Canvas canvas, SceneWish wish, long seed) {
        Noise chance = new Noise(seed);
        double w = canvas.width();
        double h = canvas.height();
        int ground =
                wish.partColours()
                        .getOrDefault(
                                Part.BACKGROUND,
                                wish.palette().isEmpty() ? 0x3f6f78 : wish.palette().getFirst());
        canvas.shade((x, y, old) -> {
            double away = Math.hypot((x - w * 0.4) / w, (y - h * 0.4) / h);
            return away < 0.36
                    ? Colours.lighter(ground, 0.34 * (0.36 - away) * 2)
                    : Colours.darker(ground, (away - 0.36) * 0.75);
        });
        Graphics2D brush = canvas.brush();
        brush.translate(w / 2, h * 1.02);
        double side = Math.min(h, w * 1.25) * 0.0098;
        brush.scale(side, side);
        Light light = Light.of(Hour.GOLDEN, Weather.CLEAR, 0.2, OptionalInt.empty()).indoors();
        Pen pen = new Pen(brush, light, 0, -0.9, OptionalInt.empty(), Pen.Mode.PICTURE, seed);
        bust(pen, wish, chance);
        brush.dispose();
        Finish.apply(canvas, Finish.Amounts.NATURAL, seed);
    }

    private static void bust(Pen pen, SceneWish wish, Noise chance) {
        boolean man =
                wish.subjects().stream()
                        .anyMatch(subject -> subject.thing().name().equals("person"));
        int skin = SKINS[(chance.bits(7, 7) >>> 9) % 3];
        int hair = wish.partColours().getOrDefault(Part.HAIR, 0x4a2f20);
        if (wish.partColours().containsKey(Part.HAIR)
                && Colours.luma(hair) > 70
                && Colours.red(hair) > 190
                && Colours.green(hair) < 80) {
            // Hair that is called red is copper.
            hair = 0xb5482a;
        }
        int clothes =
                wish.partColours()
                        .getOrDefault(
                                Part.CLOTHES,
                                wish.subjects().stream()
                                        .flatMapToInt(subject -> subject.colour().stream())
                                        .findFirst()
                                        .orElse(0x2f3f5c));
        if (!man) {
            pen.body(
                    Colours.darker(hair, 0.22),
                    smooth(
                            -22, -80, -29, -60, -31, -34, -25, -8, 0, -14, 25, -8, 31, -34, 29, -60,
                            22, -80, 0, -90));
        }
        pen.body(clothes, smooth(-46, 4, -42, -16, -20, -25, 0, -22, 20, -25, 42, -16, 46, 4));
        pen.body(
                Colours.darker(skin, 0.13),
                smooth(-9, -44, -10, -28, -14, -23, 0, -14, 14, -23, 10, -28, 9, -44));
        pen.body(
                skin,
                smooth(
                        -20, -66, -19, -52, -11, -39, 0, -34.5, 11, -39, 19, -52, 20, -66, 13, -81,
                        -13, -81));
        pen.shade(0.13, smooth(6, -80, 20, -66, 18, -50, 8, -37, 1, -35, 8, -46, 12, -60));
        if (man) {
            pen.body(skin, oval(-20, -61, 3, 5));
            pen.body(skin, oval(20, -61, 3, 5));
        }
        features(pen, wish, skin, hair);
        hair(pen, hair, man);
    }

    private static void features(Pen pen, SceneWish wish, int skin, int hair) {
        int iris = wish.partColours().getOrDefault(Part.EYES, 0x4a6a58);
        for (int side = -1; side <= 1; side += 2) {
            double x = side * 8.6;
            pen.flat(0xfaf6f0, smooth(x - 4.4, -61, x, -63.6, x + 4.4, -61, x, -59.2));
            pen.flat(iris, disc(x, -61.3, 2.1));
            pen.flat(0x17120f, disc(x, -61.3, 1.05));
            pen.flat(0xffffff, disc(x - 0.8, -62.1, 0.6));
            pen.flat(0x2a1c16, stroke(0.8, x - 4.6, -60.8, x, -63.8, x + 4.6, -60.8));
            pen.flat(
                    Colours.darker(hair, 0.3),
                    stroke(1.35, x - 5, -66.6, x + side * 0.6, -68.6, x + 5, -66.8));
            pen.flat(0xe07a68, 0.2, disc(side * 12, -52, 5));
        }
        pen.flat(
                Colours.darker(skin, 0.3),
                0.75,
                stroke(0.8, 0.6, -60, 2.6, -52, -0.6, -50.6, -2, -51.4));
        pen.flat(
                0xb5544c, smooth(-5.6, -44.6, -2, -46.4, 0, -45.7, 2, -46.4, 5.6, -44.6, 0, -41.6));
        pen.flat(0x8a3a38, stroke(0.55, -5.4, -44.6, 0, -44.1, 5.4, -44.6));
    }

    private static void hair(Pen pen, int hair, boolean man) {
        if (man) {
            pen.body(
                    hair,
                    smooth(
                            -21, -66, -23, -82, -10, -94, 10, -95, 23, -82, 21, -66, 17, -78, 4,
                            -83, -14, -79));
            return;
        }
        pen.body(
                hair,
                smooth(
                        0, -96, -20, -92, -29, -72, -27, -48, -31, -26, -24, -18, -20, -40, -20,
                        -62, -12, -78, 4, -86));
        pen.body(
                hair,
                smooth(
                        0, -96, 20, -92, 29, -72, 27, -48, 31, -26, 24, -18, 20, -40, 20, -62, 14,
                        -76, 2, -86));
        for (int strand = 0; strand < 6; strand++) {
            double x = 21 + strand * 1.5;
            pen.shade(
                    0.13,
                    stroke(0.6, 5 + strand * 2, -92 + strand, x, -72, x - 1, -48, x + 1, -24));
            pen.shine(
                    0.14,
                    stroke(0.6, -5 - strand * 2, -92 + strand, -x, -72, -x + 1, -48, -x - 1, -24));
        }
    }
}
