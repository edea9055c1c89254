package parley.image.operation.scene.design;

import parley.image.operation.scene.paint.Canvas;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Forms;
import parley.image.operation.scene.paint.Noise;
import parley.image.operation.scene.words.SceneWish.Pattern;

/// Planes filled with a pattern.
final class Patterns {
    private Patterns() {}

    static void paint(Canvas canvas, Pattern pattern, int[] palette, long seed) {
        Noise noise = new Noise(seed + 5);
        double soft = 1.2 / canvas.scale();
        Canvas.Shader shader =
                switch (pattern) {
                    case STRIPES -> (x, y, old) -> stripes(x, y, palette, soft);
                    case DOTS -> (x, y, old) -> dots(x, y, palette, soft);
                    case WAVES -> (x, y, old) -> waves(x, y, palette, noise, soft);
                    case TILES, ARABESQUE ->
                            (x, y, old) -> tiles(x, y, palette, pattern == Pattern.ARABESQUE, soft);
                    case CHECKS ->
                            (x, y, old) ->
                                    palette[
                                            Math.floorMod(
                                                    (int) Math.floor(x / 83.3)
                                                            + (int) Math.floor(y / 83.3),
                                                    2)];
                    case MARBLE -> (x, y, old) -> marble(x, y, palette, noise);
                    case WOOD -> (x, y, old) -> wood(x, y, palette, noise);
                    case GRADIENT ->
                            (x, y, old) ->
                                    Colours.ramp(
                                            (x / canvas.width() * 0.4 + y / canvas.height() * 0.6)
                                                    + 0.05 * noise.at(x / 400, y / 400),
                                            palette[0],
                                            palette[1],
                                            palette[2]);
                    case HEXAGONS -> (x, y, old) -> hexagons(x, y, palette, noise, soft);
                    case TRUCHET -> (x, y, old) -> truchet(x, y, palette, noise, soft);
                    case VORONOI, TERRAZZO ->
                            (x, y, old) -> cells(x, y, palette, noise, pattern == Pattern.TERRAZZO);
                    case TRIANGLES -> (x, y, old) -> triangles(x, y, palette, noise);
                    case BRICKS -> (x, y, old) -> bricks(x, y, palette, noise);
                    case MANDALA, SPIRAL, CONFETTI -> (x, y, old) -> palette[0];
                };
        canvas.shade(shader);
        switch (pattern) {
            case MANDALA -> mandala(canvas, palette);
            case SPIRAL -> spiral(canvas, palette);
            case CONFETTI -> confetti(canvas, palette, noise);
            default -> {}
        }
    }

    private static int edge(int first, int second, double distance, double soft) {
        return Colours.mix(first, second, distance / soft + 0.5);
    }

    private static int stripes(double x, double y, int[] palette, double soft) {
        double place = (x + y) * Math.sqrt(0.5) / 59;
        int index = (int) Math.floor(place);
        double within = (place - index) * 59;
        int own = palette[Math.floorMod(index, palette.length)];
        int before = palette[Math.floorMod(index - 1, palette.length)];
        return edge(before, own, within, soft);
    }

    private static int dots(double x, double y, int[] palette, double soft) {
        double step = 77;
        int row = (int) Math.floor(y / step);
        double shifted = x + (row % 2 == 0 ? 0 : step / 2);
        int column = (int) Math.floor(shifted / step);
        double away = Math.hypot(shifted - (column + 0.5) * step, y - (row + 0.5) * step);
        return edge(
                palette[1 + Math.floorMod(row + column, palette.length - 1)],
                palette[0],
                away - 23,
                soft);
    }

    private static int waves(double x, double y, int[] palette, Noise noise, double soft) {
        double step = 62;
        double lift =
                21 * Math.sin(x / 62 + Math.sin(y / 180) * 0.8) + 6 * noise.at(x / 260, y / 260);
        double place = (y + lift) / step;
        int index = (int) Math.floor(place);
        double within = (place - index) * step;
        int own = palette[Math.floorMod(index, palette.length)];
        int shaded = Colours.darker(own, 0.2 * Math.exp(-within / 14));
        double line = Math.abs(within - step * 0.52) - 1.7;
        int lined = edge(Colours.lighter(own, 0.4), shaded, line, soft);
        return edge(
                Colours.lighter(palette[Math.floorMod(index - 1, palette.length)], 0.1),
                lined,
                within,
                soft);
    }

    private static int tiles(double x, double y, int[] palette, boolean lace, double soft) {
        double step = lace ? 143 : 125;
        double u = x - Math.floor(x / step) * step - step / 2;
        double v = y - Math.floor(y / step) * step - step / 2;
        double away = Math.hypot(u, v);
        double angle = Math.atan2(v, u);
        double petal = step * (0.28 + 0.13 * Math.cos(angle * (lace ? 8 : 4)));
        double corner = Math.hypot(step / 2 - Math.abs(u), step / 2 - Math.abs(v));
        int colour = edge(palette[1], palette[0], away - petal, soft);
        colour = edge(palette[3], colour, away - step * 0.11, soft);
        colour = edge(palette[2], colour, corner - step * 0.19, soft);
        colour = edge(palette[0], colour, corner - step * 0.09, soft);
        if (lace) {
            double ring = Math.abs(away - step * (0.43 + 0.03 * Math.cos(angle * 8))) - 2.4;
            return edge(palette[2], colour, ring, soft);
        }
        double grout = Math.min(step / 2 - Math.abs(u), step / 2 - Math.abs(v));
        return edge(Colours.lighter(palette[0], 0.6), colour, grout - 1.6, soft);
    }

    private static int marble(double x, double y, int[] palette, Noise noise) {
        double u = x / 320;
        double v = y / 320;
        double warp = noise.clouds(u, v, 5);
        double vein = 1 - Math.abs(noise.clouds(u + warp * 1.4, v * 1.3 - warp, 5)) * 7;
        double fine = 1 - Math.abs(noise.clouds(u * 2 - warp, v * 2 + warp + 9, 5)) * 9;
        int ground = Colours.mix(palette[0], palette[1], Math.clamp(0.3 + warp * 0.7, 0, 0.6));
        ground = Colours.mix(ground, palette[2], Math.clamp(vein, 0, 1) * 0.7);
        return Colours.mix(ground, palette[3], Math.clamp(fine, 0, 1) * 0.35);
    }

    private static int wood(double x, double y, int[] palette, Noise noise) {
        int board = (int) Math.floor(x / 167);
        double u = x / 60 + board * 31;
        double rings = noise.clouds(u * 0.4, y / 620 + board * 7, 3) * 9 + u * 0.35;
        double ring = rings - Math.floor(rings);
        double pore = noise.at(x / 1.6, y / 40) * 0.12;
        int base = Colours.mix(0xa8713f, palette[1], 0.15);
        double joint = x / 167 - board < 0.012 ? 0.45 : 0;
        return Colours.darker(
                Colours.lighter(base, 0.2 * (1 - ring)),
                Math.clamp(0.34 * ring * ring + pore + joint, 0, 1));
    }

    private static int hexagons(double x, double y, int[] palette, Noise noise, double soft) {
        double size = 56;
        double q = (Math.sqrt(3) / 3 * x - y / 3) / size;
        double r = 2.0 / 3 * y / size;
        double s = -q - r;
        long rq = Math.round(q);
        long rr = Math.round(r);
        long rs = Math.round(s);
        double dq = Math.abs(rq - q);
        double dr = Math.abs(rr - r);
        double ds = Math.abs(rs - s);
        if (dq > dr && dq > ds) {
            rq = -rr - rs;
        } else if (dr > ds) {
            rr = -rq - rs;
        }
        double cx = size * Math.sqrt(3) * (rq + rr / 2.0);
        double cy = size * 1.5 * rr;
        double dx = Math.abs(x - cx);
        double dy = Math.abs(y - cy);
        double inner = size * Math.sqrt(3) / 2 - Math.max(dx, dx / 2 + dy * Math.sqrt(3) / 2);
        int own = palette[1 + (noise.bits((int) rq, (int) rr) >>> 8) % (palette.length - 1)];
        return edge(palette[0], Colours.lighter(own, 0.12 * (cy - y) / size), inner - 3, soft);
    }

    private static int truchet(double x, double y, int[] palette, Noise noise, double soft) {
        double step = 83.3;
        int column = (int) Math.floor(x / step);
        int row = (int) Math.floor(y / step);
        double u = x - column * step;
        double v = y - row * step;
        if (noise.cell(column, row) < 0.5) {
            u = step - u;
        }
        double arc =
                Math.min(
                        Math.abs(Math.hypot(u, v) - step / 2),
                        Math.abs(Math.hypot(step - u, step - v) - step / 2));
        int line = edge(palette[1], palette[0], arc - 13, soft);
        return edge(palette[2], line, arc - 5, soft);
    }

    private static int cells(double x, double y, int[] palette, Noise noise, boolean terrazzo) {
        double step = terrazzo ? 62 : 91;
        int column = (int) Math.floor(x / step);
        int row = (int) Math.floor(y / step);
        double first = 1e9;
        double second = 1e9;
        int owner = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                double px = (column + dx + noise.cell(column + dx, row + dy)) * step;
                double py = (row + dy + noise.cell(row + dy + 99, column + dx)) * step;
                double away = Math.hypot(x - px, y - py);
                if (away < first) {
                    second = first;
                    first = away;
                    owner = noise.bits(column + dx, row + dy) >>> 7;
                } else {
                    second = Math.min(second, away);
                }
            }
        }
        int own = palette[1 + owner % (palette.length - 1)];
        if (terrazzo) {
            double size = 5 + (owner >>> 5) % 14;
            return second - first > size
                    ? own
                    : Colours.lighter(palette[0], 0.3 + 0.04 * noise.at(x / 3, y / 3));
        }
        int glass = Colours.lighter(own, 0.3 * Math.exp(-first / 30));
        return Colours.mix(Colours.darker(palette[0], 0.7), glass, (second - first - 5) / 2);
    }

    private static int triangles(double x, double y, int[] palette, Noise noise) {
        double step = 100;
        int row = (int) Math.floor(y / step);
        int column = (int) Math.floor(x / step);
        double u = x / step - column;
        double v = y / step - row;
        boolean turned = noise.cell(column, row) < 0.5;
        boolean upper = turned ? u + v < 1 : u < v;
        return palette[(noise.bits(column * 2 + (upper ? 1 : 0), row) >>> 8) % palette.length];
    }

    private static int bricks(double x, double y, int[] palette, Noise noise) {
        int row = (int) Math.floor(y / 40);
        double shifted = x / 100 + (row % 2 == 0 ? 0 : 0.5);
        int column = (int) Math.floor(shifted);
        boolean joint = shifted - column < 0.05 || y / 40 - row < 0.12;
        int brick =
                Colours.mix(
                        palette[1], Colours.darker(palette[1], 0.5), noise.cell(column, row) * 0.7);
        return joint
                ? Colours.lighter(palette[0], 0.2)
                : Colours.darker(brick, 0.12 + 0.12 * noise.clouds(x / 9, y / 9, 2));
    }

    private static void mandala(Canvas canvas, int[] palette) {
        double x = canvas.width() / 2;
        double y = canvas.height() / 2;
        for (int ring = 8; ring >= 1; ring--) {
            int count = ring % 2 == 0 ? 24 : 16;
            double reach = 58.0 * ring;
            int colour = palette[1 + ring % (palette.length - 1)];
            for (int i = 0; i < count; i++) {
                double angle = 2 * Math.PI * (i + ring % 2 * 0.5) / count;
                double wide = Math.PI * reach / count * 1.05;
                java.awt.geom.AffineTransform turn =
                        java.awt.geom.AffineTransform.getTranslateInstance(x, y);
                turn.rotate(angle);
                canvas.fill(
                        Colours.darker(colour, 0.25),
                        turn.createTransformedShape(
                                Forms.smooth(
                                        reach * 0.45,
                                        0,
                                        reach * 0.82,
                                        -wide,
                                        reach * 1.06,
                                        0,
                                        reach * 0.82,
                                        wide)));
                canvas.fill(
                        colour,
                        turn.createTransformedShape(
                                Forms.smooth(
                                        reach * 0.5,
                                        0,
                                        reach * 0.82,
                                        -wide * 0.8,
                                        reach,
                                        0,
                                        reach * 0.82,
                                        wide * 0.8)));
                canvas.fill(
                        palette[0],
                        turn.createTransformedShape(Forms.disc(reach * 0.84, 0, wide * 0.26)));
            }
        }
        canvas.fill(palette[1], Forms.disc(x, y, 30));
        canvas.fill(palette[0], Forms.disc(x, y, 13));
    }

    private static void spiral(Canvas canvas, int[] palette) {
        double x = canvas.width() / 2;
        double y = canvas.height() / 2;
        canvas.shade((px, py, old) -> {
            double away = Math.hypot(px - x, py - y);
            double turn = Math.atan2(py - y, px - x) / (2 * Math.PI) * palette.length;
            double place = turn + Math.log(away + 8) * 3.4;
            int index = (int) Math.floor(place);
            return Colours.mix(
                    palette[Math.floorMod(index, palette.length)],
                    palette[Math.floorMod(index + 1, palette.length)],
                    Math.clamp((place - index - 0.94) * 18, 0, 1));
        });
    }

    private static void confetti(Canvas canvas, int[] palette, Noise noise) {
        for (int i = 0; i < 420; i++) {
            double x = canvas.width() * noise.cell(i, 1);
            double y = canvas.height() * noise.cell(i, 2);
            java.awt.geom.AffineTransform turn =
                    java.awt.geom.AffineTransform.getTranslateInstance(x, y);
            turn.rotate(noise.cell(i, 3) * 6.28);
            int colour = palette[1 + i % (palette.length - 1)];
            canvas.fill(
                    colour,
                    turn.createTransformedShape(
                            i % 3 == 0 ? Forms.disc(0, 0, 8) : Forms.round(-13, -4, 26, 8, 2)));
        }
    }
}
