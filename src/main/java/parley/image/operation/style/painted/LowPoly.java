package parley.image.operation.style.painted;

import java.util.ArrayList;
import java.util.List;
import parley.image.pixel.Blur;
import parley.image.pixel.Channels;
import parley.image.pixel.Delaunay;
import parley.image.pixel.Mixing;
import parley.image.pixel.Plane;

/// Triangles of one colour, small along edges and large between ([Delaunay]).
final class LowPoly implements PaintedStyle {
    /// Four samples of each pixel, so that edges are smooth.
    private static final double[] SAMPLES = {0.25, 0.75};

    @Override
    public Channels paint(Subject subject) {
        Channels picture = subject.picture();
        List<double[]> points = points(subject);
        double[] x = points.stream().mapToDouble(point -> point[0]).toArray();
        double[] y = points.stream().mapToDouble(point -> point[1]).toArray();
        double reach = Math.max(subject.width(), subject.height());
        Channels sums = Tones.empty(subject.width(), subject.height());
        Plane covered = Plane.empty(subject.width(), subject.height());
        for (int[] triangle : Delaunay.triangles(x, y, reach)) {
            Facet facet = new Facet(x, y, triangle);
            float[] colour = facet.mean(picture);
            facet.fill(sums, covered, colour);
        }
        return Tones.each(
                picture,
                (column, row, rgb) -> {
                    float share = covered.at(column, row);
                    if (share > 0) {
                        rgb[0] = sums.red().at(column, row) / share;
                        rgb[1] = sums.green().at(column, row) / share;
                        rgb[2] = sums.blue().at(column, row) / share;
                    }
                });
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
    private record Facet(double[] x, double[] y, int[] corners) {
        private interface Sample {
            void at(int column, int row);
        }

        private void each(int width, int height, Sample sample) {
            double top = Math.min(cornerY(0), Math.min(cornerY(1), cornerY(2)));
            double bottom = Math.max(cornerY(0), Math.max(cornerY(1), cornerY(2)));
            for (int row = Math.max(0, (int) top - 1);
                    row <= Math.min(height - 1, (int) bottom + 1);
                    row++) {
                for (double part : SAMPLES) {
                    line(row, row + part, width, sample);
                }
            }
        }

        private double cornerX(int k) {
            return x[corners[k % 3]];
        }

        private double cornerY(int k) {
            return y[corners[k % 3]];
        }

        private void line(int row, double at, int width, Sample sample) {
            double from = Double.MAX_VALUE;
            double to = -Double.MAX_VALUE;
            for (int k = 0; k < 3; k++) {
                double one = cornerY(k);
                double other = cornerY(k + 1);
                if (one <= at != other <= at) {
                    double place =
                            cornerX(k) + (at - one) / (other - one) * (cornerX(k + 1) - cornerX(k));
                    from = Math.min(from, place);
                    to = Math.max(to, place);
                }
            }
            int first = (int) Math.ceil(2 * from - 0.5);
            int last = (int) Math.ceil(2 * to - 0.5) - 1;
            for (int half = Math.max(0, first); half <= Math.min(2 * width - 1, last); half++) {
                sample.at(half / 2, row);
            }
        }

        float[] mean(Channels picture) {
            double[] sums = new double[4];
            each(
                    picture.width(),
                    picture.height(),
                    (column, row) -> {
                        int i = row * picture.width() + column;
                        sums[0] += picture.red().values()[i];
                        sums[1] += picture.green().values()[i];
                        sums[2] += picture.blue().values()[i];
                        sums[3]++;
                    });
            float[] mean = new float[3];
            for (int channel = 0; channel < 3; channel++) {
                mean[channel] = (float) (sums[channel] / Math.max(1, sums[3]));
            }
            Tones.saturate(mean, 1.18f);
            return mean;
        }

        void fill(Channels sums, Plane covered, float[] colour) {
            each(
                    covered.width(),
                    covered.height(),
                    (column, row) -> {
                        int i = row * covered.width() + column;
                        sums.red().values()[i] += colour[0];
                        sums.green().values()[i] += colour[1];
                        sums.blue().values()[i] += colour[2];
                        covered.values()[i]++;
                    });
        }
    }
}
