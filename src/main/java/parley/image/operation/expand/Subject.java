package parley.image.operation.expand;

import parley.image.pixel.Blur;
import parley.image.pixel.Interleaved;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// What a picture shows, as opposed to what is behind it: places that cannot be reached from its
/// edges without crossing an edge of colour. Source: the geodesic saliency of Wei, Wen, Zhu and
/// Sun, "Geodesic saliency using background priors", ECCV 2012.
final class Subject {
    private static final int SWEEPS = 4;

    /// A way that crosses steps of this much in all leads to what is certainly a subject.
    private static final float CERTAIN = 0.5f;

    private Subject() {}

    /// @param source a small picture
    /// @return 0 to 1
    static Plane of(Interleaved source) {
        Plane way = Plane.filled(source.width(), source.height(), Float.MAX_VALUE);
        for (int y = 0; y < way.height(); y++) {
            for (int x = 0; x < way.width(); x++) {
                if (x == 0 || y == 0 || x == way.width() - 1 || y == way.height() - 1) {
                    way.set(x, y, 0);
                }
            }
        }
        float usual = usualStep(source);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < way.values().length; i++) {
                shorten(way, source, usual, i);
            }
            for (int i = way.values().length - 1; i >= 0; i--) {
                shorten(way, source, usual, i);
            }
        }
        for (int i = 0; i < way.values().length; i++) {
            way.values()[i] = Math.min(1, way.values()[i] / CERTAIN);
        }
        return Blur.gaussian(way, 1);
    }

    /// The most of the subject that a neighbourhood reaches.
    static Plane reached(Plane subject, int radius) {
        return EvenSides.turned(mostAcross(EvenSides.turned(mostAcross(subject, radius)), radius));
    }

    private static Plane mostAcross(Plane plane, int radius) {
        Plane most = Plane.empty(plane.width(), plane.height());
        Rows.each(
                plane.height(),
                y -> {
                    for (int x = 0; x < plane.width(); x++) {
                        float value = 0;
                        for (int k = -radius; k <= radius; k++) {
                            value = Math.max(value, plane.atNearest(x + k, y));
                        }
                        most.set(x, y, value);
                    }
                });
        return most;
    }

    /// The mean step between neighbours: so much is texture, and no edge.
    private static float usualStep(Interleaved source) {
        double sum = 0;
        int count = 0;
        for (int i = 1; i < source.width() * source.height(); i++) {
            if (i % source.width() != 0) {
                sum += step(source, i, i - 1);
                count++;
            }
        }
        return count == 0 ? 0 : (float) (sum / count);
    }

    private static void shorten(Plane way, Interleaved source, float usual, int i) {
        int width = way.width();
        int x = i % width;
        int y = i / width;
        float best = way.values()[i];
        for (int side = 0; side < 4; side++) {
            int dx = side == 0 ? -1 : side == 1 ? 1 : 0;
            int dy = side == 2 ? -1 : side == 3 ? 1 : 0;
            if (x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < way.height()) {
                int other = i + dy * width + dx;
                float step = Math.max(0, step(source, i, other) - usual);
                best = Math.min(best, way.values()[other] + step);
            }
        }
        way.values()[i] = best;
    }

    private static float step(Interleaved source, int one, int other) {
        int depth = source.depth();
        float squares = 0;
        for (int channel = 0; channel < depth; channel++) {
            float difference =
                    source.values()[one * depth + channel]
                            - source.values()[other * depth + channel];
            squares += difference * difference;
        }
        return (float) Math.sqrt(squares / depth);
    }
}
