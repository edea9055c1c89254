package parley.image.operation.scene.place;

import java.util.Optional;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Forms;
import parley.image.operation.scene.paint.Ground;
import parley.image.operation.scene.paint.Noise;
import parley.image.operation.scene.paint.Water;
import parley.image.operation.scene.paint.Weather;
import parley.image.operation.scene.thing.Thing.Painter;
import parley.image.operation.scene.thing.Trees;
import parley.image.operation.scene.words.SceneWish.Part;

/// The sea, from its edges.
final class Shores {
    private static final int SEA = 0x1f5f78;
    private static final int ROCK = 0x6c665f;

    private Shores() {}

    static Floor paint(Setting setting, Stage stage) {
        stage.sky();
        if (stage.also().contains(Setting.MOUNTAINS) || setting == Setting.COAST) {
            distantLand(stage);
        }
        if (stage.also().contains(Setting.CITY)) {
            Towns.skyline(stage, stage.horizon(), 0.5);
        }
        if (setting == Setting.ISLAND) {
            island(stage);
        }
        Water.mirror(
                stage.canvas(),
                stage.light(),
                stage.horizon(),
                stage.height(),
                sea(stage),
                stage.seed());
        Band open =
                new Band(
                        stage.horizon() + stage.height() * 0.03,
                        stage.height() * 0.86,
                        stage.width() * 0.08,
                        stage.width() * 0.92,
                        0.62);
        return switch (setting) {
            case COAST -> coast(stage, open);
            case BEACH -> beach(stage);
            case ISLAND ->
                    new Floor(
                            Optional.of(
                                    new Band(
                                            stage.horizon() + 2,
                                            stage.horizon() + 6,
                                            stage.width() * 0.4,
                                            stage.width() * 0.6,
                                            0.15)),
                            Optional.of(open),
                            stage.skyBand());
            default -> new Floor(Optional.empty(), Optional.of(open), stage.skyBand());
        };
    }

    private static Water.Kind sea(Stage stage) {
        Weather weather = stage.light().weather();
        double rough = weather == Weather.STORM ? 1.15 : weather == Weather.RAIN ? 0.7 : 0.42;
        return new Water.Kind(rough, stage.colour(Part.WATER, SEA), 0.74);
    }

    private static void distantLand(Stage stage) {
        Ground.ridge(
                stage.canvas(),
                stage.light(),
                new Ground.Ridge(
                        stage.horizon() + 1, stage.height() * 0.13, 420, 0.75, 2, 0.85, 0x5a6a70),
                stage.seed() + 1);
    }

    private static void island(Stage stage) {
        double x = stage.width() / 2;
        double y = stage.horizon();
        double wide = stage.width() * 0.26;
        int green = stage.light().on(0x4c8a48, 0.2);
        int sand = stage.light().on(0xe6d2a0, 0.15);
        stage.canvas()
                .fill(
                        sand,
                        Forms.smooth(
                                x - wide,
                                y + 3,
                                x - wide * 0.6,
                                y - 10,
                                x,
                                y - 22,
                                x + wide * 0.6,
                                y - 12,
                                x + wide,
                                y + 3));
        stage.canvas()
                .fill(
                        green,
                        Forms.smooth(
                                x - wide * 0.7,
                                y - 8,
                                x - wide * 0.3,
                                y - 34,
                                x + wide * 0.1,
                                y - 44,
                                x + wide * 0.66,
                                y - 9,
                                x,
                                y - 14));
        Painter palm = Trees.palmPainter();
        double size = stage.height() * 0.3;
        stage.plant(palm, x - wide * 0.42, y - 14, size * 0.8, 0.15, 1);
        stage.plant(palm, x + wide * 0.46, y - 12, size * 0.72, 0.15, 2);
        stage.plant(palm, x - wide * 0.16, y - 24, size, 0.15, 3);
    }

    /// A headland on the side away from the sun, for what stands by the sea.
    private static Floor coast(Stage stage, Band open) {
        boolean left = stage.light().sunX() > 0.5;
        double w = stage.width();
        double h = stage.height();
        double top = stage.horizon() + h * 0.015;
        double[] outline = {
            -0.08, 1.08, -0.08, 0.62, 0.04, 0.605, 0.16, 0.617, 0.27, 0.6, 0.38, 0.613, 0.46, 0.64,
            0.5, 0.69, 0.58, 0.73, 0.6, 0.79, 0.52, 0.86, 0.5, 0.93, 0.4, 1.08
        };
        Noise noise = stage.noise(9);
        double[] points = new double[outline.length];
        for (int i = 0; i < outline.length; i += 2) {
            double x = outline[i] + 0.02 * (noise.cell(i, 1) - 0.5);
            points[i] = (left ? x : 1 - x) * w;
            points[i + 1] = (outline[i + 1] - 0.6) * h + top;
        }
        java.awt.Shape land = Forms.smooth(points);
        rocks(stage, land, top);
        return new Floor(
                Optional.of(
                        new Band(
                                top + h * 0.035,
                                top + h * 0.085,
                                (left ? 0.1 : 0.54) * w,
                                (left ? 0.46 : 0.9) * w,
                                0.12)),
                Optional.of(
                        new Band(
                                open.top(),
                                open.bottom(),
                                (left ? 0.58 : 0.08) * w,
                                (left ? 0.92 : 0.42) * w,
                                0.6)),
                stage.skyBand());
    }

    private static void rocks(Stage stage, java.awt.Shape land, double top) {
        int rock = stage.light().on(ROCK, 0.05);
        int grass = stage.light().on(stage.season().grass(), 0.1);
        Noise noise = stage.noise(4);
        boolean[] inside = new boolean[stage.canvas().columns() * stage.canvas().rows()];
        double scale = stage.canvas().scale();
        double sun = stage.light().sunX() * stage.width();
        mark(stage, land, inside);
        stage.canvas()
                .shade(
                        top - 40,
                        stage.height(),
                        (px, py, old) -> {
                            int column = (int) (px * scale);
                            int row = (int) (py * scale);
                            int index = row * stage.canvas().columns() + column;
                            if (!inside[index]) {
                                return old;
                            }
                            double layers = noise.clouds(px / 190, py / 34, 4);
                            double crack = noise.ridges(px / 90, py / 130, 3);
                            double deep = Math.clamp((py - top) / (stage.height() * 0.3), 0, 1);
                            int colour =
                                    Colours.mix(
                                            grass,
                                            rock,
                                            Math.clamp((py - top - 34 + layers * 52) / 30, 0, 1));
                            double light =
                                    layers * 0.34
                                            + (crack - 0.45) * 0.35
                                            + (0.4 - Math.abs(px - sun) / stage.width()) * 0.3;
                            colour =
                                    light > 0
                                            ? Colours.screen(
                                                    colour, stage.light().key(), light * 0.6)
                                            : Colours.darker(colour, -light);
                            return Colours.darker(colour, deep * 0.5);
                        });
    }

    private static void mark(Stage stage, java.awt.Shape shape, boolean[] inside) {
        java.awt.image.BufferedImage mask =
                new java.awt.image.BufferedImage(
                        stage.canvas().columns(),
                        stage.canvas().rows(),
                        java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
        java.awt.Graphics2D brush = mask.createGraphics();
        brush.scale(stage.canvas().scale(), stage.canvas().scale());
        brush.setColor(java.awt.Color.WHITE);
        brush.fill(shape);
        brush.dispose();
        byte[] bytes = ((java.awt.image.DataBufferByte) mask.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < inside.length; i++) {
            inside[i] = bytes[i] != 0;
        }
    }

    private static Floor beach(Stage stage) {
        double shore = stage.horizon() + stage.height() * 0.17;
        int sand = stage.colour(Part.GROUND, 0xe8d3a4);
        int columns = stage.canvas().columns();
        Noise noise = stage.noise(2);
        int[] sea = stage.canvas().pixels().clone();
        Ground.plain(
                stage.canvas(),
                stage.light(),
                shore - 60,
                stage.height(),
                sand,
                Colours.darker(sand, 0.12),
                0.45,
                stage.seed());
        double scale = stage.canvas().scale();
        stage.canvas()
                .shade(
                        shore - 60,
                        shore + 120,
                        (px, py, old) -> {
                            double edge =
                                    shore
                                            + 26 * noise.clouds(px / 420, 0.5, 3)
                                            + (px / stage.width() - 0.5) * 60;
                            double wet = (py - edge) / 70;
                            if (wet < 0) {
                                return sea[((int) (py * scale)) * columns + (int) (px * scale)]
                                        & 0xffffff;
                            }
                            double foam =
                                    Math.exp(-Math.pow((wet - 0.05) / 0.1, 2))
                                            * (0.7 + 0.4 * noise.clouds(px / 24, py / 12, 2));
                            int damp =
                                    Colours.mix(
                                            Colours.darker(old, 0.26),
                                            stage.light().skyAt(0.8),
                                            0.18);
                            int colour = Colours.mix(damp, old, Math.clamp(wet, 0, 1));
                            return Colours.mix(
                                    colour,
                                    stage.light().on(0xffffff, 0.1),
                                    Math.clamp(foam, 0, 1));
                        });
        Painter palm = Trees.palmPainter();
        boolean left = stage.light().sunX() > 0.5;
        if (stage.wish().subjects().stream()
                .noneMatch(subject -> subject.thing().name().equals("palm"))) {
            stage.plant(
                    palm,
                    stage.width() * (left ? 0.07 : 0.93),
                    stage.height() * 0.9,
                    stage.height() * 0.66,
                    0,
                    11);
        }
        return Floor.of(
                new Band(
                        shore + stage.height() * 0.1,
                        stage.height() * 0.93,
                        stage.width() * 0.15,
                        stage.width() * 0.85,
                        0.2),
                new Band(
                        stage.horizon() + 10,
                        shore - 20,
                        stage.width() * 0.1,
                        stage.width() * 0.9,
                        0.6),
                stage.skyBand());
    }
}
