package parley.analysis.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Says in words what had to be repaired or assumed.
final class Repairs {
    private static final int MOST_NAMES = 5;
    private static final Pattern TOTAL =
            Pattern.compile("(?i)(grand )?(total|totals|sum|summe|gesamt|insgesamt|somme)\\W*");

    private final List<String> sentences = new ArrayList<>();

    static List<String> of(
            Encoding encoding, FileTally tally, List<ColumnPlan> plans, List<String> names) {
        Repairs repairs = new Repairs();
        repairs.addLayout(encoding, tally);
        repairs.addRows(tally);
        repairs.addHeaders(tally, names);
        plans.forEach(plan -> repairs.sentences.addAll(plan.remarks()));
        return repairs.sentences;
    }

    private void addLayout(Encoding encoding, FileTally tally) {
        Shape shape = tally.shape();
        add(encoding.isGuessed(), "The file is not UTF-8; it was read as windows-1252.");
        add(
                shape.preamble() > 0,
                "%s above the header %s left out."
                        .formatted(count(shape.preamble(), "line"), wasOrWere(shape.preamble())));
        add(
                !shape.hasHeader(),
                "The file has no header; the columns are named column_1 and so on.");
    }

    private void addRows(FileTally tally) {
        long blank = tally.blankRows();
        add(blank > 0, "%s %s left out.".formatted(count(blank, "blank row"), wasOrWere(blank)));
        long shorter = tally.shorter().count();
        add(
                shorter > 0,
                "%s too few cells; what is missing is empty (%s)."
                        .formatted(have(shorter), lines(tally.shorter())));
        long longer = tally.longer().count();
        add(
                longer > 0,
                "%s more cells than there are columns; the surplus was cut (%s)."
                        .formatted(have(longer), lines(tally.longer())));
        long strays = tally.strayQuotes();
        add(
                strays > 0,
                "%s text after the closing quote; it was kept as part of the cell."
                        .formatted(
                                strays == 1 ? "1 cell has" : "%,d cells have".formatted(strays)));
        add(
                TOTAL.matcher(tally.lastRow()).matches(),
                "The last row, “%s”, looks like a total; it is counted like any other row."
                        .formatted(NotCsv.shown(tally.lastRow())));
    }

    private void addHeaders(FileTally tally, List<String> names) {
        int[] kept = tally.kept();
        int dropped = tally.columns().size() - kept.length;
        add(
                dropped > 0,
                "%s without a name and without cells %s left out."
                        .formatted(count(dropped, "column"), wasOrWere(dropped)));
        List<String> renamed = new ArrayList<>();
        for (int index = 0; index < kept.length; index++) {
            String header = tally.shape().headers().get(kept[index]);
            if (!header.contentEquals(names.get(index))) {
                renamed.add(
                        "“%s” in column %d is “%s”"
                                .formatted(
                                        NotCsv.shown(header), kept[index] + 1, names.get(index)));
            }
        }
        add(
                !renamed.isEmpty(),
                "Headers that are empty, double or no names were changed: %s%s."
                        .formatted(
                                renamed.stream()
                                        .limit(MOST_NAMES)
                                        .collect(Collectors.joining(", ")),
                                renamed.size() > MOST_NAMES
                                        ? " and %,d more".formatted(renamed.size() - MOST_NAMES)
                                        : ""));
    }

    private void add(boolean isSo, String sentence) {
        if (isSo) {
            sentences.add(sentence);
        }
    }

    private static String count(long number, String thing) {
        return number == 1 ? "1 " + thing : "%,d %ss".formatted(number, thing);
    }

    private static String have(long rows) {
        return rows == 1 ? "1 row has" : "%,d rows have".formatted(rows);
    }

    private static String wasOrWere(long number) {
        return number == 1 ? "was" : "were";
    }

    private static String lines(FileTally.Uneven rows) {
        boolean one = rows.count() == 1;
        return (one ? "line " : "lines ")
                + rows.lines().mapToObj("%,d"::formatted).collect(Collectors.joining(", "))
                + (rows.lines().count() < rows.count() ? ", …" : "");
    }
}
