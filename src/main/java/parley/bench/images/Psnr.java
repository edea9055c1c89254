package parley.bench.images;

import parley.image.pixel.Plane;

/// Peak signal-to-noise ratio: how far two pictures are apart, in decibels; more is nearer.
public final class Psnr {
    private Psnr() {}

    /// @param one 0 to 1, as large as the other
    /// @param border so many pixels at the edges do not count
    /// @return infinite for equal planes
    public static double of(Plane one, Plane other, int border) {
        double sum = 0;
        long count = 0;
        for (int y = border; y < one.height() - border; y++) {
            for (int x = border; x < one.width() - border; x++) {
                double difference = one.at(x, y) - other.at(x, y);
                sum += difference * difference;
                count++;
            }
        }
        return -10 * Math.log10(sum / count);
    }
}
