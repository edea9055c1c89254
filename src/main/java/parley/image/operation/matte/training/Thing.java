package parley.image.operation.matte.training;

import java.util.SplittableRandom;

/// One part of a picture: a form at a place, with its surface.
///
/// @param length half of its longer axis in pixels
/// @param width half of its shorter one
/// @param softness over how many pixels its edge runs
/// @param waves how its radius changes around: pairs of height and phase, for two waves and more
/// @param roundness how much lighter it is towards the light
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
record Thing(
        Form form,
        double x,
        double y,
        double length,
        double width,
        double cosine,
        double sine,
        double softness,
        double[] waves,
        double roundness,
        double light,
        Fabric fabric) {
    /// Outlines.
    enum Form {
        ELLIPSE,
        BOX,
        CAPSULE,
        BLOB,
        STAR,
        LENS,
        VASE,
        RING,
        TUFT
    }

    private static final Form[] FORMS = Form.values();
    private static final int WAVES = 5;

    static Thing any(SplittableRandom random, double x, double y, double length, Fabric fabric) {
        Form form = FORMS[random.nextInt(FORMS.length)];
        double slimness = random.nextDouble(0.25, 1);
        return of(random, form, x, y, length, length * slimness, random.nextDouble(), fabric);
    }

    /// @param turn 0 to 1 for half a turn
    static Thing of(
            SplittableRandom random,
            Form form,
            double x,
            double y,
            double length,
            double width,
            double turn,
            Fabric fabric) {
        double angle = turn * StrictMath.PI;
        double[] waves = new double[2 * WAVES];
        double rough = random.nextDouble(0.05, 0.3);
        for (int k = 0; k < WAVES; k++) {
            waves[2 * k] = random.nextDouble(0, rough) / (1 + 0.5 * k);
            waves[2 * k + 1] = random.nextDouble(0, 2 * StrictMath.PI);
        }
        return new Thing(
                form,
                x,
                y,
                length,
                width,
                StrictMath.cos(angle),
                StrictMath.sin(angle),
                random.nextDouble(0.9, 2.2),
                waves,
                random.nextDouble(0, 0.35),
                random.nextDouble(0, 2 * StrictMath.PI),
                fabric);
    }

    double reach() {
        return 1.6 * Math.max(length, width) + softness + 2;
    }

    /// How much of a pixel it covers: 0 to 1.
    double cover(double atX, double atY) {
        double u = cosine * (atX - x) + sine * (atY - y);
        double v = cosine * (atY - y) - sine * (atX - x);
        double inside = 0.5 - outside(u, v) / softness;
        if (inside <= 0) {
            return 0;
        }
        return inside >= 1 ? 1 : inside * inside * (3 - 2 * inside);
    }

    /// How much lighter or darker than its surface it is there.
    double shade(double atX, double atY) {
        double towards = (atX - x) * StrictMath.cos(light) + (atY - y) * StrictMath.sin(light);
        return 1 + roundness * Math.clamp(towards / Math.max(4, width), -1.2, 1.2);
    }

    /// About how far outside a place is, in pixels; negative inside.
    private double outside(double u, double v) {
        double across = Math.abs(v);
        double along = Math.abs(u);
        return switch (form) {
            case ELLIPSE -> (Math.hypot(u / length, v / width) - 1) * Math.min(length, width);
            case BOX -> {
                double corner = 0.3 * Math.min(length, width);
                double dx = Math.max(0, along - length + corner);
                double dy = Math.max(0, across - width + corner);
                yield Math.max(
                        Math.hypot(dx, dy) - corner, Math.max(along - length, across - width));
            }
            case CAPSULE -> Math.hypot(Math.max(0, along - length + width), v) - width;
            case BLOB -> wavy(u, v, 2);
            case STAR -> wavy(u, v, 5);
            case LENS -> {
                double arc = (length * length + width * width) / (2 * width);
                double shifted = across + arc - width;
                yield Math.sqrt(u * u + shifted * shifted) - arc;
            }
            case VASE -> Math.max(along - length, across - profile(u / length));
            case RING -> {
                double radius = Math.hypot(u / length, v / width);
                yield (Math.abs(radius - 0.78) - 0.22) * Math.min(length, width);
            }
            case TUFT -> {
                double angle = StrictMath.atan2(v, u) * 24;
                double tooth = Math.abs(angle - Math.floor(angle) - 0.5) * 0.5;
                yield wavy(u, v, 2)
                        + tooth
                                * (0.35 + fabric.clouds().grain((long) Math.floor(angle), 5))
                                * 0.35
                                * width;
            }
        };
    }

    private double wavy(double u, double v, int first) {
        double stretched = v * length / width;
        double radius = Math.sqrt(u * u + stretched * stretched);
        double angle = StrictMath.atan2(stretched, u);
        double edge = 1;
        for (int k = 0; k < WAVES; k++) {
            edge += waves[2 * k] * StrictMath.sin((first + k) * angle + waves[2 * k + 1]);
        }
        if (form == Form.STAR) {
            double turn = angle * (first + 1) / (2 * StrictMath.PI);
            edge *= 0.55 + 0.9 * Math.abs(turn - Math.floor(turn) - 0.5);
        }
        return (radius - edge * length) * width / length;
    }

    /// Half the width of something turned on a wheel.
    private double profile(double t) {
        double half = 0.75;
        for (int k = 0; k < 3; k++) {
            half += 1.4 * waves[2 * k] * StrictMath.sin((k + 1) * 2.2 * t + waves[2 * k + 1]);
        }
        return Math.clamp(half, 0.2, 1.3) * width;
    }
}
