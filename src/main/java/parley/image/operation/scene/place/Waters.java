package parley.image.operation.scene.place;

import java.util.Optional;
import parley.image.operation.scene.Season;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Forms;
import parley.image.operation.scene.paint.Ground;
import parley.image.operation.scene.paint.Noise;
import parley.image.operation.scene.paint.Water;
import parley.image.operation.scene.thing.Thing.Habitat;
import parley.image.operation.scene.thing.Trees;
import parley.image.operation.scene.words.SceneWish.Part;

/// Inland waters and harbours.
final class Waters {
    private Waters() {}

    static Floor paint(Setting setting, Stage stage) {
        stage.sky();
        return switch (setting) {
            case RIVER -> river(stage);
            case HARBOUR -> harbour(stage);
            default -> lake(stage);
        };
    }

    private static Floor lake(Stage stage) {
        double h = stage.height();
        Heights.range(stage, stage.horizon(), 0.36);
        if (stage.also().contains(Setting.CITY)) {
            Towns.skyline(stage, stage.horizon(), 0.4);
        }
        shoreTrees(stage, stage.horizon() + 2, h * 0.055, 0.42, 90, 1);
        shoreTrees(stage, stage.horizon() + 3, h * 0.085, 0.26, 46, 2);
        Water.mirror(
                stage.canvas(),
                stage.light(),
                stage.horizon(),
                h,
                new Water.Kind(0.16, stage.colour(Part.WATER, 0x1c4f5f), 0.86),
                stage.seed());
        mistLine(stage);
        boolean left = stage.light().sunX() > 0.5;
        bank(stage, left);
        double w = stage.width();
        return new Floor(
                Optional.of(
                        new Band(
                                h * 0.84,
                                h * 0.93,
                                (left ? 0.1 : 0.5) * w,
                                (left ? 0.5 : 0.9) * w,
                                0.1)),
                Optional.of(
                        new Band(
                                stage.horizon() + h * 0.05,
                                h * 0.82,
                                (left ? 0.35 : 0.12) * w,
                                (left ? 0.88 : 0.65) * w,
                                0.45)),
                stage.skyBand());
    }

    private static void mistLine(Stage stage) {
        int mist = Colours.lighter(stage.light().air(), 0.2);
        Noise noise = stage.noise(66);
        stage.canvas()
                .shade(
                        stage.horizon() - 50,
                        stage.horizon() + 36,
                        (px, py, old) -> {
                            double away = (py - stage.horizon() + 6) / 24;
                            double thick = 0.42 + 0.5 * noise.clouds(px / 260, py / 40, 3);
                            return Colours.mix(
                                    old, mist, Math.exp(-away * away) * Math.clamp(thick, 0, 0.75));
                        });
    }

    static void shoreTrees(Stage stage, double y, double tall, double depth, int count, int salt) {
        Noise noise = stage.noise(100 + salt);
        int needles = stage.season() == Season.WINTER ? 0x6d8791 : 0x2c5745;
        for (int i = 0; i < count; i++) {
            double x = stage.width() * (i + noise.cell(i, 1)) / count;
            double crowd = 0.5 + 0.5 * noise.at(x / 170, salt);
            double size = tall * (0.45 + 0.75 * crowd) * (0.8 + 0.4 * noise.cell(i, 2));
            boolean leafy =
                    stage.season() != Season.WINTER
                            && noise.cell(i, 3) < (stage.season() == Season.AUTUMN ? 0.5 : 0.15);
            stage.plant(
                    pen -> {
                        if (leafy) {
                            Trees.leafy(pen, stage.season().leaves());
                        } else {
                            Trees.pine(pen, needles);
                        }
                    },
                    x,
                    y,
                    leafy ? size * 0.8 : size,
                    depth,
                    i + salt * 1000);
        }
    }

    /// The near shore: grass and stones in a corner.
    private static void bank(Stage stage, boolean left) {
        double w = stage.width();
        double h = stage.height();
        int grass = stage.light().on(Colours.darker(stage.season().grass(), 0.35), 0);
        double[] outline = {
            -0.1, 1.1, -0.1, 0.8, 0.1, 0.815, 0.3, 0.85, 0.46, 0.885, 0.58, 0.94, 0.7, 1.1
        };
        double[] points = new double[outline.length];
        for (int i = 0; i < outline.length; i += 2) {
            points[i] = (left ? outline[i] : 1 - outline[i]) * w;
            points[i + 1] = outline[i + 1] * h;
        }
        stage.canvas()
                .fill(Colours.darker(grass, 0.35), 0.5, Forms.outline(14, Forms.smooth(points)));
        stage.canvas().fill(grass, Forms.smooth(points));
        Noise noise = stage.noise(5);
        for (int i = 0; i < 620; i++) {
            double share = noise.cell(i, 1) * 0.66;
            double edge = 0.8 + 0.23 * share * share + 0.06 * share;
            double y = h * (edge + 0.03 + (1.02 - edge) * noise.cell(i, 2));
            double x = (left ? share : 1 - share) * w;
            int tone =
                    noise.cell(i, 3) < 0.5
                            ? Colours.lighter(grass, 0.16)
                            : Colours.darker(grass, 0.25);
            double tall = 10 + 26 * noise.cell(i, 4) * (y / h);
            Greens.blade(stage, x, y, tall, tone, noise.cell(i, 5) - 0.5);
        }
    }

    private static Floor river(Stage stage) {
        double w = stage.width();
        double h = stage.height();
        Heights.range(stage, stage.horizon(), 0.26);
        Greens.hills(stage, stage.horizon() + 6, 0.1);
        Ground.plain(
                stage.canvas(),
                stage.light(),
                stage.horizon(),
                h,
                stage.season().grass(),
                stage.season().grass(),
                0.6,
                stage.seed());
        shoreTrees(stage, stage.horizon() + 14, h * 0.1, 0.34, 34, 4);
        int columns = stage.canvas().columns();
        double scale = stage.canvas().scale();
        int[] land = stage.canvas().pixels().clone();
        double lift = h * 0.05;
        Water.mirror(
                stage.canvas(),
                stage.light(),
                stage.horizon() + lift,
                h,
                new Water.Kind(0.24, stage.colour(Part.WATER, 0x2a6a78), 0.8),
                stage.seed());
        stage.canvas()
                .shade(
                        stage.horizon() + lift,
                        h,
                        (px, py, old) -> {
                            double near =
                                    (py - stage.horizon() - lift) / (h - stage.horizon() - lift);
                            double middle =
                                    w
                                            * (0.5
                                                    + 0.2
                                                            * Math.sin(near * 4.4 + 0.6)
                                                            * (1 - 0.35 * near));
                            double half = w * (0.018 + 0.27 * near * near);
                            double inside = half - Math.abs(px - middle);
                            int bank =
                                    land[((int) (py * scale)) * columns + (int) (px * scale)]
                                            & 0xffffff;
                            double soft = 2 + 16 * near;
                            if (inside < -soft) {
                                return bank;
                            }
                            return inside < soft
                                    ? Colours.mix(
                                            Colours.darker(bank, 0.45),
                                            old,
                                            Math.clamp(inside / soft, 0, 1))
                                    : old;
                        });
        Greens.meadowFlowers(stage, stage.horizon() + h * 0.2, 60, true);
        return Floor.of(
                new Band(stage.horizon() + h * 0.06, h * 0.9, w * 0.05, w * 0.3, 0.5),
                new Band(stage.horizon() + h * 0.2, h * 0.88, w * 0.42, w * 0.66, 0.3),
                stage.skyBand());
    }

    private static Floor harbour(Stage stage) {
        double h = stage.height();
        double w = stage.width();
        Heights.range(stage, stage.horizon(), 0.2);
        Towns.houseRow(stage, stage.horizon() - h * 0.012, h * 0.2, 0.16);
        stage.canvas()
                .fill(
                        stage.light().on(0x7d7468, 0.12),
                        Forms.box(0, stage.horizon() - h * 0.014, w, h * 0.03));
        double top = stage.horizon() + h * 0.014;
        Water.mirror(
                stage.canvas(),
                stage.light(),
                top,
                h,
                new Water.Kind(0.3, stage.colour(Part.WATER, 0x1f5666), 0.8),
                stage.seed());
        double quay = h * 0.85;
        boolean manned =
                stage.wish().subjects().stream()
                        .anyMatch(subject -> subject.thing().place() != Habitat.WATER);
        if (manned) {
            Wood.paving(stage, quay, h);
            int stone = stage.light().on(0x8d8272, 0);
            stage.canvas().fill(stone, Forms.box(0, quay - h * 0.012, w, h * 0.016));
            stage.canvas().fill(0x0a0d1c, 0.3, Forms.box(0, quay - h * 0.016, w, h * 0.004));
        }
        return Floor.of(
                new Band(h * 0.9, h * 0.95, w * 0.1, w * 0.9, 0.1),
                new Band(top + h * 0.06, manned ? h * 0.78 : h * 0.86, w * 0.1, w * 0.9, 0.35),
                stage.skyBand());
    }
}
