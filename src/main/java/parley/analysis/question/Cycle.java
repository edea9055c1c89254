package parley.analysis.question;

/// A part of time that comes again: all Mondays are one.
enum Cycle {
    /// 1 for Monday to 7 for Sunday (ISO 8601).
    WEEKDAY(
            "weekday",
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday"),
    /// 0 to 23.
    HOUR_OF_DAY("hour of the day"),
    /// 1 to 12.
    MONTH_OF_YEAR(
            "month of the year",
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private final String noun;
    private final String[] names;

    Cycle(String noun, String... names) {
        this.noun = noun;
        this.names = names;
    }

    String noun() {
        return noun;
    }

    /// Whether its parts have names; else they are their numbers.
    boolean isNamed() {
        return names.length > 0;
    }

    /// The name of a part, counted from 1.
    String nameOf(int part) {
        return names[part - 1];
    }

    int size() {
        return names.length;
    }
}
