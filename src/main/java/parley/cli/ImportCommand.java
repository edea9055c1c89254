package parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `parley import`
@Command(
        name = "import",
        description = {
            "Brings a file into an account: an archive or a conversation exported by Parley,",
            "ChatGPT's export (its ZIP, or conversations.json alone), Open WebUI's chats.",
            "What is there already stays; importing a file again adds nothing."
        },
        footer = {
            "",
            "Examples:",
            "  parley import everything.zip",
            "  parley import chatgpt-export.zip",
            "  parley import --url https://chat.example --token parley_... conversations.json"
        })
final class ImportCommand extends HomeCommand {
    @Mixin private final ServerOptions server = new ServerOptions();

    @Parameters(paramLabel = "FILE", description = "The file to import.")
    private Path file = Path.of("");

    ImportCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("There is no file %s.".formatted(file));
        }
        try (var connection = server.open(context, options)) {
            JsonNode report = new FileTransfer(connection).send("/v1/import", file);
            show(report);
            return failed(report) ? 1 : 0;
        }
    }

    private void show(JsonNode report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "NEW", "SKIPPED", "FAILED"));
        report.path("imported")
                .properties()
                .forEach(kind ->
                        rows.add(
                                List.of(
                                        kind.getKey().replace('_', ' '),
                                        count(kind.getValue(), "new"),
                                        count(kind.getValue(), "skipped"),
                                        count(kind.getValue(), "failed"))));
        TextTable.lines(rows).forEach(context.console()::say);
        report.path("problems").forEach(problem -> context.console().note(problem.asString("")));
    }

    private static String count(JsonNode tally, String name) {
        return String.valueOf(tally.path(name).asLong(0));
    }

    private static boolean failed(JsonNode report) {
        return report.path("imported")
                .valueStream()
                .anyMatch(tally -> tally.path("failed").asLong(0) > 0);
    }
}
