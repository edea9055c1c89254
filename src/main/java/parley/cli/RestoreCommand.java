package parley.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley restore`
@Command(
        name = "restore",
        description = "Fills a home from a backup. No server may be running in it.",
        footer = {
            "",
            "Examples:",
            "  parley restore parley-monday.backup",
            "  parley restore --replace parley-monday.backup    in place of what is there"
        })
final class RestoreCommand extends HomeCommand {
    @Option(names = "--replace", description = "Replaces what the home holds now.")
    private boolean replace;

    @Parameters(paramLabel = "FILE", description = "A file made by parley backup.")
    private Path file = Path.of("");

    RestoreCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        Start start = options.start(context);
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("There is no backup file %s.".formatted(file));
        }
        Home home = options.home(context);
        home.serverFile().read().ifPresent(RestoreCommand::refuse);
        boolean made = home.create();
        try {
            String restored = context.application().restore(start, file.toAbsolutePath(), replace);
            context.console().say(restored);
            return 0;
        } finally {
            if (made) {
                home.removeIfEmpty();
            }
        }
    }

    private static void refuse(ServerFile.Location server) {
        throw new CommandFailure(
                "A server is running in this home (process %s); stop it before restoring."
                        .formatted(server.pid()));
    }
}
