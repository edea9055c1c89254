package parley.llm.builtin;

import java.time.Duration;

/// Spreads tokens over time. Token `n` is due `n` intervals after the first wait; a late one does
/// not make the later ones late too.
final class Pace {
    static final Pace UNLIMITED = new Pace(Duration.ZERO);

    private final long intervalNanos;
    private long due;

    /// @param interval the time from one token to the next
    Pace(Duration interval) {
        this.intervalNanos = interval.toNanos();
    }

    static Pace perSecond(int tokens) {
        return tokens == 0 ? UNLIMITED : new Pace(Duration.ofSeconds(1).dividedBy(tokens));
    }

    /// Whether there is anything to wait for at all.
    boolean isLimited() {
        return intervalNanos > 0;
    }

    /// Waits until the next token is due.
    void await() throws InterruptedException {
        if (!isLimited()) {
            return;
        }
        long now = System.nanoTime();
        due = due == 0 ? now + intervalNanos : due + intervalNanos;
        if (due - now > 0) {
            Thread.sleep(Duration.ofNanos(due - now));
        }
    }
}
