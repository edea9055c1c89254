package parley.analysis.csv;

/// How a date is written.
enum DateForm {
    ISO("year-month-day"),
    DOTTED("day.month.year"),
    DAY_FIRST("day/month/year"),
    MONTH_FIRST("month/day/year"),
    DAY_MONTH_NAME("day, name of the month, year"),
    MONTH_NAME_DAY("name of the month, day, year"),
    MONTH("month and year, read as the month's first day"),
    QUARTER("quarter, read as its first day"),
    WEEK("ISO week, read as its Monday");

    private final String words;

    DateForm(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /// Whether no time can follow.
    boolean isWhole() {
        return this == MONTH || this == QUARTER || this == WEEK;
    }
}
