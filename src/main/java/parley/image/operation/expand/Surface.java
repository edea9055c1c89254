package parley.image.operation.expand;

import parley.image.pixel.Plane;

/// How far a part of a strip is from a plane, by least squares. On a grid the mean and both slopes
/// do not depend on each other, so each is a sum.
final class Surface {
    private Surface() {}

    /// The root mean square of what a plane leaves.
    ///
    /// @param first row of the strip
    /// @param length how many rows
    static float rest(Plane strip, int first, int length) {
        int width = strip.width();
        double middleX = (width - 1) / 2.0;
        double middleY = (length - 1) / 2.0;
        double sum = 0;
        double squares = 0;
        double across = 0;
        double down = 0;
        for (int y = 0; y < length; y++) {
            double row = 0;
            for (int x = 0; x < width; x++) {
                double value = strip.at(x, first + y);
                row += value;
                squares += value * value;
                across += value * (x - middleX);
            }
            sum += row;
            down += row * (y - middleY);
        }
        double count = (double) width * length;
        double rest = squares - sum * sum / count;
        rest -= explained(across, spread(width) * length);
        rest -= explained(down, spread(length) * width);
        return (float) Math.sqrt(Math.max(0, rest) / count);
    }

    private static double explained(double moment, double spread) {
        return spread > 0 ? moment * moment / spread : 0;
    }

    /// The sum of squares of the distances from the middle of as many places in a row.
    private static double spread(int count) {
        return count * ((double) count * count - 1) / 12;
    }
}
