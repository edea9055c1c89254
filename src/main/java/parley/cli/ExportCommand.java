package parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley export`
@Command(
        name = "export",
        description = {
            "Writes all that an account has into one archive, or one conversation into a file.",
            "It asks the server at --url, else the one running in the home, else one of its own."
        },
        footer = {
            "",
            "Examples:",
            "  parley export",
            "  parley export -o everything.zip",
            "  parley export --conversation 12 --format pdf -o talk.pdf",
            "  parley export --conversation 12 -o - | less"
        })
final class ExportCommand extends HomeCommand {
    @Mixin private final ServerOptions server = new ServerOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Where it goes; - for standard output. Default: a new file here, of the name the"
                            + " server gives.")
    private @Nullable String output;

    @Option(names = "--conversation", paramLabel = "ID", description = "Only this conversation.")
    private @Nullable Long conversation;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Of a conversation: markdown, json or pdf. Default: as FILE ends.")
    private @Nullable String format;

    ExportCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Path> file =
                Optional.ofNullable(output).filter(name -> !name.equals("-")).map(Path::of);
        if (file.isPresent() && Files.exists(file.get())) {
            throw new CommandFailure(
                    "%s is there already; choose a new name for the export.".formatted(file.get()));
        }
        try (var connection = server.open(context, options)) {
            var transfer = new FileTransfer(connection);
            if ("-".equals(output)) {
                transfer.copy(path(), System.out);
                return 0;
            }
            Path written = transfer.save(path(), file);
            context.console()
                    .say("%s, %s".formatted(written, DownloadBar.size(Files.size(written))));
            return 0;
        }
    }

    private String path() {
        if (conversation == null) {
            if (format != null) {
                throw new CommandFailure(
                        "--format is for one conversation: name it with --conversation.");
            }
            return "/v1/export";
        }
        return "/v1/conversations/%d/export?format=%s".formatted(conversation, wantedFormat());
    }

    private String wantedFormat() {
        if (format != null) {
            return format;
        }
        String name = output == null ? "" : output;
        if (name.endsWith(".pdf")) {
            return "pdf";
        }
        return name.endsWith(".json") ? "json" : "markdown";
    }
}
