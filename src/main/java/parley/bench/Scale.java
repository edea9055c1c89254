package parley.bench;

/// How much is measured.
enum Scale {
    /// All of it in about two minutes.
    QUICK,
    /// All of it in about ten minutes.
    FULL,
    /// As full, and with a million stored messages.
    LARGE;

    /// Rounds of each comparison.
    static final int ROUNDS = 3;

    <T> T pick(T quick, T full) {
        return switch (this) {
            case QUICK -> quick;
            case FULL, LARGE -> full;
        };
    }
}
