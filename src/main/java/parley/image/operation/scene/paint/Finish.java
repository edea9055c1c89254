package parley.image.operation.scene.paint;

import parley.image.pixel.Blur;
import parley.image.pixel.Plane;

/// What makes one picture of everything that was painted: bloom around lights, a little vignette,
/// grain of film and the tooth of paper.
public final class Finish {
    private Finish() {}

    /// @param bloom how far lights spread, 0 to 1
    /// @param grain 0 to 1
    /// @param vignette 0 to 1
    public record Amounts(double bloom, double grain, double vignette) {
        public static final Amounts NATURAL = new Amounts(0.3, 1, 1);
        public static final Amounts CLEAN = new Amounts(0, 0.35, 0);
    }

    public static void apply(Canvas canvas, Amounts amounts, long seed) {
        int step = Math.max(1, (int) Math.round(canvas.scale() * 6));
        Plane[] glow = amounts.bloom() > 0 ? bloom(canvas, step) : new Plane[0];
        Noise noise = new Noise(seed + 77);
        double halfWidth = canvas.width() / 2;
        double halfHeight = canvas.height() / 2;
        canvas.shade((px, py, old) -> {
            double red = Colours.red(old);
            double green = Colours.green(old);
            double blue = Colours.blue(old);
            if (glow.length > 0) {
                double gx = px * canvas.scale() / step - 0.5;
                double gy = py * canvas.scale() / step - 0.5;
                red += (255 - red) * between(glow[0], gx, gy) * amounts.bloom();
                green += (255 - green) * between(glow[1], gx, gy) * amounts.bloom();
                blue += (255 - blue) * between(glow[2], gx, gy) * amounts.bloom();
            }
            double dx = (px - halfWidth) / halfWidth;
            double dy = (py - halfHeight) / halfHeight;
            double edge = Math.clamp((dx * dx + dy * dy - 0.55) / 1.45, 0, 1);
            double dim = 1 - 0.24 * edge * amounts.vignette();
            double tooth = noise.at(px / 1.7, py / 1.7) + 0.6 * noise.at(px / 5.1 + 9, py / 5.1);
            double grain = tooth * 3.1 * amounts.grain();
            return Colours.of(red * dim + grain, green * dim + grain, blue * dim + grain);
        });
    }

    /// The light of what is brighter than paper, spread far, at a coarser scale.
    private static Plane[] bloom(Canvas canvas, int step) {
        int width = Math.max(1, (canvas.columns() + step - 1) / step);
        int height = Math.max(1, (canvas.rows() + step - 1) / step);
        Plane[] planes = {
            Plane.empty(width, height), Plane.empty(width, height), Plane.empty(width, height)
        };
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = Math.min(canvas.columns() - 1, x * step + step / 2);
                int row = Math.min(canvas.rows() - 1, y * step + step / 2);
                int pixel = canvas.pixels()[row * canvas.columns() + column];
                double bright = Math.clamp((Colours.luma(pixel) - 205) / 50.0, 0, 1);
                planes[0].set(x, y, (float) (bright * Colours.red(pixel) / 255));
                planes[1].set(x, y, (float) (bright * Colours.green(pixel) / 255));
                planes[2].set(x, y, (float) (bright * Colours.blue(pixel) / 255));
            }
        }
        double sigma = 24 * canvas.scale() / step;
        return new Plane[] {
            Blur.gaussian(planes[0], sigma),
            Blur.gaussian(planes[1], sigma),
            Blur.gaussian(planes[2], sigma)
        };
    }

    private static double between(Plane plane, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double dx = x - left;
        double dy = y - top;
        double above = plane.atNearest(left, top) * (1 - dx) + plane.atNearest(left + 1, top) * dx;
        double below =
                plane.atNearest(left, top + 1) * (1 - dx) + plane.atNearest(left + 1, top + 1) * dx;
        return above * (1 - dy) + below * dy;
    }
}
