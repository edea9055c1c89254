package parley.llm.builtin.calculation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// A fraction in lowest terms, with a positive denominator. Its operations throw
/// [CalculationException] where the result would be too large to work with.
record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
    static final Rational ZERO = of(0);
    static final Rational ONE = of(1);
    static final Rational HUNDRED = of(100);

    // About 12,000 decimal digits: far more than anybody reads, and still quick to multiply.
    private static final int MOST_BITS = 40_000;

    Rational {
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
        if (Math.max(numerator.bitLength(), denominator.bitLength()) > MOST_BITS) {
            throw tooLarge();
        }
    }

    static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    static Rational of(BigDecimal value) {
        BigInteger unscaled = value.unscaledValue();
        return value.scale() >= 0
                ? new Rational(unscaled, BigInteger.TEN.pow(value.scale()))
                : new Rational(
                        unscaled.multiply(BigInteger.TEN.pow(-value.scale())), BigInteger.ONE);
    }

    static CalculationException tooLarge() {
        return new CalculationException(
                "That number has more than ten thousand digits, which is more than I write down.");
    }

    Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Rational negated() {
        return new Rational(numerator.negate(), denominator);
    }

    Rational minus(Rational other) {
        return plus(other.negated());
    }

    Rational times(Rational other) {
        return new Rational(
                numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /// @throws CalculationException if the other one is zero
    Rational dividedBy(Rational other) {
        if (other.signum() == 0) {
            throw new CalculationException(
                    signum() == 0
                            ? "0 divided by 0 has no one result: every number times 0 gives 0."
                            : "Dividing by zero has no result: there is no number that, times"
                                    + " 0, gives %s."
                                            .formatted(NumberText.of(Value.exactly(this), 12)));
        }
        return new Rational(
                numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /// What is left of dividing, with the sign of the divisor.
    Rational modulo(Rational other) {
        return minus(other.times(dividedBy(other).rounded(RoundingMode.FLOOR)));
    }

    Rational power(int exponent) {
        long bits = Math.max(numerator.bitLength(), denominator.bitLength());
        boolean grows = !isWhole() || numerator.abs().compareTo(BigInteger.ONE) > 0;
        if (grows && bits * Math.abs((long) exponent) > MOST_BITS + bits) {
            throw tooLarge();
        }
        int times = grows ? Math.abs(exponent) : Math.abs(exponent % 2) + 2;
        Rational result =
                exponent == 0 ? ONE : new Rational(numerator.pow(times), denominator.pow(times));
        return exponent < 0 ? ONE.dividedBy(result) : result;
    }

    Rational rounded(RoundingMode mode) {
        return new Rational(
                new BigDecimal(numerator)
                        .divide(new BigDecimal(denominator), 0, mode)
                        .toBigInteger(),
                BigInteger.ONE);
    }

    boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    int signum() {
        return numerator.signum();
    }

    /// The value as a decimal of that precision.
    BigDecimal decimal(MathContext precision) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), precision);
    }

    @Override
    public int compareTo(Rational other) {
        return numerator
                .multiply(other.denominator)
                .compareTo(other.numerator.multiply(denominator));
    }
}
