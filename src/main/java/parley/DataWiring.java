package parley;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import parley.analysis.ChartPictures;
import parley.analysis.CsvSources;
import parley.analysis.DataAnalyst;
import parley.analysis.DataSources;
import parley.analysis.ForgottenFiles;
import parley.analysis.OpenSources;
import parley.analysis.PlannedAnswers;
import parley.analysis.chart.ChartFiles;
import parley.analysis.question.QuestionPlanner;
import parley.analysis.sql.Databases;
import parley.analysis.sql.OwnDatabase;
import parley.analysis.sql.Places;
import parley.analysis.sql.SecretBox;
import parley.analysis.sql.SqlGuard;
import parley.analysis.sql.mysql.MysqlOpener;
import parley.analysis.sql.postgres.PostgresOpener;
import parley.analysis.sql.sqlite.SqliteOpener;
import parley.conversation.Background;
import parley.storage.DatabaseSettings;
import parley.storage.OpenStores;
import parley.storage.postgres.PostgresUrl;
import parley.storage.sqlite.SqliteDatabase;

/// The parts that ask data, joined.
final class DataWiring implements AutoCloseable {
    /// The folder of the home that holds the tables of uploaded files.
    private static final String TABLES = "data";

    final DataSources sources;
    final ChartPictures pictures;
    final DataAnalyst analyst;
    private final CsvSources files;
    private final ChartFiles charts;
    private final ForgottenFiles forgotten;

    /// @param background what a model reads along with the data
    DataWiring(
            Settings settings,
            OpenStores stores,
            Path home,
            Background background,
            InstantSource clock) {
        Databases databases =
                new Databases(
                        List.of(new PostgresOpener(), new MysqlOpener(), new SqliteOpener()),
                        new Places(settings.data(), home, ownDatabase(settings.database(), home)));
        SecretBox secrets = new SecretBox(home, settings.data().secret());
        QuestionPlanner planner = new QuestionPlanner();
        files = new CsvSources(stores.dataSources(), settings.csv(), home.resolve(TABLES), clock);
        sources =
                new DataSources(
                        stores.dataSources(),
                        databases,
                        secrets,
                        files,
                        new OpenSources(
                                stores.dataSources(),
                                databases,
                                secrets,
                                files,
                                new SqlGuard(),
                                settings.data().caps(),
                                settings.csv().duckDbOpen(),
                                clock),
                        planner,
                        clock);
        charts = new ChartFiles(settings.charts(), home, clock);
        forgotten = new ForgottenFiles(stores.dataSources(), files, charts);
        pictures =
                new ChartPictures(
                        charts,
                        settings.charts(),
                        stores.dataSources(),
                        stores.conversations(),
                        clock);
        analyst =
                new DataAnalyst(sources, new PlannedAnswers(planner, clock), pictures, background);
    }

    /// What nobody may ask.
    private static OwnDatabase ownDatabase(DatabaseSettings settings, Path home) {
        if (!settings.isShared()) {
            return new OwnDatabase.InFile(home.resolve(SqliteDatabase.FILE_NAME));
        }
        PostgresUrl url = PostgresUrl.parse(settings.url());
        return new OwnDatabase.OnServer(url.host(), url.port(), url.database());
    }

    /// Tidies up what earlier runs left.
    void start() {
        files.start();
        charts.startHousekeeping();
        forgotten.start();
    }

    @Override
    public void close() {
        forgotten.close();
        charts.close();
        sources.close();
    }
}
