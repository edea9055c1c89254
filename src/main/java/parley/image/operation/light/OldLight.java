package parley.image.operation.light;

import parley.image.pixel.Blur;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// The light that a picture was taken in, as far as it is a gradient over the subject's body and
/// over the whole: the least squares of the logarithm of its base luminance. Taking it away makes
/// room for another.
final class OldLight {
    /// What a gradient explains may also be the things' own colours: so much of it is taken for
    /// light.
    private static final double BODY_PART = 0.95;

    private static final double WHOLE_PART = 0.45;
    private static final double MOST_STOPS = 1.2;

    private OldLight() {}

    /// The stops by which the old light is brighter or darker than its mean, for each pixel.
    static Plane stops(Scene scene, Plane bodyAcross, Plane bodyDown) {
        int width = scene.width();
        int height = scene.height();
        Plane base = Blur.gaussian(scene.lightness(), Math.max(width, height) / 40.0);
        Fit body = new Fit();
        Fit whole = new Fit();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                double stops = 2 * log2(base.values()[i] + 0.04);
                double subject = scene.subject().values()[i] * scene.certainty();
                body.add(subject, bodyAcross.values()[i], bodyDown.values()[i], stops);
                double rest = (1 - subject) * (1 - scene.sky().values()[i]);
                whole.add(rest, place(x, width), place(y, height), stops);
            }
        }
        double[] bodySlope = body.slope();
        double[] wholeSlope = whole.slope();
        Plane made = Plane.empty(width, height);
        Rows.each(
                height,
                y -> {
                    for (int x = 0; x < width; x++) {
                        int i = y * width + x;
                        double subject = scene.subject().values()[i] * scene.certainty();
                        double ofBody =
                                bodySlope[0] * bodyAcross.values()[i]
                                        + bodySlope[1] * bodyDown.values()[i];
                        double ofWhole =
                                wholeSlope[0] * place(x, width) + wholeSlope[1] * place(y, height);
                        double rest = (1 - subject) * (1 - scene.sky().values()[i]);
                        double stops = subject * BODY_PART * ofBody + rest * WHOLE_PART * ofWhole;
                        made.values()[i] = (float) (MOST_STOPS * Math.tanh(stops / MOST_STOPS));
                    }
                });
        return made;
    }

    /// -1 to 1.
    private static double place(int at, int length) {
        return 2 * (at + 0.5) / length - 1;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /// Least squares of `stops = constant + slope · (first, second)`, with weights.
    private static final class Fit {
        private double weight;
        private double first;
        private double second;
        private double stops;
        private double firstSquare;
        private double secondSquare;
        private double product;
        private double firstStops;
        private double secondStops;

        void add(double w, double a, double b, double value) {
            weight += w;
            first += w * a;
            second += w * b;
            stops += w * value;
            firstSquare += w * a * a;
            secondSquare += w * b * b;
            product += w * a * b;
            firstStops += w * a * value;
            secondStops += w * b * value;
        }

        double[] slope() {
            if (weight < 16) {
                return new double[2];
            }
            // A little more than the figures say, so that a flat body has no slope.
            double aa = firstSquare / weight - square(first / weight) + 0.01;
            double bb = secondSquare / weight - square(second / weight) + 0.01;
            double ab = product / weight - first * second / (weight * weight);
            double az = firstStops / weight - first * stops / (weight * weight);
            double bz = secondStops / weight - second * stops / (weight * weight);
            double determinant = aa * bb - ab * ab;
            if (determinant < 1e-9) {
                return new double[2];
            }
            return new double[] {
                (az * bb - bz * ab) / determinant, (bz * aa - az * ab) / determinant
            };
        }

        private static double square(double value) {
            return value * value;
        }
    }
}
