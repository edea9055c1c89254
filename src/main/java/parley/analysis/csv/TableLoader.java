package parley.analysis.csv;

import java.io.IOException;
import java.io.Reader;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Puts the rows of a file into its table: the second time the file is read, when what its columns
/// are is known.
final class TableLoader {
    private static final int ROWS_BETWEEN_CHECKS = 10_000;

    private final FileTally tally;
    private final List<ColumnPlan> plans;
    private final List<String> names;
    private final List<ColumnLoad> loads = new ArrayList<>();

    /// @param names of the columns that are kept
    TableLoader(FileTally tally, List<ColumnPlan> plans, List<String> names) {
        this.tally = tally;
        this.plans = plans;
        this.names = names;
        plans.forEach(plan -> loads.add(new ColumnLoad(plan)));
    }

    List<ColumnProfile> load(DuckDBConnection database, Reader text)
            throws IOException, SQLException, InterruptedException {
        List<ColumnProfile> columns = profiles();
        String definition =
                IntStream.range(0, columns.size())
                        .mapToObj(index ->
                                DuckDbFile.quoted(columns.get(index).column())
                                        + " "
                                        + plans.get(index).kind().sql())
                        .collect(Collectors.joining(", "));
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE %s (%s)".formatted(DuckDbFile.TABLE, definition));
        }
        try (DuckDBAppender table = database.createAppender(DuckDbFile.TABLE)) {
            append(table, tally.open(text));
        }
        return profiles();
    }

    private void append(DuckDBAppender table, CsvReader reader)
            throws IOException, SQLException, InterruptedException {
        int[] sources = tally.kept();
        long rows = 0;
        while (reader.next()) {
            CsvRow row = reader.row();
            if (FileTally.isBlank(row)) {
                continue;
            }
            table.beginRow();
            for (int index = 0; index < sources.length; index++) {
                loads.get(index).append(row.cell(sources[index]), table);
            }
            table.endRow();
            if (++rows % ROWS_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private List<ColumnProfile> profiles() {
        List<ColumnProfile> profiles = new ArrayList<>();
        for (int index = 0; index < loads.size(); index++) {
            profiles.add(
                    loads.get(index)
                            .profile(
                                    names.get(index),
                                    tally.shape().headers().get(tally.kept()[index])));
        }
        return profiles;
    }
}
