package parley.analysis.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parley.error.AppException;

/// Finds out the layout of a file from its beginning.
final class ShapeSniffer {
    private static final int SAMPLE = 1 << 18;
    private static final int MOST_ROWS = 200;
    private static final int MOST_PREAMBLE = 30;

    // Of two that fit equally well, the one that is rarer inside texts and numbers.
    private static final char[] DELIMITERS = {'\t', ';', '|', ','};

    private final String sample;
    private final boolean whole;
    private final int mostCells;

    private ShapeSniffer(String sample, boolean whole, int mostCells) {
        this.sample = sample;
        this.whole = whole;
        this.mostCells = mostCells;
    }

    /// @throws AppException (400) if it has fewer than two columns
    static Shape sniff(Reader text, int mostCells) throws IOException {
        char[] letters = new char[SAMPLE];
        int length = 0;
        int count;
        while (length < SAMPLE && (count = text.read(letters, length, SAMPLE - length)) > 0) {
            length += count;
        }
        String sample = new String(letters, 0, length);
        return new ShapeSniffer(sample, length < SAMPLE, mostCells).find();
    }

    /// The first rows as one delimiter has them.
    private record Table(char delimiter, List<Line> rows, int width, double score) {}

    private record Line(long number, List<String> cells) {
        int used() {
            int count = cells.size();
            while (count > 0 && cells.get(count - 1).isEmpty()) {
                count--;
            }
            return count;
        }
    }

    private Shape find() throws IOException {
        if (sample.isBlank()) {
            throw NotCsv.because("The file is empty.");
        }
        String first = sample.lines().findFirst().orElse("").strip().toLowerCase(Locale.ROOT);
        // Excel's own way of saying what the delimiter is.
        if (first.matches("\"?sep=.\"?")) {
            return shape(parse(first.charAt(first.indexOf('=') + 1)));
        }
        if (first.equals("sep=")) {
            return shape(parse('\t'));
        }
        Table best = parse(DELIMITERS[0]);
        for (int index = 1; index < DELIMITERS.length; index++) {
            Table table = parse(DELIMITERS[index]);
            best = table.score > best.score ? table : best;
        }
        return shape(best);
    }

    private Table parse(char delimiter) throws IOException {
        List<Line> rows = new ArrayList<>();
        CsvReader reader = new CsvReader(new StringReader(sample), delimiter, SAMPLE);
        try {
            while (rows.size() < MOST_ROWS && reader.next()) {
                rows.add(line(reader.row()));
            }
            if (!whole && rows.size() > 1 && rows.size() < MOST_ROWS) {
                rows.removeLast();
            }
        } catch (AppException e) {
            // The sample ends inside a quote, or this is not the delimiter. What is wrong with the
            // file itself is said when all of it is read.
        }
        int width = usual(rows, row -> row.cells.size());
        long usual = rows.stream().filter(row -> row.cells.size() == width).count();
        double score =
                width < 2 ? 0 : (usual - (double) reader.strayQuotes()) / Math.max(1, rows.size());
        return new Table(delimiter, rows, width, score);
    }

    private static Line line(CsvRow row) {
        List<String> cells = new ArrayList<>(row.size());
        for (int index = 0; index < row.size(); index++) {
            cells.add(row.cell(index).toString());
        }
        return new Line(row.line(), cells);
    }

    /// What most rows have; of two the greater.
    private static int usual(List<Line> rows, Function<Line, Integer> width) {
        Map<Integer, Long> counts =
                rows.stream()
                        .map(width)
                        .collect(
                                Collectors.groupingBy(
                                        Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private Shape shape(Table table) {
        if (table.width > mostCells) {
            throw NotCsv.tooLarge(
                    "The file has more than %,d columns; at most %,d are taken."
                            .formatted(mostCells, mostCells));
        }
        if (table.width < 2 || usual(table.rows, Line::used) < 2) {
            String only = table.rows.isEmpty() ? "" : table.rows.getFirst().cells.getFirst();
            throw NotCsv.because(
                    ("The file has only one column, “%s”; a table needs at least two, with a comma,"
                                    + " semicolon, tab or | between them.")
                            .formatted(NotCsv.shown(only)));
        }
        List<Line> rows = table.rows;
        int top = 0;
        while (top < Math.min(rows.size() - 1, MOST_PREAMBLE)
                && isPreamble(rows.get(top), table.width)) {
            top++;
        }
        boolean hasHeader = isHeader(rows, top);
        if (!hasHeader && top > 0 && rows.get(top - 1).cells.size() == table.width) {
            // What stands alone as wide as the table is its header where nothing else is.
            top--;
            hasHeader = isHeader(rows, top);
        }
        Line first = rows.get(top);
        return new Shape(
                table.delimiter,
                first.number - 1,
                hasHeader,
                hasHeader ? headers(first, table.width) : numbered(table.width));
    }

    private static boolean isHeader(List<Line> rows, int index) {
        return Headers.isHeader(
                rows.get(index).cells,
                rows.subList(index + 1, rows.size()).stream().map(Line::cells).toList());
    }

    /// Titles, comments and `sep=`: what stands above a table in too few cells.
    private static boolean isPreamble(Line row, int width) {
        int used = row.used();
        boolean alone = used <= 1 && !row.cells.getFirst().isEmpty();
        boolean comment = row.cells.getFirst().startsWith("#") && row.cells.size() != width;
        return alone || comment || used == 0 || row.cells.size() * 2 <= width;
    }

    private static List<String> headers(Line first, int width) {
        List<String> headers = new ArrayList<>(first.cells.subList(0, Math.max(first.used(), 1)));
        while (headers.size() < width) {
            headers.add("");
        }
        return headers;
    }

    private static List<String> numbered(int width) {
        return IntStream.rangeClosed(1, width).mapToObj(number -> "column_" + number).toList();
    }
}
