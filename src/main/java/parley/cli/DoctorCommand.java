package parley.cli;

import java.util.ArrayList;
import java.util.List;
import parley.cli.Check.State;
import parley.error.AppException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// `parley doctor`
@Command(
        name = "doctor",
        description = "Looks at everything a server needs, and says what to do. Changes nothing.",
        footer = {"", "Examples:", "  parley doctor", "  parley doctor --home /srv/parley --json"})
final class DoctorCommand extends HomeCommand {
    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    DoctorCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Check> checks = checks();
        boolean healthy = checks.stream().noneMatch(check -> check.state() == State.BAD);
        if (json) {
            printJson(checks, healthy);
        } else {
            checks.forEach(this::print);
        }
        return healthy ? 0 : 1;
    }

    private List<Check> checks() throws InterruptedException {
        Home home = options.home(context);
        List<Check> checks = new ArrayList<>(new MachineChecks(home).all());
        checks.addAll(new HomeChecks(home).all());
        try {
            Start start = options.start(context);
            checks.add(Check.good("settings", "all known and well-formed"));
            checks.addAll(
                    new PortChecks(context.application().settings(), start.values(), home).all());
            checks.addAll(context.application().checks(start));
        } catch (AppException e) {
            checks.add(Check.bad("settings", e.sentence(), "Correct it, then run this again."));
        }
        return checks;
    }

    private void print(Check check) {
        Console console = context.console();
        console.say("%s %-12s %s".formatted(mark(check.state()), check.subject(), check.finding()));
        if (!check.advice().isEmpty()) {
            console.say("  %-12s %s".formatted("", console.bold(check.advice())));
        }
    }

    private String mark(State state) {
        return switch (state) {
            case GOOD -> context.console().green("✓");
            case ABSENT -> context.console().faint("-");
            case WARNING -> context.console().yellow("!");
            case BAD -> context.console().red("✗");
        };
    }

    private void printJson(List<Check> checks, boolean healthy) {
        var report = JsonMapper.shared().createObjectNode().put("healthy", healthy);
        var list = report.putArray("checks");
        for (Check check : checks) {
            list.addObject()
                    .put("subject", check.subject())
                    .put("state", word(check.state()))
                    .put("finding", check.finding())
                    .put("advice", check.advice());
        }
        context.console().say(report.toPrettyString());
    }

    private static String word(State state) {
        return switch (state) {
            case GOOD -> "good";
            case ABSENT -> "absent";
            case WARNING -> "warning";
            case BAD -> "bad";
        };
    }
}
