package parley.cli;

import java.util.concurrent.atomic.AtomicInteger;

/// Stops a server when the operating system asks: gracefully at the first signal, at once at the
/// second.
final class StopOnSignal {
    /// The shell's convention for a process that a signal ended.
    private static final int SIGNAL_EXIT = 128;

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
            Runtime.getRuntime().halt(SIGNAL_EXIT + number);
        }
        console.note("Stopping. A second signal (or Ctrl-C) stops at once.");
        try {
            server.drainAndStop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
