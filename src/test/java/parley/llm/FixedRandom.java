package parley.llm;

import java.util.random.RandomGenerator;

/// Chance that always falls the same way.
///
/// @param value from 0 to just below 1
record FixedRandom(double value) implements RandomGenerator {
    @Override
    public long nextLong() {
        throw new AssertionError("Only shares are drawn.");
    }

    @Override
    public double nextDouble() {
        return value;
    }
}
