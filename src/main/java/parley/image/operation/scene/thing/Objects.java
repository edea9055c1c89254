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
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.thing.Thing.Habitat;

/// What lies and stands on tables.
final class Objects {
    private static final int BRASS = 0xc79a45;

    private Objects() {}

    static List<Thing> things() {
        return List.of(
                item("cup|mug|coffee cup|coffee|tea|teacup|cocoa", 0.12, Objects::mug),
                item("teapot|kettle|coffee pot", 0.2, Objects::teapot),
                item("bottle|wine bottle|flask", 0.32, Objects::bottle),
                item("glass|wine glass|goblet|wine|champagne", 0.22, Objects::wineGlass),
                item("jar|jug|pitcher|pot", 0.2, Objects::jug),
                item("vase|urn|amphora", 0.3, Objects::vase),
                item("bowl|dish", 0.26, Objects::bowl),
                item("plate|saucer", 0.26, Objects::plate),
                item("candle|candlestick", 0.22, Objects::candle),
                item("book|notebook|diary|novel", 0.24, Objects::book),
                item("lamp|desk lamp|table lamp", 0.45, Objects::lamp),
                item("lantern|lampion", 0.35, Objects::lantern),
                item("clock|alarm clock|watch|wall clock", 0.24, Objects::clock),
                item("key|keys", 0.12, Objects::key),
                item("hourglass|sandglass", 0.2, Objects::hourglass),
                item("camera", 0.16, Objects::camera),
                item("laptop|computer|notebook computer", 0.36, Objects::laptop),
                item("phone|smartphone|mobile phone|tablet", 0.16, Objects::phone),
                item("television|tv|monitor|screen", 0.8, Objects::television),
                item("headphones|headset", 0.2, Objects::headphones),
                item("microphone", 0.22, Objects::microphone));
    }

    private static Thing item(String words, double metres, Thing.Painter painter) {
        return Thing.of(words, Habitat.TABLE, metres, Setting.TABLE, painter);
    }

    private static void mug(Pen pen) {
        int colour = pen.own(0xe9e2d4);
        pen.own(colour, outline(8, oval(30, -36, 14, 18)));
        pen.own(
                colour,
                smooth(-32, -70, -32, -20, -26, -2, 0, 0, 26, -2, 32, -20, 32, -70, 0, -62));
        pen.body(Colours.darker(colour, 0.25), oval(0, -70, 32, 9));
        pen.body(0x4a2d1c, oval(0, -69, 27, 7));
        for (int wisp = -1; wisp <= 1; wisp++) {
            pen.flat(
                    0xffffff,
                    0.28,
                    stroke(
                            3,
                            wisp * 12,
                            -78,
                            wisp * 12 + 6,
                            -88,
                            wisp * 12 - 5,
                            -98,
                            wisp * 12 + 3,
                            -110));
        }
    }

    private static void teapot(Pen pen) {
        int colour = pen.own(0x4f7f9a);
        pen.own(colour, outline(6, oval(40, -38, 12, 17)));
        pen.own(colour, smooth(-26, -40, -38, -48, -48, -66, -40, -62, -26, -54));
        pen.ball(colour, true, 0, -34, 36, 34);
        pen.own(colour, oval(0, -66, 17, 5));
        pen.ball(colour, true, 0, -73, 5, 5);
    }

    private static void bottle(Pen pen) {
        pen.own(
                0x2f5f45,
                smooth(
                        -15, 0, -16, -48, -13, -60, -5, -70, -4.6, -94, 4.6, -94, 5, -70, 13, -60,
                        16, -48, 15, 0, 0, 1));
        pen.body(0x5a2f2a, round(-5.4, -100, 10.8, 12, 2));
        pen.body(0xefe6d2, box(-15.6, -42, 31.2, 22));
        pen.flat(0x8a3a34, box(-9, -35, 18, 2));
        pen.flat(0x6a6458, box(-9, -30, 18, 1.2));
        pen.shine(0.4, round(-11, -60, 3, 52, 1.5));
    }

    private static void wineGlass(Pen pen) {
        pen.flat(0xdfe8ec, 0.7, oval(0, -2, 19, 3));
        pen.flat(0xdfe8ec, 0.75, box(-1.4, -42, 2.8, 40));
        pen.flat(
                0xe6eef2,
                0.45,
                smooth(-21, -96, -22, -66, -10, -44, 0, -41, 10, -44, 22, -66, 21, -96));
        pen.own(
                0x8a1f33,
                smooth(-21, -74, -18, -58, -9, -46, 0, -43, 9, -46, 18, -58, 21, -74, 0, -71));
        pen.flat(0xe8f0f4, 0.6, outline(1.4, oval(0, -96, 21, 4)));
        pen.shine(0.45, smooth(-15, -90, -16, -66, -12, -60, -12, -88));
    }

    private static void jug(Pen pen) {
        int colour = pen.own(0xb5714a);
        pen.own(colour, outline(6, oval(26, -52, 14, 22)));
        pen.own(
                colour,
                smooth(
                        -14, -96, -12, -76, -30, -50, -30, -18, -18, 0, 18, 0, 30, -18, 30, -50, 12,
                        -76, 16, -96, 0, -92));
        pen.body(Colours.darker(colour, 0.4), oval(1, -96, 14.5, 4));
        pen.body(
                Colours.lighter(colour, 0.4),
                smooth(-30, -42, 0, -37, 30, -42, 30.5, -36, 0, -31, -30.5, -36));
    }

    private static void vase(Pen pen) {
        int colour = pen.own(0x2c63b0);
        pen.own(
                colour,
                smooth(
                        -13, -98, -9, -86, -12, -76, -30, -56, -32, -34, -18, -6, -15, 0, 15, 0, 18,
                        -6, 32, -34, 30, -56, 12, -76, 9, -86, 13, -98, 0, -96));
        pen.body(Colours.darker(colour, 0.5), oval(0, -98, 13, 3.4));
        pen.shine(0.3, smooth(-20, -58, -24, -40, -18, -22, -15, -40));
        pen.shade(0.14, smooth(10, -74, 28, -54, 30, -34, 16, -4, 20, -34, 18, -56));
    }

    private static void bowl(Pen pen) {
        int colour = pen.own(0xd9d2c4);
        pen.body(Colours.darker(colour, 0.35), oval(0, -46, 48, 9));
        pen.own(
                colour,
                smooth(
                        -48, -46, -42, -22, -20, -4, 0, -2, 20, -4, 42, -22, 48, -46, 24, -39, 0,
                        -37, -24, -39));
        pen.own(colour, round(-16, -5, 32, 5, 2));
    }

    private static void plate(Pen pen) {
        pen.own(0xf1ede4, oval(0, -12, 48, 12));
        pen.shade(0.1, oval(0, -12.5, 33, 7.4));
        pen.own(0xf1ede4, oval(0, -11.6, 31, 6.4));
    }

    private static void candle(Pen pen) {
        pen.body(BRASS, oval(0, -4, 26, 5));
        pen.own(0xf2e8d2, smooth(-12, -4, -12, -66, -6, -70, 12, -66, 12, -4, 0, -2));
        pen.flat(0x2a2420, box(-0.8, -76, 1.6, 9));
        pen.glow(0xffc05a, 0, -84, 60, 0.55);
        pen.lamp(0xffb53c, smooth(0, -102, -6, -84, 0, -74, 6, -84));
        pen.lamp(0xfff4c8, smooth(0, -92, -3, -82, 0, -76, 3, -82));
    }

    private static void book(Pen pen) {
        int colour = pen.own(0x8a3434);
        pen.body(0xf1e8d6, box(-44, -15, 88, 12));
        pen.shade(0.12, box(-44, -10, 88, 1));
        pen.own(colour, poly(-46, -17, -30, -34, 50, -34, 44, -17));
        pen.own(colour, round(-48, -4, 94, 4, 1));
        pen.own(colour, smooth(-46, -17, -50, -10, -47, 0, -42, -2, -44, -10, -42, -16));
        pen.body(0xe0c070, poly(-16, -24, 24, -24, 26, -27, -13, -27));
    }

    private static void lamp(Pen pen) {
        pen.body(BRASS, oval(0, -3, 22, 4));
        pen.body(BRASS, box(-1.8, -54, 3.6, 51));
        pen.own(0xe9d2a2, poly(-36, -50, -20, -96, 20, -96, 36, -50));
        pen.glow(0xffd890, 0, -58, 90, 0.5);
    }

    private static void lantern(Pen pen) {
        pen.body(0x2f2c2e, outline(2.4, oval(0, -88, 12, 10)));
        pen.own(0x3a3a40, poly(-22, -70, 0, -84, 22, -70));
        pen.lamp(0xffcf6a, box(-18, -70, 36, 60));
        for (double x : new double[] {-20, -1.4, 17}) {
            pen.own(0x3a3a40, box(x, -70, 3, 62));
        }
        pen.own(0x3a3a40, box(-24, -10, 48, 10));
        pen.glow(0xffc25a, 0, -40, 80, 0.6);
    }

    private static void clock(Pen pen) {
        pen.own(0xb5453a, disc(0, -48, 46));
        pen.body(0xf7f2e6, disc(0, -48, 38));
        for (int hour = 0; hour < 12; hour++) {
            int turn = hour * 30;
            pen.at(0, -48, turn, 1, 1, () -> pen.flat(0x2c2a2c, box(-1, -35, 2, 6)));
        }
        pen.flat(0x2c2a2c, stroke(3.4, 0, -48, -15, -62));
        pen.flat(0x2c2a2c, stroke(2.4, 0, -48, 15, -74));
        pen.flat(0xb5453a, disc(0, -48, 3.4));
    }

    private static void key(Pen pen) {
        pen.own(BRASS, ring(0, -80, 15, 7));
        pen.own(BRASS, box(-3.4, -66, 6.8, 66));
        pen.own(BRASS, box(3, -10, 15, 6));
        pen.own(BRASS, box(3, -23, 11, 6));
    }

    private static void hourglass(Pen pen) {
        pen.flat(0xe4eef2, 0.6, poly(-22, -90, 22, -90, 3, -50, 22, -10, -22, -10, -3, -50));
        pen.own(0xe2b866, poly(-13, -72, 13, -72, 0, -50));
        pen.own(0xe2b866, poly(-20, -10, 20, -10, 8, -24, 0, -30, -8, -24));
        pen.own(0xe2b866, box(-0.7, -50, 1.4, 30));
        pen.body(0x6f4526, round(-30, -100, 60, 10, 3));
        pen.body(0x6f4526, round(-30, -10, 60, 10, 3));
    }

    private static void camera(Pen pen) {
        pen.own(0x34363c, round(-46, -58, 92, 58, 7));
        pen.body(0xb7b9bd, round(-46, -64, 92, 16, 5));
        pen.own(0x34363c, poly(-16, -64, -11, -76, 11, -76, 16, -64));
        pen.body(0x1e2024, disc(0, -28, 25));
        pen.body(0x4a4e57, ring(0, -28, 22, 4));
        pen.ball(0x2b4a70, false, 0, -28, 15, 15);
        pen.flat(0xc83a30, disc(34, -54, 3.4));
    }

    private static void laptop(Pen pen) {
        pen.own(0x9aa2aa, round(-36, -66, 72, 58, 4));
        pen.lamp(0x24405e, box(-32, -62, 64, 47));
        pen.lamp(0x6fb4d8, poly(-32, -15, -12, -40, 2, -26, 14, -36, 32, -15));
        pen.lamp(0xf2c86a, disc(16, -50, 5));
        pen.own(0x9aa2aa, poly(-36, -9, 36, -9, 50, 0, -50, 0));
        pen.shade(0.2, poly(-30, -7, 30, -7, 34, -3, -34, -3));
    }

    private static void phone(Pen pen) {
        pen.own(0x24262c, round(-25, -100, 50, 100, 8));
        pen.lamp(0x2f5f8a, round(-22, -95, 44, 90, 5));
        int[] icons = {0xe8604a, 0xf2c24a, 0x5ab87a, 0x5aa0e0, 0xb070d0, 0xf0f0f0};
        for (int i = 0; i < 12; i++) {
            pen.lamp(icons[i * 5 % 6], round(-18 + i % 3 * 13, -88 + i / 3 * 15, 9, 9, 2));
        }
    }

    private static void television(Pen pen) {
        pen.body(0x3a3c42, poly(-16, 0, -8, -12, 8, -12, 16, 0));
        pen.own(0x26282d, round(-50, -72, 100, 62, 4));
        pen.lamp(0x2c6a9a, box(-46, -68, 92, 54));
        pen.lamp(0xe8a04a, poly(-46, -14, -16, -42, 6, -26, 22, -38, 46, -14));
    }

    private static void headphones(Pen pen) {
        pen.own(
                0x33363e,
                outline(
                        7,
                        parley.image.operation.scene.paint.Forms.within(
                                oval(0, -48, 38, 44), box(-50, -100, 100, 52))));
        pen.own(0x33363e, round(-48, -52, 20, 40, 9));
        pen.own(0x33363e, round(28, -52, 20, 40, 9));
    }

    private static void microphone(Pen pen) {
        pen.body(0x2c2e34, poly(-8, -52, 8, -52, 5, 0, -5, 0));
        pen.ball(0xa9b0b8, true, 0, -74, 22, 24);
        for (int i = -2; i <= 2; i++) {
            pen.shade(0.2, stroke(1, -20, -74 + i * 7, 20, -74 + i * 7));
        }
    }
}
