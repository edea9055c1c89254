package parley.image.pixel;

/// Makes pictures and planes larger and smaller. Pixel centres stay where they are: nothing moves.
public final class Resize {
    private Resize() {}

    /// The neighbours of each pixel of a line, and their weights.
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    private record Taps(int count, int[] first, float[] weights) {
        static Taps of(int from, int to, Kernel kernel) {
            double scale = Math.max(1, (double) from / to);
            double radius = Math.max(kernel.radius() * scale, 0.5);
            int count = Math.min(from, (int) Math.ceil(radius * 2) + 1);
            int[] first = new int[to];
            float[] weights = new float[to * count];
            for (int i = 0; i < to; i++) {
                double centre = (i + 0.5) * from / to - 0.5;
                int begin = Math.clamp((int) Math.ceil(centre - radius - 1e-9), 0, from - count);
                first[i] = begin;
                fill(weights, i * count, count, begin, centre, scale, kernel, from);
            }
            return new Taps(count, first, weights);
        }

        private static void fill(
                float[] weights,
                int offset,
                int count,
                int begin,
                double centre,
                double scale,
                Kernel kernel,
                int from) {
            double sum = 0;
            for (int k = 0; k < count; k++) {
                double distance = Math.abs(begin + k - centre) / scale;
                double weight = distance <= kernel.radius() ? kernel.weight(distance) : 0;
                weights[offset + k] = (float) weight;
                sum += weight;
            }
            if (Math.abs(sum) < 1e-6) {
                int nearest = Math.clamp(Math.round(centre), 0, from - 1) - begin;
                weights[offset + Math.clamp(nearest, 0, count - 1)] = 1;
                return;
            }
            for (int k = 0; k < count; k++) {
                weights[offset + k] = (float) (weights[offset + k] / sum);
            }
        }
    }

    /// A plane in another size. Beyond its edges lies nothing: the weights of what is inside count.
    public static Plane plane(Plane plane, Size size, Kernel kernel) {
        if (plane.width() == size.width() && plane.height() == size.height()) {
            return plane.copy();
        }
        Taps across = Taps.of(plane.width(), size.width(), kernel);
        Taps down = Taps.of(plane.height(), size.height(), kernel);
        Plane wide = Plane.empty(size.width(), plane.height());
        Rows.each(plane.height(), y -> across(plane, wide, across, y));
        Plane made = Plane.empty(size.width(), size.height());
        Rows.each(size.height(), y -> down(wide, made, down, y));
        return made;
    }

    private static void across(Plane from, Plane to, Taps taps, int y) {
        float[] source = from.values();
        int row = y * from.width();
        int count = taps.count();
        for (int x = 0; x < to.width(); x++) {
            int first = row + taps.first()[x];
            int tap = x * count;
            float sum = 0;
            for (int k = 0; k < count; k++) {
                sum += source[first + k] * taps.weights()[tap + k];
            }
            to.values()[y * to.width() + x] = sum;
        }
    }

    private static void down(Plane from, Plane to, Taps taps, int y) {
        int width = to.width();
        int target = y * width;
        for (int k = 0; k < taps.count(); k++) {
            float weight = taps.weights()[y * taps.count() + k];
            if (weight == 0) {
                continue;
            }
            int source = (taps.first()[y] + k) * width;
            for (int x = 0; x < width; x++) {
                to.values()[target + x] += weight * from.values()[source + x];
            }
        }
    }

    /// A picture in another size, worked out in linear light where it becomes smaller and as it is
    /// encoded where it becomes larger; what is transparent adds no colour.
    public static Picture picture(Picture picture, Size size, Kernel kernel) {
        boolean smaller = size.pixels() < picture.size().pixels();
        Channels channels = smaller ? Channels.linear(picture) : Channels.of(picture);
        Channels resized = channels(channels, size, kernel);
        return smaller ? resized.pictureOfLinear() : resized.picture();
    }

    /// Channels in another size; what is transparent adds no colour.
    public static Channels channels(Channels channels, Size size, Kernel kernel) {
        boolean opaque = isOpaque(channels.alpha());
        Plane alpha =
                opaque
                        ? Plane.filled(size.width(), size.height(), 1)
                        : plane(channels.alpha(), size, kernel);
        return new Channels(
                colour(channels.red(), channels.alpha(), alpha, opaque, size, kernel),
                colour(channels.green(), channels.alpha(), alpha, opaque, size, kernel),
                colour(channels.blue(), channels.alpha(), alpha, opaque, size, kernel),
                alpha);
    }

    private static Plane colour(
            Plane colour,
            Plane alphaBefore,
            Plane alpha,
            boolean opaque,
            Size size,
            Kernel kernel) {
        if (opaque) {
            return plane(colour, size, kernel);
        }
        Plane weighed = colour.copy();
        for (int i = 0; i < weighed.values().length; i++) {
            weighed.values()[i] *= alphaBefore.values()[i];
        }
        Plane made = plane(weighed, size, kernel);
        for (int i = 0; i < made.values().length; i++) {
            float covered = alpha.values()[i];
            made.values()[i] = covered > 1e-4f ? made.values()[i] / covered : 0;
        }
        return made;
    }

    private static boolean isOpaque(Plane alpha) {
        for (float value : alpha.values()) {
            if (value < 1) {
                return false;
            }
        }
        return true;
    }
}
