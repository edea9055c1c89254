package parley.analysis.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The first row of a table: whether it names the columns, and by which names they are asked.
final class Headers {
    private static final int LONGEST = 100;
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");

    private Headers() {}

    /// Whether the first row is a header. It is none if one of its cells is a number or a date and
    /// so are those below, unless another is a text above numbers or dates.
    static boolean isHeader(List<String> first, List<List<String>> below) {
        int asData = 0;
        for (int index = 0; index < first.size(); index++) {
            String cell = first.get(index);
            if (Missing.isMissing(cell) || !isDataBelow(below, index)) {
                continue;
            }
            if (!isValue(cell)) {
                return true;
            }
            // Years stand above the figures of wide tables.
            if (!YEAR.matcher(cell).matches() || isYearBelow(below, index)) {
                asData++;
            }
        }
        return asData == 0;
    }

    /// Names that are not empty and all different whatever their case, without what cannot stand in
    /// a name in SQL.
    static List<String> names(List<String> headers) {
        Set<String> taken = new HashSet<>();
        Set<String> wanted = new HashSet<>();
        headers.forEach(header -> wanted.add(clean(header).toLowerCase(Locale.ROOT)));
        List<String> names = new ArrayList<>();
        for (int index = 0; index < headers.size(); index++) {
            String base = clean(headers.get(index));
            if (base.isEmpty()) {
                base = "column_" + (index + 1);
            }
            String name = base;
            for (int number = 2; !isFree(name, base, taken, wanted); number++) {
                name = base + "_" + number;
            }
            taken.add(name.toLowerCase(Locale.ROOT));
            names.add(name);
        }
        return names;
    }

    /// A name with a number is not taken from a column whose own it is.
    private static boolean isFree(String name, String base, Set<String> taken, Set<String> wanted) {
        String key = name.toLowerCase(Locale.ROOT);
        boolean own = key.contentEquals(base.toLowerCase(Locale.ROOT));
        return !taken.contains(key) && (own || !wanted.contains(key));
    }

    private static String clean(String header) {
        String name =
                header.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ")
                        .replace('"', '\'')
                        .replace('`', '\'')
                        .strip();
        return name.length() <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, LONGEST)))
                        .strip();
    }

    private static boolean isDataBelow(List<List<String>> rows, int index) {
        long values = 0;
        long others = 0;
        for (List<String> row : rows) {
            if (index < row.size() && !Missing.isMissing(row.get(index))) {
                if (isValue(row.get(index))) {
                    values++;
                } else {
                    others++;
                }
            }
        }
        return values > 0 && values >= 9 * others;
    }

    private static boolean isYearBelow(List<List<String>> rows, int index) {
        return rows.stream()
                .filter(row -> index < row.size() && !row.get(index).isEmpty())
                .allMatch(row -> YEAR.matcher(row.get(index)).matches());
    }

    private static boolean isValue(String cell) {
        NumberReader numbers = new NumberReader();
        DateReader dates = new DateReader();
        return numbers.read(cell, '.')
                || numbers.read(cell, ',')
                || dates.read(cell, true)
                || dates.read(cell, false)
                || dates.readTime(cell);
    }
}
