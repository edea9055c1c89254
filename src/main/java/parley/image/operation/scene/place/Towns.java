package parley.image.operation.scene.place;

import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Forms;
import parley.image.operation.scene.paint.Light;
import parley.image.operation.scene.paint.Noise;
import parley.image.operation.scene.paint.Water;
import parley.image.operation.scene.words.SceneWish.Part;

/// Cities and villages.
final class Towns {
    private static final int[] PLASTER = {
        0xd9826b, 0xe8c27a, 0xc9d3b0, 0x8fb3bf, 0xe9dcc6, 0xc7727a, 0xe0a878
    };
    private static final int[] FACADES = {0x54657a, 0x6b7385, 0x475468, 0x7c7480, 0x5d7486};

    private Towns() {}

    static Floor paint(Setting setting, Stage stage) {
        stage.sky();
        return switch (setting) {
            case STREET -> Street.paint(stage);
            case VILLAGE -> village(stage);
            default -> city(stage);
        };
    }

    private static Floor city(Stage stage) {
        double h = stage.height();
        double w = stage.width();
        if (stage.also().contains(Setting.MOUNTAINS)) {
            Heights.range(stage, stage.horizon(), 0.42);
        }
        skyline(stage, stage.horizon(), 1);
        Water.mirror(
                stage.canvas(),
                stage.light(),
                stage.horizon(),
                h,
                new Water.Kind(0.3, stage.colour(Part.WATER, 0x1d4658), 0.86),
                stage.seed());
        return new Floor(
                java.util.Optional.of(
                        new Band(stage.horizon() - 2, stage.horizon() + 2, w * 0.1, w * 0.9, 0.2)),
                java.util.Optional.of(
                        new Band(stage.horizon() + h * 0.06, h * 0.92, w * 0.12, w * 0.88, 0.4)),
                stage.skyBand());
    }

    /// Three rows of towers, the far ones pale.
    static void skyline(Stage stage, double foot, double size) {
        double h = stage.height();
        for (int row = 0; row < 4; row++) {
            Noise noise = stage.noise(500 + row);
            double depth = 0.8 - row * 0.22;
            double x = -20;
            int i = 0;
            while (x < stage.width() + 20) {
                double wide =
                        (24 + 44 * noise.cell(i, 1)) * (0.7 + 0.16 * row) * (0.4 + 0.6 * size);
                double middle = 1 - Math.pow(Math.abs(x / stage.width() - 0.52) * 1.75, 2);
                double tall =
                        h
                                * size
                                * (0.08
                                        + (0.34 - 0.052 * row)
                                                * Math.max(0.12, middle)
                                                * (0.35 + 0.8 * noise.cell(i, 2)));
                tower(stage, noise, i, x, foot, wide, tall, depth);
                x += wide + (noise.cell(i, 3) < 0.25 ? 8 : 1) * (row == 3 ? 2.4 : 1);
                i++;
            }
        }
    }

    private static void tower(
            Stage stage,
            Noise noise,
            int i,
            double x,
            double foot,
            double wide,
            double tall,
            double depth) {
        Light light = stage.light();
        int facade = light.on(FACADES[(noise.bits(i, 4) >>> 4) % FACADES.length], depth);
        double side = light.side((x + wide / 2) / stage.width());
        double split = wide * (0.5 + side * 0.2);
        int lit =
                Colours.screen(
                        facade, light.key(), light.isDark() ? 0.05 : 0.3 * (1 - depth * 0.5));
        int dark = Colours.darker(facade, 0.24 * (1 - depth * 0.6));
        double top = foot - tall;
        stage.canvas().fill(side < 0 ? lit : dark, Forms.box(x, top, split + 0.5, tall + 2));
        stage.canvas()
                .fill(side < 0 ? dark : lit, Forms.box(x + split, top, wide - split, tall + 2));
        crown(stage, noise, i, x, top, wide, side < 0 ? lit : dark);
        double step = Math.clamp(wide / 7, 5.2, 9);
        for (double y = top + 6; y < foot - 5; y += step * 1.25) {
            for (double at = x + 3; at < x + wide - step * 0.7; at += step) {
                int hash = noise.bits((int) at + i * 131, (int) y);
                boolean on = light.isDark() && (hash >>> 9 & 15) < 6;
                if (on) {
                    int lamp =
                            Colours.ramp(
                                    (hash >>> 14 & 63) / 63.0,
                                    0xffb95e,
                                    0xffdc9a,
                                    0xfff2d4,
                                    0xcfe2ff);
                    stage.canvas()
                            .fill(
                                    Colours.mix(lamp, light.air(), depth * 0.5),
                                    Forms.box(at, y, step * 0.5, step * 0.62));
                } else if (depth < 0.6) {
                    stage.canvas()
                            .fill(
                                    light.isDark()
                                            ? Colours.darker(facade, 0.3)
                                            : Colours.mix(facade, light.skyAt(0.5), 0.5),
                                    0.6,
                                    Forms.box(at, y, step * 0.5, step * 0.62));
                }
            }
        }
    }

    private static void crown(
            Stage stage, Noise noise, int i, double x, double top, double wide, int colour) {
        double kind = noise.cell(i, 5);
        if (kind < 0.18) {
            stage.canvas()
                    .fill(
                            colour,
                            Forms.poly(
                                    x, top + 1, x + wide / 2, top - wide * 0.7, x + wide, top + 1));
        } else if (kind < 0.36) {
            stage.canvas().fill(colour, Forms.box(x + wide * 0.2, top - 16, wide * 0.6, 17));
            stage.canvas().fill(colour, Forms.box(x + wide * 0.48, top - 58, 2, 44));
            if (stage.light().isDark()) {
                stage.canvas().fill(0xff5a4a, Forms.disc(x + wide * 0.48 + 1, top - 58, 2.4));
            }
        } else if (kind < 0.5) {
            stage.canvas()
                    .fill(
                            colour,
                            Forms.poly(x, top + 1, x + wide, top - wide * 0.45, x + wide, top + 1));
        } else if (kind < 0.6) {
            stage.canvas().fill(colour, Forms.oval(x + wide / 2, top + 1, wide / 2, wide * 0.36));
        }
    }

    /// Gabled houses in a row, each in its own colour.
    static void houseRow(Stage stage, double foot, double tall, double depth) {
        Noise noise = stage.noise(540);
        double x = -10;
        int i = 0;
        while (x < stage.width() + 10) {
            double wide = tall * (0.42 + 0.2 * noise.cell(i, 1));
            double high = tall * (0.62 + 0.42 * noise.cell(i, 2));
            gabled(stage, noise, i, x, foot, wide, high, depth);
            x += wide - 0.5;
            i++;
        }
    }

    static void gabled(
            Stage stage,
            Noise noise,
            int i,
            double x,
            double foot,
            double wide,
            double high,
            double depth) {
        Light light = stage.light();
        int wall = light.on(PLASTER[(noise.bits(i, 4) >>> 5) % PLASTER.length], depth);
        int roof = light.on(noise.cell(i, 5) < 0.6 ? 0x8a4a3a : 0x565a66, depth);
        double eaves = foot - high * 0.7;
        stage.canvas().fill(wall, Forms.box(x, eaves, wide, high * 0.7 + 2));
        double side = light.side((x + wide / 2) / stage.width());
        stage.canvas()
                .fill(
                        side > 0
                                ? Colours.darker(wall, 0.3)
                                : Colours.screen(wall, light.key(), 0.15),
                        0.6,
                        Forms.box(x, eaves, wide * 0.3, high * 0.7 + 2));
        stage.canvas()
                .fill(
                        side > 0
                                ? Colours.screen(wall, light.key(), 0.15)
                                : Colours.darker(wall, 0.3),
                        0.6,
                        Forms.box(x + wide * 0.7, eaves, wide * 0.3, high * 0.7 + 2));
        stage.canvas()
                .fill(
                        roof,
                        Forms.poly(
                                x - 3,
                                eaves + 2,
                                x + wide / 2,
                                foot - high,
                                x + wide + 3,
                                eaves + 2));
        stage.canvas()
                .fill(
                        Colours.darker(roof, 0.3),
                        Forms.box(x + wide * 0.68, foot - high * 0.98, wide * 0.1, high * 0.2));
        int floors = high > 150 ? 3 : 2;
        int columns = wide > 70 ? 3 : 2;
        for (int floor = 0; floor < floors; floor++) {
            for (int column = 0; column < columns; column++) {
                double wx = x + wide * (column + 0.5) / columns - wide * 0.07;
                double wy = eaves + high * 0.7 * (floor + 0.25) / floors;
                window(
                        stage,
                        noise,
                        i * 16 + floor * 4 + column,
                        wx,
                        wy,
                        wide * 0.14,
                        high * 0.13,
                        depth);
            }
        }
    }

    private static void window(
            Stage stage,
            Noise noise,
            int salt,
            double x,
            double y,
            double wide,
            double tall,
            double depth) {
        Light light = stage.light();
        boolean on = light.isDark() && noise.cell(salt, 6) < 0.65;
        stage.canvas()
                .fill(light.on(0xf4ecdf, depth), Forms.box(x - 1.5, y - 1.5, wide + 3, tall + 3));
        stage.canvas()
                .fill(
                        on
                                ? 0xffd27c
                                : Colours.mix(light.on(0x3c5264, depth), light.skyAt(0.6), 0.25),
                        Forms.box(x, y, wide, tall));
        stage.canvas()
                .fill(light.on(0xf4ecdf, depth), 0.8, Forms.box(x + wide / 2 - 0.6, y, 1.2, tall));
    }

    private static Floor village(Stage stage) {
        double h = stage.height();
        double w = stage.width();
        Heights.range(stage, stage.horizon(), stage.also().contains(Setting.HILLS) ? 0.16 : 0.32);
        Greens.hills(stage, stage.horizon() + 10, 0.1);
        int grass = stage.season().grass();
        parley.image.operation.scene.paint.Ground.plain(
                stage.canvas(),
                stage.light(),
                stage.horizon(),
                h,
                grass,
                Colours.lighter(grass, 0.1),
                0.8,
                stage.seed());
        Noise noise = stage.noise(560);
        for (int row = 0; row < 4; row++) {
            double foot = stage.horizon() + h * (0.02 + row * 0.045);
            double tall = h * (0.075 + row * 0.022);
            for (int i = 0; i < 9; i++) {
                double x = w * (0.08 + 0.86 * (i + noise.cell(i, row)) / 9);
                if (noise.cell(i + 40, row) < 0.72) {
                    gabled(
                            stage,
                            noise,
                            i + row * 20,
                            x,
                            foot + noise.cell(i, row + 9) * 10,
                            tall * (0.8 + 0.3 * noise.cell(i, row + 5)),
                            tall,
                            0.5 - row * 0.12);
                } else {
                    int salt = i + row * 50;
                    stage.plant(
                            pen ->
                                    parley.image.operation.scene.thing.Trees.leafy(
                                            pen, stage.season().leaves()),
                            x,
                            foot + 6,
                            tall * 1.1,
                            0.5 - row * 0.12,
                            salt);
                }
            }
        }
        Greens.meadowFlowers(stage, stage.horizon() + h * 0.22, 160, false);
        return Floor.land(
                new Band(stage.horizon() + h * 0.22, h * 0.93, w * 0.12, w * 0.88, 0.2),
                stage.skyBand());
    }
}
