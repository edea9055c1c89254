package parley.cli.xmr;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import parley.analysis.xmr.Observation;
import parley.error.AppException;

/// Puts values of the same day, week or month together.
public final class Buckets {
    private Buckets() {}

    /// How long a bucket is.
    public enum Unit {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR;

        private LocalDate start(LocalDateTime time) {
            LocalDate day = time.toLocalDate();
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER ->
                        day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        private LocalDate next(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
                case QUARTER -> start.plusMonths(3);
                case YEAR -> start.plusYears(1);
            };
        }
    }

    /// What becomes of the values of a bucket.
    public enum Aggregate {
        MEAN,
        SUM,
        COUNT
    }

    /// The series by buckets. A bucket without values has a missing value, or the count 0. The
    /// first and the last are left out if, at the usual pace, more values would have come into
    /// them, and they have values on fewer days than their neighbour: what always comes on Mondays
    /// and Tuesdays is there on Tuesday.
    ///
    /// @throws AppException (400) the series has no times
    public static SeriesFile by(SeriesFile series, Unit unit, Aggregate aggregate) {
        TreeMap<LocalDate, List<Double>> buckets = new TreeMap<>();
        List<LocalDateTime> times = new ArrayList<>();
        for (Observation each : series.observations()) {
            LocalDateTime time =
                    each.time()
                            .orElseThrow(() ->
                                    AppException.invalid(
                                            "by",
                                            "Values can be put together only by times, and "
                                                    + each.label()
                                                    + " is none."));
            times.add(time);
            List<Double> bucket = buckets.computeIfAbsent(unit.start(time), _ -> new ArrayList<>());
            if (!Double.isNaN(each.value())) {
                bucket.add(each.value());
            }
        }
        List<String> notes = new ArrayList<>(series.notes());
        LocalDate first = buckets.firstKey();
        if (buckets.size() > 1
                && isBegunBefore(times, first, unit)
                && isSparse(times, unit, first, buckets.higherKey(first))) {
            buckets.pollFirstEntry();
            notes.add(
                    "The first %s, from %s, is only partly in the data and left out."
                            .formatted(named(unit), first));
        }
        LocalDate last = buckets.lastKey();
        if (buckets.size() > 1
                && isUnfinished(times, unit.next(last))
                && isSparse(times, unit, last, buckets.lowerKey(last))) {
            buckets.pollLastEntry();
            notes.add("The last " + named(unit) + ", from " + last + ", is not over and left out.");
        }
        return new SeriesFile(
                named(unit),
                named(aggregate) + " of " + series.valueName(),
                observations(buckets, unit, aggregate),
                notes);
    }

    private static List<Observation> observations(
            SortedMap<LocalDate, List<Double>> buckets, Unit unit, Aggregate aggregate) {
        List<Observation> observations = new ArrayList<>();
        LocalDate end = buckets.lastKey();
        for (LocalDate day = buckets.firstKey(); !day.isAfter(end); day = unit.next(day)) {
            observations.add(
                    new Observation(
                            day.toString(),
                            Optional.of(day.atStartOfDay()),
                            value(buckets.getOrDefault(day, List.of()), aggregate)));
        }
        return observations;
    }

    private static double value(List<Double> values, Aggregate aggregate) {
        double sum = values.stream().mapToDouble(each -> each).sum();
        return switch (aggregate) {
            case COUNT -> values.size();
            case SUM -> values.isEmpty() ? Double.NaN : sum;
            case MEAN -> sum / values.size();
        };
    }

    /// A month may begin with a weekend and a holiday; a week begins on Monday.
    private static boolean isBegunBefore(List<LocalDateTime> times, LocalDate start, Unit unit) {
        LocalDateTime earliest = times.stream().min(LocalDateTime::compareTo).orElseThrow();
        Duration slack = unit == Unit.DAY || unit == Unit.WEEK ? Duration.ZERO : Duration.ofDays(3);
        Duration usual = usualStep(times);
        Duration step = usual.compareTo(slack) > 0 ? usual : slack;
        return !earliest.minus(step).isBefore(start.atStartOfDay());
    }

    /// Whether a bucket has values on fewer days (of a day, in fewer hours) than another.
    private static boolean isSparse(
            List<LocalDateTime> times, Unit unit, LocalDate bucket, LocalDate other) {
        return moments(times, unit, bucket) < moments(times, unit, other);
    }

    private static long moments(List<LocalDateTime> times, Unit unit, LocalDate bucket) {
        ChronoUnit moment = unit == Unit.DAY ? ChronoUnit.HOURS : ChronoUnit.DAYS;
        return times.stream()
                .filter(time -> unit.start(time).equals(bucket))
                .map(time -> time.truncatedTo(moment))
                .distinct()
                .count();
    }

    private static boolean isUnfinished(List<LocalDateTime> times, LocalDate end) {
        LocalDateTime latest = times.stream().max(LocalDateTime::compareTo).orElseThrow();
        return latest.plus(usualStep(times)).isBefore(end.atStartOfDay());
    }

    /// The median of the steps between different times.
    private static Duration usualStep(List<LocalDateTime> times) {
        List<LocalDateTime> moments = times.stream().distinct().sorted().toList();
        List<Duration> steps = new ArrayList<>();
        for (int i = 1; i < moments.size(); i++) {
            steps.add(Duration.between(moments.get(i - 1), moments.get(i)));
        }
        steps.sort(null);
        return steps.get(steps.size() / 2);
    }

    private static String named(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
