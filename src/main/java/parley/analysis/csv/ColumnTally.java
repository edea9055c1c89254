package parley.analysis.csv;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Counts what the cells of a column could be. All cells are looked at; a kind is only given up
/// when more of them failed than any column of the largest file may have.
final class ColumnTally {
    /// What numbers there are with one decimal mark.
    static final class Numbers {
        final char mark;
        long read;

        /// Those that are no number with the other mark.
        long decisive;

        long whole;
        long grouped;
        long leadingZeros;

        Numbers(char mark) {
            this.mark = mark;
        }
    }

    /// What dates there are in one order of day and month.
    static final class Dates {
        final boolean dayFirst;
        long read;

        /// Those that are no date in the other order.
        long decisive;

        long ambiguous;
        final EnumSet<DateForm> forms = EnumSet.noneOf(DateForm.class);

        Dates(boolean dayFirst) {
            this.dayFirst = dayFirst;
        }
    }

    private static final int MOST_UNITS = 8;
    private static final int LONGEST_WORD = 6;

    final Numbers point = new Numbers('.');
    final Numbers comma = new Numbers(',');
    final Dates dayFirst = new Dates(true);
    final Dates monthFirst = new Dates(false);
    final Set<String> units = new HashSet<>();
    final Set<String> words = new HashSet<>();
    boolean onlyWords = true;
    long cells;
    long missing;
    long withUnit;
    long times;
    long withTime;
    long withOffset;
    long compactDates;
    long years;

    private final long patience;
    private final NumberReader numbers = new NumberReader();
    private final DateReader dates = new DateReader();
    private long notNumbers;
    private long notDates;

    /// @param mostRows how many rows there can be
    ColumnTally(long mostRows) {
        patience = TypeDecision.tolerated(mostRows) + 1;
    }

    void add(CharSequence cell) {
        if (Missing.isMissing(cell)) {
            missing++;
            return;
        }
        cells++;
        if (notNumbers <= patience && addNumber(cell)) {
            return;
        }
        notNumbers++;
        if (onlyWords) {
            addWord(cell);
        }
        if (notDates <= patience && !addDate(cell)) {
            notDates++;
        }
    }

    private boolean addNumber(CharSequence cell) {
        boolean withPoint = numbers.read(cell, '.');
        if (withPoint) {
            count(point);
            countUnit();
            if (numbers.isInteger() && !numbers.isGrouped()) {
                count(comma);
                countDateLike(cell);
                return true;
            }
        } else if (!hasMark(cell)) {
            return false;
        }
        boolean withComma = numbers.read(cell, ',');
        if (withComma) {
            count(comma);
            if (!withPoint) {
                countUnit();
                comma.decisive++;
            }
        } else if (withPoint) {
            point.decisive++;
        }
        return withPoint || withComma;
    }

    private static boolean hasMark(CharSequence cell) {
        for (int index = 0; index < cell.length(); index++) {
            if (cell.charAt(index) == ',') {
                return true;
            }
        }
        for (int index = 0; index < cell.length(); index++) {
            if (cell.charAt(index) == '.') {
                return true;
            }
        }
        return false;
    }

    private void count(Numbers tally) {
        tally.read++;
        tally.whole += numbers.isInteger() ? 1 : 0;
        tally.grouped += numbers.isGrouped() ? 1 : 0;
        tally.leadingZeros += numbers.isInteger() && numbers.hasLeadingZero() ? 1 : 0;
    }

    private void countUnit() {
        @Nullable String unit = numbers.unit();
        if (unit != null) {
            withUnit++;
            if (units.size() < MOST_UNITS) {
                units.add(Units.normal(unit));
            }
        }
    }

    private void countDateLike(CharSequence cell) {
        if (cell.length() == 8 && CompactDate.epochDay(numbers.integer()) != CompactDate.NONE) {
            compactDates++;
        } else if (cell.length() == 4 && numbers.integer() >= 1000 && numbers.integer() < 3000) {
            years++;
        }
    }

    private void addWord(CharSequence cell) {
        onlyWords = cell.length() <= LONGEST_WORD;
        if (onlyWords) {
            words.add(cell.toString().toLowerCase(Locale.ROOT));
            onlyWords = words.size() <= 2;
        }
    }

    private boolean addDate(CharSequence cell) {
        boolean late = dates.read(cell, false);
        if (late) {
            count(monthFirst);
            countTime();
            if (!dates.isOrderMatter()) {
                count(dayFirst);
                return true;
            }
        }
        boolean early = dates.read(cell, true);
        if (early) {
            count(dayFirst);
            if (!late) {
                countTime();
                dayFirst.decisive++;
            }
        } else if (late) {
            monthFirst.decisive++;
        }
        if (!early && !late && dates.readTime(cell)) {
            times++;
            return true;
        }
        return early || late;
    }

    private void count(Dates tally) {
        tally.read++;
        tally.forms.add(dates.form());
        tally.ambiguous += dates.isOrderMatter() ? 1 : 0;
    }

    private void countTime() {
        withTime += dates.hasTime() ? 1 : 0;
        withOffset += dates.hasOffset() ? 1 : 0;
    }
}
