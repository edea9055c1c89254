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

/// What flies and orbits.
final class Aircraft {
    private static final int STEEL = 0xb9c0c7;

    private Aircraft() {}

    static List<Thing> things() {
        return List.of(
                of(
                        "airplane|plane|aeroplane|jet|aircraft|airliner",
                        Habitat.SKY,
                        14,
                        Setting.SKY,
                        Aircraft::plane),
                of("helicopter", Habitat.SKY, 9, Setting.SKY, Aircraft::helicopter),
                of(
                        "hot air balloon|air balloon|hot-air balloon",
                        Habitat.SKY,
                        16,
                        Setting.HILLS,
                        Aircraft::hotAirBalloon),
                of("balloon|balloons", Habitat.SKY, 2, Setting.SKY, Aircraft::balloon),
                of("kite", Habitat.SKY, 2, Setting.SKY, Aircraft::kite),
                of("airship|zeppelin|blimp", Habitat.SKY, 30, Setting.SKY, Aircraft::airship),
                of(
                        "rocket|spaceship|space ship|spacecraft|space shuttle|starship",
                        Habitat.SPACE,
                        20,
                        Setting.SPACE,
                        Aircraft::rocket),
                of(
                        "satellite|space station|probe",
                        Habitat.SPACE,
                        8,
                        Setting.SPACE,
                        Aircraft::satellite),
                of("ufo|flying saucer", Habitat.SKY, 12, Setting.FIELD, Aircraft::ufo),
                of(
                        "planet|saturn|jupiter|earth|gas giant",
                        Habitat.SPACE,
                        40,
                        Setting.SPACE,
                        Aircraft::planet),
                of("comet|meteor|shooting star", Habitat.SKY, 20, Setting.SPACE, Aircraft::comet),
                of("anchor", Habitat.LAND, 2, Setting.BEACH, Aircraft::anchor),
                of(
                        "traffic light|stoplight",
                        Habitat.LAND,
                        4,
                        Setting.STREET,
                        Aircraft::trafficLight));
    }

    private static Thing of(
            String words, Habitat habitat, double metres, Setting home, Thing.Painter painter) {
        return Thing.of(words, habitat, metres, home, painter);
    }

    private static void plane(Pen pen) {
        pen.own(
                0xf0f2f4,
                smooth(-46, -44, -30, -54, 30, -56, 44, -52, 50, -46, 42, -41, 0, -38, -34, -40));
        pen.own(0xd4342e, poly(-46, -46, -50, -74, -40, -74, -26, -52));
        pen.body(0xc9d0d6, poly(8, -46, -18, -14, -8, -14, 26, -45));
        pen.body(0xc9d0d6, poly(4, -54, -10, -72, -4, -72, 18, -55));
        for (double x = -26; x < 30; x += 5.4) {
            pen.flat(0x35506a, disc(x, -49.5, 1.3));
        }
        pen.flat(0x2a3a4a, smooth(40, -53, 46, -50, 40, -49));
    }

    private static void helicopter(Pen pen) {
        pen.own(
                0xd8a032,
                smooth(
                        -50, -52, -46, -56, -14, -54, 4, -66, 26, -62, 38, -44, 30, -28, -2, -26,
                        -18, -44, -46, -49));
        pen.window(smooth(8, -58, 24, -58, 33, -44, 26, -38, 8, -40));
        pen.body(0x3a3d44, box(3, -76, 3, 12));
        pen.flat(0x3a3d44, round(-44, -78, 94, 2.6, 1.3));
        pen.body(0x3a3d44, disc(-48, -54, 5));
        pen.flat(0x3a3d44, stroke(2, -10, -14, 32, -14));
        pen.flat(0x3a3d44, stroke(1.6, 0, -28, -2, -14));
        pen.flat(0x3a3d44, stroke(1.6, 22, -28, 24, -14));
    }

    private static void hotAirBalloon(Pen pen) {
        pen.line(0x4a3a30, 0.8, -13, -28, -7, -13);
        pen.line(0x4a3a30, 0.8, 13, -28, 7, -13);
        pen.body(0x8f623a, round(-8, -13, 16, 13, 2));
        pen.own(
                0xd6503a,
                smooth(
                        -15, -26, -36, -52, -36, -80, -16, -98, 0, -100, 16, -98, 36, -80, 36, -52,
                        15, -26, 0, -23));
        pen.body(
                0xf4cf72,
                smooth(
                        -6, -24.5, -17, -54, -16, -82, -4, -99.6, 4, -99.6, 16, -82, 17, -54, 6,
                        -24.5));
        pen.own(0xd6503a, smooth(-2, -24, -6, -54, -6, -82, 0, -100, 6, -82, 6, -54, 2, -24));
        if (pen.isDark()) {
            pen.glow(0xffb84a, 0, -40, 40, 0.5);
        }
    }

    private static void balloon(Pen pen) {
        pen.flat(0xe8e4dc, 0.8, stroke(0.8, 0, -38, 5, -24, -4, -12, 2, 0));
        pen.ball(0xd8343a, true, 0, -70, 26, 31);
        pen.own(0xd8343a, poly(-4, -35, 4, -35, 0, -42));
    }

    private static void kite(Pen pen) {
        pen.own(0xe0503c, poly(0, -100, 30, -66, 0, -26, -30, -66));
        pen.body(0xf2c84a, poly(0, -100, 30, -66, 0, -66));
        pen.body(0xf2c84a, poly(0, -26, -30, -66, 0, -66));
        pen.line(0x5a5048, 0.9, 0, -26, 8, -14, -4, -6, 4, 2);
        pen.body(0x3f8fc0, poly(2, -20, 10, -18, 10, -12, 2, -8));
    }

    private static void airship(Pen pen) {
        pen.own(
                0xc9ced4,
                smooth(-48, -60, -30, -74, 10, -78, 42, -68, 50, -58, 42, -48, 10, -40, -30, -44));
        pen.own(0xb5402f, poly(-42, -64, -50, -80, -34, -70));
        pen.own(0xb5402f, poly(-42, -52, -50, -36, -34, -46));
        pen.body(0x4a4e57, round(-10, -41, 28, 8, 3));
    }

    private static void rocket(Pen pen) {
        pen.glow(0xffa040, 0, -4, 42, 0.7);
        pen.lamp(0xffb03c, smooth(-9, -22, -11, -6, 0, 14, 11, -6, 9, -22));
        pen.lamp(0xfff0b0, smooth(-5, -22, -5, -10, 0, 2, 5, -10, 5, -22));
        pen.body(0xb5332c, smooth(-14, -50, -30, -26, -30, -12, -13, -24));
        pen.body(0xb5332c, smooth(14, -50, 30, -26, 30, -12, 13, -24));
        pen.own(0xf0eee8, smooth(-13, -22, -18, -52, -12, -82, 0, -102, 12, -82, 18, -52, 13, -22));
        pen.body(0xb5332c, smooth(-11, -84, 0, -102, 11, -84, 0, -80));
        pen.body(0x5a6068, disc(0, -58, 8.6));
        pen.body(0x6fc0e0, disc(0, -58, 6.2));
        pen.body(0x4a4e57, round(-12, -24, 24, 4, 1));
    }

    private static void satellite(Pen pen) {
        for (int side = -1; side <= 1; side += 2) {
            double from = side < 0 ? -50 : 14;
            pen.body(0x27508f, box(from, -64, 36, 26));
            for (int i = 1; i < 4; i++) {
                pen.flat(0x8fb4e0, 0.8, box(from + i * 9, -64, 0.8, 26));
            }
            pen.flat(0x8fb4e0, 0.8, box(from, -51, 36, 0.8));
        }
        pen.own(0xd9b45a, box(-13, -68, 26, 34));
        pen.body(STEEL, smooth(-15, -20, 0, -32, 15, -20, 0, -24));
        pen.flat(STEEL, box(-0.8, -34, 1.6, 6));
    }

    private static void ufo(Pen pen) {
        pen.flat(0xbff2c8, 0.28, poly(-18, -44, 18, -44, 48, 0, -48, 0));
        pen.body(0x9fd8e6, smooth(-20, -62, -14, -84, 0, -90, 14, -84, 20, -62));
        pen.own(0x8e98a4, oval(0, -56, 50, 14));
        for (int i = -2; i <= 2; i++) {
            pen.lamp(0xf2e05a, disc(i * 18, -53 + Math.abs(i), 3));
        }
    }

    private static void planet(Pen pen) {
        pen.at(
                0,
                -50,
                -18,
                1,
                1,
                () ->
                        pen.flat(
                                0xd9c49a,
                                0.75,
                                parley.image.operation.scene.paint.Forms.outline(
                                        5,
                                        parley.image.operation.scene.paint.Forms.within(
                                                oval(0, 0, 49, 13), box(-60, -20, 120, 20)))));
        pen.ball(0xd69a5c, true, 0, -50, 31, 31);
        pen.inside(
                disc(0, -50, 31),
                () -> {
                    for (int band = -3; band <= 3; band++) {
                        pen.shade(0.09, oval(0, -50 + band * 9, 34, 2.6));
                    }
                });
        pen.at(
                0,
                -50,
                -18,
                1,
                1,
                () ->
                        pen.flat(
                                0xe6d3ac,
                                0.85,
                                parley.image.operation.scene.paint.Forms.outline(5, smoothArc())));
    }

    private static java.awt.Shape smoothArc() {
        return new java.awt.geom.Arc2D.Double(-49, -13, 98, 26, 180, 180, java.awt.geom.Arc2D.OPEN);
    }

    private static void comet(Pen pen) {
        pen.flat(0xcfe4ff, 0.16, poly(26, -24, 20, -36, -50, -98, 12, -24));
        pen.flat(0xcfe4ff, 0.3, poly(26, -24, 22, -32, -36, -82, 16, -24));
        pen.glow(0xdcecff, 22, -28, 30, 0.9);
        pen.lamp(0xffffff, disc(22, -28, 7));
    }

    private static void anchor(Pen pen) {
        pen.own(0x3f4650, ring(0, -90, 7, 5));
        pen.own(0x3f4650, box(-4, -84, 8, 78));
        pen.own(0x3f4650, round(-24, -74, 48, 7, 3));
        pen.own(0x3f4650, stroke(8, -38, -36, -30, -14, 0, -4, 30, -14, 38, -36));
        pen.own(0x3f4650, poly(-48, -30, -36, -48, -28, -28));
        pen.own(0x3f4650, poly(48, -30, 36, -48, 28, -28));
    }

    private static void trafficLight(Pen pen) {
        pen.body(0x3a3d44, box(-3, -44, 6, 44));
        pen.own(0x2c2f35, round(-16, -100, 32, 60, 6));
        pen.lamp(0xe8382c, disc(0, -88, 7.4));
        pen.flat(0x6a5a20, disc(0, -70, 7.4));
        pen.flat(0x1f5a30, disc(0, -52, 7.4));
        pen.glow(0xff4a3a, 0, -88, 24, 0.5);
    }
}
