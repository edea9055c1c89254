package parley.analysis.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Decides the types of a file's columns by what all of their cells are.
///
/// A column has a type if all but one in fifty of its cells have it (or all but one, of twelve and
/// more). Where one column leaves open what a comma or `1/2` means, the others and the delimiter
/// decide.
final class TypeDecision {
    private static final Pattern YEAR_NAME =
            Pattern.compile("(?i)(year|years|yr|jahr|année|annee|año|anno|ano|jaar)");
    private static final Pattern DATE_NAME =
            Pattern.compile("(?i).*(date|datum|day|tag|fecha|jour|data).*");
    private static final Set<Set<String>> BOOLEANS =
            Set.of(
                    Set.of("true"),
                    Set.of("false"),
                    Set.of("true", "false"),
                    Set.of("yes", "no"),
                    Set.of("ja", "nein"),
                    Set.of("oui", "non"),
                    Set.of("sí", "no"),
                    Set.of("si", "no"),
                    Set.of("y", "n"),
                    Set.of("t", "f"),
                    Set.of("wahr", "falsch"));
    private static final Pattern OTHER_DATE_NAME =
            Pattern.compile("(?i).*(month|monat|quarter|quartal|week|woche|mois|mes).*");

    private final List<String> names;
    private final List<ColumnTally> tallies;
    private final char usualMark;
    private final boolean usualDayFirst;

    TypeDecision(List<String> names, List<ColumnTally> tallies, char delimiter) {
        this.names = names;
        this.tallies = tallies;
        long points = tallies.stream().mapToLong(tally -> tally.point.decisive).sum();
        long commas = tallies.stream().mapToLong(tally -> tally.comma.decisive).sum();
        boolean comma = points == commas ? delimiter == ';' : commas > points;
        usualMark = comma ? ',' : '.';
        long days = tallies.stream().mapToLong(tally -> tally.dayFirst.decisive).sum();
        long months = tallies.stream().mapToLong(tally -> tally.monthFirst.decisive).sum();
        usualDayFirst = days == months ? comma : days > months;
    }

    /// How many of so many cells may be something else.
    static long tolerated(long cells) {
        return Math.max(cells / 50, cells >= 12 ? 1 : 0);
    }

    static boolean isTrue(CharSequence word) {
        return "tyjoswTYJOSW".indexOf(word.charAt(0)) >= 0;
    }

    List<ColumnPlan> decide() {
        List<ColumnPlan> plans = new ArrayList<>();
        for (int index = 0; index < tallies.size(); index++) {
            plans.add(decide(names.get(index), tallies.get(index)));
        }
        boolean dated =
                plans.stream().anyMatch(plan -> plan.kind().type().isTemporal())
                        || names.stream().anyMatch(name -> OTHER_DATE_NAME.matcher(name).matches());
        for (int index = 0; index < plans.size() && !dated; index++) {
            if (isYear(names.get(index), tallies.get(index), plans.get(index))) {
                plans.set(index, plan(CellKind.YEAR, "year, read as its 1 January"));
                dated = true;
            }
        }
        return plans;
    }

    private static boolean isYear(String name, ColumnTally tally, ColumnPlan plan) {
        return plan.kind() == CellKind.INTEGER
                && YEAR_NAME.matcher(name).matches()
                && tally.years == tally.cells;
    }

    private ColumnPlan decide(String name, ColumnTally tally) {
        long cells = tally.cells;
        long most = tolerated(cells);
        if (cells == 0) {
            return text();
        }
        if (tally.onlyWords && tally.point.read == 0 && BOOLEANS.contains(tally.words)) {
            return plan(CellKind.BOOLEAN, String.join("/", new TreeSet<>(tally.words)));
        }
        ColumnTally.Numbers numbers = numbers(tally);
        if (cells - numbers.read <= most) {
            return decideNumber(name, tally, numbers);
        }
        ColumnTally.Dates dates = dates(tally);
        if (cells - dates.read <= most) {
            return decideDate(name, tally, dates);
        }
        return cells - tally.times <= most ? plan(CellKind.TIME, "time of day") : text();
    }

    private ColumnTally.Numbers numbers(ColumnTally tally) {
        if (tally.point.read != tally.comma.read) {
            return tally.point.read > tally.comma.read ? tally.point : tally.comma;
        }
        return usualMark == ',' ? tally.comma : tally.point;
    }

    private ColumnTally.Dates dates(ColumnTally tally) {
        if (tally.dayFirst.read != tally.monthFirst.read) {
            return tally.dayFirst.read > tally.monthFirst.read ? tally.dayFirst : tally.monthFirst;
        }
        return usualDayFirst ? tally.dayFirst : tally.monthFirst;
    }

    private ColumnPlan decideNumber(String name, ColumnTally tally, ColumnTally.Numbers numbers) {
        if (tally.units.size() > 1) {
            return text(
                    "The numbers in “%s” are in different units (%s), so it is kept as text."
                            .formatted(name, String.join(", ", new TreeSet<>(tally.units))));
        }
        if (numbers.leadingZeros > 0 && numbers.whole == numbers.read) {
            return new ColumnPlan(
                    CellKind.TEXT, '.', false, Optional.of("codes with leading zeros"), List.of());
        }
        if (tally.compactDates == tally.cells && DATE_NAME.matcher(name).matches()) {
            return plan(CellKind.COMPACT_DATE, "yearmonthday, eight digits");
        }
        boolean whole = numbers.whole == numbers.read;
        return new ColumnPlan(
                whole ? CellKind.INTEGER : CellKind.DECIMAL,
                numbers.mark,
                false,
                numberForm(tally, numbers, whole),
                numberRemarks(name, tally, numbers));
    }

    private static Optional<String> numberForm(
            ColumnTally tally, ColumnTally.Numbers numbers, boolean whole) {
        List<String> parts = new ArrayList<>();
        if (!whole && numbers.mark == ',') {
            parts.add("decimal comma");
        }
        if (numbers.grouped > 0) {
            parts.add("thousands separated");
        }
        for (String unit : tally.units) {
            parts.add(unit.equals(Units.PERCENT) ? "percent: 12 % is 12" : "in " + unit);
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    private static List<String> numberRemarks(
            String name, ColumnTally tally, ColumnTally.Numbers numbers) {
        List<String> remarks = new ArrayList<>();
        boolean open =
                tally.point.read == tally.comma.read
                        && tally.point.decisive + tally.comma.decisive == 0
                        && tally.point.whole != tally.comma.whole;
        if (open) {
            remarks.add(
                    ("The numbers in “%s” can be read in two ways; “%s” was taken for what stands"
                                    + " before the decimals.")
                            .formatted(name, numbers.mark));
        }
        if (tally.units.contains(Units.PERCENT) && tally.withUnit < numbers.read) {
            remarks.add(
                    "Only %,d of the %,d numbers in “%s” have a percent sign; all are kept as written."
                            .formatted(tally.withUnit, numbers.read, name));
        }
        return remarks;
    }

    private static ColumnPlan decideDate(String name, ColumnTally tally, ColumnTally.Dates dates) {
        List<String> remarks = new ArrayList<>();
        boolean open =
                dates.ambiguous > 0 && tally.dayFirst.decisive + tally.monthFirst.decisive == 0;
        if (open) {
            remarks.add(
                    ("The dates in “%s” can be read with the day or the month first; they were read"
                                    + " as %s.")
                            .formatted(
                                    name,
                                    dates.dayFirst
                                            ? DateForm.DAY_FIRST.words()
                                            : DateForm.MONTH_FIRST.words()));
        }
        if (tally.withOffset > 0 && tally.withOffset < dates.read) {
            remarks.add(
                    "Only %,d of the %,d times in “%s” have a time zone; the others are taken for UTC."
                            .formatted(tally.withOffset, dates.read, name));
        }
        String form =
                dates.forms.stream().map(DateForm::words).collect(Collectors.joining("; "))
                        + (tally.withTime > 0 ? ", with time" : "")
                        + (tally.withOffset > 0 ? " in UTC" : "")
                        + (open ? ", ambiguous" : "");
        return new ColumnPlan(
                tally.withTime > 0 ? CellKind.TIMESTAMP : CellKind.DATE,
                '.',
                dates.dayFirst,
                Optional.of(form),
                remarks);
    }

    private static ColumnPlan plan(CellKind kind, String form) {
        return new ColumnPlan(kind, '.', false, Optional.of(form), List.of());
    }

    private static ColumnPlan text(String... remarks) {
        return new ColumnPlan(CellKind.TEXT, '.', false, Optional.empty(), List.of(remarks));
    }
}
