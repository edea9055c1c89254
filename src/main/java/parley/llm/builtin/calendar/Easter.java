package parley.llm.builtin.calendar;

import java.time.LocalDate;

/// When Easter Sunday is.
final class Easter {
    private Easter() {}

    /// Anonymous Gregorian algorithm (Nature, 20 April 1876; Meeus, "Astronomical Algorithms").
    static LocalDate of(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int correction = (century + 8) / 25;
        int moon = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - moon - ofCentury % 4) % 7;
        int late = (golden + 11 * moon + 22 * weekday) / 451;
        int day = moon + weekday - 7 * late + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
