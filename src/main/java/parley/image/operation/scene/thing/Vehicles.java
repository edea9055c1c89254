package parley.image.operation.scene.thing;

import static parley.image.operation.scene.paint.Forms.box;
import static parley.image.operation.scene.paint.Forms.disc;
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

/// What drives, flies and orbits.
final class Vehicles {
    private static final int TYRE = 0x26272b;
    private static final int STEEL = 0xb9c0c7;

    private Vehicles() {}

    static List<Thing> things() {
        return List.of(
                of(
                        "car|automobile|taxi|sports car|cab|van",
                        Habitat.LAND,
                        4.4,
                        Setting.STREET,
                        Vehicles::car),
                of("bus|minibus|coach|camper", Habitat.LAND, 9, Setting.STREET, Vehicles::bus),
                of("truck|lorry|pickup", Habitat.LAND, 7, Setting.STREET, Vehicles::truck),
                of("bicycle|bike|cycle", Habitat.LAND, 1.8, Setting.WALL, Vehicles::bicycle),
                of(
                        "motorcycle|motorbike|scooter|vespa|moped",
                        Habitat.LAND,
                        2.1,
                        Setting.STREET,
                        Vehicles::scooter),
                of(
                        "train|locomotive|steam train|railway",
                        Habitat.LAND,
                        12,
                        Setting.HILLS,
                        Vehicles::train),
                of("tractor", Habitat.LAND, 4, Setting.FIELD, Vehicles::tractor),
                of("carriage|cart|wagon", Habitat.LAND, 3, Setting.VILLAGE, Vehicles::cart),
                of("sled|sleigh|sledge", Habitat.LAND, 1.6, Setting.SNOW, Vehicles::sled));
    }

    private static Thing of(
            String words, Habitat habitat, double metres, Setting home, Thing.Painter painter) {
        return Thing.of(words, habitat, metres, home, painter);
    }

    private static void wheel(Pen pen, double x, double radius) {
        pen.body(TYRE, disc(x, -radius, radius));
        pen.body(STEEL, disc(x, -radius, radius * 0.55));
        pen.flat(0x6a7078, disc(x, -radius, radius * 0.2));
    }

    private static void car(Pen pen) {
        pen.own(0xc8372f, smooth(-30, -22, -20, -37, -6, -41, 14, -41, 26, -34, 34, -23));
        pen.window(poly(-24, -23, -16, -35, -2, -37.5, -2, -23));
        pen.window(poly(1, -23, 1, -37.5, 14, -37, 24, -31, 29, -23));
        pen.own(
                0xc8372f,
                smooth(
                        -48, -9, -49, -20, -38, -24, -10, -24, 34, -24, 47, -20, 50, -10, 44, -6, 0,
                        -5, -42, -6));
        pen.shade(0.2, box(-46, -9, 94, 3));
        pen.lamp(0xfff0b8, oval(47, -17, 2.6, 2.6));
        pen.lamp(0xd8342c, oval(-48, -17, 1.8, 2.6));
        pen.flat(0x4a1c1a, 0.6, box(-0.6, -23, 1, 15));
        wheel(pen, -29, 9.4);
        wheel(pen, 31, 9.4);
    }

    private static void bus(Pen pen) {
        pen.own(0xd8a032, round(-49, -52, 98, 45, 6));
        for (double x = -44; x < 34; x += 16) {
            pen.window(round(x, -46, 13, 15, 2));
        }
        pen.window(round(37, -46, 10, 20, 2));
        pen.body(0xf6efe0, box(-49, -26, 98, 4));
        wheel(pen, -29, 8);
        wheel(pen, 30, 8);
    }

    private static void truck(Pen pen) {
        pen.body(0xe6e1d6, box(-49, -56, 64, 46));
        pen.own(0x2f6fb0, smooth(16, -10, 16, -46, 30, -48, 38, -30, 48, -26, 49, -10));
        pen.window(poly(21, -42, 30, -42, 36, -29, 21, -29));
        pen.body(0x34373d, box(-49, -12, 98, 4));
        wheel(pen, -34, 8.4);
        wheel(pen, -10, 8.4);
        wheel(pen, 34, 8.4);
    }

    private static void bicycle(Pen pen) {
        for (double x : new double[] {-29, 29}) {
            pen.body(TYRE, ring(x, -20, 19, 2.6));
            pen.flat(STEEL, ring(x, -20, 17, 0.9));
            for (int spoke = 0; spoke < 8; spoke++) {
                double angle = spoke * Math.PI / 8;
                double dx = Math.cos(angle) * 17;
                double dy = Math.sin(angle) * 17;
                pen.flat(STEEL, 0.75, stroke(0.35, x - dx, -20 - dy, x + dx, -20 + dy));
            }
        }
        double wide = 3.2;
        pen.own(0xc8372f, stroke(wide, -29, -20, -3, -20));
        pen.own(0xc8372f, stroke(wide, -29, -20, -13, -47));
        pen.own(0xc8372f, stroke(wide, -3, -20, -14, -50));
        pen.own(0xc8372f, stroke(wide, -12, -45, 18, -47));
        pen.own(0xc8372f, stroke(wide, -3, -20, 19, -43));
        pen.own(0xc8372f, stroke(wide, 29, -20, 17, -54));
        pen.body(0x2c2622, smooth(-24, -53, -12, -54, -5, -52, -12, -50, -20, -49));
        pen.flat(0x3a3330, stroke(2.4, 17, -54, 15, -60, 26, -61, 29, -57));
        pen.flat(0x55585e, ring(-3, -20, 4.6, 1.4));
        pen.flat(0x35373c, stroke(1.6, -3, -20, 3, -13));
        pen.flat(0x2c2622, box(0, -13, 7, 1.8));
        pen.flat(0x55585e, stroke(0.7, -29, -23, -3, -24.4));
    }

    private static void scooter(Pen pen) {
        wheel(pen, -30, 12);
        wheel(pen, 32, 12);
        pen.own(
                0x4fa39a,
                smooth(
                        -46, -18, -42, -34, -24, -40, -8, -30, -2, -16, 14, -16, 22, -26, 24, -52,
                        32, -54, 34, -24, 24, -8, -30, -8));
        pen.body(0x5a3a28, smooth(-42, -40, -20, -46, -4, -38, -8, -34, -38, -35));
        pen.line(0x33353a, 2.6, 27, -52, 24, -64, 14, -66);
        pen.lamp(0xfff0b8, disc(31, -56, 4.6));
    }

    private static void train(Pen pen) {
        pen.flat(
                0xe6e6e6,
                0.42,
                smooth(30, -50, 24, -66, 4, -70, -14, -84, -36, -80, -10, -66, 12, -60, 26, -50));
        pen.own(0xa8342e, box(-50, -42, 30, 34));
        pen.body(0x2b2d33, box(-52, -46, 34, 5));
        pen.window(box(-45, -38, 20, 13));
        pen.own(0x2f4a40, round(-21, -34, 62, 24, 9));
        for (double x : new double[] {-8, 8, 24}) {
            pen.body(0xc79a45, box(x, -34, 2, 24));
        }
        pen.body(0x2b2d33, poly(28, -34, 26, -50, 36, -50, 34, -34));
        pen.body(0xc79a45, round(2, -40, 9, 8, 4));
        pen.body(0x2b2d33, poly(38, -10, 50, 0, 38, 0));
        pen.lamp(0xfff0b8, disc(41, -28, 3.4));
        pen.body(0x2b2d33, box(-50, -11, 92, 4));
        for (double x : new double[] {-40, -24, -4, 13, 30}) {
            wheel(pen, x, x < -20 ? 6 : 8);
        }
        pen.flat(0x8a3a34, stroke(1.8, -4, -7, 30, -7));
    }

    private static void tractor(Pen pen) {
        pen.own(0x3f8a3c, poly(-18, -22, -18, -42, 40, -38, 44, -18, -18, -16));
        pen.own(0x3f8a3c, poly(-30, -40, -30, -76, 6, -76, 10, -40));
        pen.window(poly(-25, -42, -25, -71, 2, -71, 5, -42));
        pen.flat(0x33353a, box(28, -58, 3, 20));
        wheel(pen, -20, 23);
        wheel(pen, 33, 13);
    }

    private static void cart(Pen pen) {
        pen.own(0x8f623a, poly(-44, -50, 44, -50, 36, -24, -36, -24));
        for (int i = 1; i < 3; i++) {
            pen.shade(0.25, box(-42, -50 + i * 9, 84, 1.2));
        }
        pen.line(0x6b4526, 3, 38, -30, 50, -22);
        pen.body(0x5a3a22, ring(-10, -20, 19, 4));
        for (int i = 0; i < 4; i++) {
            double angle = i * Math.PI / 4;
            pen.line(
                    0x5a3a22,
                    2,
                    -10 - Math.cos(angle) * 18,
                    -20 - Math.sin(angle) * 18,
                    -10 + Math.cos(angle) * 18,
                    -20 + Math.sin(angle) * 18);
        }
    }

    private static void sled(Pen pen) {
        pen.own(0xa8322c, stroke(3, -42, -2, 30, -2, 46, -12, 44, -24, 34, -24));
        pen.body(0x8f623a, round(-44, -26, 78, 6, 2));
        for (double x : new double[] {-30, 0, 24}) {
            pen.body(0x8f623a, box(x, -22, 3, 20));
        }
    }
}
