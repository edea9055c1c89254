package parley.llm.builtin.calculation;

import java.util.ArrayList;
import java.util.List;

/// Reads expressions by recursive descent: sums of products of powers.
final class Parser {
    private static final int DEEPEST = 100;

    private final List<Symbol> symbols;
    private int next;
    private int depth;

    private Parser(List<Symbol> symbols) {
        this.symbols = symbols;
    }

    /// @throws CalculationException if the symbols are no expression
    static Expression parse(List<Symbol> symbols) {
        Parser parser = new Parser(symbols);
        Expression expression = parser.sum();
        if (!parser.atEnd()) {
            throw new CalculationException(
                    "I cannot read the expression from “%s” on."
                            .formatted(symbols.get(parser.next).shown()));
        }
        return expression;
    }

    private Expression sum() {
        Expression left = product();
        while (true) {
            if (takes(Operator.PLUS)) {
                left = new Expression.Binary(Operator.PLUS, left, product());
            } else if (takes(Operator.MINUS)) {
                left = new Expression.Binary(Operator.MINUS, left, product());
            } else {
                return left;
            }
        }
    }

    private Expression product() {
        Expression left = signed();
        while (true) {
            if (takes(Operator.TIMES)) {
                left = new Expression.Binary(Operator.TIMES, left, signed());
            } else if (takes(Operator.DIVIDE)) {
                left = new Expression.Binary(Operator.DIVIDE, left, signed());
            } else if (takes(Operator.MODULO)) {
                left = new Expression.Binary(Operator.MODULO, left, signed());
            } else if (isFactor()) {
                left = new Expression.Binary(Operator.TIMES, left, signed());
            } else {
                return left;
            }
        }
    }

    /// Whether a factor follows without a sign: 2(3 + 4).
    private boolean isFactor() {
        return !atEnd()
                && (symbols.get(next) instanceof Symbol.Open
                        || symbols.get(next) instanceof Symbol.Name);
    }

    private Expression signed() {
        descend();
        Expression expression;
        if (takes(Operator.MINUS)) {
            expression = new Expression.Negation(signed());
        } else if (takes(Operator.PLUS)) {
            expression = signed();
        } else {
            expression = power();
        }
        depth--;
        return expression;
    }

    private Expression power() {
        Expression base = suffixed();
        return takes(Operator.POWER) ? new Expression.Binary(Operator.POWER, base, signed()) : base;
    }

    private Expression suffixed() {
        Expression expression = primary();
        while (!atEnd()
                && symbols.get(next) instanceof Symbol.Sign sign
                && sign.operator().standsBehind()) {
            next++;
            expression = new Expression.Suffix(sign.operator(), expression);
        }
        return expression;
    }

    private Expression primary() {
        if (atEnd()) {
            throw incomplete();
        }
        Symbol symbol = symbols.get(next);
        next++;
        return switch (symbol) {
            case Symbol.Numeric number -> new Expression.Literal(number.value());
            case Symbol.Open _ -> enclosed();
            case Symbol.Name name -> new Expression.Call(name.function(), arguments(name));
            case Symbol.Sign _, Symbol.Close _, Symbol.Comma _ -> throw incomplete();
        };
    }

    private List<Expression> arguments(Symbol.Name name) {
        if (!takesOpen()) {
            return List.of(power());
        }
        List<Expression> arguments = new ArrayList<>();
        arguments.add(sum());
        while (name.function().takesMany() && takesComma()) {
            arguments.add(sum());
        }
        close();
        return arguments;
    }

    private Expression enclosed() {
        Expression inside = sum();
        close();
        return inside;
    }

    private void close() {
        if (atEnd()) {
            throw new CalculationException("A closing parenthesis is missing.");
        }
        if (!(symbols.get(next) instanceof Symbol.Close)) {
            throw incomplete();
        }
        next++;
    }

    private boolean takes(Operator operator) {
        boolean here =
                !atEnd()
                        && symbols.get(next) instanceof Symbol.Sign sign
                        && sign.operator() == operator;
        next += here ? 1 : 0;
        return here;
    }

    private boolean takesOpen() {
        boolean here = !atEnd() && symbols.get(next) instanceof Symbol.Open;
        next += here ? 1 : 0;
        return here;
    }

    private boolean takesComma() {
        boolean here = !atEnd() && symbols.get(next) instanceof Symbol.Comma;
        next += here ? 1 : 0;
        return here;
    }

    private boolean atEnd() {
        return next >= symbols.size();
    }

    // Parentheses and signs pass here, so they cannot exhaust the stack.
    private void descend() {
        depth++;
        if (depth > DEEPEST) {
            throw new CalculationException(
                    "That is nested more than %d deep, which is more than I follow."
                            .formatted(DEEPEST));
        }
    }

    private static CalculationException incomplete() {
        return new CalculationException("The expression is not complete: a number is missing.");
    }
}
