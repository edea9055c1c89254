package parley.image.operation.light;

import java.util.Arrays;
import parley.image.LightRig;
import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.GuidedFilter;
import parley.image.pixel.Kernel;
import parley.image.pixel.Lab;
import parley.image.pixel.Picture;
import parley.image.pixel.PlanckianLocus;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;
import parley.image.pixel.Rows;
import parley.image.pixel.Size;
import parley.image.pixel.Srgb;

/// A light that a picture gives: one that is lit so, or a map of where light falls.
///
/// @param rig the light as far as five numbers say it
record GivenLight(Gains gains, LightRig rig) {
    private static final int QUANTILES = 64;
    private static final float LEAST = 0.08f;
    private static final float MOST = 6;

    /// How far colours follow those of the reference; the rest stays the things' own.
    private static final double COLOUR_PART = 0.75;

    /// The light of a map: white is lit.
    static GivenLight ofMap(Scene scene, Picture map) {
        Size size = new Size(scene.width(), scene.height());
        Channels light = Channels.linear(Resize.picture(map, size, Kernel.BILINEAR));
        double radius = Math.max(size.width(), size.height()) / 80.0;
        Gains gains =
                new Gains(
                        Blur.gaussian(light.red(), radius),
                        Blur.gaussian(light.green(), radius),
                        Blur.gaussian(light.blue(), radius));
        for (int c = 0; c < 3; c++) {
            float[] values = gains.channel(c).values();
            for (int i = 0; i < values.length; i++) {
                values[i] += LEAST;
            }
        }
        gains.normalise(1, false, Plane.filled(size.width(), size.height(), 1));
        return new GivenLight(gains, rig(Slope.of(light.luma()), light));
    }

    /// The light of another picture: the distribution of its base brightness by one-dimensional
    /// optimal transport, the distribution of its base colours by the linear map of Monge and
    /// Kantorovich (Pitié and Kokaram, "The linear Monge-Kantorovitch linear colour mapping for
    /// example-based colour transfer", CVMP 2007), and the slope of its brightness.
    static GivenLight of(Scene scene, Scene reference) {
        Base own = Base.of(scene);
        Base other = Base.of(reference);
        double[] from = quantiles(own.lightness());
        double[] to = quantiles(other.lightness());
        ChromaMap chroma = ChromaMap.between(own.a(), own.b(), other.a(), other.b());
        Slope before = Slope.of(scene.lightness());
        Slope after = Slope.of(reference.lightness());
        int width = scene.width();
        int height = scene.height();
        Gains gains = Gains.empty(width, height);
        Channels linear = own.linear();
        Rows.each(
                height,
                y -> {
                    double down = 2 * (y + 0.5) / height - 1;
                    for (int x = 0; x < width; x++) {
                        int i = y * width + x;
                        double across = 2 * (x + 0.5) / width - 1;
                        double tilt = 1.6 * after.tilt(before, across, down);
                        float[] ab = chroma.map(own.a().values()[i], own.b().values()[i]);
                        int rgb =
                                new Lab(
                                                (float)
                                                        moved(
                                                                own.lightness().values()[i],
                                                                from,
                                                                to),
                                                mix(own.a().values()[i], ab[0]),
                                                mix(own.b().values()[i], ab[1]))
                                        .rgb();
                        for (int c = 0; c < 3; c++) {
                            float goal = Srgb.linear(rgb >> (16 - 8 * c) & 0xff) + 0.01f;
                            float was = channel(linear, c).values()[i] + 0.01f;
                            gains.channel(c).values()[i] =
                                    Math.clamp((float) (goal / was * Math.exp(tilt)), LEAST, MOST);
                        }
                    }
                });
        return new GivenLight(gains, rig(after, reference.linear()));
    }

    private static float mix(float own, float other) {
        return (float) (own + COLOUR_PART * (other - own));
    }

    private static Plane channel(Channels channels, int c) {
        return switch (c) {
            case 0 -> channels.red();
            case 1 -> channels.green();
            default -> channels.blue();
        };
    }

    private static LightRig rig(Slope slope, Channels linear) {
        double[] sums = new double[3];
        for (int c = 0; c < 3; c++) {
            for (float value : channel(linear, c).values()) {
                sums[c] += value + 1e-4;
            }
        }
        double kelvin = PlanckianLocus.kelvin(sums[0], sums[1], sums[2]);
        double steep = Math.hypot(slope.across(), slope.down());
        return new LightRig(
                Math.toDegrees(Math.atan2(-slope.down(), slope.across())),
                Math.clamp(80 - 160 * steep, 10, 80),
                Math.clamp(kelvin, 1500, 15_000),
                1,
                Math.clamp(1 - 2 * steep, 0.1, 1));
    }

    private static double[] quantiles(Plane plane) {
        float[] sorted = plane.values().clone();
        Arrays.sort(sorted);
        double[] made = new double[QUANTILES + 1];
        for (int q = 0; q <= QUANTILES; q++) {
            made[q] = sorted[(int) ((long) q * (sorted.length - 1) / QUANTILES)];
        }
        return made;
    }

    private static double moved(double value, double[] from, double[] to) {
        int q = Arrays.binarySearch(from, value);
        q = q >= 0 ? q : -q - 2;
        if (q < 0) {
            return to[0];
        }
        if (q >= QUANTILES) {
            return to[QUANTILES];
        }
        double room = from[q + 1] - from[q];
        double part = room < 1e-6 ? 0 : (value - from[q]) / room;
        return to[q] + part * (to[q + 1] - to[q]);
    }

    /// The colours of a scene without its details, in Lab.
    private record Base(Channels linear, Plane lightness, Plane a, Plane b) {
        static Base of(Scene scene) {
            Plane guide = scene.lightness();
            Channels linear =
                    new Channels(
                            smooth(guide, scene.linear().red()),
                            smooth(guide, scene.linear().green()),
                            smooth(guide, scene.linear().blue()),
                            scene.linear().alpha());
            Plane lightness = Plane.empty(scene.width(), scene.height());
            Plane a = Plane.empty(scene.width(), scene.height());
            Plane b = Plane.empty(scene.width(), scene.height());
            Rows.each(
                    scene.height(),
                    y -> {
                        for (int i = y * scene.width(); i < (y + 1) * scene.width(); i++) {
                            Lab lab =
                                    Lab.ofLinear(
                                            linear.red().values()[i],
                                            linear.green().values()[i],
                                            linear.blue().values()[i]);
                            lightness.values()[i] = lab.lightness();
                            a.values()[i] = lab.a();
                            b.values()[i] = lab.b();
                        }
                    });
            return new Base(linear, lightness, a, b);
        }

        private static Plane smooth(Plane guide, Plane channel) {
            Plane made = GuidedFilter.smooth(guide, channel, 6, 3e-3);
            for (int i = 0; i < made.values().length; i++) {
                made.values()[i] = Math.max(0, made.values()[i]);
            }
            return made;
        }
    }

    /// How brightness changes over a picture, as a straight slope: from edge to edge, of its mean.
    private record Slope(double across, double down) {
        static Slope of(Plane plane) {
            double sum = 1e-6;
            double across = 0;
            double down = 0;
            double squareX = 1e-6;
            double squareY = 1e-6;
            for (int y = 0; y < plane.height(); y++) {
                double v = 2 * (y + 0.5) / plane.height() - 1;
                for (int x = 0; x < plane.width(); x++) {
                    double u = 2 * (x + 0.5) / plane.width() - 1;
                    sum += plane.at(x, y);
                    across += u * plane.at(x, y);
                    down += v * plane.at(x, y);
                    squareX += u * u;
                    squareY += v * v;
                }
            }
            double mean = sum / plane.values().length;
            return new Slope(across / squareX / mean, down / squareY / mean);
        }

        double tilt(Slope before, double u, double v) {
            double tilt = (across - before.across) * u + (down - before.down) * v;
            return Math.clamp(tilt, -0.6, 0.6);
        }
    }
}
