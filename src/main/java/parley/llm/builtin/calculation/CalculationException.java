package parley.llm.builtin.calculation;

/// A calculation that has no result, or none that can be written down. The message is for people.
final class CalculationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CalculationException(String sentence) {
        super(sentence);
    }
}
