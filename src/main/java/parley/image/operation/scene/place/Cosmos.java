package parley.image.operation.scene.place;

import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Noise;
import parley.image.operation.scene.words.SceneWish.Part;

/// Beyond the air.
final class Cosmos {
    private Cosmos() {}

    static Floor paint(Setting setting, Stage stage) {
        double h = stage.height();
        double w = stage.width();
        nebula(stage, setting == Setting.SPACE ? 1 : 0.35);
        Band sky = new Band(h * 0.16, h * 0.72, w * 0.12, w * 0.88, 0);
        if (setting == Setting.SPACE) {
            return Floor.land(new Band(h * 0.5, h * 0.86, w * 0.18, w * 0.82, 0), sky);
        }
        boolean mars = stage.wish().partColours().containsKey(Part.GROUND);
        if (!mars) {
            earth(stage, w * 0.76, h * 0.24, Math.min(w, h) * 0.1);
        }
        surface(stage, h * 0.62);
        return Floor.land(
                new Band(h * 0.74, h * 0.9, w * 0.15, w * 0.85, 0),
                new Band(h * 0.12, h * 0.5, w * 0.1, w * 0.6, 0));
    }

    private static void nebula(Stage stage, double strength) {
        Noise noise = stage.noise(800);
        int first = stage.colour(Part.SKY, 0x5a2f9a);
        int second =
                stage.wish().palette().isEmpty() ? 0x1f6fb0 : stage.wish().palette().getFirst();
        int third = 0xe07a9a;
        double cell = 13;
        stage.canvas()
                .shade((px, py, old) -> {
                    double warp = noise.clouds(px / 420, py / 420, 4);
                    double gas = noise.clouds(px / 360 + warp, py / 300 - warp * 0.7, 5);
                    double other = noise.clouds(px / 500 - 30 + warp * 0.6, py / 420 + 12, 4);
                    double dust = noise.clouds(px / 170 + 70, py / 170, 4);
                    int colour = Colours.mix(0x05060f, 0x0c1028, py / stage.height());
                    colour =
                            Colours.screen(
                                    colour, first, Math.clamp(gas * 1.3 + 0.12, 0, 0.8) * strength);
                    colour =
                            Colours.screen(
                                    colour, second, Math.clamp(other * 1.3, 0, 0.75) * strength);
                    colour =
                            Colours.screen(
                                    colour,
                                    third,
                                    Math.clamp(gas * other * 2.4 - 0.05, 0, 0.7) * strength);
                    colour = Colours.darker(colour, Math.clamp(dust * 0.9, 0, 0.62));
                    int column = (int) Math.floor(px / cell);
                    int row = (int) Math.floor(py / cell);
                    if (noise.cell(column, row) > 0.26) {
                        return colour;
                    }
                    double sx = (column + 0.2 + 0.6 * noise.cell(column + 999, row)) * cell;
                    double sy = (row + 0.2 + 0.6 * noise.cell(column, row + 999)) * cell;
                    double size = 0.55 + 2.1 * Math.pow(noise.cell(column - 777, row), 9);
                    double away = Math.hypot(px - sx, py - sy) / size;
                    int hue = noise.cell(column + 3, row) > 0.72 ? 0xffd9b0 : 0xdfe9ff;
                    return Colours.screen(
                            colour,
                            hue,
                            Math.exp(-away * away) * (0.35 + 0.65 * noise.cell(column, row - 5)));
                });
    }

    private static void earth(Stage stage, double x, double y, double radius) {
        Noise noise = new Noise(31);
        double soft = 1.5 / stage.canvas().scale() / radius;
        stage.canvas()
                .shade(
                        y - radius * 1.5,
                        y + radius * 1.5,
                        (px, py, old) -> {
                            double dx = (px - x) / radius;
                            double dy = (py - y) / radius;
                            double distance = Math.hypot(dx, dy);
                            double halo = Math.exp(-Math.max(0, distance - 1) * 9);
                            if (distance > 1 + soft) {
                                return Colours.screen(old, 0x6fb2ff, halo * 0.5);
                            }
                            double land = noise.clouds(dx * 1.9 + 4, dy * 1.9, 4);
                            double cloud = noise.clouds(dx * 2.6 - 3, dy * 4.4 + 6, 4);
                            int colour =
                                    land > 0.06
                                            ? Colours.mix(0x4f7f45, 0xb59a5c, land * 2)
                                            : 0x1d5aa8;
                            colour =
                                    Colours.mix(
                                            colour,
                                            0xffffff,
                                            Math.clamp(cloud * 2.4 - 0.1, 0, 0.9));
                            double light = Math.clamp(0.62 + (-dx * 0.7 - dy * 0.4) * 0.8, 0.05, 1);
                            return Colours.mix(0x040711, colour, light);
                        });
    }

    private static void surface(Stage stage, double top) {
        Noise noise = stage.noise(820);
        int dust = stage.colour(Part.GROUND, 0xa9a7a4);
        double h = stage.height();
        double[] craters = new double[60];
        for (int i = 0; i < 20; i++) {
            double near = Math.pow(noise.cell(i, 1), 0.8);
            craters[3 * i] = stage.width() * noise.cell(i, 2);
            craters[3 * i + 1] = top + 24 + (h - top) * near;
            craters[3 * i + 2] = 12 + 90 * near * (0.4 + noise.cell(i, 3));
        }
        double soft = 1.2 / stage.canvas().scale();
        stage.canvas()
                .shade(
                        top - 60,
                        h,
                        (px, py, old) -> {
                            double crest = top + 34 * noise.clouds(px / 330, 0.4, 3);
                            double below = py - crest;
                            if (below < -soft) {
                                return old;
                            }
                            double near = Math.clamp(below / (h - top), 0, 1);
                            double rise =
                                    noise.clouds(px / (90 + 200 * near), py / (20 + 60 * near), 4)
                                                    * 0.28
                                            + noise.clouds(px / 9, py / (3 + 5 * near), 2) * 0.08;
                            for (int i = 0; i < craters.length; i += 3) {
                                double dx = (px - craters[i]) / craters[i + 2];
                                double dy = (py - craters[i + 1]) / (craters[i + 2] * 0.3);
                                double distance = dx * dx + dy * dy;
                                if (distance < 1.5) {
                                    double rim =
                                            Math.exp(
                                                    -Math.pow((Math.sqrt(distance) - 1) / 0.14, 2));
                                    rise +=
                                            rim * (0.18 - dx * 0.2)
                                                    + (distance < 1 ? dx * 0.42 - 0.12 : 0);
                                }
                            }
                            int colour =
                                    Colours.mix(Colours.darker(dust, 0.4), dust, 0.45 + near * 0.5);
                            colour =
                                    rise > 0
                                            ? Colours.lighter(colour, rise * 0.7)
                                            : Colours.darker(colour, -rise * 1.3);
                            return below < soft
                                    ? Colours.mix(old, colour, (below + soft) / (2 * soft))
                                    : colour;
                        });
    }
}
