package parley.image.operation.matte;

/// Solves systems of linear equations with a symmetric, positive definite matrix, by Cholesky's
/// method.
final class LinearSystem {
    private final double[][] factor;

    /// @param matrix its lower half; it becomes the factor
    LinearSystem(double[][] matrix) {
        factor = matrix;
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = matrix[row][column];
                for (int k = 0; k < column; k++) {
                    sum -= matrix[row][k] * matrix[column][k];
                }
                matrix[row][column] =
                        row == column
                                ? Math.sqrt(Math.max(1e-12, sum))
                                : sum / matrix[column][column];
            }
        }
    }

    double[][] solve(double[][] rightSides) {
        double[][] solutions = new double[rightSides.length][];
        for (int k = 0; k < rightSides.length; k++) {
            solutions[k] = solve(rightSides[k]);
        }
        return solutions;
    }

    double[] solve(double[] rightSide) {
        int size = factor.length;
        double[] solution = rightSide.clone();
        for (int row = 0; row < size; row++) {
            for (int k = 0; k < row; k++) {
                solution[row] -= factor[row][k] * solution[k];
            }
            solution[row] /= factor[row][row];
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int k = row + 1; k < size; k++) {
                solution[row] -= factor[k][row] * solution[k];
            }
            solution[row] /= factor[row][row];
        }
        return solution;
    }
}
