package parley.image.operation.style;

import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Where lightness goes: along the curve that makes it as frequent as the reference's, and from
/// there towards the straight line that gives it only the reference's mean and deviation (Reinhard,
/// Ashikhmin, Gooch and Shirley, "Color transfer between images", 2001), no further than the
/// structure that is to stay asks for. Both keep the order of lightness.
///
/// @param straight how far towards the line: 0 to 1
record OrderedLightness(TransportCurve curve, Line line, float straight) {
    private static final double LEAST_GAIN = 0.3;
    private static final double MOST_GAIN = 3;
    private static final float WHITE = 100;
    private static final int HALVINGS = 12;

    /// The correlation of lightness before and after that is asked for, at structure 0, one half
    /// and 1.
    private static final double[] KEPT = {0.8, 0.955, 0.99};

    /// A straight line of lightness.
    record Line(double from, double gain, double to) {
        static Line of(ColourCloud own, ColourCloud others) {
            double[] here = meanAndDeviation(own.lightness());
            double[] there = meanAndDeviation(others.lightness());
            double gain = Math.clamp(there[1] / Math.max(1, here[1]), LEAST_GAIN, MOST_GAIN);
            return new Line(here[0], gain, there[0]);
        }

        float moved(float lightness) {
            return (float) Math.clamp(to + gain * (lightness - from), 0, WHITE);
        }
    }

    /// @param structure how much of it stays: 0 to 1
    static OrderedLightness of(ColourCloud own, ColourCloud others, double structure) {
        TransportCurve curve = ColourTransport.lightness(own, others);
        Line line = Line.of(own, others);
        double kept =
                structure < 0.5
                        ? KEPT[0] + 2 * structure * (KEPT[1] - KEPT[0])
                        : KEPT[1] + (2 * structure - 1) * (KEPT[2] - KEPT[1]);
        double low = 0;
        double high = 1;
        float[] lightness = own.lightness();
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = halving == 0 ? 0 : (low + high) / 2;
            OrderedLightness tried = new OrderedLightness(curve, line, (float) middle);
            if (StyleScore.correlation(lightness, tried.moved(lightness)) >= kept) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return new OrderedLightness(curve, line, (float) high);
    }

    private static double[] meanAndDeviation(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / values.length;
        return new double[] {mean, Math.sqrt(Math.max(0, squares / values.length - mean * mean))};
    }

    private float[] moved(float[] lightness) {
        float[] moved = new float[lightness.length];
        for (int k = 0; k < moved.length; k++) {
            moved[k] = moved(lightness[k]);
        }
        return moved;
    }

    private float moved(float lightness) {
        float curved = lightness + curve.at(lightness);
        return curved + straight * (line.moved(lightness) - curved);
    }

    /// How far each lightness of a plane is moved.
    Plane moves(Plane lightness) {
        Plane made = Plane.empty(lightness.width(), lightness.height());
        Rows.each(
                lightness.height(),
                y -> {
                    for (int i = y * made.width(); i < (y + 1) * made.width(); i++) {
                        made.values()[i] = moved(lightness.values()[i]) - lightness.values()[i];
                    }
                });
        return made;
    }
}
