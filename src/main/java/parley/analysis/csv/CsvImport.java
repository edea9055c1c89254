package parley.analysis.csv;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import parley.analysis.sql.Column;
import parley.analysis.sql.Table;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Makes a database of a CSV file. The file is read by the parser here and never by the database;
/// whatever its cells say, they are data. It is read three times from the disk, so that memory does
/// not grow with it.
///
/// Safe for use by many threads.
public final class CsvImport {
    /// The table that has the rows.
    public static final String TABLE = DuckDbFile.TABLE;

    private final CsvSettings settings;

    public CsvImport(CsvSettings settings) {
        this.settings = settings;
    }

    /// Reads a file into a new database file with the table [#TABLE].
    ///
    /// @param fileName what its owner calls the file; only used in sentences
    /// @param duckDbFile must not exist; it does not either if this fails. Its path must have no
    ///   semicolon
    /// @throws AppException (400) if it is not CSV or has no rows or fewer than two columns, (413)
    ///   if it is larger than the settings allow, (507) if it cannot be stored
    public CsvProfile load(Path csv, String fileName, Path duckDbFile) throws InterruptedException {
        DuckDbFile database = new DuckDbFile(duckDbFile, settings);
        boolean done = false;
        try {
            CsvProfile profile = load(csv, fileName, database);
            done = true;
            return profile;
        } catch (IOException | SQLException e) {
            throw new AppException(
                    ErrorCode.STORAGE_FULL,
                    "The file “%s” could not be stored; is there space on the disk?"
                            .formatted(NotCsv.shown(fileName)),
                    e);
        } finally {
            if (!done) {
                discard(database);
            }
        }
    }

    /// The table of a file, as it is asked.
    public static Table table(CsvProfile profile) {
        List<Column> columns = profile.columns().stream().map(ColumnProfile::column).toList();
        return new Table(Optional.empty(), TABLE, columns);
    }

    private CsvProfile load(Path csv, String fileName, DuckDbFile database)
            throws IOException, SQLException, InterruptedException {
        long size = Files.size(csv);
        if (size > settings.bytes()) {
            throw NotCsv.tooLarge(
                    "The file “%s” has %,d bytes; at most %,d are taken."
                            .formatted(NotCsv.shown(fileName), size, settings.bytes()));
        }
        Encoding encoding = Encoding.of(csv);
        FileTally tally = tally(csv, encoding);
        if (tally.rows() == 0) {
            throw NotCsv.because(
                    "The file has a header (%s) and no rows below it."
                            .formatted(NotCsv.shown(String.join(", ", tally.shape().headers()))));
        }
        return store(csv, encoding, tally, database);
    }

    private FileTally tally(Path csv, Encoding encoding) throws IOException, InterruptedException {
        Shape shape;
        try (Reader text = encoding.open(csv)) {
            shape = ShapeSniffer.sniff(text, settings.columns());
        }
        FileTally tally = new FileTally(shape, settings);
        try (Reader text = encoding.open(csv)) {
            tally.read(text);
        }
        return tally;
    }

    private static CsvProfile store(
            Path csv, Encoding encoding, FileTally tally, DuckDbFile database)
            throws IOException, SQLException, InterruptedException {
        int[] kept = tally.kept();
        if (kept.length < 2) {
            throw NotCsv.because(
                    "The file has only one column with anything in it; a table needs at least two.");
        }
        List<String> all = Headers.names(tally.shape().headers());
        List<String> names = Arrays.stream(kept).mapToObj(all::get).toList();
        List<ColumnTally> tallies = Arrays.stream(kept).mapToObj(tally.columns()::get).toList();
        List<ColumnPlan> plans =
                new TypeDecision(names, tallies, tally.shape().delimiter()).decide();
        List<ColumnProfile> columns;
        try (DuckDBConnection connection = database.openToWrite();
                Reader text = encoding.open(csv)) {
            columns = new TableLoader(tally, plans, names).load(connection, text);
        }
        return new CsvProfile(
                encoding.charset().name(),
                tally.shape().delimiter(),
                tally.rows(),
                columns,
                Repairs.of(encoding, tally, plans, names));
    }

    private static void discard(DuckDbFile database) {
        try {
            database.delete();
        } catch (IOException e) {
            // What cannot be deleted cannot be repaired here; the failure that led here is told.
        }
    }
}
