package parley.analysis.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import parley.analysis.sql.Caps;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Query;
import parley.analysis.sql.Rows;
import parley.analysis.sql.SqlGuard;

/// Files that are uploaded in a test, and the database made of each.
final class Upload implements AutoCloseable {
    private static final Caps CAPS = new Caps(10_000, 64 << 20, Duration.ofSeconds(20));
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Path folder;
    private final Path database;
    private final CsvProfile profile;
    private final DuckDbDatabase open;

    private Upload(Path folder, byte[] content, CsvSettings settings)
            throws IOException, InterruptedException {
        this.folder = folder;
        int number = NUMBERS.incrementAndGet();
        Path file = folder.resolve("upload-%d.csv".formatted(number));
        database = folder.resolve("upload-%d.duckdb".formatted(number));
        Files.write(file, content);
        profile = new CsvImport(settings).load(file, "sales.csv", database);
        open = new DuckDbDatabase(database, profile, settings);
    }

    static Upload of(Path folder, byte[] content) throws IOException, InterruptedException {
        return new Upload(folder, content, CsvSettings.DEFAULTS);
    }

    static Upload of(Path folder, String text) throws IOException, InterruptedException {
        return of(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    static Upload of(Path folder, String text, Charset charset)
            throws IOException, InterruptedException {
        return of(folder, text.getBytes(charset));
    }

    static Upload of(Path folder, String text, CsvSettings settings)
            throws IOException, InterruptedException {
        return new Upload(folder, text.getBytes(StandardCharsets.UTF_8), settings);
    }

    CsvProfile profile() {
        return profile;
    }

    DuckDbDatabase database() {
        return open;
    }

    Path file() {
        return database;
    }

    Path folder() {
        return folder;
    }

    ColumnProfile column(int index) {
        return profile.columns().get(index);
    }

    /// All cells of a column, in the file's order.
    List<@Nullable Object> cells(int index) throws InterruptedException {
        return rows("SELECT * FROM uploaded_data").cells().stream()
                .<@Nullable Object>map(row -> row.get(index))
                .toList();
    }

    Rows rows(String sql) throws InterruptedException {
        return open.run(new SqlGuard().check(new Query(sql), Engine.DUCKDB, open.tables()), CAPS);
    }

    @Override
    public void close() {
        open.close();
    }
}
