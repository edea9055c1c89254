package parley.image.pixel;

import java.util.Arrays;

/// Finds for the neighbourhoods of a target those of a source that look most alike, by trying what
/// the neighbours found and a few places by chance.
///
/// Source: Barnes, Shechtman, Finkelstein and Goldman, "PatchMatch: a randomized correspondence
/// algorithm for structural image editing", SIGGRAPH 2009. Unlike there, every pixel looks at what
/// its neighbours had before the round, so that rounds run on all cores and give the same result on
/// any number of them; neighbours a few pixels away make up for the shorter way that news travels.
public final class PatchMatch {
    private final Interleaved source;
    private final int radius;
    private final Prior prior;

    /// What a place of the source costs apart from how alike it is, in the mean square of channels
    /// from 0 to 1.
    @FunctionalInterface
    public interface Prior {
        Prior NONE = (_, _, _, _) -> 0;

        float cost(int targetX, int targetY, int sourceX, int sourceY);
    }

    /// Where each pixel of a target has its like: the index of a pixel of the source, or [#NOWHERE]
    /// where none is sought.
    ///
    /// @param costs how unlike they are
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    public record Field(int width, int height, int[] places, float[] costs) {
        public static final int NOWHERE = -1;

        public static Field empty(int width, int height) {
            int[] places = new int[width * height];
            Arrays.fill(places, NOWHERE);
            float[] costs = new float[width * height];
            Arrays.fill(costs, Float.MAX_VALUE);
            return new Field(width, height, places, costs);
        }
    }

    /// What is to be made of the source, so far.
    ///
    /// @param beliefs how much each pixel counts: 0 to 1
    public record Target(Interleaved pixels, Plane beliefs) {}

    /// @param radius of the neighbourhoods; the source must be larger than one of them
    public PatchMatch(Interleaved source, int radius, Prior prior) {
        if (Math.min(source.width(), source.height()) <= 2 * radius) {
            throw new IllegalArgumentException(
                    "%d × %d pixels hold no neighbourhood of radius %d."
                            .formatted(source.width(), source.height(), radius));
        }
        this.source = source;
        this.radius = radius;
        this.prior = prior;
    }

    /// The place inside the source, whole neighbourhood and all, that is nearest.
    public int nearestPlace(int x, int y) {
        return Math.clamp(y, radius, source.height() - 1 - radius) * source.width()
                + Math.clamp(x, radius, source.width() - 1 - radius);
    }

    /// A place by chance.
    public int anyPlace(long seed, long one, long other) {
        int x = Mixing.below(source.width() - 2 * radius, seed, one, other);
        int y = Mixing.below(source.height() - 2 * radius, seed + 1, one, other);
        return (y + radius) * source.width() + x + radius;
    }

    /// How unlike two neighbourhoods are: the weighed mean square of the differences, and the
    /// prior's cost. Pixels beyond the target's edge do not count.
    ///
    /// @param most when it is certain to be more, any larger number may come back
    public float cost(Target of, int x, int y, int place, float most) {
        return cost(of, x, y, place, most, weight(of, x, y));
    }

    /// How much the pixels of a target's neighbourhood count in all.
    public float weight(Target of, int x, int y) {
        Plane beliefs = of.beliefs();
        int right = Math.min(radius, beliefs.width() - 1 - x);
        int bottom = Math.min(radius, beliefs.height() - 1 - y);
        float weight = 0;
        for (int dy = Math.max(-radius, -y); dy <= bottom; dy++) {
            int row = (y + dy) * beliefs.width() + x;
            for (int dx = Math.max(-radius, -x); dx <= right; dx++) {
                weight += beliefs.values()[row + dx];
            }
        }
        return weight;
    }

    /// The same as [#cost(Target, int, int, int, float)], for whoever asks about many places for
    /// one pixel.
    ///
    /// @param weight as [#weight] says
    public float cost(Target of, int x, int y, int place, float most, float weight) {
        Interleaved target = of.pixels();
        int sourceX = place % source.width();
        int sourceY = place / source.width();
        float extra = prior.cost(x, y, sourceX, sourceY);
        if (extra >= most || weight <= 0) {
            return extra;
        }
        int left = Math.max(-radius, -x);
        int right = Math.min(radius, target.width() - 1 - x);
        int depth = target.depth();
        int bottom = Math.min(radius, target.height() - 1 - y);
        float bound = (most - extra) * depth * weight;
        float sum = 0;
        for (int dy = Math.max(-radius, -y); dy <= bottom; dy++) {
            int row = (y + dy) * target.width() + x + left;
            int from = (sourceY + dy) * source.width() + sourceX + left;
            sum +=
                    depth == 3
                            ? squaresOfThree(of, row, from, right - left + 1)
                            : squares(of, row, from, right - left + 1);
            if (sum > bound) {
                return Float.MAX_VALUE;
            }
        }
        return extra + sum / (weight * depth);
    }

    private float squares(Target of, int row, int place, int length) {
        int depth = source.depth();
        float[] one = of.pixels().values();
        float[] other = source.values();
        float sum = 0;
        for (int i = 0; i < length; i++) {
            float squares = 0;
            for (int channel = 0; channel < depth; channel++) {
                float difference =
                        one[(row + i) * depth + channel] - other[(place + i) * depth + channel];
                squares += difference * difference;
            }
            sum += of.beliefs().values()[row + i] * squares;
        }
        return sum;
    }

    /// The same without a loop over the channels, which takes longer than they do.
    private float squaresOfThree(Target of, int row, int place, int length) {
        float[] one = of.pixels().values();
        float[] other = source.values();
        float[] weights = of.beliefs().values();
        int to = row * 3;
        int from = place * 3;
        float sum = 0;
        for (int i = row; i < row + length; i++) {
            float first = one[to] - other[from];
            float second = one[to + 1] - other[from + 1];
            float third = one[to + 2] - other[from + 2];
            sum += weights[i] * (first * first + second * second + third * third);
            to += 3;
            from += 3;
        }
        return sum;
    }

    /// One round for every pixel that has a place.
    ///
    /// @param step how far away the neighbours are that are looked at
    /// @param chances how many places are tried by chance, each in half the distance of the last
    /// @param reach the distance of the first of these
    public Field improved(Target target, Field field, int step, int chances, int reach, long seed) {
        Field made =
                new Field(
                        field.width(),
                        field.height(),
                        field.places().clone(),
                        field.costs().clone());
        Rows.each(
                field.height(),
                y -> {
                    for (int x = 0; x < field.width(); x++) {
                        if (field.places()[y * field.width() + x] != Field.NOWHERE) {
                            Seeker seeker = new Seeker(target, made, x, y);
                            seeker.askNeighbours(field, step);
                            seeker.tryChances(chances, reach, seed);
                        }
                    }
                });
        return made;
    }

    /// Works out the costs anew, after the target changed.
    public void reprice(Target target, Field field) {
        Rows.each(
                field.height(),
                y -> {
                    for (int x = 0; x < field.width(); x++) {
                        int i = y * field.width() + x;
                        if (field.places()[i] != Field.NOWHERE) {
                            field.costs()[i] =
                                    cost(target, x, y, field.places()[i], Float.MAX_VALUE);
                        }
                    }
                });
    }

    /// One pixel that looks for its like.
    private final class Seeker {
        private final Target target;
        private final Field made;
        private final int x;
        private final int y;
        private final int index;
        private final float weight;

        Seeker(Target target, Field made, int x, int y) {
            this.target = target;
            this.made = made;
            this.x = x;
            this.y = y;
            this.index = y * made.width() + x;
            this.weight = weight(target, x, y);
        }

        void askNeighbours(Field before, int step) {
            askNeighbour(before, -step, 0);
            askNeighbour(before, step, 0);
            askNeighbour(before, 0, -step);
            askNeighbour(before, 0, step);
        }

        private void askNeighbour(Field before, int dx, int dy) {
            int neighbourX = x + dx;
            int neighbourY = y + dy;
            if (neighbourX < 0
                    || neighbourY < 0
                    || neighbourX >= before.width()
                    || neighbourY >= before.height()) {
                return;
            }
            int place = before.places()[neighbourY * before.width() + neighbourX];
            if (place != Field.NOWHERE) {
                offer(nearestPlace(place % source.width() - dx, place / source.width() - dy));
            }
        }

        void tryChances(int chances, int reach, long seed) {
            int width = source.width();
            int around = reach;
            for (int chance = 0; chance < chances && around >= 1; chance++, around /= 2) {
                int place = made.places()[index];
                long salt = seed * 31 + chance;
                int dx = Mixing.below(2 * around + 1, salt, index, 0) - around;
                int dy = Mixing.below(2 * around + 1, salt, index, 1) - around;
                offer(nearestPlace(place % width + dx, place / width + dy));
            }
        }

        private void offer(int place) {
            if (place == made.places()[index]) {
                return;
            }
            float cost = cost(target, x, y, place, made.costs()[index], weight);
            if (cost < made.costs()[index]) {
                made.places()[index] = place;
                made.costs()[index] = cost;
            }
        }
    }
}
