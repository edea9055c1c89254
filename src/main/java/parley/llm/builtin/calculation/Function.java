package parley.llm.builtin.calculation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What can be applied to numbers by name. Angles are in radians.
enum Function {
    SQRT,
    CBRT,
    ABS,
    ROUND,
    FLOOR,
    CEIL,
    LN,
    LOG,
    LOG2,
    EXP,
    SIN,
    COS,
    TAN,
    FACTORIAL,
    MIN,
    MAX,
    SUM,
    AVERAGE,
    GCD,
    LCM;

    private static final List<Function> ALL = List.of(values());

    String shown() {
        return this == SQRT ? "√" : word();
    }

    /// The name it is called by in an expression.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it takes several numbers.
    boolean takesMany() {
        return switch (this) {
            case MIN, MAX, SUM, AVERAGE, GCD, LCM -> true;
            case SQRT,
                    CBRT,
                    ABS,
                    ROUND,
                    FLOOR,
                    CEIL,
                    LN,
                    LOG,
                    LOG2,
                    EXP,
                    SIN,
                    COS,
                    TAN,
                    FACTORIAL ->
                    false;
        };
    }

    static Optional<Function> named(String word) {
        return ALL.stream().filter(function -> function.word().equals(word)).findFirst();
    }
}
