package parley.image.operation.light;

import java.util.Arrays;
import parley.image.pixel.Channels;
import parley.image.pixel.GuidedFilter;
import parley.image.pixel.Kernel;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;
import parley.image.pixel.Rows;
import parley.image.pixel.Size;
import parley.image.pixel.Srgb;

/// Develops a picture under a new light. What changes is the light that things receive, smooth but
/// for its edges; their reflectance, and so every detail, stays.
final class Development {
    private static final double GREY = 0.18;

    /// From here on brightness is compressed, so that nothing clips.
    private static final double KNEE = 0.7;

    private static final double WHITEST = 0.985;
    private static final double IMPURE = 0.4;

    private final Picture picture;
    private final Scene scene;
    private final LightPlan plan;
    private final LightStyle style;
    private final double strength;

    Development(Picture picture, Scene scene, LightPlan plan, LightStyle style, double strength) {
        this.picture = picture;
        this.scene = scene;
        this.plan = plan;
        this.style = style;
        this.strength = strength;
    }

    Picture under(Gains gains) {
        Look.Tone tone = plan.look().tone();
        double exposure = exposure(gains, Math.exp(tone.exposure() * Math.log(2)));
        Veil veil = Veil.of(scene, plan, gains, exposure);
        Channels linear = Channels.linear(picture);
        Plane base = base(linear);
        Plane[] factors = new Plane[3];
        Plane[] added = new Plane[3];
        Size size = picture.size();
        for (int c = 0; c < 3; c++) {
            factors[c] =
                    GuidedFilter.lines(scene.lightness(), gains.channel(c), 2, 5e-4).over(base);
            added[c] = Resize.plane(veil.added()[c], size, Kernel.BILINEAR);
        }
        Plane fog = Resize.plane(veil.fog(), size, Kernel.BILINEAR);
        int[] argb = new int[picture.argb().length];
        Pixel work = new Pixel(linear, base, factors, added, fog, veil.fogColour(), exposure);
        Rows.each(
                picture.height(),
                y -> {
                    float[] rgb = new float[3];
                    for (int i = y * picture.width(); i < (y + 1) * picture.width(); i++) {
                        work.light(i, rgb);
                        argb[i] = mixed(i, linear, rgb);
                    }
                });
        return new Picture(picture.width(), picture.height(), argb);
    }

    private int mixed(int i, Channels linear, float[] rgb) {
        float part = (float) strength;
        float red = linear.red().values()[i];
        float green = linear.green().values()[i];
        float blue = linear.blue().values()[i];
        return (picture.argb()[i] & 0xff000000)
                | Srgb.level(red + part * (rgb[0] - red)) << 16
                | Srgb.level(green + part * (rgb[1] - green)) << 8
                | Srgb.level(blue + part * (rgb[2] - blue));
    }

    private Plane base(Channels linear) {
        Plane lightness = Scene.lightness(linear);
        int coarser = Math.max(1, picture.width() / Math.max(1, scene.width()));
        int radius = Math.max(2, 3 * coarser);
        return GuidedFilter.smooth(lightness, radius, 2e-3, Math.max(1, coarser / 2));
    }

    /// The exposure, lowered where too much would be too bright.
    private double exposure(Gains gains, double wished) {
        Channels linear = scene.linear();
        Plane[] sources = {linear.red(), linear.green(), linear.blue()};
        float[] brightest = new float[scene.lightness().values().length];
        for (int i = 0; i < brightest.length; i++) {
            for (int c = 0; c < 3; c++) {
                brightest[i] =
                        Math.max(
                                brightest[i],
                                sources[c].values()[i] * gains.channel(c).values()[i]);
            }
        }
        Arrays.sort(brightest);
        double top = brightest[(int) ((brightest.length - 1) * 0.985)] * wished;
        return top > 1.15 ? wished * Math.pow(1.15 / top, 0.75) : wished;
    }

    /// What the new light makes of each pixel.
    private final class Pixel {
        private final Channels linear;
        private final Plane base;
        private final Plane[] factors;
        private final Plane[] added;
        private final Plane fog;
        private final float[] fogColour;
        private final double exposure;
        private final Look.Tone tone = plan.look().tone();

        Pixel(
                Channels linear,
                Plane base,
                Plane[] factors,
                Plane[] added,
                Plane fog,
                float[] fogColour,
                double exposure) {
            this.linear = linear;
            this.base = base;
            this.factors = factors;
            this.added = added;
            this.fog = fog;
            this.fogColour = fogColour;
            this.exposure = exposure;
        }

        void light(int i, float[] rgb) {
            float red = linear.red().values()[i];
            float green = linear.green().values()[i];
            float blue = linear.blue().values()[i];
            double was = luminance(red, green, blue);
            if (plan.look().key().isPresent()) {
                // No thing is so purely red that blue light leaves it black.
                red += (float) (IMPURE * (was - red));
                green += (float) (IMPURE * (was - green));
                blue += (float) (IMPURE * (was - blue));
            }
            double factorRed = factor(0, i);
            double factorGreen = factor(1, i);
            double factorBlue = factor(2, i);
            double brighter = luminance(factorRed, factorGreen, factorBlue);
            double tonal = tonal(base.values()[i], was, brighter) * exposure;
            rgb[0] = (float) (red * factorRed * tonal);
            rgb[1] = (float) (green * factorGreen * tonal);
            rgb[2] = (float) (blue * factorBlue * tonal);
            saturate(rgb);
            for (int c = 0; c < 3; c++) {
                float clear = rgb[c] + added[c].values()[i] + (float) style.lift();
                rgb[c] = clear + fog.values()[i] * (fogColour[c] - clear);
            }
            compress(rgb);
        }

        private double factor(int c, int i) {
            return Math.max(0.01f, factors[c].values()[i]);
        }

        /// Contrast, from what the base is, so that details keep theirs.
        private double tonal(float lightness, double was, double brighter) {
            double before = lightness * (double) lightness + 0.004;
            double light = before * brighter * exposure;
            double tonal = Math.pow(light / GREY, tone.contrast() - 1 - style.range());
            if (style.range() > 0) {
                double detail = Math.clamp((was + 0.004) / before, 0.3, 3);
                tonal *= Math.pow(detail, style.range() * 0.8);
            }
            return Math.clamp(tonal, 0.25, 3);
        }

        private void saturate(float[] rgb) {
            double light = luminance(rgb[0], rgb[1], rgb[2]);
            // Rods see in the dark: colours go, and what is left is blue.
            double kept = tone.saturation() * (1 - tone.night() * 0.6);
            double[] grey = {light, light, light};
            double blueish = tone.night() * 0.4;
            grey[0] *= 1 - blueish;
            grey[2] *= 1 + blueish * 1.5;
            for (int c = 0; c < 3; c++) {
                rgb[c] = (float) Math.max(0, grey[c] + kept * (rgb[c] - light));
            }
        }

        private static void compress(float[] rgb) {
            double most = Math.max(rgb[0], Math.max(rgb[1], rgb[2]));
            if (most <= KNEE) {
                return;
            }
            double room = WHITEST - KNEE;
            double made = KNEE + room * (1 - Math.exp(-(most - KNEE) / room));
            double scale = made / most;
            // What is very bright becomes white, as on film.
            double pale = Math.clamp((most - 1) * 0.22, 0, 0.5);
            for (int c = 0; c < 3; c++) {
                double value = rgb[c] * scale;
                rgb[c] = (float) (value + pale * (made - value));
            }
        }

        private static double luminance(double red, double green, double blue) {
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        }
    }
}
