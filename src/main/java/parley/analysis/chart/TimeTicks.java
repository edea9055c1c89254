package parley.analysis.chart;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The times that are written on an axis: years, months, days or hours, whatever fits.
enum TimeTicks {
    SECONDS(ChronoUnit.SECONDS, 1, "HH:mm:ss", "d MMM yyyy", 1, 5, 15, 30),
    MINUTES(ChronoUnit.MINUTES, 60, "HH:mm", "d MMM yyyy", 1, 5, 15, 30),
    HOURS(ChronoUnit.HOURS, 3_600, "HH:mm", "d MMM yyyy", 1, 3, 6, 12),
    DAYS(ChronoUnit.DAYS, 86_400, "d MMM", "yyyy", 1, 2, 7, 14),
    MONTHS(ChronoUnit.MONTHS, 2_629_746, "MMM", "yyyy", 1, 3, 6),
    YEARS(ChronoUnit.YEARS, 31_556_952, "yyyy", "", 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000);

    private static final int DAYS_OF_WEEK = 7;
    private static final int MOST = 200;

    private final ChronoUnit unit;
    private final DateTimeFormatter form;
    private final DateTimeFormatter wholeForm;

    // Nobody changes them; their type does not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final int[] steps;

    private final int secondsOfUnit;

    TimeTicks(ChronoUnit unit, int secondsOfUnit, String form, String wholeForm, int... steps) {
        this.unit = unit;
        this.secondsOfUnit = secondsOfUnit;
        this.form = DateTimeFormatter.ofPattern(form, Locale.ENGLISH);
        this.wholeForm = DateTimeFormatter.ofPattern(wholeForm, Locale.ENGLISH);
        this.steps = steps.clone();
    }

    /// A time on the axis.
    ///
    /// @param whole what it is part of, such as the year of a month; empty where that was said
    record Tick(LocalDateTime time, String text, String whole) {}

    /// @param most how many there is room for
    /// @param daysOnly whether nothing shorter than a day means anything
    static List<Tick> between(LocalDateTime first, LocalDateTime last, int most, boolean daysOnly) {
        double seconds = first.until(last, ChronoUnit.MILLIS) / 1000.0;
        for (TimeTicks ticks : values()) {
            for (int step : ticks.steps) {
                boolean isFine = !daysOnly || ticks.compareTo(DAYS) >= 0;
                if (isFine && seconds / ((double) step * ticks.secondsOfUnit) <= most) {
                    return ticks.every(step, first, last);
                }
            }
        }
        return List.of();
    }

    private List<Tick> every(int step, LocalDateTime first, LocalDateTime last) {
        List<Tick> ticks = new ArrayList<>();
        String said = "";
        LocalDateTime time = atOrAfter(first, step);
        while (!time.isAfter(last) && ticks.size() < MOST) {
            String whole = wholeForm.format(time);
            ticks.add(new Tick(time, form.format(time), whole.equals(said) ? "" : whole));
            said = whole;
            time = time.plus(step, unit);
        }
        return ticks;
    }

    private LocalDateTime atOrAfter(LocalDateTime first, int step) {
        LocalDateTime start = round(first, step);
        while (start.isBefore(first)) {
            start = start.plus(step, unit);
        }
        return start;
    }

    /// A time before the first that is a multiple of the step: a full quarter, a Monday.
    private LocalDateTime round(LocalDateTime first, int step) {
        LocalDateTime midnight = first.with(LocalTime.MIN);
        return switch (this) {
            case SECONDS -> first.truncatedTo(ChronoUnit.MINUTES);
            case MINUTES -> first.truncatedTo(ChronoUnit.HOURS);
            case HOURS -> midnight;
            case DAYS ->
                    step % DAYS_OF_WEEK == 0
                            ? midnight.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            : midnight;
            case MONTHS -> midnight.withDayOfYear(1);
            case YEARS ->
                    midnight.withDayOfYear(1).withYear(Math.floorDiv(first.getYear(), step) * step);
        };
    }
}
