package parley.llm.builtin.calculation;

import java.math.BigInteger;
import java.util.List;

/// Computes expressions. Throws [CalculationException] where there is no result.
final class Evaluator {
    private Evaluator() {}

    static Value evaluate(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> literal.value();
            case Expression.Negation negation -> negated(evaluate(negation.operand()));
            case Expression.Suffix suffix -> suffix(suffix.operator(), evaluate(suffix.operand()));
            case Expression.Binary binary -> binary(binary);
            case Expression.Call call ->
                    Functions.apply(
                            call.function(),
                            call.arguments().stream().map(Evaluator::evaluate).toList());
        };
    }

    private static Value binary(Expression.Binary binary) {
        Value left = evaluate(binary.left());
        Value right = evaluate(binary.right());
        return switch (binary.operator()) {
            case PLUS -> plus(left, partOf(left, binary.right(), right));
            case MINUS -> plus(left, negated(partOf(left, binary.right(), right)));
            case TIMES -> times(left, right);
            case DIVIDE -> value(left.number().dividedBy(right.number()), left, right);
            case MODULO -> value(left.number().modulo(right.number()), left, right);
            case POWER -> Powers.power(left, right);
            case PERCENT, FACTORIAL, SQUARED, CUBED -> suffix(binary.operator(), left);
        };
    }

    /// As on a pocket calculator, 80 + 15% is 80 and 15% of it.
    private static Value partOf(Value whole, Expression written, Value value) {
        boolean percent =
                written instanceof Expression.Suffix suffix
                        && suffix.operator() == Operator.PERCENT;
        return percent ? times(whole, value) : value;
    }

    private static Value suffix(Operator operator, Value operand) {
        return switch (operator) {
            case PERCENT -> value(operand.number().dividedBy(Rational.HUNDRED), operand, operand);
            case FACTORIAL -> Functions.apply(Function.FACTORIAL, List.of(operand));
            case SQUARED -> times(operand, operand);
            case CUBED -> times(operand, times(operand, operand));
            case PLUS, MINUS, TIMES, DIVIDE, MODULO, POWER ->
                    throw new CalculationException("The expression is not complete.");
        };
    }

    private static Value plus(Value left, Value right) {
        return value(left.number().plus(right.number()), left, right);
    }

    private static Value times(Value left, Value right) {
        return value(left.number().times(right.number()), left, right);
    }

    private static Value negated(Value value) {
        return new Value(value.number().negated(), value.exact());
    }

    private static Value value(Rational number, Value left, Value right) {
        boolean exact = left.exact() && right.exact();
        // A rounded number need not carry thousands of digits through the rest.
        boolean heavy = number.denominator().bitLength() > 256;
        return exact || !heavy
                ? new Value(number, exact)
                : Value.about(number.decimal(Value.PRECISION));
    }

    /// n!, exactly.
    static BigInteger factorial(int number) {
        BigInteger product = BigInteger.ONE;
        for (int factor = 2; factor <= number; factor++) {
            product = product.multiply(BigInteger.valueOf(factor));
        }
        return product;
    }
}
