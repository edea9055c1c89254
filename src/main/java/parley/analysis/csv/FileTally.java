package parley.analysis.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// What all rows of a file are, counted the first time it is read.
final class FileTally {
    private static final int ROWS_BETWEEN_CHECKS = 10_000;
    private static final int EXAMPLES = 3;

    private final Shape shape;
    private final CsvSettings settings;
    private final List<ColumnTally> columns = new ArrayList<>();
    private final Uneven shorter = new Uneven();
    private final Uneven longer = new Uneven();
    private long rows;
    private long blankRows;
    private long strayQuotes;
    private String lastRow = "";

    /// Rows with the wrong number of cells.
    static final class Uneven {
        private long count;
        private final List<Long> lines = new ArrayList<>();

        private void add(long line) {
            count++;
            if (lines.size() < EXAMPLES) {
                lines.add(line);
            }
        }

        long count() {
            return count;
        }

        /// The first of their lines in the file.
        LongStream lines() {
            return lines.stream().mapToLong(Long::longValue);
        }
    }

    FileTally(Shape shape, CsvSettings settings) {
        this.shape = shape;
        this.settings = settings;
        for (int index = 0; index < shape.width(); index++) {
            columns.add(new ColumnTally(settings.rows()));
        }
    }

    /// @throws parley.error.AppException (413) if there are more rows than may be
    void read(Reader text) throws IOException, InterruptedException {
        CsvReader reader = open(text);
        CsvRow row = reader.row();
        while (reader.next()) {
            if (isBlank(row)) {
                blankRows++;
                continue;
            }
            if (++rows <= settings.rows()) {
                count(row);
            }
            if (rows % ROWS_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        blankRows += reader.blankLines();
        strayQuotes = reader.strayQuotes();
        lastRow = rows == 0 ? "" : row.cell(0).toString();
        if (rows > settings.rows()) {
            throw NotCsv.tooLarge(
                    "The file has %,d rows; at most %,d are taken. Upload a part of it."
                            .formatted(rows, settings.rows()));
        }
    }

    /// A reader that stands before the first row.
    CsvReader open(Reader text) throws IOException {
        return shape.open(text, settings.columns());
    }

    static boolean isBlank(CsvRow row) {
        return row.used() == 0;
    }

    Shape shape() {
        return shape;
    }

    List<ColumnTally> columns() {
        return columns;
    }

    /// The columns that have a name or at least one cell.
    int[] kept() {
        return IntStream.range(0, columns.size())
                .filter(index ->
                        !shape.headers().get(index).isBlank() || columns.get(index).cells > 0)
                .toArray();
    }

    long rows() {
        return rows;
    }

    long blankRows() {
        return blankRows;
    }

    long strayQuotes() {
        return strayQuotes;
    }

    Uneven shorter() {
        return shorter;
    }

    Uneven longer() {
        return longer;
    }

    /// The first cell of the last row.
    String lastRow() {
        return lastRow;
    }

    private void count(CsvRow row) {
        if (row.size() < columns.size()) {
            shorter.add(row.line());
        } else if (row.size() > columns.size() && row.used() > columns.size()) {
            longer.add(row.line());
        }
        for (int index = 0; index < columns.size(); index++) {
            columns.get(index).add(row.cell(index));
        }
    }
}
