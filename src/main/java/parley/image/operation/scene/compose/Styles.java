package parley.image.operation.scene.compose;

import java.util.Optional;
import parley.image.operation.scene.paint.Canvas;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Finish;
import parley.image.operation.scene.paint.Noise;
import parley.image.operation.scene.words.SceneWish.Style;

/// Ways of painting, laid over a finished scene.
final class Styles {
    private Styles() {}

    static void apply(Canvas canvas, Style style, long seed) {
        Noise noise = new Noise(seed + 1200);
        switch (style) {
            case MONOCHROME -> canvas.shade((x, y, old) -> toned(old, 0x0c0d10, 0xf4f2ee));
            case SEPIA -> canvas.shade((x, y, old) -> toned(old, 0x2a1a0e, 0xf6e8cc));
            case VINTAGE ->
                    canvas.shade((x, y, old) ->
                            Colours.mix(
                                    Colours.saturated(old, 0.72),
                                    Colours.mix(0x4a3a52, 0xffeccc, Colours.luma(old) / 255),
                                    0.3));
            case FLAT, CARTOON, MINIMAL, ART_DECO ->
                    canvas.shade((x, y, old) ->
                            Colours.saturated(steps(old), style == Style.CARTOON ? 1.25 : 1.08));
            case PIXEL_ART ->
                    sampled(
                            canvas,
                            9,
                            (x, y) ->
                                    new double[] {
                                        (Math.floor(x / 9) + 0.5) * 9, (Math.floor(y / 9) + 0.5) * 9
                                    });
            case LOW_POLY -> sampled(canvas, 1, (x, y) -> triangle(noise, x, y));
            case OIL -> sampled(canvas, 1, (x, y) -> dab(noise, x, y));
            case WATERCOLOUR -> watercolour(canvas, noise);
            case LINE_ART -> lines(canvas, noise);
            case PHOTO -> {}
        }
    }

    static Finish.Amounts finish(Optional<Style> style) {
        boolean clean =
                style.filter(said ->
                                switch (said) {
                                    case FLAT,
                                            MINIMAL,
                                            CARTOON,
                                            PIXEL_ART,
                                            LOW_POLY,
                                            LINE_ART,
                                            ART_DECO ->
                                            true;
                                    case WATERCOLOUR, OIL, VINTAGE, SEPIA, MONOCHROME, PHOTO ->
                                            false;
                                })
                        .isPresent();
        return clean ? Finish.Amounts.CLEAN : Finish.Amounts.NATURAL;
    }

    private static int toned(int old, int dark, int light) {
        double luma = Colours.luma(old) / 255;
        return Colours.mix(dark, light, luma + 0.1 * Math.sin((luma - 0.5) * Math.PI));
    }

    private static int steps(int old) {
        double luma = Math.max(1, Colours.luma(old));
        double stepped = (Math.floor(luma / 18) + 0.5) * 18;
        double scale = stepped / luma;
        return Colours.of(
                Colours.red(old) * scale, Colours.green(old) * scale, Colours.blue(old) * scale);
    }

    /// From where a pixel takes its colour.
    @FunctionalInterface
    private interface Source {
        double[] of(double x, double y);
    }

    private static void sampled(Canvas canvas, double least, Source source) {
        int[] before = canvas.pixels().clone();
        canvas.shade((x, y, old) -> {
            double[] from = source.of(x, y);
            int colour = pixel(canvas, before, from[0], from[1]);
            double lift = from.length > 2 ? from[2] : 0;
            return least > 1
                    ? quantised(colour)
                    : lift > 0 ? Colours.lighter(colour, lift) : Colours.darker(colour, -lift);
        });
    }

    private static int quantised(int colour) {
        return Colours.of(
                Math.rint(Colours.red(colour) / 24.0) * 24,
                Math.rint(Colours.green(colour) / 24.0) * 24,
                Math.rint(Colours.blue(colour) / 24.0) * 24);
    }

    private static int pixel(Canvas canvas, int[] pixels, double x, double y) {
        int column = Math.clamp((int) (x * canvas.scale()), 0, canvas.columns() - 1);
        int row = Math.clamp((int) (y * canvas.scale()), 0, canvas.rows() - 1);
        return pixels[row * canvas.columns() + column] & 0xffffff;
    }

    private static double[] triangle(Noise noise, double x, double y) {
        double step = 32;
        double warpX = x + 9 * noise.at(x / 60, y / 60);
        double warpY = y + 9 * noise.at(x / 60 + 40, y / 60);
        double column = Math.floor(warpX / step);
        double row = Math.floor(warpY / step);
        double u = warpX / step - column;
        double v = warpY / step - row;
        boolean turned = noise.cell((int) column, (int) row) < 0.5;
        boolean upper = turned ? u + v < 1 : u < v;
        double cx = upper ? 0.33 : 0.67;
        double cy = turned == upper ? 0.33 : 0.67;
        return new double[] {
            (column + cx) * step,
            (row + cy) * step,
            (noise.cell(((int) column) * 2 + (upper ? 1 : 0), (int) row) - 0.5) * 0.12
        };
    }

    /// The nearest of jittered dabs, long in the direction of a slow field.
    private static double[] dab(Noise noise, double x, double y) {
        double angle = noise.clouds(x / 260, y / 260, 2) * 3;
        double along = Math.cos(angle);
        double across = Math.sin(angle);
        double step = 11;
        int column = (int) Math.floor(x / step);
        int row = (int) Math.floor(y / step);
        double best = 1e9;
        double[] from = {x, y, 0};
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                double px = (column + dx + noise.cell(column + dx, row + dy)) * step;
                double py = (row + dy + noise.cell(column + dx + 500, row + dy)) * step;
                double u = ((x - px) * along + (y - py) * across) / 2.6;
                double v = -(x - px) * across + (y - py) * along;
                double away = u * u + v * v - 30 * noise.cell(column + dx, row + dy + 500);
                if (away < best) {
                    best = away;
                    from =
                            new double[] {
                                px,
                                py,
                                (noise.cell(column + dx + 90, row + dy) - 0.5) * 0.1
                                        + noise.at(v * 0.8, u * 0.1 + px) * 0.05
                            };
                }
            }
        }
        return from;
    }

    private static void watercolour(Canvas canvas, Noise noise) {
        int[] before = canvas.pixels().clone();
        canvas.shade((x, y, old) -> {
            double wobbleX = 5 * noise.clouds(x / 34, y / 34, 3);
            double wobbleY = 5 * noise.clouds(x / 34 + 70, y / 34, 3);
            int colour = pixel(canvas, before, x + wobbleX, y + wobbleY);
            int beside = pixel(canvas, before, x + wobbleX + 5, y + wobbleY + 4);
            double edge = Math.abs(Colours.luma(colour) - Colours.luma(beside)) / 255;
            double wash =
                    0.25 + 0.22 * noise.clouds(x / 190, y / 170, 4) + 0.1 * noise.at(x / 4, y / 4);
            int paper = 0xfaf6ec;
            int washed =
                    Colours.mix(Colours.saturated(colour, 1.15), paper, Math.clamp(wash, 0, 0.6));
            double rim =
                    Math.min(Math.min(x, canvas.width() - x), Math.min(y, canvas.height() - y))
                            - 34
                            + 22 * noise.clouds(x / 60, y / 60, 4);
            return Colours.mix(paper, Colours.darker(washed, Math.min(0.4, edge * 1.2)), rim / 8);
        });
    }

    private static void lines(Canvas canvas, Noise noise) {
        int[] before = canvas.pixels().clone();
        canvas.shade((x, y, old) -> {
            double wobble = 1.2 * noise.at(x / 19, y / 19);
            double across =
                    Colours.luma(pixel(canvas, before, x + 1.6 + wobble, y))
                            - Colours.luma(pixel(canvas, before, x - 1.6 + wobble, y));
            double down =
                    Colours.luma(pixel(canvas, before, x, y + 1.6 + wobble))
                            - Colours.luma(pixel(canvas, before, x, y - 1.6 + wobble));
            double edge = Math.clamp((Math.hypot(across, down) - 9) / 34, 0, 1);
            double dark = 1 - Colours.luma(old) / 255;
            double hatch = Math.clamp(Math.sin((x + y) * 0.9) * 1.6 - 2.1 + dark * 2.4, 0, 0.45);
            return Colours.mix(0xfaf7f0, 0x23252c, Math.max(edge, hatch));
        });
    }
}
