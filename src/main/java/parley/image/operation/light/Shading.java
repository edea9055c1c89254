package parley.image.operation.light;

import parley.image.LightRig;
import parley.image.pixel.Blur;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// What a light does to a scene: for each channel the factor by which it becomes brighter.
///
/// Surfaces are Lambert's, wrapped for soft light; light from everywhere fills the shadows; edges
/// that face a light behind them shine; lamps fall off with distance.
final class Shading {
    /// The darkest that unlit places become, so that there is still something to see.
    private static final double DARKEST = 0.02;

    private final Scene scene;
    private final LightPlan plan;
    private final double relief;

    /// @param relief how much the shape of small things counts: 1 as seen
    Shading(Scene scene, LightPlan plan, double relief) {
        this.scene = scene;
        this.plan = plan;
        this.relief = relief;
    }

    /// The factors of each channel over the scene; in the mean they are as bright as the light.
    Gains gains() {
        int width = scene.width();
        int height = scene.height();
        LightRig rig = plan.rig();
        Look look = plan.look();
        Plane old = OldLight.stops(scene, scene.across(), scene.down());
        Plane key = lit(rig.azimuth(), rig.elevation(), rig.softness());
        Plane rim = rim(rig.azimuth(), rig.elevation());
        Colours colours = Colours.of(plan);
        Gains gains = Gains.empty(width, height);
        Plane second =
                look.accent()
                        .map(accent -> lit(accent.azimuth(), accent.elevation(), rig.softness()))
                        .orElseGet(() -> Plane.empty(width, height));
        float[] accent =
                look.accent()
                        .map(its -> its.tint().times(its.weight()).channels())
                        .orElseGet(() -> new float[3]);
        Plane falling = falling();
        double unlit = 0.35 * (1 - look.air().spot());
        double rimStrength = look.air().rim() * (rig.elevation() < 0 ? 1.6 : 0.55);
        Rows.each(
                height,
                y -> {
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        double undo = Math.exp(-old.values()[i] * Math.log(2));
                        double lamp = falling.values()[i] * undo;
                        double direct = key.values()[i] * lamp;
                        double edge = rim.values()[i] * rimStrength * lamp;
                        double fill = undo * (unlit + (1 - unlit) * falling.values()[i]);
                        for (int c = 0; c < 3; c++) {
                            double value =
                                    colours.key[c] * (direct + edge)
                                            + colours.fill[c] * fill
                                            + accent[c] * second.values()[i] * lamp;
                            gains.channel(c).values()[i] = (float) Math.max(DARKEST, value);
                        }
                    }
                });
        gains.normalise(rig.intensity(), look.key().isPresent(), falling);
        sky(gains);
        return gains;
    }

    /// The main light and what fills the shadows, so that both together have the main light's
    /// colour where it falls straight.
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    private record Colours(float[] key, float[] fill) {
        static Colours of(LightPlan plan) {
            double ambience = plan.look().ambience();
            float[] key = plan.key().channels();
            float[] shadow = plan.look().shadow().channels();
            double part = 1;
            for (int c = 0; c < 3; c++) {
                double room = 0.8 * key[c] / Math.max(1e-3, ambience);
                if (shadow[c] > room && shadow[c] > key[c]) {
                    part = Math.min(part, Math.max(0, room - key[c]) / (shadow[c] - key[c]));
                }
            }
            float[] direct = new float[3];
            float[] fill = new float[3];
            for (int c = 0; c < 3; c++) {
                fill[c] = (float) (ambience * (key[c] + part * (shadow[c] - key[c])));
                direct[c] = Math.max(0, key[c] - fill[c]);
            }
            return new Colours(direct, fill);
        }
    }

    /// How much of a light from there falls on each place; 1 in the mean of what faces the camera.
    private Plane lit(double azimuth, double elevation, double softness) {
        int width = scene.width();
        int height = scene.height();
        double flat = Math.cos(Math.toRadians(elevation));
        double right = Math.cos(Math.toRadians(azimuth)) * flat;
        double below = -Math.sin(Math.toRadians(azimuth)) * flat;
        // A large light also comes from in front.
        double front = Math.max(Math.sin(Math.toRadians(elevation)), -0.25) + softness * 0.45;
        double wrap = 0.12 + 0.7 * softness;
        double slope = (1 - 0.75 * softness) * flat;
        Plane shade = occlusion(right, below, softness);
        Plane made = Plane.empty(width, height);
        Rows.each(
                height,
                y -> {
                    double downwards = 2 * (y + 0.5) / height - 1;
                    for (int x = 0; x < width; x++) {
                        int i = y * width + x;
                        double along = (2 * (x + 0.5) / width - 1) * right + downwards * below;
                        double a = -relief * scene.across().values()[i];
                        double b = -relief * scene.down().values()[i];
                        double length = Math.sqrt(1 + a * a + b * b);
                        double cosine = (a * right + b * below + front) / length;
                        double lambert = Math.max(0, (cosine + wrap) / (1 + wrap));
                        double across = Math.exp(0.85 * slope * along);
                        made.values()[i] = (float) (lambert * across * shade.values()[i]);
                    }
                });
        double sum = 0;
        for (float value : made.values()) {
            sum += value;
        }
        float scale = (float) (1 / Math.max(0.12, sum / made.values().length));
        for (int i = 0; i < made.values().length; i++) {
            made.values()[i] *= scale;
        }
        return made;
    }

    /// Where the subject keeps the light away: its matte, moved away from the light.
    private Plane occlusion(double right, double below, double softness) {
        int width = scene.width();
        int height = scene.height();
        int side = Math.max(width, height);
        double reach = side * 0.09;
        int moveX = (int) Math.round(-right * reach);
        int moveY = (int) Math.round(-below * reach + reach * 0.2);
        Plane moved = Plane.empty(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                moved.set(x, y, scene.subject().atNearest(x - moveX, y - moveY));
            }
        }
        Plane blurred = Blur.gaussian(moved, side * (0.012 + 0.05 * softness));
        double depth = 0.55 * scene.certainty() * (1 - 0.7 * softness);
        for (int i = 0; i < blurred.values().length; i++) {
            float beside = 1 - scene.subject().values()[i];
            blurred.values()[i] =
                    (float)
                            (1
                                    - depth
                                            * blurred.values()[i]
                                            * beside
                                            * (1 - scene.sky().values()[i]));
        }
        return blurred;
    }

    /// Edges of the subject that face the light.
    private Plane rim(double azimuth, double elevation) {
        int width = scene.width();
        double right = Math.cos(Math.toRadians(azimuth));
        double below = -Math.sin(Math.toRadians(azimuth));
        double behind = elevation < 0 ? 0.45 : 0;
        Plane made = Plane.empty(width, scene.height());
        Rows.each(
                scene.height(),
                y -> {
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        double a = -scene.across().values()[i];
                        double b = -scene.down().values()[i];
                        double steep = Math.sqrt(a * a + b * b);
                        double grazing = 1 - 1 / Math.sqrt(1 + steep * steep);
                        double facing = steep < 1e-6 ? 0 : (a * right + b * below) / steep;
                        double lit = Math.max(0, (facing + behind) / (1 + behind));
                        made.values()[i] = (float) (2.4 * grazing * lit);
                    }
                });
        return made;
    }

    /// How lamps fade with the distance, and how cones end.
    private Plane falling() {
        int width = scene.width();
        int height = scene.height();
        double spot = plan.look().air().spot();
        if (spot <= 0) {
            return Plane.filled(width, height, 1);
        }
        LightRig rig = plan.rig();
        double[] centre = centre();
        double aside =
                0.30 * Math.cos(Math.toRadians(rig.elevation())) * Math.min(1, 1.4 - spot * 0.7);
        double x0 = centre[0] + aside * width * Math.cos(Math.toRadians(rig.azimuth()));
        double y0 = centre[1] - aside * height * Math.sin(Math.toRadians(rig.azimuth()));
        double reach = Math.hypot(width, height) * (0.62 - 0.38 * spot);
        Plane made = Plane.empty(width, height);
        Rows.each(
                height,
                y -> {
                    for (int x = 0; x < width; x++) {
                        double distance = Math.hypot(x - x0, y - y0) / reach;
                        double near = 1 / (1 + distance * distance * distance * distance);
                        double lamp = 1 / (1 + 0.8 * distance * distance);
                        double falls = spot * near + (1 - spot) * lamp;
                        made.set(x, y, (float) (0.05 + 0.95 * falls));
                    }
                });
        return made;
    }

    private double[] centre() {
        double sumX = 0;
        double sumY = 0;
        double sum = 1e-6;
        for (int y = 0; y < scene.height(); y++) {
            for (int x = 0; x < scene.width(); x++) {
                double weight = scene.subject().at(x, y) * scene.certainty() + 0.05;
                sumX += weight * x;
                sumY += weight * y;
                sum += weight;
            }
        }
        return new double[] {sumX / sum, sumY / sum};
    }

    private void sky(Gains gains) {
        if (plan.look().air().sky().isEmpty()) {
            return;
        }
        Look.Sky sky = plan.look().air().sky().get();
        double brightness = Math.exp(sky.stops() * Math.log(2));
        int width = scene.width();
        int height = scene.height();
        int lowest = lowestSky();
        Rows.each(
                height,
                y -> {
                    double down = Math.clamp((double) y / Math.max(1, lowest), 0, 1);
                    float[] tint =
                            sky.zenith().towards(sky.horizon(), Math.pow(down, 1.4)).channels();
                    double darker = brightness * (0.7 + 0.5 * down);
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        float part = scene.sky().values()[i] * 0.85f;
                        for (int c = 0; c < 3; c++) {
                            float[] values = gains.channel(c).values();
                            values[i] += part * ((float) (tint[c] * darker) - values[i]);
                        }
                    }
                });
    }

    private int lowestSky() {
        for (int y = scene.height() - 1; y > 0; y--) {
            double sum = 0;
            for (int x = 0; x < scene.width(); x++) {
                sum += scene.sky().at(x, y);
            }
            if (sum > scene.width() * 0.05) {
                return y;
            }
        }
        return 1;
    }
}
