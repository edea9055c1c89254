package parley.analysis.chart;

import java.util.Arrays;

/// The places that a line goes through, no more of them than can be seen.
///
/// @param x the first `count` of these
@SuppressWarnings("ArrayRecordComponent") // They are compared nowhere.
record Trace(double[] x, double[] y, int count) {
    /// More places than this in a column of pixels cannot be told apart.
    private static final int PLACES_A_COLUMN = 2;

    /// The places from one index to another, both included. Where there are more than twice as many
    /// as columns of pixels, what is left of a column is its first, least, greatest and last one:
    /// the line covers the same pixels.
    ///
    /// @param x never falling
    /// @param column how wide a column is
    static Trace of(double[] x, double[] y, int from, int to, double column) {
        double columns = Math.max(1, (x[to] - x[from]) / column);
        if (to - from + 1 <= PLACES_A_COLUMN * columns) {
            return new Trace(
                    Arrays.copyOfRange(x, from, to + 1),
                    Arrays.copyOfRange(y, from, to + 1),
                    to - from + 1);
        }
        Builder builder = new Builder(x, y);
        int begin = from;
        while (begin <= to) {
            long place = (long) Math.floor(x[begin] / column);
            int end = begin;
            while (end < to && (long) Math.floor(x[end + 1] / column) == place) {
                end++;
            }
            builder.addColumn(begin, end);
            begin = end + 1;
        }
        return builder.trace();
    }

    /// The same places from the last to the first.
    Trace backwards() {
        double[] backX = new double[count];
        double[] backY = new double[count];
        for (int i = 0; i < count; i++) {
            backX[i] = x[count - 1 - i];
            backY[i] = y[count - 1 - i];
        }
        return new Trace(backX, backY, count);
    }

    /// These places, and then the others.
    Trace then(Trace other) {
        double[] bothX = Arrays.copyOf(x, count + other.count);
        double[] bothY = Arrays.copyOf(y, count + other.count);
        System.arraycopy(other.x, 0, bothX, count, other.count);
        System.arraycopy(other.y, 0, bothY, count, other.count);
        return new Trace(bothX, bothY, count + other.count);
    }

    /// Gathers places column by column.
    private static final class Builder {
        private final double[] x;
        private final double[] y;
        private int[] kept = new int[1024];
        private int count;

        Builder(double[] x, double[] y) {
            this.x = x;
            this.y = y;
        }

        void addColumn(int begin, int end) {
            int least = begin;
            int greatest = begin;
            for (int i = begin; i <= end; i++) {
                least = y[i] < y[least] ? i : least;
                greatest = y[i] > y[greatest] ? i : greatest;
            }
            add(begin);
            add(Math.min(least, greatest));
            add(Math.max(least, greatest));
            add(end);
        }

        private void add(int index) {
            if (count > 0 && kept[count - 1] == index) {
                return;
            }
            if (count == kept.length) {
                kept = Arrays.copyOf(kept, 2 * count);
            }
            kept[count++] = index;
        }

        Trace trace() {
            double[] keptX = new double[count];
            double[] keptY = new double[count];
            for (int i = 0; i < count; i++) {
                keptX[i] = x[kept[i]];
                keptY[i] = y[kept[i]];
            }
            return new Trace(keptX, keptY, count);
        }
    }
}
