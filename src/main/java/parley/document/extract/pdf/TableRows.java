package parley.document.extract.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a table whose columns are known.
final class TableRows {
    private static final double SAME_HEIGHT = 0.45;
    private static final double TIGHTER = 1.3;
    private static final double FULL = 0.7;

    /// Lines of a table on one height.
    private static final class Level {
        final double baseline;
        // Null for a column without.
        final @Nullable Line[] cells;

        Level(double baseline, int columns) {
            this.baseline = baseline;
            this.cells = new @Nullable Line[columns];
        }
    }

    private final Columns columns;
    private final boolean rightToLeft;

    private TableRows(Columns columns, boolean rightToLeft) {
        this.columns = columns;
        this.rightToLeft = rightToLeft;
    }

    /// The texts of the cells, row by row.
    static List<List<String>> of(Columns columns, boolean rightToLeft) {
        return new TableRows(columns, rightToLeft).rows();
    }

    private List<List<String>> rows() {
        List<Level> levels = levels();
        double split = split(levels);
        List<List<String>> rows = new ArrayList<>();
        String[] open = new String[0];
        for (int i = 0; i < levels.size(); i++) {
            boolean goesOn = i > 0 && goesOn(levels.get(i - 1), levels.get(i), split);
            if (!goesOn) {
                addTo(rows, open);
                open = new String[columns.lines().size()];
                Arrays.fill(open, "");
            }
            for (int column = 0; column < open.length; column++) {
                @Nullable Line line = levels.get(i).cells[column];
                open[column] = line == null ? open[column] : joined(open[column], line.text());
            }
        }
        addTo(rows, open);
        return rows;
    }

    private void addTo(List<List<String>> rows, String[] cells) {
        if (cells.length > 0) {
            List<String> row = List.of(cells);
            rows.add(rightToLeft ? row.reversed() : row);
        }
    }

    private static String joined(String text, String more) {
        return text.isEmpty() ? more : LineBreaks.joined(text, more);
    }

    private List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        record Cell(int column, Line line) {}
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < columns.lines().size(); column++) {
            for (Line line : columns.lines().get(column)) {
                cells.add(new Cell(column, line));
            }
        }
        cells.sort(Comparator.comparingDouble(cell -> cell.line().baseline()));
        for (Cell cell : cells) {
            boolean same =
                    !levels.isEmpty()
                            && cell.line().baseline() - levels.getLast().baseline
                                    <= SAME_HEIGHT * columns.size()
                            && levels.getLast().cells[cell.column()] == null;
            if (!same) {
                levels.add(new Level(cell.line().baseline(), columns.lines().size()));
            }
            levels.getLast().cells[cell.column()] = cell.line();
        }
        return levels;
    }

    // Where the lines of a cell are closer to one another than the rows are, the distance tells
    // them apart.
    private static double split(List<Level> levels) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 1; i < levels.size(); i++) {
            double gap = levels.get(i).baseline - levels.get(i - 1).baseline;
            least = Math.min(least, gap);
            most = Math.max(most, gap);
        }
        return most > TIGHTER * least ? Math.sqrt(least * most) : 0;
    }

    private boolean goesOn(Level before, Level level, double split) {
        boolean close = split > 0 && level.baseline - before.baseline < split;
        int empty = 0;
        boolean continues = true;
        for (int column = 0; column < level.cells.length; column++) {
            @Nullable Line line = level.cells[column];
            @Nullable Line above = before.cells[column];
            if (line == null) {
                empty++;
            } else if (above == null || above.width() < FULL * columns.room(column)) {
                continues = false;
            }
        }
        // Without a full line above it, text goes on only if a row cannot be this close to the one
        // before.
        return empty > 0 && (close || (split == 0 && continues && level.cells[first()] == null));
    }

    private int first() {
        return rightToLeft ? columns.lines().size() - 1 : 0;
    }
}
