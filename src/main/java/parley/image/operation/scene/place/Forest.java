package parley.image.operation.scene.place;

import java.awt.geom.Path2D;
import parley.image.operation.scene.Season;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Forms;
import parley.image.operation.scene.paint.Ground;
import parley.image.operation.scene.paint.Light;
import parley.image.operation.scene.paint.Noise;

/// A wood with a path: trunks in layers of mist, leaves above and below, rays between them.
final class Forest {
    private Forest() {}

    static Floor paint(Stage stage) {
        double w = stage.width();
        double h = stage.height();
        stage.sky();
        Light light = stage.light();
        int leaves = stage.season().leaves();
        int glow = Colours.mix(light.on(Colours.lighter(leaves, 0.4), 0.4), light.air(), 0.45);
        Noise noise = stage.noise(3);
        stage.canvas()
                .shade(
                        0,
                        h * 0.75,
                        (px, py, old) -> {
                            double thick =
                                    noise.clouds(px / 150, py / 120, 4) * 0.5 + 0.62 - py / h * 0.4;
                            return Colours.mix(old, glow, Math.clamp(thick, 0.15, 0.9));
                        });
        for (int layer = 0; layer < 5; layer++) {
            double depth = 0.92 - layer * 0.2;
            double y = h * (0.66 + layer * 0.045);
            if (layer > 0) {
                canopy(stage, leaves, depth + 0.12, layer);
            }
            trunks(stage, layer, y, depth);
        }
        floor(stage, h * 0.665, leaves);
        path(stage, h * 0.665);
        edge(stage, leaves);
        rays(stage);
        litter(stage, leaves);
        return Floor.land(
                new Band(h * 0.76, h * 0.93, w * 0.22, w * 0.78, 0.25),
                new Band(h * 0.1, h * 0.5, w * 0.2, w * 0.8, 0.2));
    }

    private static void trunks(Stage stage, int layer, double y, double depth) {
        Noise noise = stage.noise(20 + layer);
        double w = stage.width();
        int count = 15 - layer * 2;
        boolean birch =
                stage.wish().subjects().stream()
                        .anyMatch(subject -> subject.thing().name().equals("birch"));
        for (int i = 0; i < count; i++) {
            double x = w * (i + 0.2 + 0.6 * noise.cell(i, 1)) / count;
            double clear = Math.abs(x - w * 0.5) / w;
            if (layer > 1 && clear < 0.05 + layer * 0.045) {
                continue;
            }
            double wide = (5 + layer * layer * 2.3) * (0.7 + 0.6 * noise.cell(i, 2));
            int bark = stage.light().on(birch ? 0xe0dbd0 : 0x4c3a30, depth);
            double lean = (noise.cell(i, 3) - 0.5) * wide * 2.4;
            double foot = y + (noise.cell(i, 4) - 0.3) * 26 * (layer + 1) * 0.4;
            trunk(stage, x, foot, wide, lean, bark, depth);
        }
    }

    private static void trunk(
            Stage stage, double x, double foot, double wide, double lean, int bark, double depth) {
        double side = stage.light().side(x / stage.width());
        java.awt.Shape trunk =
                Forms.poly(
                        x - wide * 1.25,
                        foot + wide * 0.2,
                        x - wide * 0.8,
                        foot - wide * 0.7,
                        x - wide * 0.6,
                        foot - wide * 2.6,
                        x - wide * 0.46 + lean,
                        -20,
                        x + wide * 0.4 + lean,
                        -20,
                        x + wide * 0.58,
                        foot - wide * 2.6,
                        x + wide * 0.8,
                        foot - wide * 0.7,
                        x + wide * 1.3,
                        foot + wide * 0.2);
        stage.canvas().fill(bark, trunk);
        double inner = side * wide * 0.3;
        stage.canvas()
                .fill(
                        Colours.screen(bark, stage.light().key(), 0.3 * (1 - depth)),
                        0.7,
                        Forms.poly(
                                x + inner - wide * 0.16,
                                foot - wide,
                                x + inner + lean,
                                -20,
                                x + inner + wide * 0.18 + lean,
                                -20,
                                x + inner + wide * 0.2,
                                foot - wide));
        stage.canvas()
                .fill(
                        Colours.darker(bark, 0.45),
                        0.55 * (1 - depth),
                        Forms.poly(
                                x - inner - wide * 0.2,
                                foot - wide * 0.5,
                                x - inner * 1.3 + lean,
                                -20,
                                x - inner + wide * 0.14 + lean,
                                -20,
                                x - inner + wide * 0.2,
                                foot - wide));
    }

    private static void canopy(Stage stage, int leaves, double depth, int layer) {
        Noise noise = stage.noise(40 + layer);
        double h = stage.height();
        double w = stage.width();
        int colour = stage.light().on(Colours.darker(leaves, 0.1 + 0.05 * layer), depth);
        int lit = Colours.screen(colour, Colours.mix(stage.light().key(), leaves, 0.4), 0.34);
        double sun = stage.light().sunX() * w;
        stage.canvas()
                .shade(
                        0,
                        h * 0.66,
                        (px, py, old) -> {
                            double arch = Math.abs(px - w * 0.5) / w;
                            double reach =
                                    0.06
                                            + 0.022 * layer
                                            + (0.12 + 0.05 * layer) * Math.min(0.5, arch) * 1.5;
                            double mass =
                                    noise.clouds(px / (60 + 22 * layer), py / (48 + 18 * layer), 4)
                                                    * 0.34
                                            + (reach - py / h) * 2.6;
                            double fine = noise.clouds(px / 11, py / 10, 2);
                            double inside = mass + fine * 0.2;
                            if (inside < 0) {
                                return old;
                            }
                            double bright =
                                    Math.clamp(
                                            0.5
                                                    + fine * 0.9
                                                    - inside * 0.9
                                                    + 0.3
                                                    - Math.abs(px - sun) / w * 0.5,
                                            0,
                                            1);
                            return Colours.mix(
                                    old,
                                    Colours.mix(colour, lit, bright),
                                    Math.clamp(inside * 12, 0, 1));
                        });
    }

    private static void floor(Stage stage, double top, int leaves) {
        int ground =
                stage.season() == Season.WINTER
                        ? 0xe6edf3
                        : Colours.mix(
                                0x6b5a3c,
                                stage.season() == Season.AUTUMN ? leaves : 0x4f7238,
                                0.55);
        int[] before = stage.canvas().pixels().clone();
        Ground.plain(
                stage.canvas(),
                stage.light(),
                top - 30,
                stage.height(),
                ground,
                Colours.lighter(ground, 0.15),
                1,
                stage.seed());
        Noise noise = stage.noise(88);
        double scale = stage.canvas().scale();
        int columns = stage.canvas().columns();
        stage.canvas()
                .shade(
                        top - 30,
                        stage.height() * 0.86,
                        (px, py, old) -> {
                            double near = (py - top + 18 * noise.clouds(px / 130, 0.5, 3)) / 46;
                            int behind =
                                    before[((int) (py * scale)) * columns + (int) (px * scale)]
                                            & 0xffffff;
                            double trunk =
                                    Math.clamp(
                                            (stage.height() * 0.86 - py) / (stage.height() * 0.2),
                                            0,
                                            1);
                            double dark = Colours.luma(old) - Colours.luma(behind);
                            double keep =
                                    dark > 34 ? trunk * Math.clamp((dark - 34) / 30, 0, 1) : 0;
                            return Colours.mix(behind, old, Math.clamp(near, 0, 1) * (1 - keep));
                        });
    }

    private static void path(Stage stage, double top) {
        double w = stage.width();
        double h = stage.height();
        int earth = stage.light().on(stage.season() == Season.WINTER ? 0xd5dfe8 : 0xc2a377, 0.08);
        Noise noise = stage.noise(91);
        stage.canvas()
                .shade(
                        top + 4,
                        h,
                        (px, py, old) -> {
                            double near = (py - top) / (h - top);
                            double middle =
                                    w
                                            * (0.5
                                                    + 0.075
                                                            * Math.sin(near * 5.2 + 0.4)
                                                            * (1 - near * 0.4));
                            double half =
                                    w
                                            * (0.012 + 0.2 * Math.pow(near, 1.5))
                                            * (1 + 0.12 * noise.at(px / 40, py / 22));
                            double inside = (half - Math.abs(px - middle)) / (4 + 30 * near);
                            double speck = noise.clouds(px / 14, py / 7, 3);
                            return Colours.mix(
                                    old,
                                    Colours.mix(
                                            earth,
                                            Colours.darker(earth, 0.3),
                                            Math.clamp(0.3 + speck, 0, 0.7)),
                                    Math.clamp(inside, 0, 0.88));
                        });
    }

    private static void edge(Stage stage, int leaves) {
        double w = stage.width();
        double h = stage.height();
        for (double x : new double[] {-0.01, 0.135, 0.9, 1.02}) {
            double foot = h * ((x < 0.2 && x > 0.1) || x == 0.9 ? 0.93 : 1.04);
            trunk(
                    stage,
                    x * w,
                    foot,
                    x == 0.135 || x == 0.9 ? 25 : 40,
                    (x < 0.5 ? -1 : 1) * 16,
                    stage.light().on(0x3a2c26, 0),
                    0.05);
        }
        canopy(stage, Colours.darker(leaves, 0.14), 0.08, 5);
    }

    private static void rays(Stage stage) {
        if (stage.light().weather().hidesTheSun() || stage.light().isDark()) {
            return;
        }
        double w = stage.width();
        double h = stage.height();
        double sourceX = stage.light().sunX() * w;
        double sourceY = -h * 0.25;
        Noise noise = stage.noise(95);
        stage.canvas()
                .shade((px, py, old) -> {
                    double angle = Math.atan2(px - sourceX, py - sourceY);
                    double beam = noise.clouds(angle * 7, 0.5, 3) - 0.04;
                    double fade =
                            Math.exp(-Math.pow((py / h - 0.42) / 0.34, 2))
                                    * Math.exp(-Math.abs(angle) * 0.8);
                    return Colours.screen(
                            old, stage.light().key(), Math.clamp(beam * 0.9, 0, 0.5) * fade);
                });
    }

    private static void litter(Stage stage, int leaves) {
        if (stage.season() == Season.WINTER) {
            return;
        }
        Noise noise = stage.noise(97);
        double h = stage.height();
        for (int i = 0; i < 800; i++) {
            double near = Math.sqrt(noise.cell(i, 1));
            double y = h * (0.69 + 0.32 * near);
            double x = stage.width() * noise.cell(i, 2);
            double size = 1.4 + 7 * near * near;
            int tone =
                    noise.cell(i, 3) < 0.4
                            ? stage.season().blossom()
                            : noise.cell(i, 3) < 0.7 ? leaves : Colours.darker(leaves, 0.3);
            int colour = stage.light().on(tone, 0.1);
            if (stage.season() == Season.AUTUMN) {
                Path2D leaf = new Path2D.Double();
                double turn = noise.cell(i, 4) * Math.PI;
                leaf.moveTo(x - Math.cos(turn) * size, y - Math.sin(turn) * size * 0.4);
                leaf.quadTo(
                        x,
                        y - size * 0.55,
                        x + Math.cos(turn) * size,
                        y + Math.sin(turn) * size * 0.4);
                leaf.quadTo(
                        x,
                        y + size * 0.55,
                        x - Math.cos(turn) * size,
                        y - Math.sin(turn) * size * 0.4);
                stage.canvas().fill(colour, 0.9, leaf);
            } else if (Math.abs(x / stage.width() - 0.5) > 0.04 + near * 0.2) {
                Greens.blade(
                        stage,
                        x,
                        y,
                        size * 3.4,
                        Colours.darker(colour, 0.2 * near),
                        noise.cell(i, 5) - 0.5);
            }
        }
    }
}
