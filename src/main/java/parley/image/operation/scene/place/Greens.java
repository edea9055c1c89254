package parley.image.operation.scene.place;

import java.awt.geom.Path2D;
import parley.image.operation.scene.Season;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Forms;
import parley.image.operation.scene.paint.Ground;
import parley.image.operation.scene.paint.Noise;
import parley.image.operation.scene.thing.Trees;
import parley.image.operation.scene.words.SceneWish.Part;

/// Meadows, fields and gardens.
final class Greens {
    private static final int[] PETALS = {
        0xf4f0e2, 0xe8c83a, 0xd8483a, 0xb583d0, 0xf09ab8, 0x5a78d0
    };

    private Greens() {}

    static Floor paint(Setting setting, Stage stage) {
        stage.sky();
        double h = stage.height();
        double w = stage.width();
        int grass = stage.colour(Part.GROUND, stage.season().grass());
        if (stage.also().contains(Setting.MOUNTAINS)) {
            Heights.range(stage, stage.horizon() + 4, 0.3);
        }
        if (stage.also().contains(Setting.CITY)) {
            Towns.skyline(stage, stage.horizon(), 0.5);
        }
        hills(stage, stage.horizon() + 8, 0.13);
        Waters.shoreTrees(stage, stage.horizon() + 8, h * 0.06, 0.5, 46, 1);
        switch (setting) {
            case FIELD -> field(stage);
            default ->
                    Ground.plain(
                            stage.canvas(),
                            stage.light(),
                            stage.horizon(),
                            h,
                            grass,
                            Colours.lighter(grass, 0.1),
                            0.9,
                            stage.seed());
        }
        if (setting == Setting.GARDEN) {
            garden(stage);
        } else if (setting == Setting.MEADOW) {
            scatterTrees(stage, stage.horizon() + 14, stage.horizon() + h * 0.06, 5, 0.4);
            meadowFlowers(stage, stage.horizon() + h * 0.1, 260, false);
        }
        double top = stage.horizon() + h * 0.12;
        return Floor.land(new Band(top, h * 0.93, w * 0.12, w * 0.88, 0.32), stage.skyBand());
    }

    static void hills(Stage stage, double foot, double tall) {
        int far =
                stage.season() == Season.WINTER
                        ? 0xc9d5de
                        : Colours.mix(stage.season().grass(), 0x4c6a58, 0.5);
        Ground.ridge(
                stage.canvas(),
                stage.light(),
                new Ground.Ridge(foot, stage.height() * tall, 560, 0.1, 2, 0.8, far),
                stage.seed() + 5);
        Ground.ridge(
                stage.canvas(),
                stage.light(),
                new Ground.Ridge(foot, stage.height() * tall * 0.55, 430, 0, 2, 0.6, far),
                stage.seed() + 6);
    }

    static void scatterTrees(Stage stage, double top, double bottom, int count, double depth) {
        Noise noise = stage.noise(61);
        for (int i = 0; i < count; i++) {
            double near = (i + 0.5) / count;
            double y = top + (bottom - top) * near;
            double x = stage.width() * noise.cell(i, 1);
            double size = stage.height() * (0.06 + 0.08 * near) * (0.8 + 0.4 * noise.cell(i, 2));
            stage.plant(
                    pen -> {
                        if (stage.season() == Season.WINTER) {
                            Trees.branches(pen, 0x5a4c44);
                        } else {
                            Trees.leafy(
                                    pen,
                                    noise.cell((int) y, 9) < 0.3
                                            ? stage.season().blossom()
                                            : stage.season().leaves());
                        }
                    },
                    x,
                    y,
                    size,
                    depth * (1 - near * 0.4),
                    300 + i);
        }
    }

    /// One blade of grass.
    static void blade(Stage stage, double x, double y, double tall, int colour, double lean) {
        Path2D blade = new Path2D.Double();
        double wide = 0.9 + tall * 0.05;
        blade.moveTo(x - wide, y);
        blade.quadTo(x + lean * tall * 0.3, y - tall * 0.6, x + lean * tall, y - tall);
        blade.quadTo(x + lean * tall * 0.3 + wide, y - tall * 0.5, x + wide, y);
        stage.canvas().fill(colour, blade);
    }

    /// Grass and flowers that grow towards the eye.
    static void meadowFlowers(Stage stage, double top, int flowers, boolean sparse) {
        Noise noise = stage.noise(71);
        double h = stage.height();
        int grass = stage.colour(Part.GROUND, stage.season().grass());
        int blades = sparse ? 500 : 1500;
        for (int i = 0; i < blades + flowers; i++) {
            double near = Math.sqrt((double) i / (blades + flowers));
            double y = top + (h * 1.02 - top) * near;
            double x = stage.width() * noise.cell(i, 2);
            double tall = (7 + 42 * near * near) * (0.5 + noise.cell(i, 4));
            double depth = 0.4 * (1 - near);
            double tone = noise.cell(i, 5);
            int colour =
                    stage.light()
                            .on(
                                    tone < 0.5
                                            ? Colours.darker(grass, 0.34 * near + 0.1)
                                            : Colours.lighter(grass, 0.16),
                                    depth);
            blade(stage, x, y, tall, colour, noise.cell(i, 6) - 0.5);
            boolean blooms = noise.cell(i, 7) * (blades + flowers) < flowers;
            if (blooms && stage.season() != Season.WINTER) {
                flower(
                        stage,
                        x,
                        y - tall,
                        2.2 + 6.5 * near * near,
                        PETALS[(noise.bits(i / 9, 9) >>> 9) % PETALS.length],
                        depth);
            }
        }
    }

    private static void flower(
            Stage stage, double x, double y, double size, int colour, double depth) {
        int petal = stage.light().on(colour, depth);
        for (int i = 0; i < 5; i++) {
            double angle = i * 2 * Math.PI / 5;
            stage.canvas()
                    .fill(
                            petal,
                            Forms.disc(
                                    x + Math.cos(angle) * size * 0.55,
                                    y + Math.sin(angle) * size * 0.42,
                                    size * 0.5));
        }
        stage.canvas().fill(stage.light().on(0xf2c444, depth), Forms.disc(x, y, size * 0.3));
    }

    private static void field(Stage stage) {
        double h = stage.height();
        int ripe =
                stage.colour(
                        Part.GROUND,
                        switch (stage.season()) {
                            case SPRING -> 0x8fb04a;
                            case SUMMER -> 0xd9b04c;
                            case AUTUMN -> 0x9a7040;
                            case WINTER -> 0xe6edf3;
                        });
        Ground.plain(
                stage.canvas(),
                stage.light(),
                stage.horizon(),
                h,
                ripe,
                Colours.lighter(ripe, 0.12),
                1,
                stage.seed());
        double centre = stage.width() * (0.5 + 0.2 * (stage.light().sunX() - 0.5));
        Noise noise = stage.noise(13);
        stage.canvas()
                .shade(
                        stage.horizon() + 4,
                        h,
                        (px, py, old) -> {
                            double near = (py - stage.horizon()) / (h - stage.horizon());
                            double row =
                                    (px - centre) / (near + 0.02) / 46
                                            + noise.at(px / 300, py / 200) * 0.2;
                            double furrow = Math.cos(row * Math.PI * 2) * Math.min(1, near * 3.2);
                            double ears = noise.at(px / 3.2, py / (7 + 9 * near)) * near * 0.35;
                            double rise = furrow * 0.18 + ears;
                            return rise > 0
                                    ? Colours.screen(old, stage.light().key(), rise * 0.5)
                                    : Colours.darker(old, -rise);
                        });
    }

    private static void garden(Stage stage) {
        double w = stage.width();
        double h = stage.height();
        double y = stage.horizon() + h * 0.05;
        for (int i = 0; i < 9; i++) {
            int salt = i;
            stage.plant(
                    pen ->
                            Trees.bush(
                                    pen,
                                    salt % 3 == 0
                                            ? stage.season().blossom()
                                            : stage.season().leaves()),
                    w * (i + 0.5) / 9,
                    y,
                    h * 0.15,
                    0.24,
                    400 + i);
        }
        int path = stage.light().on(0xdcc8a2, 0.05);
        stage.canvas()
                .fill(
                        path,
                        Forms.smooth(
                                w * 0.5,
                                y,
                                w * 0.46,
                                y + h * 0.1,
                                w * 0.56,
                                y + h * 0.2,
                                w * 0.3,
                                h * 1.06,
                                w * 0.72,
                                h * 1.06,
                                w * 0.66,
                                y + h * 0.2,
                                w * 0.53,
                                y + h * 0.1,
                                w * 0.515,
                                y));
        meadowFlowers(stage, y + h * 0.04, 420, true);
    }
}
