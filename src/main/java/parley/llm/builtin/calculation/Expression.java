package parley.llm.builtin.calculation;

import java.util.List;

/// An expression that was understood.
sealed interface Expression {
    record Literal(Value value) implements Expression {}

    record Negation(Expression operand) implements Expression {}

    record Suffix(Operator operator, Expression operand) implements Expression {}

    record Binary(Operator operator, Expression left, Expression right) implements Expression {}

    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
