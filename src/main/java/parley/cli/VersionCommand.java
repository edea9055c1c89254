package parley.cli;

import picocli.CommandLine.Command;

/// `parley version`
@Command(
        name = "version",
        description = "Prints which Parley and which Java this is.",
        footer = {"", "Example:", "  parley version"})
final class VersionCommand implements Runnable {
    private final Console console;

    VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.say("parley %s (Java %s)".formatted(Version.parley(), Version.java()));
    }
}
