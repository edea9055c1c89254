package parley.analysis.sql;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes rows from a database until there are no more, or as many as are allowed.
final class RowReader {
    private static final int CELL_BYTES = 16;

    private final ReadOnlyEngine engine;
    private final Caps caps;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<@Nullable Object>> cells = new ArrayList<>();
    private long bytes;

    RowReader(ReadOnlyEngine engine, Caps caps) {
        this.engine = engine;
        this.caps = caps;
    }

    /// @param started [System#nanoTime] at the query's start
    Rows read(ResultSet rows, long started) throws SQLException {
        ResultSetMetaData head = rows.getMetaData();
        for (int index = 1; index <= head.getColumnCount(); index++) {
            columns.add(engine.column(head, index));
        }
        boolean truncated = false;
        while (!truncated && rows.next()) {
            truncated = cells.size() >= caps.rows() || !add(rows);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        return engine.finish(
                new Rows(
                        List.copyOf(columns),
                        Collections.unmodifiableList(cells),
                        truncated,
                        took));
    }

    /// Whether the row was still within the bytes that are allowed.
    private boolean add(ResultSet rows) throws SQLException {
        List<@Nullable Object> row = new ArrayList<>(columns.size());
        for (int index = 1; index <= columns.size(); index++) {
            Object cell = engine.cell(rows, index, columns.get(index - 1).type());
            bytes += CELL_BYTES + (cell instanceof String text ? 2L * text.length() : 0);
            if (bytes > caps.bytes()) {
                return false;
            }
            row.add(cell);
        }
        cells.add(Collections.unmodifiableList(row));
        return true;
    }
}
