package parley.image.operation.light;

import parley.image.LightRig;
import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Light that reaches the camera without having lit a thing: the glow of the light itself, what
/// bright places spread over their neighbours, and fog. In linear light, on the small copy.
///
/// @param added for each channel, what is added
/// @param fog how much of what is behind is hidden: 0 to 1
/// @param fogColour what hides it
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
record Veil(Plane[] added, Plane fog, float[] fogColour) {
    private static final double BRIGHT = 0.55;

    static Veil of(Scene scene, LightPlan plan, Gains gains, double exposure) {
        Look.Air air = plan.look().air();
        Plane[] added = bloom(scene, gains, exposure, 0.05 + 0.22 * air.glow());
        double brightness = brightness(scene, exposure);
        glow(scene, plan, added, air.glow() * Math.max(0.12, brightness) * 1.1);
        float[] colour = plan.key().towards(Tint.WHITE, 0.55).channels();
        double shining = Math.clamp(brightness * 1.7, 0.03, 0.62);
        for (int c = 0; c < 3; c++) {
            colour[c] = (float) Math.min(0.85, colour[c] * shining);
        }
        return new Veil(added, fog(scene, air.fog()), colour);
    }

    private static double brightness(Scene scene, double exposure) {
        double sum = 0;
        for (float value : scene.linear().luma().values()) {
            sum += value;
        }
        return sum / scene.linear().luma().values().length * exposure;
    }

    private static Plane[] bloom(Scene scene, Gains gains, double exposure, double amount) {
        Channels linear = scene.linear();
        Plane[] sources = {linear.red(), linear.green(), linear.blue()};
        Plane[] made = new Plane[3];
        int side = Math.max(scene.width(), scene.height());
        for (int c = 0; c < 3; c++) {
            Plane bright = Plane.empty(scene.width(), scene.height());
            for (int i = 0; i < bright.values().length; i++) {
                double light = sources[c].values()[i] * gains.channel(c).values()[i] * exposure;
                bright.values()[i] = (float) (amount * Math.clamp(light - BRIGHT, 0, 1.2));
            }
            made[c] = Blur.gaussian(bright, side / 28.0);
        }
        return made;
    }

    private static void glow(Scene scene, LightPlan plan, Plane[] added, double amount) {
        if (amount <= 0) {
            return;
        }
        int width = scene.width();
        int height = scene.height();
        LightRig rig = plan.rig();
        double aside = rig.elevation() < 0 ? 0.75 : 1.05;
        double x0 = width * (0.5 + 0.5 * aside * Math.cos(Math.toRadians(rig.azimuth())));
        double y0 = height * (0.5 - 0.5 * aside * Math.sin(Math.toRadians(rig.azimuth())));
        // The sun of mornings and evenings stands above the middle.
        y0 = Math.min(y0, height * (Math.sin(Math.toRadians(rig.azimuth())) < -0.3 ? 1 : 0.32));
        double reach = 0.5 * Math.hypot(width, height);
        float[] key = plan.key().channels();
        double sunY = y0;
        Rows.each(
                height,
                y -> {
                    for (int x = 0; x < width; x++) {
                        int i = y * width + x;
                        double d = Math.hypot(x - x0, y - sunY) / reach;
                        double shine = 0.75 * Math.exp(-3 * d * d) + 0.6 * Math.exp(-14 * d * d);
                        double hidden = 1 - 0.6 * scene.subject().values()[i] * scene.certainty();
                        for (int c = 0; c < 3; c++) {
                            added[c].values()[i] += (float) (amount * shine * hidden * key[c]);
                        }
                    }
                });
    }

    /// Fog is as thick as what is behind it is far: up to the horizon further, the subject near.
    private static Plane fog(Scene scene, double thickness) {
        int width = scene.width();
        int height = scene.height();
        Plane made = Plane.empty(width, height);
        if (thickness <= 0) {
            return made;
        }
        double trust = 0.35 + 0.65 * scene.certainty();
        Rows.each(
                height,
                y -> {
                    double up = 1 - (y + 0.5) / height;
                    double far = 0.12 + 0.88 * Math.min(1, up / 0.55);
                    for (int x = 0; x < width; x++) {
                        int i = y * width + x;
                        double body = scene.subject().values()[i] * trust;
                        double depth = far + body * (Math.min(far, 0.22) - far);
                        made.values()[i] = (float) (1 - Math.exp(-2.4 * thickness * depth));
                    }
                });
        return Blur.gaussian(made, 1.5);
    }
}
