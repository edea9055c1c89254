package parley.llm.builtin.calculation;

/// What stands between or behind numbers.
enum Operator {
    PLUS,
    MINUS,
    TIMES,
    DIVIDE,
    MODULO,
    POWER,
    /// Behind a number: a hundredth of it.
    PERCENT,
    /// Behind a number: the product of all whole numbers up to it.
    FACTORIAL,
    SQUARED,
    CUBED;

    boolean standsBehind() {
        return switch (this) {
            case PERCENT, FACTORIAL, SQUARED, CUBED -> true;
            case PLUS, MINUS, TIMES, DIVIDE, MODULO, POWER -> false;
        };
    }
}
