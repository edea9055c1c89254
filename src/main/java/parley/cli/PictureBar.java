package parley.cli;

/// Shows how far the work on pictures is, for a person who watches.
final class PictureBar {
    private static final int WIDTH = 30;
    private static final long BETWEEN_NANOS = 100_000_000;

    private final Console console;
    private final int count;
    private int number;
    private String name = "";
    private long shownNanos;
    private boolean hasBar;

    /// @param count how many pictures are worked on
    PictureBar(Console console, int count) {
        this.console = console;
        this.count = count;
    }

    void begin(String picture) {
        number++;
        name = picture;
        shownNanos = 0;
        at(0);
    }

    /// @param fraction of the picture that is worked on: 0 to 1
    void at(double fraction) {
        long now = System.nanoTime();
        if (!console.isTerminal() || now - shownNanos < BETWEEN_NANOS) {
            return;
        }
        shownNanos = now;
        hasBar = true;
        double all = (number - 1 + Math.clamp(fraction, 0, 1)) / count;
        int full = (int) Math.round(all * WIDTH);
        console.err()
                .print(
                        "\r\u001b[K[%s%s] %d of %d, %s"
                                .formatted(
                                        "#".repeat(full),
                                        " ".repeat(WIDTH - full),
                                        number,
                                        count,
                                        name));
        console.err().flush();
    }

    /// Takes the bar away.
    void end() {
        if (hasBar) {
            console.err().print("\r\u001b[K");
            console.err().flush();
            hasBar = false;
        }
    }
}
