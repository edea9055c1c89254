package parley.llm.builtin.calculation;

import java.math.BigDecimal;
import java.math.MathContext;

/// A result.
///
/// @param exact false if it was rounded on the way, as every square root of 2 is
record Value(Rational number, boolean exact) {
    // Enough that the twelve digits shown are right.
    static final MathContext PRECISION = MathContext.DECIMAL128;

    static Value exactly(Rational number) {
        return new Value(number, true);
    }

    /// @throws CalculationException if it is not a finite number
    static Value about(double number) {
        if (Double.isInfinite(number)) {
            throw Rational.tooLarge();
        }
        if (Double.isNaN(number)) {
            throw new CalculationException("There is no real number that is the result of that.");
        }
        return about(BigDecimal.valueOf(number));
    }

    static Value about(BigDecimal number) {
        return new Value(Rational.of(number), false);
    }

    double approximate() {
        return number.decimal(PRECISION).doubleValue();
    }
}
