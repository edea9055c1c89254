package parley.llm.builtin.calculation;

/// What became of a calculation.
public sealed interface Calculation {
    /// It has a result: the whole line, `15% of 80 = 12`.
    record Solved(String line) implements Calculation {}

    /// It is a calculation, and has no result that can be given; the sentence says why.
    record Refused(String sentence) implements Calculation {}

    /// It is something else.
    record None() implements Calculation {}
}
