package parley.image.operation.scene.thing;

import static parley.image.operation.scene.paint.Forms.oval;
import static parley.image.operation.scene.paint.Forms.poly;
import static parley.image.operation.scene.paint.Forms.smooth;
import static parley.image.operation.scene.paint.Forms.stroke;

import java.util.List;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.thing.Thing.Habitat;

/// Trees and bushes. Places plant them too, in the colours of the season.
public final class Trees {
    private static final int BARK = 0x5d4434;

    private Trees() {}

    static List<Thing> things() {
        return List.of(
                tree(
                        "tree|oak|maple|beech|linden|elm|leafy tree|chestnut",
                        11,
                        Setting.MEADOW,
                        pen -> leafy(pen, 0x5f9440)),
                tree(
                        "pine|pine tree|fir|spruce|conifer|evergreen|larch",
                        14,
                        Setting.MOUNTAINS,
                        pen -> pine(pen, 0x2f6048)),
                tree("christmas tree|xmas tree", 5, Setting.SNOW, Trees::christmas),
                tree("palm|palm tree|coconut tree", 9, Setting.BEACH, Trees::palm),
                tree("birch|birch tree|aspen", 11, Setting.MEADOW, Trees::birch),
                tree(
                        "cherry tree|cherry blossom|sakura|blossom tree|blossoming tree",
                        8,
                        Setting.GARDEN,
                        pen -> leafy(pen, 0xf2b3c6)),
                tree("apple tree|orange tree|fruit tree", 7, Setting.GARDEN, Trees::fruitTree),
                tree("cypress|poplar", 13, Setting.HILLS, Trees::cypress),
                tree("willow|weeping willow", 10, Setting.LAKE, Trees::willow),
                tree(
                        "bare tree|dead tree|winter tree",
                        10,
                        Setting.FIELD,
                        pen -> branches(pen, 0x4a3a30)),
                tree("bush|shrub|hedge", 3, Setting.GARDEN, pen -> bush(pen, 0x5d8f45)),
                tree("olive tree|acacia|baobab", 9, Setting.FIELD, Trees::acacia),
                tree("bonsai", 2, Setting.TABLE, Trees::bonsai),
                tree("bamboo", 9, Setting.GARDEN, Trees::bamboo),
                tree("stump|tree stump|log|firewood", 3, Setting.FOREST, Trees::stump));
    }

    private static Thing tree(String words, double metres, Setting home, Thing.Painter painter) {
        return Thing.of(
                words,
                words.equals("bonsai") ? Habitat.TABLE : Habitat.LAND,
                metres,
                home,
                painter);
    }

    /// A round crown of leaves of a colour.
    public static void leafy(Pen pen, int leaves) {
        pen.body(BARK, smooth(-5, 0, -3, -20, -2.6, -42, 3, -42, 3.4, -20, 6, 0));
        pen.body(BARK, stroke(2.6, 0, -32, -10, -46, -16, -56));
        pen.body(BARK, stroke(2.4, 0, -34, 9, -48, 15, -58));
        double lean = pen.between(-4, 4);
        crown(pen, leaves, lean, -64, 33, 30);
    }

    private static void crown(Pen pen, int leaves, double x, double y, double wide, double tall) {
        int own = pen.own(leaves);
        for (int ring = 0; ring < 3; ring++) {
            int count = 13 - ring * 3;
            double reach = 0.78 - ring * 0.25;
            for (int i = 0; i < count; i++) {
                double angle = 2 * Math.PI * (i + 0.5 * ring) / count + pen.between(-0.2, 0.2);
                double cx = x + Math.cos(angle) * wide * reach;
                double cy = y + Math.sin(angle) * tall * reach - ring * 3;
                double size = wide * pen.between(0.3, 0.4);
                int tone =
                        pen.own(0) == own
                                ? own
                                : Colours.mix(
                                        leaves,
                                        ring == 2 ? 0xfff2b0 : 0x1c3a2c,
                                        ring == 2 ? 0.1 : 0.12 * (1 - ring * 0.5));
                pen.own(tone, blob(pen, cx, cy, size));
            }
        }
        for (int i = 0; i < 26; i++) {
            double angle = pen.between(0, 2 * Math.PI);
            double away = Math.sqrt(pen.chance()) * 0.95;
            double cx = x + Math.cos(angle) * wide * away;
            double cy = y + Math.sin(angle) * tall * away;
            if (i % 2 == 0) {
                pen.shine(0.14, blob(pen, cx, cy - 2, wide * 0.09));
            } else {
                pen.shade(0.12, blob(pen, cx, cy + 4, wide * 0.1));
            }
        }
    }

    private static java.awt.Shape blob(Pen pen, double x, double y, double size) {
        double[] points = new double[16];
        for (int i = 0; i < 8; i++) {
            double reach = size * pen.between(0.82, 1.15);
            points[2 * i] = x + reach * Math.cos(Math.PI * i / 4);
            points[2 * i + 1] = y + reach * Math.sin(Math.PI * i / 4) * 0.86;
        }
        return smooth(points);
    }

    /// A conifer of a colour.
    public static void pine(Pen pen, int needles) {
        pen.body(BARK, poly(-2.6, 0, -1.6, -20, 1.6, -20, 2.6, 0));
        int tiers = 7;
        for (int tier = 0; tier < tiers; tier++) {
            double y = -10 - tier * 12.2;
            double half = (25 - tier * 3.1) * pen.between(0.92, 1.08);
            double top = y - 21 + tier * 0.6;
            double[] points = new double[2 * 9];
            points[0] = 0;
            points[1] = top;
            for (int i = 0; i < 8; i++) {
                double across = half - 2 * half * i / 7;
                points[2 + 2 * i] = across;
                points[3 + 2 * i] =
                        y
                                - Math.abs(across) * 0.1
                                + (i % 2 == 0 ? 2.2 : -1.8)
                                + pen.between(-0.8, 0.8);
            }
            pen.own(needles, poly(points));
            pen.shade(0.1, poly(-half * 0.7, y, half * 0.7, y, 0, y - 7));
        }
    }

    private static void christmas(Pen pen) {
        pine(pen, 0x2f6b44);
        int[] balls = {0xd8342c, 0xe8b83a, 0x3f6fd0, 0xd86aa8};
        for (int i = 0; i < 16; i++) {
            double y = -14 - i * 4.6;
            double x = (i * 37 % 17 - 8) * (1 + y / 105) * 2.1;
            pen.ball(balls[i % 4], false, x, y, 2.2, 2.2);
        }
        pen.lamp(0xffd84a, parley.image.operation.scene.paint.Forms.star(0, -101, 7, 5, 0.42));
        pen.glow(0xffd84a, 0, -101, 20, 0.5);
    }

    /// A palm that leans to the right.
    public static Thing.Painter palmPainter() {
        return Trees::palm;
    }

    private static void palm(Pen pen) {
        pen.body(0x8a6a48, smooth(-4, 0, 0, -30, 6, -56, 11, -77, 14, -77, 10, -54, 5, -28, 4, 0));
        for (int ring = 1; ring < 14; ring++) {
            double y = -ring * 5.4;
            double x = 13 * Math.pow(ring / 14.0, 1.4);
            pen.shade(0.16, stroke(0.7, x - 3, y, x, y + 1, x + 3, y));
        }
        double[][] fronds = {
            {-42, 8},
            {-38, -10},
            {-24, -24},
            {-4, -30},
            {18, -25},
            {33, -12},
            {38, 6},
            {26, 18},
            {-26, 20}
        };
        for (double[] frond : fronds) {
            double x = 12 + frond[0];
            double y = -77 + frond[1];
            double midX = 12 + frond[0] * 0.55;
            double midY = -77 + frond[1] * 0.5 - 11;
            pen.own(
                    0x3f8a4a,
                    smooth(
                            12,
                            -77,
                            midX,
                            midY - 3,
                            x,
                            y,
                            x - frond[0] * 0.14,
                            y + 1,
                            midX,
                            midY + 6));
            pen.shade(0.16, stroke(0.7, 12, -77, midX, midY, x, y));
        }
        pen.body(0x6b4a2e, oval(9, -73, 3, 3));
        pen.body(0x6b4a2e, oval(15, -72, 3, 3));
    }

    private static void birch(Pen pen) {
        pen.body(0xeeeae2, smooth(-3, 0, -2, -40, -1.4, -84, 1.4, -84, 2, -40, 3, 0));
        for (int mark = 0; mark < 11; mark++) {
            double y = -6 - mark * 6.4;
            double x = mark % 2 == 0 ? -2.4 : 0.4;
            pen.flat(0x35302c, oval(x + 0.8, y, 1.5, 0.6));
        }
        pen.body(0xd8d2c6, stroke(1.2, 0, -48, 10, -64));
        pen.body(0xd8d2c6, stroke(1.2, 0, -42, -10, -58));
        crown(pen, 0x9ab84c, 0, -72, 21, 27);
    }

    private static void fruitTree(Pen pen) {
        leafy(pen, 0x5a9142);
        for (int i = 0; i < 13; i++) {
            double angle = i * 2.4;
            double away = 8 + i * 1.6;
            pen.ball(
                    0xd6402f,
                    false,
                    Math.cos(angle) * away,
                    -64 + Math.sin(angle) * away * 0.85,
                    2.8,
                    2.8);
        }
    }

    private static void cypress(Pen pen) {
        pen.body(BARK, poly(-2, 0, -1.6, -10, 1.6, -10, 2, 0));
        pen.own(
                0x35583f,
                smooth(0, -6, -9, -14, -10, -44, -5, -78, 0, -100, 5, -78, 10, -44, 9, -14));
        pen.shade(0.16, smooth(3, -8, 8, -40, 3, -90, 4, -40));
    }

    private static void willow(Pen pen) {
        pen.body(BARK, smooth(-6, 0, -3, -26, -4, -54, 4, -54, 4, -26, 7, 0));
        crown(pen, 0x86a84c, 0, -72, 32, 22);
        for (int strand = 0; strand < 34; strand++) {
            double x = -42 + strand * 2.55;
            double foot = -8 - pen.between(0, 34) - Math.pow(Math.abs(x) / 44, 2) * -8;
            pen.own(
                    strand % 2 == 0 ? 0x86a84c : 0x6f953f,
                    stroke(1.5, x * 0.82, -76, x, -50, x + pen.between(-2, 2), foot));
        }
    }

    /// A tree without leaves.
    public static void branches(Pen pen, int bark) {
        branch(pen, bark, 0, 0, -90, 30, 6);
    }

    private static void branch(
            Pen pen, int bark, double x, double y, double angle, double length, int depth) {
        double toX = x + Math.cos(Math.toRadians(angle)) * length;
        double toY = y + Math.sin(Math.toRadians(angle)) * length;
        pen.own(
                bark,
                stroke(
                        depth * 0.85,
                        x,
                        y,
                        (x + toX) / 2 + pen.between(-1, 1),
                        (y + toY) / 2,
                        toX,
                        toY));
        if (depth > 1) {
            branch(
                    pen,
                    bark,
                    toX,
                    toY,
                    angle - pen.between(16, 34),
                    length * pen.between(0.66, 0.8),
                    depth - 1);
            branch(
                    pen,
                    bark,
                    toX,
                    toY,
                    angle + pen.between(14, 36),
                    length * pen.between(0.64, 0.8),
                    depth - 1);
        }
    }

    public static void bush(Pen pen, int leaves) {
        crown(pen, leaves, -20, -22, 24, 18);
        crown(pen, leaves, 20, -22, 24, 18);
        crown(pen, leaves, 0, -34, 27, 24);
    }

    private static void acacia(Pen pen) {
        pen.body(BARK, smooth(-4, 0, -1, -24, -3, -44, 3, -44, 4, -24, 5, 0));
        pen.body(BARK, stroke(2.6, 0, -40, -14, -58, -26, -68));
        pen.body(BARK, stroke(2.6, 0, -40, 14, -58, 28, -66));
        crown(pen, 0x6f8a45, -16, -72, 26, 9);
        crown(pen, 0x6f8a45, 18, -70, 26, 9);
        crown(pen, 0x6f8a45, 0, -79, 28, 9);
    }

    private static void bonsai(Pen pen) {
        pen.body(0x3f5f78, poly(-32, -16, 32, -16, 26, 0, -26, 0));
        pen.body(BARK, stroke(7, 0, -16, -10, -32, 8, -46, -2, -60));
        crown(pen, 0x4f8a48, -22, -50, 18, 9);
        crown(pen, 0x4f8a48, 24, -58, 18, 9);
        crown(pen, 0x4f8a48, -2, -76, 20, 11);
    }

    private static void bamboo(Pen pen) {
        for (double x : new double[] {-26, -9, 8, 25}) {
            pen.own(0x7fae4f, parley.image.operation.scene.paint.Forms.box(x, -100, 6, 100));
            for (double y = -12 - x * 0.2; y > -98; y -= 19) {
                pen.shade(0.28, parley.image.operation.scene.paint.Forms.box(x - 0.4, y, 6.8, 1.3));
            }
            pen.body(0x5f9a45, smooth(x + 6, -66, x + 16, -74, x + 26, -70, x + 15, -67));
            pen.body(0x5f9a45, smooth(x, -44, x - 10, -54, x - 21, -50, x - 10, -45));
        }
    }

    private static void stump(Pen pen) {
        pen.own(0x7a5638, smooth(-34, 0, -26, -14, -24, -42, 24, -42, 26, -14, 36, 0));
        pen.body(0xd8b384, oval(0, -42, 24, 8));
        for (int ring = 1; ring < 4; ring++) {
            pen.flat(
                    0xa9805a,
                    0.8,
                    parley.image.operation.scene.paint.Forms.outline(
                            0.9, oval(0, -42, ring * 5.5, ring * 1.8)));
        }
    }
}
