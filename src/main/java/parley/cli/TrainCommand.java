package parley.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import parley.settings.LoadedSettings;
import parley.settings.SettingSources;
import parley.settings.SettingsLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `parley train`: a short life of a server, which the launcher records for quicker starts.
@Command(
        name = "train",
        hidden = true,
        description = "Starts a server, makes typical requests, and stops; for the launcher.")
final class TrainCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CommandContext context;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "An empty folder.")
    private Path folder = Path.of("");

    TrainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Home home = new Home(folder);
        Start start = new Start(home.folder(), settings(home).values());
        try (var server = EmbeddedServer.start(context.application(), home, start);
                var client = HttpClient.newHttpClient()) {
            announce(server.server(), home);
            for (TrainingRequest request : context.application().training()) {
                send(client, server.url(), home, request);
            }
        }
        return 0;
    }

    /// What `parley serve` does besides starting, for the cache.
    private void announce(RunningServer server, Home home) {
        home.serverFile().write(ServerAddress.forPrograms(server));
        new StopOnSignal(server, context.console()).install();
        new Banner(context).print(server, home);
        home.serverFile().remove();
    }

    /// Defaults only: a key in the environment must not make training call a provider.
    private LoadedSettings settings(Home home) {
        return new SettingsLoader(context.application().settings())
                .load(
                        new SettingSources(
                                home.settingsFile(), Map.of(), List.of(), EmbeddedServer.OPTIONS));
    }

    private void send(HttpClient client, URI url, Home home, TrainingRequest request)
            throws InterruptedException {
        var builder = HttpRequest.newBuilder(url.resolve(request.path())).timeout(PATIENCE);
        home.ownerToken()
                .read()
                .ifPresent(token -> builder.header("Authorization", "Bearer " + token));
        if (!request.contentType().isEmpty()) {
            builder.header("Content-Type", request.contentType());
        }
        builder.method(request.method(), BodyPublishers.ofString(request.body()));
        try {
            int status = client.send(builder.build(), BodyHandlers.ofString()).statusCode();
            context.console().say("%s %s %s".formatted(status, request.method(), request.path()));
        } catch (IOException e) {
            throw new CommandFailure(
                    "%s %s had no answer.".formatted(request.method(), request.path()), e);
        }
    }
}
