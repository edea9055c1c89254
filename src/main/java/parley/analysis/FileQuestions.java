package parley.analysis;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.analysis.chart.ChartText;
import parley.analysis.csv.CsvImport;
import parley.analysis.csv.CsvProfile;
import parley.analysis.csv.CsvSettings;
import parley.analysis.csv.DuckDbDatabase;
import parley.analysis.question.QuestionPlanner;
import parley.analysis.question.TableFacts;
import parley.analysis.sql.DataSettings;
import parley.analysis.sql.Database;
import parley.analysis.sql.SqlGuard;
import parley.analysis.xmr.XmrChart;
import parley.conversation.Message;
import parley.settings.SettingValues;
import tools.jackson.databind.node.ObjectNode;

/// Questions to one file, without a server: nothing of it is kept.
public final class FileQuestions implements AutoCloseable {
    private final Path folder;
    private final CsvProfile profile;
    private final Database database;
    private final OpenSource source;
    private final QuestionPlanner planner = new QuestionPlanner();
    private final PlannedAnswers answers;
    private final List<String> earlier = new ArrayList<>();

    private FileQuestions(Path folder, CsvProfile profile, Database database, InstantSource clock) {
        this.folder = folder;
        this.profile = profile;
        this.database = database;
        this.answers = new PlannedAnswers(planner, clock);
        DataSource nobodys =
                new DataSource(
                        0,
                        0,
                        "",
                        SourceType.CSV,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(CsvImport.TABLE),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        clock.instant());
        this.source =
                new OpenSource(
                        nobodys,
                        database,
                        new SqlGuard(),
                        _ -> {},
                        DataSettings.from(SettingValues.DEFAULTS).caps(),
                        clock);
    }

    /// Reads a file.
    ///
    /// @param fileName what it is called in sentences
    /// @throws parley.error.AppException (400) it is no CSV file with two columns and a row
    public static FileQuestions open(Path csv, String fileName, InstantSource clock)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("parley-ask-");
        CsvSettings settings = CsvSettings.from(SettingValues.DEFAULTS);
        Path tables = folder.resolve("tables.duckdb");
        boolean open = false;
        try {
            CsvProfile profile = new CsvImport(settings).load(csv, fileName, tables);
            open = true;
            return new FileQuestions(
                    folder, profile, new DuckDbDatabase(tables, profile, settings), clock);
        } finally {
            if (!open) {
                delete(folder);
            }
        }
    }

    /// An answer.
    ///
    /// @param sql the query; empty where none was run
    /// @param found `sqlQuery`, `sqlResults`, `chartData`, `analysis`
    /// @param chart the control chart, where there is one
    public record Answer(
            String text, Optional<String> sql, ObjectNode found, Optional<Drawing> chart) {}

    /// A chart that can be drawn.
    public record Drawing(XmrChart chart, ChartText text) {}

    public CsvProfile profile() {
        return profile;
    }

    /// Questions to begin with.
    public List<String> suggestions() throws InterruptedException {
        List<TableFacts> facts = source.factsFor("");
        return facts.isEmpty() ? List.of() : planner.suggestions(facts.getFirst());
    }

    /// Answers a question; it may go on from those before.
    ///
    /// @return empty if it is not about the data
    public Optional<Answer> ask(String question) throws InterruptedException {
        Finding finding = new Finding();
        PlannedAnswers.Question asked =
                new PlannedAnswers.Question(question, List.copyOf(earlier), OptionalLong.empty());
        Optional<String> text = answers.answer(asked, source, finding);
        if (text.isEmpty()) {
            earlier.add(Message.NO_ATTRIBUTES);
            return Optional.empty();
        }
        ObjectNode found = finding.attributes((_, _) -> {});
        earlier.add(found.toString());
        return Optional.of(
                new Answer(
                        text.get(),
                        finding.shown().map(Asked::sql),
                        found,
                        finding.chart().map(made -> new Drawing(made.chart(), made.text()))));
    }

    @Override
    public void close() throws IOException {
        database.close();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
