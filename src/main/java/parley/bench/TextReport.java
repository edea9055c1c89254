package parley.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Findings as text for a terminal.
final class TextReport {
    private static final List<String> TITLES =
            List.of("", "median", "unit", "least – most", "beside", "", "ratio", "aim", "");
    private static final TextTable TABLE =
            new TextTable(List.of(false, true, false, true, true, false, true, true, false));

    private TextReport() {}

    /// The lines of a benchmark: its question, its table, its notes.
    static List<String> lines(Benchmark benchmark, Findings findings) {
        List<String> lines = new ArrayList<>();
        lines.add(benchmark.name() + ": " + benchmark.question());
        List<List<String>> cells = new ArrayList<>();
        cells.add(TITLES);
        findings.groups().forEach(group -> addGroup(cells, group));
        TABLE.lines(cells).forEach(line -> lines.add("  " + line));
        findings.notes().forEach(note -> lines.add("  Note: " + note));
        return lines;
    }

    private static void addGroup(List<List<String>> cells, Findings.Group group) {
        boolean named = !group.name().isEmpty();
        if (named) {
            List<String> heading = new ArrayList<>(Collections.nCopies(TITLES.size(), ""));
            heading.set(0, group.name());
            cells.add(heading);
        }
        group.rows().forEach(row -> cells.add(cells(named ? "  " : "", row)));
    }

    private static List<String> cells(String indent, Row row) {
        List<String> cells = new ArrayList<>();
        double median = row.figure().median();
        cells.add(indent + row.what());
        cells.add(number(median));
        cells.add(row.unit());
        cells.add(range(row.figure()));
        cells.add(row.baseline().map(baseline -> number(baseline.figure().median())).orElse(""));
        cells.add(row.baseline().map(Row.Baseline::what).orElse(""));
        cells.add(row.baseline().map(baseline -> ratio(median, baseline)).orElse(""));
        cells.add(row.aim().map(TextReport::aim).orElse(""));
        cells.add(row.aim().map(aim -> aim.isMet(median) ? "met" : "missed").orElse(""));
        return cells;
    }

    private static String range(Samples samples) {
        return samples.rounds().size() == 1
                ? ""
                : number(samples.least()) + " – " + number(samples.most());
    }

    private static String ratio(double median, Row.Baseline baseline) {
        double beside = baseline.figure().median();
        return beside == 0 ? "" : number(median / beside) + " ×";
    }

    private static String aim(Aim aim) {
        return switch (aim.direction()) {
            case AT_MOST -> "≤ " + bound(aim);
            case AT_LEAST -> "≥ " + bound(aim);
        };
    }

    private static String bound(Aim aim) {
        return number(aim.bound());
    }

    /// Three digits that count, whole numbers whole.
    static String number(double value) {
        double size = Math.abs(value);
        if (size >= 100 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        int decimals = size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
