package parley.cli;

import java.io.PrintWriter;

/// Where commands write: results to `out`, everything else to `err`. Colours only for a person who
/// has not asked for none (`NO_COLOR`).
final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    private final boolean colour;

    Console(PrintWriter out, PrintWriter err, Surroundings surroundings) {
        this.out = out;
        this.err = err;
        this.terminal = surroundings.terminal().getAsBoolean();
        this.colour =
                terminal
                        && surroundings.variable("NO_COLOR").isEmpty()
                        && !surroundings.variable("TERM").orElse("").equals("dumb");
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    boolean isTerminal() {
        return terminal;
    }

    boolean hasColour() {
        return colour;
    }

    /// Writes a line of the result.
    void say(String line) {
        out.println(line);
        out.flush();
    }

    /// Writes a line beside the result.
    void note(String line) {
        err.println(line);
        err.flush();
    }

    String bold(String text) {
        return styled("1", text);
    }

    String faint(String text) {
        return styled("2", text);
    }

    String red(String text) {
        return styled("31", text);
    }

    String green(String text) {
        return styled("32", text);
    }

    String yellow(String text) {
        return styled("33", text);
    }

    private String styled(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
