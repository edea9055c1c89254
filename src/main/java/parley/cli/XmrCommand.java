package parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.analysis.chart.ChartText;
import parley.analysis.chart.Charts;
import parley.analysis.xmr.XmrChart;
import parley.cli.xmr.Buckets;
import parley.cli.xmr.SeriesFile;
import parley.cli.xmr.XmrReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley xmr`: a control chart of a file, without a server.
@Command(
        name = "xmr",
        description = "Works out the control chart of a CSV file, and says what it shows.",
        footer = {
            "",
            "Examples:",
            "  parley xmr sales.csv --x date --y sales -o chart.png",
            "  parley xmr sales.csv --by week --aggregate sum --rules nhs",
            "  cat sales.csv | parley xmr - --lock 20 --json"
        })
final class XmrCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            paramLabel = "FILE",
            description = "A CSV file with a header; - for standard input.")
    private String file = "-";

    @Option(names = "--x", paramLabel = "COLUMN", description = "The column with the times.")
    private @Nullable String time;

    @Option(names = "--y", paramLabel = "COLUMN", description = "The column with the values.")
    private @Nullable String value;

    @Option(
            names = "--by",
            paramLabel = "UNIT",
            description = "Puts values together by day, week, month, quarter or year.")
    private Buckets.@Nullable Unit by;

    @Option(
            names = "--aggregate",
            paramLabel = "HOW",
            description = "With --by, what becomes of them: mean, sum or count.")
    private Buckets.Aggregate aggregate = Buckets.Aggregate.MEAN;

    @Mixin private final XmrChoices choices = new XmrChoices();

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Option(names = "-o", paramLabel = "FILE", description = "Draws the chart: .png, .svg or .jpg.")
    private @Nullable Path picture;

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            description = "Draws the summary of four panels.")
    private @Nullable Path summary;

    XmrCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        SeriesFile series =
                SeriesFile.read(content(), Optional.ofNullable(time), Optional.ofNullable(value));
        if (by != null) {
            series = Buckets.by(series, by, aggregate);
        }
        XmrChart chart = choices.chart(series.observations());
        var report = new XmrReport(series, chart);
        if (json) {
            context.console().say(report.json());
        } else {
            print(series, chart, report);
        }
        draw(series, chart);
        return 0;
    }

    private void print(SeriesFile series, XmrChart chart, XmrReport report) {
        Console console = context.console();
        series.notes().forEach(console::note);
        for (String finding : report.insights().findings()) {
            console.say(finding);
        }
        console.say("");
        TextTable.lines(report.statistics()).forEach(console::say);
        console.say(console.faint(report.method()));
        if (!chart.isStable()) {
            console.say("");
            TextTable.lines(report.signals()).forEach(console::say);
        }
        if (choices.hasSpecification()) {
            console.say("");
            console.say(chart.capability().words());
        }
        console.say("");
        report.insights().recommendations().forEach(console::say);
    }

    private void draw(SeriesFile series, XmrChart chart) {
        String over = series.valueName() + " over " + series.timeName();
        String note = String.join(" ", series.notes());
        if (picture != null) {
            var text =
                    new ChartText(
                            "XmR chart of " + over, series.valueName(), series.timeName(), note);
            PictureFile.write(
                    picture,
                    Charts.main(chart, text, PictureFile.style(picture)),
                    context.console());
        }
        if (summary != null) {
            var text =
                    new ChartText(
                            "Summary of " + over, series.valueName(), series.timeName(), note);
            PictureFile.write(
                    summary,
                    Charts.summary(chart, text, PictureFile.style(summary)),
                    context.console());
        }
    }

    private byte[] content() {
        try {
            return file.equals("-")
                    ? context.surroundings().input().readAllBytes()
                    : Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new CommandFailure("The file " + file + " cannot be read.", e);
        }
    }
}
