package parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.analysis.FileQuestions;
import parley.analysis.chart.Charts;
import parley.analysis.csv.CsvProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley ask`: a question to a file, without a server and without a model.
@Command(
        name = "ask",
        description = "Answers a question about a CSV file, and shows the query behind the answer.",
        footer = {
            "",
            "Examples:",
            "  parley ask sales.csv \"mean sales by region\"",
            "  parley ask sales.csv \"is sales by week stable\" -o chart.png",
            "  cat sales.csv | parley ask - \"how many rows\" --json",
            "  parley ask sales.csv"
        })
final class AskCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "FILE", description = "A CSV file; - for standard input.")
    private String file = "-";

    @Parameters(
            index = "1..*",
            paramLabel = "QUESTION",
            description = "In plain words. Without one, tells what the file holds.")
    private List<String> question = List.of();

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Option(names = "-o", paramLabel = "FILE", description = "Draws the chart: .png, .svg or .jpg.")
    private @Nullable Path picture;

    AskCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path csv = csv();
        try (FileQuestions questions =
                FileQuestions.open(csv, nameOf(csv), InstantSource.system())) {
            if (question.isEmpty()) {
                describe(questions);
                return 0;
            }
            return answer(questions, String.join(" ", question));
        } finally {
            if (file.equals("-")) {
                Files.deleteIfExists(csv);
            }
        }
    }

    private int answer(FileQuestions questions, String asked)
            throws IOException, InterruptedException {
        Optional<FileQuestions.Answer> answer = questions.ask(asked);
        if (answer.isEmpty()) {
            throw new CommandFailure(
                    "This is no question about the file. Ask, for instance: "
                            + String.join("; ", questions.suggestions()));
        }
        Console console = context.console();
        if (json) {
            console.say(answer.get().found().put("content", answer.get().text()).toString());
        } else {
            console.say(answer.get().text());
            answer.get().sql().ifPresent(sql -> console.say("\n" + console.faint(sql)));
        }
        draw(answer.get());
        // What was refused was not answered.
        return answer.get().sql().isPresent() ? 0 : 1;
    }

    private void draw(FileQuestions.Answer answer) {
        Path target = picture;
        if (target == null) {
            return;
        }
        FileQuestions.Drawing drawing =
                answer.chart()
                        .orElseThrow(() ->
                                new CommandFailure(
                                        "The answer has no chart. Ask for one over time:"
                                                + " \"control chart of … by week\"."));
        PictureFile.write(
                target,
                Charts.main(drawing.chart(), drawing.text(), PictureFile.style(target)),
                context.console());
    }

    private void describe(FileQuestions questions) throws InterruptedException {
        Console console = context.console();
        CsvProfile profile = questions.profile();
        console.say("%,d rows, %s".formatted(profile.rows(), profile.encoding()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("COLUMN", "TYPE", "FORM", "MISSING", "UNPARSED"));
        profile.columns()
                .forEach(column ->
                        rows.add(
                                List.of(
                                        column.column().name(),
                                        column.column().type().name().toLowerCase(Locale.ROOT),
                                        column.form().orElse(""),
                                        String.valueOf(column.missing()),
                                        String.valueOf(column.unparsed()))));
        TextTable.lines(rows).forEach(console::say);
        profile.repairs().forEach(console::note);
        console.say("\nAsk, for instance:");
        questions.suggestions().forEach(suggestion -> console.say("  " + suggestion));
    }

    private Path csv() throws IOException {
        if (!file.equals("-")) {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                throw new CommandFailure("There is no file " + file + ".");
            }
            return path;
        }
        Path copy = Files.createTempFile("parley-ask-", ".csv");
        Files.write(copy, context.surroundings().input().readAllBytes());
        return copy;
    }

    private String nameOf(Path csv) {
        return file.equals("-") ? "standard input" : String.valueOf(csv.getFileName());
    }
}
