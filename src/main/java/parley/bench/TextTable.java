package parley.bench;

import java.util.List;
import java.util.stream.IntStream;

/// Lines up text in columns: words to the left, figures to the right.
final class TextTable {
    private static final String GAP = "  ";

    private final List<Boolean> figures;

    /// @param figures for each column whether it holds figures
    TextTable(List<Boolean> figures) {
        this.figures = List.copyOf(figures);
    }

    /// One line for each row; each row has a cell for every column.
    List<String> lines(List<List<String>> rows) {
        List<Integer> widths =
                IntStream.range(0, figures.size()).mapToObj(column -> width(rows, column)).toList();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < figures.size(); column++) {
            String cell = row.get(column);
            String space = " ".repeat(widths.get(column) - cell.length());
            line.append(figures.get(column) ? space + cell : cell + space).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
