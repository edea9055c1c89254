package parley.analysis.question;

/// A question that has no plan, and why. It never leaves the planner.
final class StuckException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StuckException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
