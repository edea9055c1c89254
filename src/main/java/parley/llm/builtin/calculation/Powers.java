package parley.llm.builtin.calculation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// Powers and roots.
final class Powers {
    private Powers() {}

    static Value power(Value base, Value exponent) {
        if (!exponent.number().isWhole()) {
            return Value.about(Math.pow(base.approximate(), exponent.approximate()));
        }
        BigInteger times = exponent.number().numerator();
        if (times.bitLength() > 31) {
            throw Rational.tooLarge();
        }
        if (!base.exact() && times.bitLength() > 8) {
            return Value.about(Math.pow(base.approximate(), exponent.approximate()));
        }
        return new Value(
                base.number().power(times.intValueExact()), base.exact() && exponent.exact());
    }

    static Value squareRoot(Value value) {
        Rational number = value.number();
        if (number.signum() < 0) {
            throw new CalculationException(
                    "The square root of a negative number is not a real number.");
        }
        Optional<Rational> exact = exactRoot(number);
        if (exact.isPresent()) {
            return new Value(exact.get(), value.exact());
        }
        BigDecimal decimal = number.decimal(MathContext.DECIMAL128);
        return Value.about(decimal.sqrt(Value.PRECISION));
    }

    static Value cubeRoot(Value value) {
        double root = Math.cbrt(value.approximate());
        if (Double.isInfinite(root)) {
            throw Rational.tooLarge();
        }
        Rational whole = Rational.of(BigDecimal.valueOf(root).setScale(0, RoundingMode.HALF_EVEN));
        boolean exact = whole.power(3).equals(value.number());
        return exact ? new Value(whole, value.exact()) : Value.about(root);
    }

    private static Optional<Rational> exactRoot(Rational number) {
        BigInteger top = number.numerator().sqrt();
        BigInteger bottom = number.denominator().sqrt();
        boolean exact =
                top.multiply(top).equals(number.numerator())
                        && bottom.multiply(bottom).equals(number.denominator());
        return exact ? Optional.of(new Rational(top, bottom)) : Optional.empty();
    }
}
