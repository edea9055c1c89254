package parley.analysis.csv;

import java.nio.file.Path;
import java.util.List;
import parley.analysis.sql.Caps;
import parley.analysis.sql.CheckedQuery;
import parley.analysis.sql.Database;
import parley.analysis.sql.Engine;
import parley.analysis.sql.JdbcDatabase;
import parley.analysis.sql.Rows;
import parley.analysis.sql.Table;

/// The database of an uploaded file. It is opened with the first query, read only and without any
/// way to files, extensions or settings.
///
/// DuckDB looks at the clock only between its vectors of rows, so a single call of a function can
/// take longer than a query may. [SqlGuard] lets none pass that could; whoever asks waits no longer
/// than the time in [Caps] all the same.
public final class DuckDbDatabase implements Database {
    private final Table table;
    private final DuckDbEngine engine;
    private final JdbcDatabase database;

    /// @param file that [CsvImport] made
    /// @param profile that it gave for it
    public DuckDbDatabase(Path file, CsvProfile profile, CsvSettings settings) {
        table = CsvImport.table(profile);
        engine = new DuckDbEngine(new DuckDbFile(file, settings), table);
        database = new JdbcDatabase(engine);
    }

    @Override
    public Engine engine() {
        return Engine.DUCKDB;
    }

    @Override
    public List<Table> tables() {
        return List.of(table);
    }

    @Override
    public Rows run(CheckedQuery query, Caps caps) throws InterruptedException {
        return database.run(query, caps);
    }

    /// Queries that run go on to their end.
    @Override
    public void close() {
        database.close();
        engine.close();
    }
}
