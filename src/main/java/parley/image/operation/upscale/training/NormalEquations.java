package parley.image.operation.upscale.training;

import parley.image.operation.upscale.FilterBank;

/// Least squares for the four filters of one sort of surroundings, gathered example by example.
final class NormalEquations {
    private static final int TAPS = FilterBank.TAPS;
    private static final int PHASES = FilterBank.PHASES;
    private static final double RIDGE = 1e-6;

    private final double[] squares = new double[TAPS * TAPS];
    private final double[] products = new double[PHASES * TAPS];
    private long examples;

    /// @param differences of the pixels around a pixel from it
    /// @param targets of its four quarters from it
    /// @param weight how much the example counts
    void add(double[] differences, double[] targets, double weight) {
        for (int i = 0; i < TAPS; i++) {
            double value = weight * differences[i];
            int row = i * TAPS;
            for (int j = i; j < TAPS; j++) {
                squares[row + j] += value * differences[j];
            }
            for (int phase = 0; phase < PHASES; phase++) {
                products[phase * TAPS + i] += value * targets[phase];
            }
        }
        examples++;
    }

    void add(NormalEquations others) {
        for (int i = 0; i < squares.length; i++) {
            squares[i] += others.squares[i];
        }
        for (int i = 0; i < products.length; i++) {
            products[i] += others.products[i];
        }
        examples += others.examples;
    }

    /// Adds what the same examples say when they are laid other ways.
    ///
    /// @param symmetries the ways, as bits
    /// @param moves which tap each tap becomes
    NormalEquations symmetric(int symmetries, int[][] moves, int[][] phases) {
        NormalEquations made = new NormalEquations();
        for (int way = 0; way < moves.length; way++) {
            if (((symmetries >> way) & 1) != 0) {
                addMoved(made, moves[way], phases[way]);
            }
        }
        made.examples = examples;
        return made;
    }

    private void addMoved(NormalEquations to, int[] moves, int[] phases) {
        for (int i = 0; i < TAPS; i++) {
            for (int j = i; j < TAPS; j++) {
                int row = Math.min(moves[i], moves[j]);
                int column = Math.max(moves[i], moves[j]);
                to.squares[row * TAPS + column] += squares[i * TAPS + j];
            }
            for (int phase = 0; phase < PHASES; phase++) {
                to.products[phases[phase] * TAPS + moves[i]] += products[phase * TAPS + i];
            }
        }
    }

    /// The filters that fit best and do not go far from others where there are few examples: ridge
    /// regression around them (Hoerl and Kennard, 1970), by Cholesky's decomposition.
    ///
    /// @param usual the filters to stay near, one after the other; they count as one example
    double[] solve(double[] usual) {
        double trace = 0;
        for (int i = 0; i < TAPS; i++) {
            trace += squares[i * TAPS + i];
        }
        double pull = (RIDGE + 1.0 / Math.max(1, examples)) * trace / TAPS + RIDGE;
        double[] lower = decompose(pull);
        double[] filters = new double[PHASES * TAPS];
        for (int phase = 0; phase < PHASES; phase++) {
            double[] right = new double[TAPS];
            for (int i = 0; i < TAPS; i++) {
                right[i] = products[phase * TAPS + i] + pull * usual[phase * TAPS + i];
            }
            substitute(lower, right);
            System.arraycopy(right, 0, filters, phase * TAPS, TAPS);
        }
        return filters;
    }

    private double[] decompose(double pull) {
        double[] lower = new double[TAPS * TAPS];
        for (int i = 0; i < TAPS; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = squares[j * TAPS + i] + (i == j ? pull : 0);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i * TAPS + k] * lower[j * TAPS + k];
                }
                lower[i * TAPS + j] =
                        i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j * TAPS + j];
            }
        }
        return lower;
    }

    private static void substitute(double[] lower, double[] right) {
        for (int i = 0; i < TAPS; i++) {
            for (int k = 0; k < i; k++) {
                right[i] -= lower[i * TAPS + k] * right[k];
            }
            right[i] /= lower[i * TAPS + i];
        }
        for (int i = TAPS - 1; i >= 0; i--) {
            for (int k = i + 1; k < TAPS; k++) {
                right[i] -= lower[k * TAPS + i] * right[k];
            }
            right[i] /= lower[i * TAPS + i];
        }
    }

    long examples() {
        return examples;
    }
}
