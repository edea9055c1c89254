package parley.image.operation.scene.place;

import java.awt.Shape;
import java.util.Optional;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Forms;
import parley.image.operation.scene.paint.Light;
import parley.image.operation.scene.paint.Noise;
import parley.image.operation.scene.paint.Weather;

/// A street that runs away from the eye between two rows of houses.
final class Street {
    private static final int[] PLASTER = {
        0xd68b72, 0xe5c98e, 0xb9c4a4, 0x93aeb8, 0xe6d8c2, 0xc07c7c, 0xd9a67e, 0xa79bb0
    };

    private Street() {}

    static Floor paint(Stage stage) {
        double w = stage.width();
        double h = stage.height();
        double vanishX = w * 0.5;
        double vanishY = h * 0.62;
        Towns.skyline(stage, vanishY + 6, 0.34);
        ground(stage, vanishX, vanishY);
        for (int house = 0; house < 7; house++) {
            double far = depthShare(6 - house + 1);
            double near = depthShare(6 - house);
            facade(stage, true, far, near, house, vanishX, vanishY);
            facade(stage, false, far, near, house + 20, vanishX, vanishY);
        }
        lamps(stage, vanishX, vanishY);
        if (stage.light().weather() == Weather.RAIN) {
            wet(stage, vanishY);
        }
        return new Floor(
                Optional.of(new Band(h * 0.77, h * 0.93, w * 0.24, w * 0.76, 0.2)),
                Optional.empty(),
                new Band(h * 0.08, h * 0.4, w * 0.3, w * 0.7, 0.3));
    }

    /// How far from the vanishing point, 0 to 1, the edge of a house is.
    private static double depthShare(int index) {
        return 1 / (1 + index * 0.52);
    }

    private static void facade(
            Stage stage, boolean left, double far, double near, int salt, double vx, double vy) {
        Light light = stage.light();
        Noise noise = stage.noise(700);
        double w = stage.width();
        double h = stage.height();
        double edge = left ? -0.06 * w : 1.06 * w;
        double high = h * (0.62 + 0.3 * noise.cell(salt, 1));
        double depth = (1 - near) * 0.75;
        int wall = light.on(PLASTER[(noise.bits(salt, 2) >>> 6) % PLASTER.length], depth);
        boolean sunny = left == light.sunX() > 0.5;
        wall =
                sunny
                        ? Colours.screen(wall, light.key(), light.isDark() ? 0.04 : 0.2)
                        : Colours.darker(wall, 0.24);
        double xFar = vx + (edge - vx) * far;
        double xNear = vx + (edge - vx) * near;
        double topFar = vy - high * far;
        double topNear = vy - high * near;
        double footFar = vy + h * 0.44 * far;
        double footNear = vy + h * 0.44 * near;
        stage.canvas()
                .fill(
                        wall,
                        Forms.poly(xFar, topFar, xNear, topNear, xNear, footNear, xFar, footFar));
        int roof = light.on(0x5d4a48, depth);
        stage.canvas()
                .fill(
                        roof,
                        Forms.poly(
                                xFar,
                                topFar - 16 * far,
                                xNear,
                                topNear - 16 * near,
                                xNear,
                                topNear + 12 * near,
                                xFar,
                                topFar + 12 * far));
        int floors = 4;
        for (int floor = 0; floor < floors; floor++) {
            for (int column = 0; column < 3; column++) {
                double from = (column + 0.28) / 3;
                double to = (column + 0.74) / 3;
                double top = (floor + 0.3) / floors;
                double foot = (floor + (floor == floors - 1 ? 1 : 0.78)) / floors;
                boolean door = floor == floors - 1 && column == 1;
                Shape pane =
                        Forms.poly(
                                lerp(xFar, xNear, from),
                                        lerp(
                                                lerp(topFar, topNear, from),
                                                lerp(footFar, footNear, from),
                                                top),
                                lerp(xFar, xNear, to),
                                        lerp(
                                                lerp(topFar, topNear, to),
                                                lerp(footFar, footNear, to),
                                                top),
                                lerp(xFar, xNear, to),
                                        lerp(
                                                lerp(topFar, topNear, to),
                                                lerp(footFar, footNear, to),
                                                foot),
                                lerp(xFar, xNear, from),
                                        lerp(
                                                lerp(topFar, topNear, from),
                                                lerp(footFar, footNear, from),
                                                foot));
                boolean on = light.isDark() && noise.cell(salt * 31 + floor * 5 + column, 4) < 0.6;
                int glass =
                        door
                                ? light.on(0x5a3d30, depth)
                                : on
                                        ? 0xffcf7a
                                        : Colours.mix(
                                                light.on(0x36495a, depth), light.skyAt(0.6), 0.22);
                stage.canvas().line(Colours.lighter(wall, 0.35), 0.8, 3 * near, pane);
                stage.canvas().fill(glass, pane);
            }
        }
        if (noise.cell(salt, 8) < 0.7) {
            awning(
                    stage,
                    xFar,
                    xNear,
                    lerp(topFar, footFar, 0.76),
                    lerp(topNear, footNear, 0.76),
                    near,
                    salt,
                    left);
        }
    }

    private static void awning(
            Stage stage,
            double xFar,
            double xNear,
            double yFar,
            double yNear,
            double near,
            int salt,
            boolean left) {
        int[] colours = {0xb8443a, 0x3f7a6a, 0xd09a3c, 0x4a5f94};
        int colour = stage.light().on(colours[salt % 4], 0.1 + (1 - near) * 0.6);
        double out = (left ? 1 : -1) * 46 * near;
        stage.canvas()
                .fill(
                        colour,
                        Forms.poly(
                                lerp(xFar, xNear, 0.15),
                                lerp(yFar, yNear, 0.15),
                                lerp(xFar, xNear, 0.85),
                                lerp(yFar, yNear, 0.85),
                                lerp(xFar, xNear, 0.85) + out,
                                lerp(yFar, yNear, 0.85) + 34 * near,
                                lerp(xFar, xNear, 0.15) + out * 0.6,
                                lerp(yFar, yNear, 0.15) + 26 * near));
    }

    private static double lerp(double from, double to, double share) {
        return from + (to - from) * share;
    }

    private static void ground(Stage stage, double vx, double vy) {
        double h = stage.height();
        double w = stage.width();
        Noise noise = stage.noise(720);
        int road = stage.light().on(0x6c6a70, 0.02);
        int walk = stage.light().on(0xb4aa9c, 0.02);
        int far = stage.light().air();
        stage.canvas()
                .shade(
                        vy,
                        h,
                        (px, py, old) -> {
                            double near = (py - vy) / (h - vy) + 0.004;
                            double across = (px - vx) / (near * w);
                            boolean paved = Math.abs(across) > 0.37;
                            double joints =
                                    paved
                                            ? Math.abs(Math.sin(across * 60)) < 0.06
                                                            || Math.abs(Math.sin(16 / near)) < 0.05
                                                    ? 0.2
                                                    : 0
                                            : 0;
                            double grain = noise.clouds(px / (14 * near + 2), py / 5, 2) * 0.13;
                            double kerb = Math.abs(Math.abs(across) - 0.37) < 0.012 ? 0.3 : 0;
                            int colour =
                                    Colours.mix(
                                            paved ? walk : road,
                                            far,
                                            Math.pow(1 - Math.min(1, near), 3) * 0.7);
                            boolean mark = Math.abs(across) < 0.012 && Math.sin(9 / near) > 0;
                            colour =
                                    mark
                                            ? Colours.mix(
                                                    colour, stage.light().on(0xf4ecd8, 0), 0.7)
                                            : colour;
                            return Colours.darker(colour, Math.clamp(joints + kerb + grain, 0, 1));
                        });
    }

    private static void lamps(Stage stage, double vx, double vy) {
        double w = stage.width();
        double h = stage.height();
        for (int i = 5; i >= 1; i--) {
            double share = depthShare(i);
            for (int side = -1; side <= 1; side += 2) {
                double x = vx + side * w * 0.36 * share;
                double foot = vy + h * 0.43 * share;
                double tall = h * 0.4 * share;
                int iron = stage.light().on(0x2b3038, (1 - share) * 0.6);
                stage.canvas()
                        .fill(iron, Forms.box(x - 2.6 * share, foot - tall, 5.2 * share, tall));
                stage.canvas()
                        .fill(
                                iron,
                                Forms.box(
                                        x - 6 * share, foot - 10 * share, 12 * share, 10 * share));
                stage.canvas()
                        .fill(
                                stage.light().isDark() ? 0xffe2a0 : 0xe6e2d6,
                                Forms.round(
                                        x - 8 * share,
                                        foot - tall - 22 * share,
                                        16 * share,
                                        22 * share,
                                        5 * share));
                stage.canvas()
                        .fill(
                                iron,
                                Forms.poly(
                                        x - 11 * share,
                                        foot - tall - 20 * share,
                                        x,
                                        foot - tall - 34 * share,
                                        x + 11 * share,
                                        foot - tall - 20 * share));
                if (stage.light().isDark()) {
                    Lamps.glow(stage, x, foot - tall - 12 * share, 120 * share, 0xffc878, 0.55);
                }
            }
        }
    }

    private static void wet(Stage stage, double top) {
        int[] before = stage.canvas().pixels().clone();
        Noise noise = stage.noise(733);
        int columns = stage.canvas().columns();
        double scale = stage.canvas().scale();
        stage.canvas()
                .shade(
                        top + 60,
                        stage.height(),
                        (px, py, old) -> {
                            double up =
                                    top
                                            + 60
                                            - (py - top - 60) * 0.9
                                            + noise.clouds(px / 30, py / 9, 2) * 26;
                            int row = Math.clamp((int) (up * scale), 0, stage.canvas().rows() - 1);
                            int mirrored =
                                    before[
                                                    row * columns
                                                            + Math.clamp(
                                                                    (int) (px * scale),
                                                                    0,
                                                                    columns - 1)]
                                            & 0xffffff;
                            double puddle =
                                    Math.clamp(
                                            0.34 + noise.clouds(px / 190, py / 60, 3), 0.12, 0.7);
                            return Colours.mix(Colours.darker(old, 0.15), mirrored, puddle);
                        });
    }
}
