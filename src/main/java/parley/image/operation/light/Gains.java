package parley.image.operation.light;

import parley.image.pixel.Plane;

/// By what each channel's linear light is multiplied.
record Gains(Plane red, Plane green, Plane blue) {
    static Gains empty(int width, int height) {
        return new Gains(
                Plane.empty(width, height), Plane.empty(width, height), Plane.empty(width, height));
    }

    Plane channel(int c) {
        return switch (c) {
            case 0 -> red;
            case 1 -> green;
            case 2 -> blue;
            default -> throw new IllegalArgumentException("There is no channel " + c + ".");
        };
    }

    /// Makes the mean brightness of the factors this.
    ///
    /// @param coloured of the light of lamps with a hue, the mean of the channels is meant and not
    ///   luminance: blue light is dark, and is not to be made up for
    /// @param where how much each place counts
    void normalise(double brightness, boolean coloured, Plane where) {
        double[] weights =
                coloured
                        ? new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}
                        : new double[] {0.2126, 0.7152, 0.0722};
        double sum = 0;
        double all = 1e-6;
        for (int i = 0; i < red.values().length; i++) {
            double light =
                    weights[0] * red.values()[i]
                            + weights[1] * green.values()[i]
                            + weights[2] * blue.values()[i];
            sum += where.values()[i] * light;
            all += where.values()[i];
        }
        float scale = (float) (brightness * all / Math.max(1e-4, sum));
        for (int c = 0; c < 3; c++) {
            float[] values = channel(c).values();
            for (int i = 0; i < values.length; i++) {
                values[i] *= scale;
            }
        }
    }

    /// One light through another.
    Gains times(Gains other) {
        Gains made = empty(red.width(), red.height());
        for (int c = 0; c < 3; c++) {
            float[] values = made.channel(c).values();
            for (int i = 0; i < values.length; i++) {
                values[i] = channel(c).values()[i] * other.channel(c).values()[i];
            }
        }
        return made;
    }
}
