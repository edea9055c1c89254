package parley.image.operation.upscale.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import parley.image.operation.upscale.FilterBank;
import parley.image.operation.upscale.LumaGrid;
import parley.image.operation.upscale.Neighbourhood;
import parley.image.operation.upscale.Shrinking;
import parley.image.operation.upscale.Surroundings;
import parley.image.pixel.Plane;

/// Learns the filters that upscaling uses, from [DeadLeaves]. The same file comes out each time, on
/// every machine.
public final class FilterTraining {
    private static final int PICTURES = 32;

    /// What is gathered from one picture takes 18 MB.
    private static final int AT_ONCE = 4;

    private static final int SIDE = 320;
    private static final long SEED = 20_250_917;

    /// The variance, for tones from 0 to 1, of surroundings that count by half more than flat ones:
    /// there it shows what a filter does, and elsewhere it would learn to remove noise.
    private static final double BUSY = 0.001;

    /// What fits best is the mean of all that may have been there, and so smoother than any of it:
    /// the filters go farther from Lanczos by this.
    private static final double BOLDNESS = 1.1;

    private static final double[] LANCZOS = LanczosFilters.weights();
    private static final int[][] MOVES = Neighbourhood.moves();
    private static final int[][] PHASES = Neighbourhood.of(FilterBank.SIDE).phases();

    private FilterTraining() {}

    /// Learns, and writes the file.
    public static void main(String[] arguments) throws IOException {
        Path file =
                Path.of(
                        arguments.length > 0
                                ? arguments[0]
                                : "src/main/resources" + FilterBank.RESOURCE);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, learn().bytes());
    }

    static FilterBank learn() {
        NormalEquations[] all = empty();
        for (int first = 0; first < PICTURES; first += AT_ONCE) {
            List<NormalEquations[]> pictures =
                    IntStream.range(first, Math.min(PICTURES, first + AT_ONCE))
                            .parallel()
                            .mapToObj(FilterTraining::gather)
                            .toList();
            for (NormalEquations[] picture : pictures) {
                for (int sort = 0; sort < all.length; sort++) {
                    all[sort].add(picture[sort]);
                }
            }
        }
        return solve(all);
    }

    private static NormalEquations[] empty() {
        NormalEquations[] sorts = new NormalEquations[Surroundings.COUNT];
        Arrays.setAll(sorts, ignored -> new NormalEquations());
        return sorts;
    }

    private static NormalEquations[] gather(int number) {
        Plane large = DeadLeaves.of(SIDE, SEED + number);
        Plane small = new Shrinking(2).shrink(large);
        for (int i = 0; i < small.values().length; i++) {
            small.values()[i] = Math.round(Math.clamp(small.values()[i], 0f, 1f) * 255) / 255f;
        }
        LumaGrid grid = LumaGrid.of(small);
        Surroundings surroundings = new Surroundings(grid);
        Neighbourhood neighbourhood = Neighbourhood.of(grid.stride());
        NormalEquations[] sorts = empty();
        int[] codes = new int[grid.width()];
        for (int y = FilterBank.RADIUS; y < grid.height() - FilterBank.RADIUS; y++) {
            surroundings.row(y, codes);
            for (int x = FilterBank.RADIUS; x < grid.width() - FilterBank.RADIUS; x++) {
                example(sorts, grid, neighbourhood, codes[x], x, y, large);
            }
        }
        return sorts;
    }

    private static void example(
            NormalEquations[] sorts,
            LumaGrid grid,
            Neighbourhood neighbourhood,
            int code,
            int x,
            int y,
            Plane large) {
        int at = grid.index(x, y);
        int orientation = code & 7;
        double[] differences = new double[FilterBank.TAPS];
        int middle = grid.values()[at];
        for (int tap = 0; tap < FilterBank.TAPS; tap++) {
            differences[tap] =
                    grid.values()[at + neighbourhood.offsets()[orientation][tap]] - middle;
        }
        double[] targets = new double[FilterBank.PHASES];
        for (int phase = 0; phase < FilterBank.PHASES; phase++) {
            int quarter = neighbourhood.phases()[orientation][phase];
            double value = large.at(2 * x + (quarter & 1), 2 * y + (quarter >> 1));
            targets[phase] = value * 255 * LumaGrid.UNITS - middle;
        }
        sorts[code >> 3].add(differences, targets, Math.sqrt(1 + variance(differences) / BUSY));
    }

    private static double variance(double[] differences) {
        double sum = 0;
        double squares = 0;
        for (double difference : differences) {
            sum += difference;
            squares += difference * difference;
        }
        double mean = sum / FilterBank.TAPS;
        double white = 255.0 * LumaGrid.UNITS;
        return (squares / FilterBank.TAPS - mean * mean) / (white * white);
    }

    private static FilterBank solve(NormalEquations[] sorts) {
        NormalEquations everything = new NormalEquations();
        for (NormalEquations sort : sorts) {
            everything.add(sort.symmetric(0xff, MOVES, PHASES));
        }
        double[] usual = everything.solve(new double[FilterBank.PHASES * FilterBank.TAPS]);
        short[] weights = new short[sorts.length * usual.length];
        IntStream.range(0, sorts.length)
                .parallel()
                .forEach(sort -> {
                    int symmetries = Surroundings.symmetries(sort);
                    double[] filters =
                            sorts[sort].symmetric(symmetries, MOVES, PHASES).solve(usual);
                    quantise(filters, symmetries, weights, sort * usual.length);
                });
        return new FilterBank(weights);
    }

    /// Rounds the weights, so that those which the symmetries make equal become equal exactly.
    private static void quantise(double[] filters, int symmetries, short[] weights, int start) {
        for (int phase = 0; phase < FilterBank.PHASES; phase++) {
            for (int tap = 0; tap < FilterBank.TAPS; tap++) {
                int first = phase * FilterBank.TAPS + tap;
                for (int way = 0; way < MOVES.length; way++) {
                    if (((symmetries >> way) & 1) != 0) {
                        first =
                                Math.min(
                                        first,
                                        PHASES[way][phase] * FilterBank.TAPS + MOVES[way][tap]);
                    }
                }
                double bold = LANCZOS[first] + BOLDNESS * (filters[first] - LANCZOS[first]);
                double weight = bold * FilterBank.ONE;
                weights[start + phase * FilterBank.TAPS + tap] =
                        (short) Math.clamp(Math.round(weight), Short.MIN_VALUE, Short.MAX_VALUE);
            }
        }
    }
}
