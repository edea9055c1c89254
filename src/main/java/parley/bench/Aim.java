package parley.bench;

/// What a figure should be.
record Aim(Direction direction, double bound) {
    enum Direction {
        AT_MOST,
        AT_LEAST
    }

    static Aim atMost(double bound) {
        return new Aim(Direction.AT_MOST, bound);
    }

    static Aim atLeast(double bound) {
        return new Aim(Direction.AT_LEAST, bound);
    }

    boolean isMet(double figure) {
        return switch (direction) {
            case AT_MOST -> figure <= bound;
            case AT_LEAST -> figure >= bound;
        };
    }
}
