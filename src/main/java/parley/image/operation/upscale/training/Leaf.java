package parley.image.operation.upscale.training;

import java.util.SplittableRandom;

/// One thing in a picture of [DeadLeaves], around 0, 0.
///
/// @param length half of its longer axis in pixels
/// @param width half of its shorter one
/// @param softness over how many pixels its edge runs
/// @param tone 0 to 1
/// @param slopeX how much the tone grows a pixel
record Leaf(
        Form form,
        double length,
        double width,
        double cosine,
        double sine,
        double softness,
        double tone,
        double slopeX,
        double slopeY,
        Texture texture) {
    /// Outlines of things.
    enum Form {
        ELLIPSE,
        RECTANGLE,
        LENS,
        TRIANGLE
    }

    private static final Form[] FORMS = Form.values();

    static Leaf random(SplittableRandom random, double radius) {
        Form form = FORMS[random.nextInt(FORMS.length)];
        double angle = random.nextDouble(0, StrictMath.PI);
        double slimness =
                random.nextDouble() < 0.3
                        ? random.nextDouble(0.05, 0.3)
                        : random.nextDouble(0.3, 1);
        double width = Math.max(0.5, radius * slimness);
        double softness =
                random.nextDouble() < 0.7 ? random.nextDouble(0.8, 1.6) : random.nextDouble(1.6, 5);
        double slope = random.nextDouble(0, 0.35) / radius;
        double direction = random.nextDouble(0, 2 * StrictMath.PI);
        return new Leaf(
                form,
                radius,
                width,
                StrictMath.cos(angle),
                StrictMath.sin(angle),
                softness,
                random.nextDouble(0.02, 0.98),
                slope * StrictMath.cos(direction),
                slope * StrictMath.sin(direction),
                Texture.random(random));
    }

    double reach() {
        return 1.5 * length + softness;
    }

    double area() {
        return StrictMath.PI * length * width;
    }

    /// How much of a pixel it covers: 0 to 1.
    double cover(double x, double y) {
        double along = cosine * x + sine * y;
        double across = cosine * y - sine * x;
        double inside = 0.5 - outside(along, across) / softness;
        if (inside <= 0) {
            return 0;
        }
        return inside >= 1 ? 1 : inside * inside * (3 - 2 * inside);
    }

    /// About how far outside a place is, in pixels; negative inside.
    private double outside(double along, double across) {
        double u = Math.abs(along);
        double v = Math.abs(across);
        return switch (form) {
            case ELLIPSE -> {
                double first = u / (length * length);
                double second = v / (width * width);
                double norm = Math.sqrt(first * u + second * v);
                double slope = Math.sqrt(first * first + second * second);
                yield slope > 0 ? norm * (norm - 1) / slope : -width;
            }
            case RECTANGLE -> Math.max(u - length, v - width);
            case LENS -> {
                // Two circles that overlap: a leaf, or a thin blade.
                double arc = (length * length + width * width) / (2 * width);
                double shifted = v + arc - width;
                yield Math.sqrt(u * u + shifted * shifted) - arc;
            }
            case TRIANGLE -> {
                double slant = Math.sqrt(width * width + 4 * length * length);
                double side = (width * (along - length) + 2 * length * v) / slant;
                yield Math.max(-along - length, side);
            }
        };
    }

    double value(double x, double y) {
        double value = tone + slopeX * x + slopeY * y + texture.value(x, y);
        return Math.clamp(value, 0, 1);
    }
}
