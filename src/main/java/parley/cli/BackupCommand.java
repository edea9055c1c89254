package parley.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `parley backup`
@Command(
        name = "backup",
        description = "Copies everything a home holds into one file. The server may be running.",
        footer = {
            "",
            "Examples:",
            "  parley backup parley-monday.backup",
            "  parley backup --home /srv/parley /mnt/backups/parley.backup"
        })
final class BackupCommand extends HomeCommand {
    @Parameters(paramLabel = "FILE", description = "The file to make; it must not exist yet.")
    private Path file = Path.of("");

    BackupCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        Start start = options.start(context);
        options.home(context).requireExisting();
        if (Files.exists(file)) {
            throw new CommandFailure(
                    "%s is there already; choose a new name for the backup.".formatted(file));
        }
        context.console().say(context.application().backup(start, file.toAbsolutePath()));
        return 0;
    }
}
