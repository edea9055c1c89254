package parley.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `parley serve`
@Command(
        name = "serve",
        description = "Starts the server, and stops it at the first SIGTERM or Ctrl-C.",
        footer = {
            "",
            "Examples:",
            "  parley serve",
            "  parley serve --port 8080",
            "  parley serve --host 0.0.0.0 --home /srv/parley",
            "  OLLAMA_HOST=box:11434 parley serve    with an Ollama that is not at its usual address",
        })
final class ServeCommand extends HomeCommand {
    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "The address to listen on; 0.0.0.0 for every one.")
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "N[,N...]",
            description = "The ports to listen on; the first one is required.")
    private @Nullable String ports;

    ServeCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() throws InterruptedException {
        Start start =
                new Start(
                        options.home(context).folder(),
                        options.load(context, ownOptions()).values());
        Home home = options.home(context);
        RunningServer server = start(home, start);
        try {
            server.newOwnerToken().ifPresent(home.ownerToken()::write);
            home.serverFile().write(ServerAddress.forPrograms(server));
            var stop = new StopOnSignal(server, context.console());
            stop.install();
            new Banner(context).print(server, home);
            server.awaitStop();
            return stop.wasAsked() ? 0 : stoppedByItself();
        } finally {
            home.serverFile().remove();
            server.drainAndStop();
        }
    }

    private RunningServer start(Home home, Start start) throws InterruptedException {
        boolean made = home.create();
        boolean started = false;
        try {
            RunningServer server = context.application().start(start);
            started = true;
            return server;
        } finally {
            if (made && !started) {
                home.removeIfEmpty();
            }
        }
    }

    private int stoppedByItself() {
        context.console().note("The server stopped without being asked to; its log says why.");
        return 1;
    }

    private Map<String, String> ownOptions() {
        Map<String, String> own = new HashMap<>();
        if (host != null) {
            own.put("--host", "server.host=" + host);
        }
        if (ports != null) {
            own.put("--port", "server.ports=" + ports);
        }
        return own;
    }
}
