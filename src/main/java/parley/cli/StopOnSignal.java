package parley.cli;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Stops a server when the operating system asks: gracefully at the first signal, at once at the
/// second, but for a moment in which what was said is stored.
final class StopOnSignal {
    /// The shell's convention for a process that a signal ended.
    private static final int SIGNAL_EXIT = 128;

    /// Longer than a commit takes on a busy disk. On most it is over before a person notices.
    private static final Duration LAST_ROUND = Duration.ofSeconds(2);

    private final RunningServer server;
    private final Console console;
    private final AtomicInteger signals = new AtomicInteger();

    StopOnSignal(RunningServer server, Console console) {
        this.server = server;
        this.console = console;
    }

    void install() {
        Signals.handle(Signals.TERMINATE, this::hear);
        Signals.handle(Signals.INTERRUPT, this::hear);
    }

    boolean wasAsked() {
        return signals.get() > 0;
    }

    private void hear(int number) {
        if (signals.incrementAndGet() > 1) {
            endAtOnce(SIGNAL_EXIT + number);
        }
        console.note("Stopping. A second signal (or Ctrl-C) stops at once.");
        try {
            server.drainAndStop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the process, whatever happens before.
    private void endAtOnce(int exitCode) {
        try {
            server.storeNow(LAST_ROUND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().halt(exitCode);
        }
    }
}
