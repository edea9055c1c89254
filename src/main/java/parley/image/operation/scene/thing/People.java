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
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.thing.Thing.Habitat;

/// People, and beings that stand like people.
final class People {
    private static final int SKIN = 0xe0ac84;
    private static final int HAIR = 0x4a3020;
    private static final int TROUSERS = 0x36405a;

    private People() {}

    static List<Thing> things() {
        return List.of(
                of(
                        "person|man|human|guy|boy|fisherman|farmer|hiker|traveler|wanderer|tourist|worker|father|king|sailor|artist|monk|silhouette",
                        1.8,
                        Setting.HILLS,
                        People::man),
                of(
                        "woman|girl|lady|mother|bride|princess|queen|dancer|ballerina",
                        1.75,
                        Setting.MEADOW,
                        People::woman),
                of("child|kid|toddler|baby", 1.2, Setting.MEADOW, People::child),
                of("knight|soldier|warrior", 1.9, Setting.HILLS, People::knight),
                of("astronaut|cosmonaut|spaceman", 2, Setting.MOON, People::astronaut),
                of("robot|android|droid|cyborg", 1.9, Setting.STUDIO, People::robot),
                of("wizard|witch|magician|sorcerer", 1.9, Setting.FOREST, People::wizard),
                of("ghost|spirit|phantom", 1.7, Setting.FOREST, People::ghost),
                of("angel|fairy", 1.8, Setting.SKY, People::angel),
                of("alien", 1.6, Setting.MOON, People::alien),
                of("skier|snowboarder", 1.8, Setting.SNOW, People::skier),
                of("statue|sculpture|monument", 3, Setting.GARDEN, People::statue),
                of("teddy bear|teddy", 0.5, Setting.ROOM, People::teddy));
    }

    private static Thing of(String words, double metres, Setting home, Thing.Painter painter) {
        return Thing.of(words, Habitat.LAND, metres, home, painter);
    }

    private static void legs(Pen pen, int colour) {
        pen.body(colour, poly(-10, -46, 0, -46, -1, 0, -8, 0));
        pen.body(colour, poly(10, -46, 0, -46, 2, 0, 9, 0));
        pen.body(0x2b2522, round(-11, -4, 11, 4, 2));
        pen.body(0x2b2522, round(1, -4, 11, 4, 2));
    }

    private static void head(Pen pen, int hair) {
        pen.body(SKIN, round(-3, -84, 6, 9, 2));
        pen.body(SKIN, oval(0, -90, 7, 8.6));
        pen.body(hair, smooth(-7.6, -88, -8, -97, 0, -101, 8, -97, 7.6, -88, 5, -93, -4, -94));
    }

    private static void man(Pen pen) {
        legs(pen, TROUSERS);
        pen.own(0x3f6f8a, stroke(6, -12, -74, -17, -58, -15, -44));
        pen.own(0x3f6f8a, stroke(6, 12, -74, 17, -58, 15, -44));
        pen.body(SKIN, disc(-15, -42, 3));
        pen.body(SKIN, disc(15, -42, 3));
        pen.own(0x3f6f8a, smooth(-14, -77, 0, -80, 14, -77, 12, -56, 12, -43, -12, -43, -12, -56));
        head(pen, HAIR);
    }

    private static void woman(Pen pen) {
        pen.body(SKIN, poly(-6, -30, -1, -30, -2, 0, -6, 0));
        pen.body(SKIN, poly(6, -30, 1, -30, 2, 0, 6, 0));
        pen.body(0x5a2f2a, round(-8, -3, 7, 3, 1));
        pen.body(0x5a2f2a, round(1, -3, 7, 3, 1));
        pen.body(HAIR, smooth(-9, -92, -12, -76, -8, -66, 8, -66, 12, -76, 9, -92));
        pen.body(SKIN, stroke(4.4, -10, -74, -16, -60, -12, -48));
        pen.body(SKIN, stroke(4.4, 10, -74, 16, -60, 14, -46));
        pen.own(
                0xb8404e,
                smooth(
                        -10, -77, 0, -75, 10, -77, 7, -58, 14, -40, 22, -18, 0, -15, -22, -18, -14,
                        -40, -7, -58));
        head(pen, HAIR);
    }

    private static void child(Pen pen) {
        legs(pen, TROUSERS);
        pen.own(0xe0a83a, smooth(-13, -66, 0, -69, 13, -66, 12, -42, -12, -42));
        pen.own(0xe0a83a, stroke(6, -12, -62, -20, -52, -18, -42));
        pen.own(0xe0a83a, stroke(6, 12, -62, 22, -72, 26, -82));
        pen.body(SKIN, disc(0, -82, 14));
        pen.body(HAIR, smooth(-14.6, -80, -13, -95, 0, -100, 13, -95, 14.6, -80, 8, -89, -7, -90));
        pen.flat(0x2a201c, disc(-5, -81, 1.5));
        pen.flat(0x2a201c, disc(5, -81, 1.5));
        pen.line(0x8a4a3a, 1, -4, -75, 0, -73.6, 4, -75);
    }

    private static void knight(Pen pen) {
        legs(pen, 0x8c949c);
        pen.own(0xa8b0b8, smooth(-15, -78, 0, -81, 15, -78, 13, -44, -13, -44));
        pen.own(0xa8b0b8, stroke(7, -14, -74, -20, -60, -16, -46));
        pen.own(0xa8b0b8, stroke(7, 14, -74, 20, -60, 22, -50));
        pen.body(0xb03a34, poly(-9, -76, 9, -76, 8, -34, -8, -34));
        pen.own(0xa8b0b8, round(-9, -100, 18, 21, 7));
        pen.flat(0x1e2024, box(-6, -92, 12, 2.4));
        pen.body(0xb03a34, smooth(0, -99, -8, -112, -18, -108, -6, -100));
        pen.body(0xd9dfe4, poly(21, -48, 24, -48, 24, -100, 22.5, -104, 21, -100));
        pen.body(0xc79a45, box(17, -50, 11, 3));
        pen.body(0x2f5fa8, smooth(-30, -70, -14, -70, -14, -50, -22, -40, -30, -50));
    }

    private static void astronaut(Pen pen) {
        pen.body(0x9aa0a8, round(-20, -80, 40, 38, 6));
        int suit = 0xeeeef0;
        pen.own(suit, smooth(-15, -42, -18, -20, -16, 0, -3, 0, -1, -34));
        pen.own(suit, smooth(15, -42, 18, -20, 16, 0, 3, 0, 1, -34));
        pen.body(0x6d737c, round(-19, -5, 17, 6, 3));
        pen.body(0x6d737c, round(2, -5, 17, 6, 3));
        pen.own(suit, stroke(11, -16, -68, -26, -56, -26, -42));
        pen.own(suit, stroke(11, 16, -68, 28, -62, 34, -74));
        pen.body(0x6d737c, disc(-26, -39, 5.4));
        pen.body(0x6d737c, disc(35, -77, 5.4));
        pen.own(suit, smooth(-19, -74, 0, -78, 19, -74, 18, -50, 15, -38, -15, -38, -18, -50));
        pen.body(0xc9ccd2, round(-10, -63, 20, 14, 2));
        pen.lamp(0xd8342c, disc(-5, -58, 1.8));
        pen.lamp(0x3fa0e0, disc(1, -58, 1.8));
        pen.own(suit, disc(0, -86, 17));
        pen.body(0x26324a, oval(1, -86, 12.4, 11));
        pen.flat(0xe8a24a, 0.55, oval(2, -83, 10, 6));
        pen.flat(0xffffff, 0.65, oval(-4, -91, 3.4, 2.2));
    }

    private static void robot(Pen pen) {
        int metal = 0x9db2c0;
        for (double x : new double[] {-12, 4}) {
            pen.body(0x5a666f, box(x, -30, 8, 26));
            pen.own(metal, round(x - 3, -7, 14, 7, 3));
        }
        pen.body(0x5a666f, stroke(5, -22, -60, -32, -48, -30, -34));
        pen.body(0x5a666f, stroke(5, 22, -60, 32, -48, 30, -34));
        pen.own(metal, round(-22, -68, 44, 40, 6));
        pen.body(0x2c3a44, round(-13, -60, 26, 16, 3));
        pen.lamp(0x5ae0c0, box(-9, -53, 4, 6));
        pen.lamp(0xf2c84a, box(-2, -56, 4, 9));
        pen.lamp(0xe8604a, box(5, -51, 4, 4));
        pen.own(metal, round(-18, -98, 36, 27, 7));
        pen.lamp(0x6fe8ff, disc(-7.4, -86, 4.4));
        pen.lamp(0x6fe8ff, disc(7.4, -86, 4.4));
        pen.body(0x5a666f, box(-0.8, -107, 1.6, 10));
        pen.lamp(0xe8604a, disc(0, -108, 2.8));
        pen.flat(0x2c3a44, round(-8, -78, 16, 2.2, 1));
    }

    private static void wizard(Pen pen) {
        pen.own(
                0x4a3f8a,
                smooth(-10, -72, 0, -74, 10, -72, 18, -40, 26, 0, 0, 1, -26, 0, -18, -40));
        pen.own(0x4a3f8a, smooth(9, -70, 26, -58, 34, -50, 28, -42, 14, -52));
        pen.body(SKIN, disc(0, -78, 8));
        pen.body(0xece8e0, smooth(-8, -77, 8, -77, 6, -60, 0, -42, -6, -60));
        pen.own(0x4a3f8a, smooth(-18, -82, 0, -80, 18, -82, 8, -90, 4, -112, -8, -90));
        pen.flat(0xf2d25a, parley.image.operation.scene.paint.Forms.star(0, -92, 4, 5, 0.42));
        pen.body(0x6b4526, stroke(2.6, 32, 0, 31, -84));
        pen.lamp(0x8fe0ff, disc(31, -88, 4.6));
        pen.glow(0x8fe0ff, 31, -88, 22, 0.7);
    }

    private static void ghost(Pen pen) {
        pen.own(
                0xeef0f6,
                smooth(
                        -28, -4, -30, -50, -22, -88, 0, -100, 22, -88, 30, -50, 28, -4, 18, -12, 9,
                        -2, 0, -12, -9, -2, -18, -12));
        pen.flat(0x24242e, oval(-9, -70, 4.4, 6.4));
        pen.flat(0x24242e, oval(9, -70, 4.4, 6.4));
        pen.flat(0x24242e, oval(0, -54, 4, 5));
    }

    private static void angel(Pen pen) {
        pen.body(0xf8f8fb, smooth(-4, -66, -30, -96, -48, -84, -44, -56, -26, -46, -6, -54));
        pen.body(0xf8f8fb, smooth(4, -66, 30, -96, 48, -84, 44, -56, 26, -46, 6, -54));
        woman(pen);
        pen.lamp(
                0xf6d870,
                parley.image.operation.scene.paint.Forms.outline(1.8, oval(0, -107, 9, 2.6)));
    }

    private static void alien(Pen pen) {
        pen.own(0x7ac06a, smooth(-10, -46, -14, -20, -10, 0, 10, 0, 14, -20, 10, -46));
        pen.own(0x7ac06a, stroke(5, -10, -40, -24, -28, -22, -14));
        pen.own(0x7ac06a, stroke(5, 10, -40, 24, -28, 26, -14));
        pen.own(
                0x7ac06a,
                smooth(-26, -78, -18, -98, 0, -102, 18, -98, 26, -78, 10, -52, 0, -46, -10, -52));
        pen.flat(0x14181c, smooth(-20, -80, -8, -76, -5, -66, -14, -68));
        pen.flat(0x14181c, smooth(20, -80, 8, -76, 5, -66, 14, -68));
    }

    private static void skier(Pen pen) {
        pen.body(0x2f5fa8, stroke(2.4, -44, 0, 30, -3, 44, -9));
        pen.body(0x2b3040, stroke(9, -4, -44, 12, -28, -2, -6));
        pen.own(0xd8402f, stroke(15, -2, -48, 8, -72));
        pen.own(0xd8402f, stroke(6, 8, -68, 24, -58, 30, -50));
        pen.line(0x4a4e57, 1.4, 30, -52, -20, -4);
        pen.body(SKIN, disc(14, -84, 8));
        pen.own(0xd8402f, smooth(6, -84, 8, -94, 20, -94, 23, -85));
    }

    private static void statue(Pen pen) {
        pen.body(0x9a948a, box(-24, -16, 48, 16));
        pen.body(0xa8a298, box(-18, -24, 36, 9));
        int stone = 0xcfc9bd;
        pen.at(
                0,
                -23,
                0,
                0.78,
                0.78,
                () -> {
                    pen.own(
                            stone,
                            smooth(-14, -77, 0, -80, 14, -77, 15, -40, 18, 0, -18, 0, -15, -40));
                    pen.own(stone, stroke(7, 12, -74, 24, -86, 22, -104));
                    pen.own(stone, stroke(7, -12, -74, -20, -58, -14, -42));
                    pen.own(stone, oval(0, -90, 8, 10));
                });
    }

    private static void teddy(Pen pen) {
        int fur = 0xa8733f;
        for (int side = -1; side <= 1; side += 2) {
            pen.own(fur, disc(side * 18, -90, 9));
            pen.own(fur, oval(side * 28, -42, 10, 16));
            pen.own(fur, oval(side * 20, -9, 15, 10));
            pen.body(0xd9b07a, oval(side * 24, -8, 8, 6));
        }
        pen.own(fur, oval(0, -32, 27, 30));
        pen.own(fur, oval(0, -74, 26, 23));
        pen.body(0xd9b07a, oval(0, -67, 11, 9));
        pen.flat(0x241a14, oval(0, -71, 4, 3));
        pen.flat(0x241a14, disc(-10, -79, 2.8));
        pen.flat(0x241a14, disc(10, -79, 2.8));
    }
}
