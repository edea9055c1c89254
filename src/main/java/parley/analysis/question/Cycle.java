package parley.analysis.question;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/// A part of time that comes again: all Mondays are one.
enum Cycle {
    /// 1 for Monday to 7 for Sunday (ISO 8601).
    WEEKDAY("weekday", 7),
    /// 0 to 23.
    HOUR_OF_DAY("hour of the day", 0),
    /// 1 to 12.
    MONTH_OF_YEAR("month of the year", 12);

    private final String noun;
    private final int names;

    Cycle(String noun, int names) {
        this.noun = noun;
        this.names = names;
    }

    String noun() {
        return noun;
    }

    /// How many parts have names; 0 where they are their numbers.
    int names() {
        return names;
    }

    /// The name of a part, counted from 1.
    String nameOf(int part) {
        return this == WEEKDAY
                ? DayOfWeek.of(part).getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                : Month.of(part).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
