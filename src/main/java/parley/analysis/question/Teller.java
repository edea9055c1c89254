package parley.analysis.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.analysis.sql.Rows;

/// Puts rows into words. The only numbers it writes are those of cells, and how many rows there
/// are.
final class Teller {
    private static final int SHOWN = 12;

    private final Ask ask;
    private final Rows rows;
    private final TextWithFigures text;

    private Teller(Ask ask, Rows rows) {
        this.ask = ask;
        this.rows = rows;
        this.text = new TextWithFigures(rows);
    }

    static Told tell(Ask ask, Rows rows) {
        return new Teller(ask, rows).told();
    }

    private Told told() {
        if (rows.cells().isEmpty()) {
            return text.say("No rows match.").told();
        }
        switch (ask.kind()) {
            case AGGREGATE -> aggregate();
            case ROWS -> rowsAsTheyAre();
            case SERIES -> table();
            case MISSING -> missing();
            case COMPARE -> compare();
            case SHARE -> share();
            case CORRELATION -> correlation();
            case OUTLIERS -> outliers();
            case DUPLICATES -> duplicates();
            case DESCRIBE -> table();
        }
        return text.told();
    }

    private boolean isMissing(int row, int column) {
        return rows.cells().get(row).get(column) == null;
    }

    private void aggregate() {
        if (!ask.keys().isEmpty()) {
            groups();
            return;
        }
        for (int each = 0; each < ask.measures().size(); each++) {
            Measure measure = ask.measures().get(each);
            text.say(each == 0 ? "" : " ");
            if (isMissing(0, each)) {
                text.say("There is no value to work out ").say(name(measure)).say(" from.");
            } else if (measure.aggregate() == Aggregate.COUNT) {
                text.say("There are ").cell(0, each).say(" rows.");
            } else if (measure.aggregate() == Aggregate.DISTINCT) {
                text.say("There are ").cell(0, each).say(" different values");
                measure.column().ifPresent(column -> text.say(" of “" + column.name() + "”"));
                text.say(".");
            } else {
                String name = name(measure);
                text.say(Character.toUpperCase(name.charAt(0)) + name.substring(1));
                text.say(" is ").cell(0, each).say(".");
            }
        }
    }

    /// A percentile's rank is the question's number, not the result's.
    private static String name(Measure measure) {
        return measure.aggregate() == Aggregate.PERCENTILE
                ? "that percentile of “%s”".formatted(measure.column().orElseThrow().name())
                : measure.words();
    }

    private void groups() {
        int value = ask.keys().size();
        boolean one = rows.cells().size() == 1;
        if (one && !ask.measures().isEmpty() && ask.extra() == Ask.Extra.NONE) {
            key(0);
            text.say(": ").say(name(ask.measures().getFirst())).say(" is ").cell(0, value).say(".");
            return;
        }
        if (!ask.measures().isEmpty()) {
            extremes(value);
        }
        table();
    }

    /// Says which group has the most and the least.
    private void extremes(int column) {
        List<Integer> numbers = new ArrayList<>();
        for (int row = 0; row < rows.cells().size(); row++) {
            if (number(row, column) != null) {
                numbers.add(row);
            }
        }
        if (rows.truncated() || numbers.size() < 2) {
            return;
        }
        Comparator<Integer> byValue = Comparator.comparingDouble(row -> value(row, column));
        int highest =
                numbers.stream()
                        .max(byValue.thenComparing(Comparator.reverseOrder()))
                        .orElseThrow();
        int lowest =
                numbers.stream()
                        .min(byValue.thenComparing(Comparator.naturalOrder()))
                        .orElseThrow();
        if (value(highest, column) == value(lowest, column)) {
            return;
        }
        boolean limited = ask.limit() > 0 && rows.cells().size() >= ask.limit();
        if (!limited || ask.descending().orElse(true)) {
            text.say("Highest: ");
            key(highest);
            text.say(" (").cell(highest, column).say("). ");
        }
        if (!limited || !ask.descending().orElse(true)) {
            text.say("Lowest: ");
            key(lowest);
            text.say(" (").cell(lowest, column).say("). ");
        }
        text.say("\n\n");
    }

    private @Nullable Number number(int row, int column) {
        return rows.cells().get(row).get(column) instanceof Number number ? number : null;
    }

    private double value(int row, int column) {
        Number number = number(row, column);
        return number == null ? Double.NaN : number.doubleValue();
    }

    private void key(int row) {
        for (int each = 0; each < ask.keys().size(); each++) {
            text.say(each == 0 ? "" : ", ").cell(row, each, bucket(each));
        }
    }

    private Optional<Bucket> bucket(int column) {
        return column < ask.keys().size() ? ask.keys().get(column).bucket() : Optional.empty();
    }

    private void rowsAsTheyAre() {
        if (rows.cells().size() == 1) {
            for (int column = 0; column < rows.columns().size(); column++) {
                text.say(column == 0 ? "" : ", ")
                        .say("“" + rows.columns().get(column).name() + "” is ")
                        .cell(0, column);
            }
            text.say(".");
            return;
        }
        table();
    }

    private void table() {
        int columns = rows.columns().size();
        text.say("|");
        rows.columns().forEach(column -> text.say(" " + plain(column.name()) + " |"));
        text.say("\n|").say(" --- |".repeat(columns)).say("\n");
        int shown = Math.min(SHOWN, rows.cells().size());
        for (int row = 0; row < shown; row++) {
            text.say("|");
            for (int column = 0; column < columns; column++) {
                text.say(" ").cell(row, column, bucket(column)).say(" |");
            }
            text.say("\n");
        }
        int more = rows.cells().size() - shown;
        if (more > 0) {
            text.say("\nAnd %s more rows.".formatted(Numbers.shown(more)));
        }
        if (rows.truncated()) {
            text.say("\nThere are more rows than were read.");
        }
    }

    private static String plain(String name) {
        return name.replaceAll("\\s+", " ").replace("|", "\\|");
    }

    private void compare() {
        text.say("First: ").cell(0, 0).say("; second: ").cell(0, 1).say(". ");
        if (isMissing(0, 2)) {
            text.say("They cannot be compared, as one has no values.");
            return;
        }
        text.say("The difference (second minus first) is ").cell(0, 2);
        if (!isMissing(0, 3)) {
            text.say(", which is ").cell(0, 3).say(" % of the first");
        }
        text.say(".");
    }

    private void share() {
        if (isMissing(0, 2)) {
            text.say("There is nothing to take a share of.");
            return;
        }
        text.say("It is ").cell(0, 2).say(" %: ").cell(0, 0).say(" of ").cell(0, 1).say(".");
    }

    private void correlation() {
        if (isMissing(0, 0)) {
            text.say(
                    "There is no correlation: one of both does not vary, or there are too few rows.");
            return;
        }
        text.say("The correlation is ").cell(0, 0).say(", over ").cell(0, 1).say(" rows.");
        double value = Math.abs(value(0, 0));
        text.say(
                value < 0.1
                        ? " That is next to none."
                        : value < 0.3
                                ? " That is weak."
                                : value < 0.7 ? " That is moderate." : " That is strong.");
    }

    private void missing() {
        if (rows.cells().size() == 1) {
            text.say("In “" + ask.columns().getFirst().name() + "” ")
                    .cell(0, 1)
                    .say(" values are missing, of ")
                    .cell(0, 2)
                    .say(" rows.");
            return;
        }
        table();
    }

    private void outliers() {
        text.say("There are ").cell(0, 0).say(" outliers among ").cell(0, 1).say(" values");
        if (!isMissing(0, 2)) {
            text.say("; the fences are ").cell(0, 2).say(" and ").cell(0, 3);
        }
        text.say(".");
    }

    private void duplicates() {
        if (value(0, 0) == 0) {
            text.say("There are no duplicates.");
            return;
        }
        text.cell(0, 0).say(" rows occur more than once; ").cell(0, 1).say(" rows are surplus.");
    }
}
