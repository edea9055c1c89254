package parley.image.operation.expand;

import parley.image.pixel.Interleaved;
import parley.image.pixel.Mixing;
import parley.image.pixel.PatchMatch;
import parley.image.pixel.PatchMatch.Field;
import parley.image.pixel.PatchMatch.Target;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Fills a small canvas ring by ring from the picture's edge outwards, each pixel with what follows
/// the neighbourhood that looks most like what is known of its own: so lines go on in their
/// direction. Source: Efros and Leung, "Texture synthesis by non-parametric sampling", ICCV 1999.
final class FirstGuess {
    private static final int MOST_PLACES = 1500;
    private static final int LEAST_PLACES = 120;

    /// How many comparisons there may be in all.
    private static final long MOST_COMPARISONS = 6_000_000;

    /// How much chance may prefer one place to another.
    private static final float WHIM = 0.15f;

    private final Frame frame;
    private final PatchMatch match;
    private final int[] places;
    private final long seed;

    FirstGuess(Frame frame, Interleaved source, int radius, PatchMatch match, long seed) {
        this.frame = frame;
        this.match = match;
        this.seed = seed;
        this.places = places(frame, source, radius, seed);
    }

    private static int[] places(Frame frame, Interleaved source, int radius, long seed) {
        int across = source.width() - 2 * radius;
        int all = across * (source.height() - 2 * radius);
        long added = Math.max(1, frame.pixels() - frame.source().pixels());
        long bound = Math.clamp(MOST_COMPARISONS / added, LEAST_PLACES, MOST_PLACES);
        int count = (int) Math.min(all, bound);
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            int place = count == all ? i : Mixing.below(all, seed, i, 7);
            places[i] = (place / across + radius) * source.width() + place % across + radius;
        }
        return places;
    }

    /// Fills the canvas.
    ///
    /// @param centres where places are sought
    /// @return what was found
    Field fill(Interleaved canvas, Interleaved source, Plane centres) {
        Field field = Field.empty(frame.width(), frame.height());
        Plane known = Plane.empty(frame.width(), frame.height());
        int rings = 0;
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                int outside = frame.outside(x, y);
                rings = Math.max(rings, outside);
                known.set(x, y, outside <= 0 ? 1 : 0);
            }
        }
        Target target = new Target(canvas, known);
        for (int ring = least(centres); ring <= rings; ring++) {
            ring(ring, target, field, centres);
            show(ring, canvas, source, known, field);
        }
        return field;
    }

    private int least(Plane centres) {
        int least = 1;
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                if (centres.at(x, y) > 0) {
                    least = Math.min(least, frame.outside(x, y));
                }
            }
        }
        return least;
    }

    private void ring(int ring, Target target, Field field, Plane centres) {
        Rows.each(
                frame.height(),
                y -> {
                    for (int x = 0; x < frame.width(); x++) {
                        if (frame.outside(x, y) == ring && centres.at(x, y) > 0) {
                            seek(target, field, x, y);
                        }
                    }
                });
    }

    private void seek(Target target, Field field, int x, int y) {
        int index = y * frame.width() + x;
        float best = Float.MAX_VALUE;
        float weight = match.weight(target, x, y);
        for (int place : places) {
            float favour = 1 + WHIM * Mixing.unit(seed, index, place);
            float cost = match.cost(target, x, y, place, best / favour, weight) * favour;
            if (cost < best) {
                best = cost;
                field.places()[index] = place;
            }
        }
        field.costs()[index] = best;
    }

    private void show(int ring, Interleaved canvas, Interleaved source, Plane known, Field field) {
        if (ring < 1) {
            return;
        }
        int depth = source.depth();
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                if (frame.outside(x, y) == ring) {
                    int index = y * frame.width() + x;
                    System.arraycopy(
                            source.values(),
                            field.places()[index] * depth,
                            canvas.values(),
                            index * depth,
                            depth);
                    known.set(x, y, 1);
                }
            }
        }
    }
}
