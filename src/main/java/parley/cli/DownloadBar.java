package parley.cli;

import java.time.Duration;
import parley.llm.local.download.Progress;

/// Shows how far a download is: a bar for a person, a line now and then for a log.
final class DownloadBar implements Progress {
    private static final int WIDTH = 30;
    private static final Duration BETWEEN_BARS = Duration.ofMillis(200);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Console console;
    private final long startedNanos = System.nanoTime();
    private long shownNanos = startedNanos - BETWEEN_LINES.toNanos();
    private long begun = -1;
    private boolean hasBar;

    DownloadBar(Console console) {
        this.console = console;
    }

    @Override
    public void at(String file, long done, long total) {
        begun = begun < 0 ? done : begun;
        long now = System.nanoTime();
        Duration pause = console.isTerminal() ? BETWEEN_BARS : BETWEEN_LINES;
        if (now - shownNanos < pause.toNanos() && done != total) {
            return;
        }
        shownNanos = now;
        String figures = figures(file, done, total, now);
        if (!console.isTerminal()) {
            console.note(figures);
            return;
        }
        hasBar = true;
        console.err().print("\r\u001b[K" + bar(done, total) + " " + figures);
        console.err().flush();
    }

    /// Ends the line of the bar.
    void end() {
        if (hasBar) {
            console.err().println();
            console.err().flush();
        }
    }

    private String figures(String file, long done, long total, long now) {
        double seconds = Math.max(0.001, (now - startedNanos) / 1e9);
        String speed = size((long) ((done - begun) / seconds)) + "/s";
        return total > 0
                ? "%s: %s of %s, %d %%, %s"
                        .formatted(file, size(done), size(total), done * 100 / total, speed)
                : "%s: %s, %s".formatted(file, size(done), speed);
    }

    private static String bar(long done, long total) {
        int full = total > 0 ? (int) (done * WIDTH / total) : 0;
        return "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "]";
    }

    /// A size, in the unit that fits.
    static String size(long bytes) {
        if (bytes >= 1_000_000_000) {
            return "%.1f GB".formatted(bytes / 1e9);
        }
        return bytes >= 1_000_000
                ? "%.1f MB".formatted(bytes / 1e6)
                : "%.0f kB".formatted(bytes / 1e3);
    }

    /// A number, as models are called by it.
    static String count(long number) {
        if (number >= 1_000_000_000) {
            return "%.1f B".formatted(number / 1e9);
        }
        return number >= 1_000_000
                ? "%.0f M".formatted(number / 1e6)
                : "%.0f k".formatted(number / 1e3);
    }
}
