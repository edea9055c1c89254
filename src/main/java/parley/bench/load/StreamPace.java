package parley.bench.load;

/// Compares the arrivals of one stream with a steady pace. The pace is anchored at the earliest
/// arrival: an event that comes sooner than all before would allow moves the whole line.
final class StreamPace {
    private static final int MUCH_TOO_LATE = 10;

    private final long paceNanos;
    private long next;
    private long last;
    private boolean begun;

    StreamPace(long paceNanos) {
        this.paceNanos = paceNanos;
    }

    /// Takes the next arrival.
    ///
    /// @return how much later than the pace it is, in nanoseconds
    long slip(long now) {
        long slip = begun ? Math.max(0, now - next) : 0;
        next = now - slip + paceNanos;
        begun = true;
        return slip;
    }

    /// Whether this arrival lets the reader wait ten times as long as the pace, or longer. Asked
    /// once for each arrival.
    boolean isMuchTooLate(long now) {
        boolean late = last != 0 && now - last >= MUCH_TOO_LATE * paceNanos;
        last = now;
        return late;
    }
}
