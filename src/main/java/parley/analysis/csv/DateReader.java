package parley.analysis.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/// Reads a date, a time or both, as people write them. What was read last is kept in fields, as in
/// [NumberReader].
final class DateReader {
    private static final long DAY_MICROS = 86_400_000_000L;
    private static final int LONGEST = 48;

    private final TimeReader time = new TimeReader();
    private CharSequence text = "";
    private int position;
    private int end;
    private boolean dayFirst;
    private boolean orderMatters;
    private DateForm form = DateForm.ISO;
    private long epochDay;
    private boolean hasTime;

    /// @param dayBeforeMonth whether `1/2/2024` is in February
    /// @return whether it is a date, with or without a time
    boolean read(CharSequence cell, boolean dayBeforeMonth) {
        text = cell;
        position = 0;
        end = cell.length();
        dayFirst = dayBeforeMonth;
        orderMatters = false;
        hasTime = false;
        if (end < 6 || end > LONGEST) {
            return false;
        }
        try {
            return readDate() && readRest();
        } catch (DateTimeException e) {
            return false;
        }
    }

    /// @return whether it is a time of day and nothing else
    boolean readTime(CharSequence cell) {
        return cell.length() >= 4
                && cell.length() <= LONGEST
                && isDigit(cell.charAt(0))
                && time.read(cell, 0)
                && !time.hasOffset();
    }

    DateForm form() {
        return form;
    }

    /// Whether day and month could be told apart only by their order.
    boolean isOrderMatter() {
        return orderMatters;
    }

    int epochDay() {
        return (int) epochDay;
    }

    boolean hasTime() {
        return hasTime;
    }

    boolean hasOffset() {
        return hasTime && time.hasOffset();
    }

    long epochMicros() {
        return epochDay * DAY_MICROS + (hasTime ? time.micros() - time.offsetMicros() : 0);
    }

    long dayMicros() {
        return time.micros();
    }

    private boolean readRest() {
        if (position == end) {
            return true;
        }
        char letter = text.charAt(position);
        if (form.isWhole() || (letter != 'T' && letter != ' ' && letter != ',' && letter != 't')) {
            return false;
        }
        position++;
        skipSpace();
        hasTime = true;
        return time.read(text, position);
    }

    private boolean readDate() {
        char first = text.charAt(0);
        if (!isDigit(first)) {
            return readWordFirst();
        }
        int number = digits(4);
        int count = position;
        if (position >= end || isDigit(text.charAt(position))) {
            return false;
        }
        return count == 4 ? readYearFirst(number) : count <= 2 && readShortFirst(number);
    }

    private boolean readYearFirst(int year) {
        char mark = text.charAt(position);
        if (mark == 'Q' || mark == 'q') {
            return readQuarter(year);
        }
        if (!isMark(mark)) {
            return false;
        }
        position++;
        if (position >= end) {
            return false;
        }
        char next = text.charAt(position);
        if (next == 'Q' || next == 'q') {
            return readQuarter(year);
        }
        if (next == 'W' && mark == '-') {
            return readWeek(year);
        }
        int month = isDigit(next) ? digits(2) : word();
        if (position == end) {
            form = DateForm.MONTH;
            return mark != '.' && set(year, month, 1);
        }
        if (text.charAt(position) != mark) {
            return false;
        }
        position++;
        form = DateForm.ISO;
        int day = digits(2);
        return set(year, month, day);
    }

    private boolean readShortFirst(int first) {
        char mark = text.charAt(position);
        boolean ordinal = skipOrdinal();
        int after = position;
        skipSpace();
        while (position < end && isMark(text.charAt(position))) {
            position++;
        }
        skipSpace();
        if (position >= end) {
            return false;
        }
        if (!isDigit(text.charAt(position))) {
            int month = word();
            skipMarks();
            form = DateForm.DAY_MONTH_NAME;
            return month > 0 && position < end && set(year(), month, first);
        }
        return !ordinal && after + 1 == position && isMark(mark) && readNumbers(first, mark);
    }

    private boolean readNumbers(int first, char mark) {
        int start = position;
        int second = digits(4);
        int count = position - start;
        if (count == 4 && position == end && mark != '.') {
            form = DateForm.MONTH;
            return set(second, first, 1);
        }
        if (count > 2 || position >= end || text.charAt(position) != mark) {
            return false;
        }
        position++;
        int year = year();
        boolean day = mark == '.' || dayFirst;
        orderMatters = mark != '.';
        form = mark == '.' ? DateForm.DOTTED : day ? DateForm.DAY_FIRST : DateForm.MONTH_FIRST;
        return day ? set(year, second, first) : set(year, first, second);
    }

    private boolean readWordFirst() {
        char first = text.charAt(0);
        if ((first == 'Q' || first == 'q') && isDigit(text.charAt(1))) {
            position = 1;
            int quarter = digits(1);
            skipMarks();
            form = DateForm.QUARTER;
            return quarter <= 4 && position < end && set(year(), quarter * 3 - 2, 1);
        }
        int month = word();
        if (month < 0 && MonthNames.isWeekday(text.subSequence(0, position).toString())) {
            skipMarks();
            return position < end
                    && (isDigit(text.charAt(position))
                            ? readAfterWeekday()
                            : readMonthFirst(word()));
        }
        return readMonthFirst(month);
    }

    private boolean readAfterWeekday() {
        int number = digits(4);
        if (position >= end) {
            return false;
        }
        return number > 31 ? readYearFirst(number) : readShortFirst(number);
    }

    private boolean readMonthFirst(int month) {
        if (month < 0) {
            return false;
        }
        skipMarks();
        int start = position;
        int number = digits(4);
        int count = position - start;
        if (count == 0 || count == 3) {
            return false;
        }
        if (count == 4) {
            form = DateForm.MONTH;
            return set(number, month, 1);
        }
        skipOrdinal();
        if (position == end) {
            form = DateForm.MONTH;
            return set(fullYear(number), month, 1);
        }
        skipMarks();
        form = DateForm.MONTH_NAME_DAY;
        return position < end && set(year(), month, number);
    }

    private boolean readQuarter(int year) {
        position++;
        form = DateForm.QUARTER;
        int quarter = digits(1);
        return quarter >= 1 && quarter <= 4 && set(year, quarter * 3 - 2, 1);
    }

    private boolean readWeek(int year) {
        position++;
        int week = digits(2);
        form = DateForm.WEEK;
        if (week < 1 || week > 53) {
            return false;
        }
        LocalDate monday =
                LocalDate.of(year, 1, 4)
                        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                        .with(java.time.DayOfWeek.MONDAY);
        epochDay = monday.toEpochDay();
        return monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == week;
    }

    private boolean set(int year, int month, int day) {
        if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
            return false;
        }
        epochDay = LocalDate.of(year, month, day).toEpochDay();
        return true;
    }

    private int year() {
        int start = position;
        int number = digits(4);
        return switch (position - start) {
            case 4 -> number;
            case 2 -> fullYear(number);
            default -> -1;
        };
    }

    /// As most programs do: 70 and above is the century before.
    private static int fullYear(int twoDigits) {
        return twoDigits >= 70 ? 1900 + twoDigits : 2000 + twoDigits;
    }

    private int digits(int most) {
        int value = 0;
        int start = position;
        while (position < end && position - start < most && isDigit(text.charAt(position))) {
            value = value * 10 + text.charAt(position++) - '0';
        }
        return value;
    }

    /// The number of the month whose name stands here; -1 if none does.
    private int word() {
        int start = position;
        while (position < end && Character.isLetter(text.charAt(position))) {
            position++;
        }
        return MonthNames.number(text, start, position);
    }

    private boolean skipOrdinal() {
        if (position + 2 <= end && Character.isLetter(text.charAt(position))) {
            String suffix = text.subSequence(position, position + 2).toString();
            boolean alone = position + 2 == end || !Character.isLetter(text.charAt(position + 2));
            if (alone && "st nd rd th".contains(suffix)) {
                position += 2;
                return true;
            }
        }
        return false;
    }

    private void skipMarks() {
        while (position < end
                && (isMark(text.charAt(position)) || " ,'".indexOf(text.charAt(position)) >= 0)) {
            position++;
        }
    }

    private void skipSpace() {
        while (position < end && text.charAt(position) == ' ') {
            position++;
        }
    }

    private static boolean isMark(char letter) {
        return letter == '-' || letter == '/' || letter == '.';
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
