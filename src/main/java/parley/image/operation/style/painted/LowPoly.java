package parley.image.operation.style.painted;

import java.util.ArrayList;
import java.util.List;
import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.Delaunay;
import parley.image.pixel.Mixing;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// Triangles of one colour, small along edges and large between ([Delaunay]).
final class LowPoly implements PaintedStyle {
    @Override
    public Channels paint(Subject subject) {
        Subject draft = subject.draft();
        List<double[]> points = points(draft);
        double[] x = points.stream().mapToDouble(point -> point[0]).toArray();
        double[] y = points.stream().mapToDouble(point -> point[1]).toArray();
        double reach = Math.max(draft.width(), draft.height());
        List<int[]> triangles = Delaunay.triangles(x, y, reach);
        Facet[] facets = new Facet[triangles.size()];
        Rows.each(
                facets.length, k -> facets[k] = Facet.of(x, y, triangles.get(k), draft.picture()));
        return filled(subject, facets);
    }

    private static Channels filled(Subject subject, Facet[] facets) {
        double times = subject.timesDraft();
        int width = subject.width();
        int height = subject.height();
        List<List<Facet>> bands = new ArrayList<>();
        for (int top = 0; top < height; top += Band.ROWS) {
            bands.add(new ArrayList<>());
        }
        for (Facet facet : facets) {
            Facet large = facet.times(times);
            int last = Math.min(bands.size() - 1, (int) (large.bottom() / Band.ROWS));
            for (int band = (int) (large.top() / Band.ROWS); band <= last; band++) {
                bands.get(band).add(large);
            }
        }
        Channels made = Tones.empty(width, height);
        Rows.each(
                bands.size(),
                band -> {
                    Band filled = new Band(width, band * Band.ROWS);
                    bands.get(band).forEach(filled::fill);
                    filled.mixInto(made, subject.picture());
                });
        return made;
    }

    /// Points by chance, near edges more of them, none too near another; and all around the border.
    private static List<double[]> points(Subject subject) {
        double unit = subject.unit();
        Plane luma = Blur.gaussian(subject.picture().luma(), 1.2 * unit);
        double wide = 32 * unit * (1.4 - 0.8 * subject.detail());
        double near = wide / 9;
        List<double[]> points = border(subject, wide);
        Spread spread = new Spread(subject, near);
        points.forEach(point -> spread.add(point[0], point[1]));
        int tries = (int) (30.0 * subject.width() * subject.height() / (wide * wide)) + 8;
        for (int k = 0; k < tries * 8; k++) {
            double x = Mixing.unit(subject.seed(), k, 0) * (subject.width() - 1);
            double y = Mixing.unit(subject.seed(), k, 1) * (subject.height() - 1);
            double edge = edge(luma, (int) x, (int) y, unit);
            double least = wide * Math.pow(near / wide, Math.min(1, edge * 6));
            if (spread.isFree(x, y, least)) {
                spread.add(x, y);
                points.add(new double[] {x, y});
            }
        }
        return points;
    }

    private static double edge(Plane luma, int x, int y, double unit) {
        int reach = (int) Math.max(1, Math.round(1.5 * unit));
        double across = luma.atNearest(x + reach, y) - luma.atNearest(x - reach, y);
        double down = luma.atNearest(x, y + reach) - luma.atNearest(x, y - reach);
        return Math.hypot(across, down);
    }

    private static List<double[]> border(Subject subject, double step) {
        List<double[]> points = new ArrayList<>();
        double width = subject.width();
        double height = subject.height();
        int across = Math.max(1, (int) (width / step));
        int down = Math.max(1, (int) (height / step));
        for (int k = 0; k < across; k++) {
            points.add(new double[] {width * k / across, 0});
            points.add(new double[] {width * (k + 1) / across, height});
        }
        for (int k = 0; k < down; k++) {
            points.add(new double[] {0, height * (k + 1) / down});
            points.add(new double[] {width, height * k / down});
        }
        return points;
    }

    /// Which points are near a place.
    private static final class Spread {
        private final double cell;
        private final int columns;
        private final int rows;
        private final List<List<double[]>> cells = new ArrayList<>();

        Spread(Subject subject, double near) {
            cell = Math.max(1, near * 2);
            columns = (int) (subject.width() / cell) + 1;
            rows = (int) (subject.height() / cell) + 1;
            for (int k = 0; k < columns * rows; k++) {
                cells.add(new ArrayList<>());
            }
        }

        void add(double x, double y) {
            cells.get(row(y) * columns + column(x)).add(new double[] {x, y});
        }

        private int column(double x) {
            return Math.clamp((int) (x / cell), 0, columns - 1);
        }

        private int row(double y) {
            return Math.clamp((int) (y / cell), 0, rows - 1);
        }

        boolean isFree(double x, double y, double least) {
            for (int row = row(y - least); row <= row(y + least); row++) {
                for (int column = column(x - least); column <= column(x + least); column++) {
                    for (double[] point : cells.get(row * columns + column)) {
                        if (Math.hypot(point[0] - x, point[1] - y) < least) {
                            return false;
                        }
                    }
                }
            }
            return true;
        }
    }

    /// One triangle.
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    private record Facet(double[] x, double[] y, float[] colour) {
        /// Two lines in each row of pixels, and two samples of each pixel in a line, so that edges
        /// are smooth.
        private static final double[] LINES = {0.25, 0.75};

        /// Counts how many samples, one or two, of a pixel lie inside.
        private interface Sample {
            void at(int column, int row, int samples);
        }

        /// A triangle in the mean colour of what it covers.
        static Facet of(double[] x, double[] y, int[] corners, Channels picture) {
            double[] ownX = {x[corners[0]], x[corners[1]], x[corners[2]]};
            double[] ownY = {y[corners[0]], y[corners[1]], y[corners[2]]};
            Facet facet = new Facet(ownX, ownY, new float[3]);
            double[] sums = new double[4];
            facet.each(
                    picture.width(),
                    0,
                    picture.height(),
                    (column, row, samples) -> {
                        int i = row * picture.width() + column;
                        sums[0] += samples * picture.red().values()[i];
                        sums[1] += samples * picture.green().values()[i];
                        sums[2] += samples * picture.blue().values()[i];
                        sums[3] += samples;
                    });
            for (int channel = 0; channel < 3; channel++) {
                facet.colour[channel] = (float) (sums[channel] / Math.max(1, sums[3]));
            }
            Tones.saturate(facet.colour, 1.18f);
            return facet;
        }

        Facet times(double factor) {
            double[] farX = {factor * x[0], factor * x[1], factor * x[2]};
            double[] farY = {factor * y[0], factor * y[1], factor * y[2]};
            return new Facet(farX, farY, colour);
        }

        double top() {
            return Math.max(0, Math.min(y[0], Math.min(y[1], y[2])));
        }

        double bottom() {
            return Math.max(y[0], Math.max(y[1], y[2]));
        }

        /// Goes through the rows from one to before another.
        void each(int width, int from, int to, Sample sample) {
            int last = Math.min(to - 1, (int) bottom() + 1);
            for (int row = Math.max(from, (int) top() - 1); row <= last; row++) {
                for (double line : LINES) {
                    line(row, row + line, width, sample);
                }
            }
        }

        private void line(int row, double at, int width, Sample sample) {
            double from = Double.MAX_VALUE;
            double to = -Double.MAX_VALUE;
            for (int k = 0; k < 3; k++) {
                int next = (k + 1) % 3;
                if (y[k] <= at != y[next] <= at) {
                    double place = x[k] + (at - y[k]) / (y[next] - y[k]) * (x[next] - x[k]);
                    from = Math.min(from, place);
                    to = Math.max(to, place);
                }
            }
            int first = Math.max(0, (int) Math.ceil(2 * from - 0.5));
            int last = Math.min(2 * width - 1, (int) Math.ceil(2 * to - 0.5) - 1);
            for (int half = first; half <= last; ) {
                int samples = (half & 1) == 0 && half < last ? 2 : 1;
                sample.at(half / 2, row, samples);
                half += samples;
            }
        }
    }

    /// Some rows of the painting.
    private static final class Band {
        static final int ROWS = 32;

        private final int width;
        private final int top;

        /// Red, green, blue and how many samples, for each pixel.
        private final float[] sums;

        Band(int width, int top) {
            this.width = width;
            this.top = top;
            sums = new float[4 * ROWS * width];
        }

        void fill(Facet facet) {
            float[] colour = facet.colour();
            facet.each(
                    width,
                    top,
                    top + ROWS,
                    (column, row, samples) -> {
                        int i = 4 * ((row - top) * width + column);
                        sums[i] += samples * colour[0];
                        sums[i + 1] += samples * colour[1];
                        sums[i + 2] += samples * colour[2];
                        sums[i + 3] += samples;
                    });
        }

        /// Where no triangle is, the picture stays.
        void mixInto(Channels made, Channels picture) {
            int end = Math.min(made.height(), top + ROWS) * width;
            for (int i = top * width; i < end; i++) {
                int at = 4 * (i - top * width);
                float samples = sums[at + 3];
                boolean covered = samples > 0;
                made.red().values()[i] = covered ? sums[at] / samples : picture.red().values()[i];
                made.green().values()[i] =
                        covered ? sums[at + 1] / samples : picture.green().values()[i];
                made.blue().values()[i] =
                        covered ? sums[at + 2] / samples : picture.blue().values()[i];
            }
        }
    }
}
