package parley.image.operation.scene.thing;

import static parley.image.operation.scene.paint.Forms.box;
import static parley.image.operation.scene.paint.Forms.disc;
import static parley.image.operation.scene.paint.Forms.outline;
import static parley.image.operation.scene.paint.Forms.oval;
import static parley.image.operation.scene.paint.Forms.poly;
import static parley.image.operation.scene.paint.Forms.ring;
import static parley.image.operation.scene.paint.Forms.round;
import static parley.image.operation.scene.paint.Forms.smooth;
import static parley.image.operation.scene.paint.Forms.stroke;

import java.util.List;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.thing.Thing.Habitat;

/// Tools, treasures and what one carries.
final class Gear {
    private static final int BRASS = 0xc79a45;
    private static final int STEEL = 0xb4bcc4;

    private Gear() {}

    static List<Thing> things() {
        return List.of(
                item("light bulb|lightbulb|bulb|idea", 0.14, Gear::bulb),
                item("gift|present|gift box|parcel|box", 0.3, Gear::gift),
                item("crown|tiara", 0.22, Gear::crown),
                item("diamond|gem|jewel|crystal|gemstone", 0.12, Gear::gem),
                item("coin|medal|money", 0.08, Gear::coin),
                item("globe", 0.34, Gear::globe),
                item("skull", 0.2, Gear::skull),
                item("hat|fedora", 0.3, Gear::hat),
                item("shoe|boot|sneaker", 0.28, Gear::shoe),
                item("glasses|sunglasses|spectacles", 0.16, Gear::glasses),
                item("scissors", 0.18, Gear::scissors),
                item("pencil|pen|crayon", 0.2, Gear::pencil),
                item("knife|fork|spoon|cutlery", 0.22, Gear::fork),
                item("hammer|tool", 0.34, Gear::hammer),
                item("sword|dagger|katana", 0.9, Gear::sword),
                item("shield", 0.7, Gear::shield),
                item("football|soccer ball", 0.24, Gear::ball),
                item("dice|die", 0.1, Gear::dice),
                item("envelope|letter|mail|email", 0.2, Gear::envelope),
                item("suitcase|bag", 0.5, Gear::suitcase));
    }

    private static Thing item(String words, double metres, Thing.Painter painter) {
        return Thing.of(words, Habitat.TABLE, metres, Setting.TABLE, painter);
    }

    private static void bulb(Pen pen) {
        pen.glow(0xffe08a, 0, -64, 70, 0.7);
        pen.own(
                0xffe9a0,
                smooth(
                        -13, -24, -16, -40, -32, -58, -26, -88, 0, -100, 26, -88, 32, -58, 16, -40,
                        13, -24));
        pen.line(0xd08a2a, 1.8, -6, -26, -9, -52, 0, -46, 9, -52, 6, -26);
        pen.body(0x8b9096, round(-13, -24, 26, 22, 4));
        pen.shade(0.25, box(-13, -18, 26, 2));
        pen.shade(0.25, box(-13, -11, 26, 2));
    }

    private static void gift(Pen pen) {
        pen.own(0xc8333a, box(-40, -54, 80, 54));
        pen.own(0xc8333a, box(-45, -66, 90, 15));
        pen.body(0xf2cf6a, box(-7, -66, 14, 66));
        pen.body(0xf2cf6a, smooth(0, -66, -32, -70, -30, -90, -14, -88));
        pen.body(0xf2cf6a, smooth(0, -66, 32, -70, 30, -90, 14, -88));
    }

    private static void crown(Pen pen) {
        pen.own(0xe2b33c, poly(-42, -6, -48, -58, -24, -34, 0, -72, 24, -34, 48, -58, 42, -6));
        pen.own(0xe2b33c, round(-43, -14, 86, 14, 3));
        int[] gems = {0xc8302f, 0x2f6fc8, 0xc8302f};
        for (int i = 0; i < 3; i++) {
            pen.ball(gems[i], false, -24 + i * 24, -7, 5, 5);
        }
        for (double[] tip : new double[][] {{-48, -60}, {0, -75}, {48, -60}}) {
            pen.ball(0xf2d27a, false, tip[0], tip[1], 5, 5);
        }
    }

    private static void gem(Pen pen) {
        pen.own(0x6fc8e8, poly(-44, -56, -24, -84, 24, -84, 44, -56, 0, 0));
        pen.shine(0.4, poly(-24, -84, 0, -84, -14, -56, -44, -56));
        pen.shine(0.25, poly(-14, -56, 14, -56, 0, 0));
        pen.shade(0.18, poly(14, -56, 44, -56, 0, 0));
        pen.shade(0.1, poly(0, -84, 24, -84, 44, -56, 14, -56));
    }

    private static void coin(Pen pen) {
        pen.own(0xdcae3c, disc(0, -46, 45));
        pen.shade(0.22, ring(0, -46, 36, 2.4));
        pen.shade(0.3, parley.image.operation.scene.paint.Forms.star(0, -46, 22, 5, 0.42));
    }

    private static void globe(Pen pen) {
        pen.body(0x6f4526, round(-22, -6, 44, 6, 2));
        pen.body(BRASS, box(-2, -22, 4, 18));
        pen.body(BRASS, outline(3, oval(0, -58, 40, 40)));
        pen.ball(0x3a80b8, true, 0, -58, 36, 36);
        pen.flat(0x7aa85a, 0.9, smooth(-22, -78, -4, -84, 2, -70, -10, -58, -24, -62));
        pen.flat(0x7aa85a, 0.9, smooth(6, -58, 20, -70, 28, -58, 16, -36, 8, -44));
        pen.flat(0x7aa85a, 0.9, smooth(-16, -50, -6, -48, -10, -30, -18, -38));
    }

    private static void skull(Pen pen) {
        pen.own(
                0xebe3d0,
                smooth(
                        -36, -56, -28, -88, 0, -98, 28, -88, 36, -56, 26, -32, 18, -28, 18, -6, -18,
                        -6, -18, -28, -26, -32));
        pen.flat(0x2a2522, oval(-14, -52, 9, 10));
        pen.flat(0x2a2522, oval(14, -52, 9, 10));
        pen.flat(0x2a2522, poly(-4, -32, 4, -32, 0, -42));
        for (int i = -2; i <= 2; i++) {
            pen.flat(0x2a2522, 0.8, box(i * 7 - 0.7, -20, 1.4, 14));
        }
    }

    private static void hat(Pen pen) {
        pen.own(0x6b5038, oval(0, -10, 50, 11));
        pen.own(
                0x6b5038,
                smooth(-28, -12, -26, -46, -12, -56, 0, -50, 12, -56, 26, -46, 28, -12, 0, -6));
        pen.body(0x2f2622, smooth(-28, -22, 0, -15, 28, -22, 28, -12, 0, -6, -28, -12));
    }

    private static void shoe(Pen pen) {
        pen.own(0xc0463c, smooth(-44, -8, -44, -48, -22, -50, -12, -40, 10, -30, 40, -22, 48, -8));
        pen.body(0xf2eee6, round(-47, -9, 96, 9, 4));
        for (int i = 0; i < 4; i++) {
            pen.line(0xf8f5ee, 2, -14 + i * 7, -40 + i * 4, -6 + i * 7, -32 + i * 3);
        }
    }

    private static void glasses(Pen pen) {
        pen.flat(0x28323c, 0.75, oval(-25, -30, 20, 17));
        pen.flat(0x28323c, 0.75, oval(25, -30, 20, 17));
        pen.own(0x33261e, outline(4, oval(-25, -30, 20, 17)));
        pen.own(0x33261e, outline(4, oval(25, -30, 20, 17)));
        pen.own(0x33261e, stroke(4, -6, -34, 0, -37, 6, -34));
    }

    private static void scissors(Pen pen) {
        pen.body(STEEL, poly(-5, -40, 14, -100, 16, -96, 3, -34));
        pen.body(STEEL, poly(5, -40, -14, -100, -16, -96, -3, -34));
        pen.own(0xd0453a, outline(6, oval(-14, -18, 10, 15)));
        pen.own(0xd0453a, outline(6, oval(14, -18, 10, 15)));
    }

    private static void pencil(Pen pen) {
        pen.at(
                0,
                -50,
                28,
                1,
                1,
                () -> {
                    pen.own(0xf0b83a, box(-6, -34, 12, 66));
                    pen.body(0xe6cba0, poly(-6, 32, 6, 32, 0, 50));
                    pen.flat(0x2c2a2c, poly(-2.2, 43.5, 2.2, 43.5, 0, 50));
                    pen.body(STEEL, box(-6, -40, 12, 7));
                    pen.body(0xe08a8a, round(-6, -48, 12, 9, 3));
                });
    }

    private static void fork(Pen pen) {
        pen.own(STEEL, box(-18, -58, 5, 58));
        for (double x : new double[] {-26, -17.5, -9}) {
            pen.own(STEEL, box(x, -100, 3.6, 34));
        }
        pen.own(STEEL, round(-26, -72, 20.6, 16, 7));
        pen.own(STEEL, box(15, -50, 5, 50));
        pen.own(STEEL, smooth(14, -48, 12, -80, 17, -100, 26, -84, 24, -52));
    }

    private static void hammer(Pen pen) {
        pen.body(0xa06c3c, round(-4, -86, 8, 86, 3));
        pen.own(0x6d747c, poly(-32, -98, 18, -98, 32, -88, 18, -78, -32, -78));
    }

    private static void sword(Pen pen) {
        pen.own(0xcfd6dc, poly(-4.5, -28, -4.5, -90, 0, -100, 4.5, -90, 4.5, -28));
        pen.shade(0.2, poly(0, -28, 0, -99, 4.5, -90, 4.5, -28));
        pen.body(BRASS, round(-20, -29, 40, 5, 2));
        pen.body(0x5a3424, box(-3, -25, 6, 20));
        pen.ball(BRASS, false, 0, -3, 5, 4);
    }

    private static void shield(Pen pen) {
        pen.body(
                STEEL,
                smooth(-40, -92, 0, -100, 40, -92, 40, -46, 22, -14, 0, 0, -22, -14, -40, -46));
        pen.own(
                0x2f5fa8,
                smooth(-34, -87, 0, -94, 34, -87, 34, -46, 19, -18, 0, -6, -19, -18, -34, -46));
        pen.body(0xe8c050, box(-4, -92, 8, 84));
        pen.body(0xe8c050, box(-34, -60, 68, 8));
    }

    private static void ball(Pen pen) {
        pen.ball(0xf2f0ea, true, 0, -45, 45, 45);
        pen.flat(0x26282c, poly(-11, -42, -7, -56, 7, -56, 11, -42, 0, -33));
        for (int i = 0; i < 5; i++) {
            int turn = i * 72;
            pen.at(
                    0,
                    -45,
                    turn,
                    1,
                    1,
                    () -> pen.flat(0x26282c, poly(-9, -42, 0, -34, 9, -42, 5, -45, -5, -45)));
        }
    }

    private static void dice(Pen pen) {
        pen.own(0xf2eee6, poly(0, -88, 40, -68, 0, -48, -40, -68));
        pen.own(0xe4ded2, poly(-40, -68, 0, -48, 0, 0, -40, -22));
        pen.own(0xcfc8ba, poly(40, -68, 0, -48, 0, 0, 40, -22));
        for (double[] dot :
                new double[][] {
                    {0, -68}, {-28, -52}, {-12, -20}, {10, -38}, {20, -34}, {30, -30}
                }) {
            pen.flat(0x2a2628, oval(dot[0], dot[1], 4.4, 3.8));
        }
    }

    private static void envelope(Pen pen) {
        pen.own(0xf1e9d8, box(-48, -62, 96, 62));
        pen.shade(0.1, poly(-48, 0, -6, -34, 6, -34, 48, 0));
        pen.own(0xf1e9d8, poly(-48, -62, 48, -62, 0, -24));
        pen.line(0xb9ab92, 1.2, -48, -62, 0, -24, 48, -62);
        pen.ball(0xb8302f, false, 0, -26, 8, 8);
    }

    private static void suitcase(Pen pen) {
        pen.body(0x3a2c24, outline(5, round(-16, -80, 32, 24, 5)));
        pen.own(0x96603a, round(-48, -64, 96, 64, 7));
        pen.shade(0.25, box(-30, -64, 7, 64));
        pen.shade(0.25, box(23, -64, 7, 64));
        pen.body(BRASS, box(-30, -40, 7, 8));
        pen.body(BRASS, box(23, -40, 7, 8));
    }
}
