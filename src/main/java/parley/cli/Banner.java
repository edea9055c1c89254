package parley.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// What a server says when it has started.
final class Banner {
    private static final String CONNECT_A_MODEL =
            "Connect one: set OPENAI_API_KEY, or start Ollama, which is found by itself.";
    private static final int MODELS_SHOWN = 5;

    private final CommandContext context;
    private final Console console;

    Banner(CommandContext context) {
        this.context = context;
        this.console = context.console();
    }

    void print(RunningServer server, Home home) {
        URI url = ServerAddress.forPeople(server);
        console.say(console.bold("Parley " + Version.parley()));
        line("Open", console.bold(url + "/") + "   API docs: " + url + "/docs");
        printPorts(server);
        line("Home", shortened(home.folder()) + "   Database: " + server.database());
        line("Models", models(server.models()));
        server.newOwnerToken().ifPresent(token -> printToken(token, home));
        line("Try", tryIt(server, home, url));
        if (console.isTerminal()) {
            line("Stop", "Ctrl-C");
        }
    }

    private void printPorts(RunningServer server) {
        List<Integer> more = server.ports().subList(1, server.ports().size());
        if (!more.isEmpty()) {
            line("Ports", "also on " + joined(more));
        }
        if (!server.skippedPorts().isEmpty()) {
            line("Skipped", "in use by another program: " + joined(server.skippedPorts()));
        }
        if (ServerAddress.isEverywhere(server.host())) {
            line("Reach", "every address of this machine");
        }
    }

    private void printToken(String token, Home home) {
        line("Token", console.bold(token));
        line("", "the owner's; shown only now, kept in " + shortened(home.ownerToken().file()));
    }

    private String tryIt(RunningServer server, Home home, URI url) {
        String token =
                server.tokensRequired()
                        ? " -H \"Authorization: Bearer $(cat '%s')\""
                                .formatted(home.ownerToken().file())
                        : "";
        return "curl -N %s/v1/turns%s -H 'Content-Type: application/json' -d '{\"message\":\"Hello\"}'"
                .formatted(url, token);
    }

    private static String models(List<String> models) {
        boolean offline = models.stream().allMatch(model -> model.startsWith("builtin/"));
        if (offline) {
            return "%s (offline). %s".formatted(String.join(", ", models), CONNECT_A_MODEL);
        }
        String first = models.stream().limit(MODELS_SHOWN).collect(Collectors.joining(", "));
        int others = models.size() - MODELS_SHOWN;
        return others > 0 ? "%s and %s more".formatted(first, others) : first;
    }

    /// A path as people write it: `~/.parley`.
    private String shortened(Path path) {
        Path user = context.surroundings().userHome().toAbsolutePath().normalize();
        return path.startsWith(user) && !path.equals(user)
                ? "~/" + user.relativize(path)
                : path.toString();
    }

    private void line(String subject, String text) {
        console.say("  %s%s".formatted(console.faint("%-9s".formatted(subject)), text));
    }

    private static String joined(List<Integer> ports) {
        return ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
