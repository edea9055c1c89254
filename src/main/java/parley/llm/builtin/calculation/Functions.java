package parley.llm.builtin.calculation;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;

/// What the named functions compute.
final class Functions {
    private static final int LARGEST_FACTORIAL = 1_000;

    private Functions() {}

    static Value apply(Function function, List<Value> arguments) {
        Value first = arguments.getFirst();
        return switch (function) {
            case SQRT -> Powers.squareRoot(first);
            case CBRT -> Powers.cubeRoot(first);
            case ABS -> first.number().signum() < 0 ? negated(first) : first;
            case ROUND -> rounded(first, RoundingMode.HALF_UP);
            case FLOOR -> rounded(first, RoundingMode.FLOOR);
            case CEIL -> rounded(first, RoundingMode.CEILING);
            case LN -> Value.about(Math.log(positive(first)));
            case LOG -> Value.about(Math.log10(positive(first)));
            case LOG2 -> Value.about(Math.log(positive(first)) / Math.log(2));
            case EXP -> Value.about(Math.exp(first.approximate()));
            case SIN -> Value.about(Math.sin(first.approximate()));
            case COS -> Value.about(Math.cos(first.approximate()));
            case TAN -> Value.about(Math.tan(first.approximate()));
            case FACTORIAL -> factorial(first);
            case MIN -> arguments.stream().min(Comparator.comparing(Value::number)).orElse(first);
            case MAX -> arguments.stream().max(Comparator.comparing(Value::number)).orElse(first);
            case SUM -> sum(arguments);
            case AVERAGE ->
                    new Value(
                            sum(arguments).number().dividedBy(Rational.of(arguments.size())),
                            isExact(arguments));
            case GCD -> wholes(arguments, BigInteger::gcd);
            case LCM -> wholes(arguments, Functions::leastCommonMultiple);
        };
    }

    private static Value negated(Value value) {
        return new Value(value.number().negated(), value.exact());
    }

    private static Value rounded(Value value, RoundingMode mode) {
        return new Value(value.number().rounded(mode), value.exact());
    }

    private static double positive(Value value) {
        if (value.number().signum() <= 0) {
            throw new CalculationException("Only numbers above 0 have a logarithm.");
        }
        return value.approximate();
    }

    private static Value factorial(Value value) {
        Rational number = value.number();
        if (!number.isWhole() || number.signum() < 0) {
            throw new CalculationException(
                    "Only whole numbers from 0 have a factorial, and %s is not one."
                            .formatted(NumberText.of(value, 12)));
        }
        if (number.compareTo(Rational.of(LARGEST_FACTORIAL)) > 0) {
            throw new CalculationException(
                    "I compute factorials up to %d!; beyond that the digits fill pages."
                            .formatted(LARGEST_FACTORIAL));
        }
        return Value.exactly(
                new Rational(
                        Evaluator.factorial(number.numerator().intValueExact()), BigInteger.ONE));
    }

    private static Value sum(List<Value> values) {
        Rational sum = values.stream().map(Value::number).reduce(Rational.ZERO, Rational::plus);
        return new Value(sum, isExact(values));
    }

    private static boolean isExact(List<Value> values) {
        return values.stream().allMatch(Value::exact);
    }

    private static Value wholes(List<Value> values, BinaryOperator<BigInteger> operation) {
        if (!values.stream().allMatch(value -> value.number().isWhole())) {
            throw new CalculationException("That is defined for whole numbers only.");
        }
        BigInteger result =
                values.stream()
                        .map(value -> value.number().numerator().abs())
                        .reduce(operation)
                        .orElse(BigInteger.ZERO);
        return Value.exactly(new Rational(result, BigInteger.ONE));
    }

    private static BigInteger leastCommonMultiple(BigInteger one, BigInteger other) {
        return one.signum() == 0 || other.signum() == 0
                ? BigInteger.ZERO
                : one.divide(one.gcd(other)).multiply(other);
    }
}
