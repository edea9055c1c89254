package parley.analysis;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.analysis.question.Bucket;
import parley.analysis.question.ChartWish;
import parley.analysis.question.Plan;
import parley.analysis.sql.Query;
import parley.analysis.sql.Rows;
import parley.analysis.xmr.Observation;
import parley.error.AppException;

/// The points of a chart where each stands for a stretch of time: from the first day of the data to
/// the last, those without rows too, and without an unfinished first and last one.
///
/// An end is misleading if the data begins after its time did, or ends before it is over. It is
/// taken for unfinished if it also has fewer days with data (of a day, fewer hours) than its
/// neighbour: data of the first of each month is whole, although it ends on the first. So is an end
/// that the question cuts through.
final class Timeline {
    /// So many points can be looked at in no chart.
    private static final int MOST = 20_000;

    /// How far a neighbour with data is looked for.
    private static final int FAR = 6;

    private final Plan plan;
    private final OpenSource source;
    private final Bucket bucket;

    private Timeline(Plan plan, OpenSource source, Bucket bucket) {
        this.plan = plan;
        this.source = source;
        this.bucket = bucket;
    }

    /// The points, in the order of time.
    ///
    /// @param first the stretch that was left out at the beginning, if one was
    /// @param last the one at the end
    /// @param added how many of the points stand for stretches without rows
    record Points(List<Observation> all, Optional<End> first, Optional<End> last, int added) {
        /// Both ends, for people; empty if none was left out.
        String leftOut() {
            return Stream.of(first, last)
                    .flatMap(Optional::stream)
                    .map(end -> end.start().toString())
                    .collect(Collectors.joining(" and "));
        }
    }

    /// A stretch that was left out.
    ///
    /// @param asked whether the data holds more of it than was asked for
    record End(LocalDate start, boolean asked) {}

    /// The first and the last day of the data, as far as it is asked for.
    private record Days(LocalDate first, LocalDate last) {}

    /// @throws AppException (400) there are more stretches of time than can be charted
    static Points of(Plan plan, ChartWish wish, Rows rows, OpenSource source)
            throws InterruptedException {
        List<Observation> given = ChartPoints.of(rows);
        boolean timed = given.stream().allMatch(point -> point.time().isPresent());
        if (wish.bucket().isEmpty() || rows.truncated() || given.isEmpty() || !timed) {
            return new Points(given, Optional.empty(), Optional.empty(), 0);
        }
        Timeline timeline = new Timeline(plan, source, wish.bucket().get());
        Days days = timeline.days(given);
        List<Observation> all = timeline.filled(given, days, wish.empty());
        Optional<End> first =
                all.size() > 2
                        ? timeline.cut(all.getFirst(), days.first(), false)
                        : Optional.empty();
        all = first.isPresent() ? all.subList(1, all.size()) : all;
        Optional<End> last =
                all.size() > 2 ? timeline.cut(all.getLast(), days.last(), true) : Optional.empty();
        all = last.isPresent() ? all.subList(0, all.size() - 1) : all;
        Set<Observation> known = new HashSet<>(given);
        long added = all.stream().filter(point -> !known.contains(point)).count();
        return new Points(List.copyOf(all), first, last, (int) added);
    }

    // The whole of the time

    private Days days(List<Observation> given) throws InterruptedException {
        LocalDate first = given.stream().map(Timeline::day).min(LocalDate::compareTo).orElseThrow();
        LocalDate last = given.stream().map(Timeline::day).max(LocalDate::compareTo).orElseThrow();
        List<@Nullable Object> ends = look(plan.span(source.engine()));
        return new Days(
                ends.isEmpty()
                        ? first
                        : time(ends.getFirst()).map(LocalDateTime::toLocalDate).orElse(first),
                ends.isEmpty()
                        ? last
                        : time(ends.getLast()).map(LocalDateTime::toLocalDate).orElse(last));
    }

    private List<Observation> filled(List<Observation> given, Days days, ChartWish.Empty empty) {
        if (empty == ChartWish.Empty.UNKNOWN) {
            return given;
        }
        Map<LocalDateTime, Observation> found = new HashMap<>();
        given.forEach(point -> found.put(point.time().orElseThrow(), point));
        boolean hours = bucket == Bucket.HOUR;
        LocalDateTime at =
                hours
                        ? found.keySet().stream().min(LocalDateTime::compareTo).orElseThrow()
                        : bucket.start(days.first()).atStartOfDay();
        LocalDateTime end =
                hours
                        ? found.keySet().stream().max(LocalDateTime::compareTo).orElseThrow()
                        : bucket.start(days.last()).atStartOfDay();
        List<Observation> all = new ArrayList<>();
        while (!at.isAfter(end)) {
            Observation point = found.remove(at);
            all.add(point == null ? without(at, empty) : point);
            if (all.size() > MOST) {
                throw AppException.invalid(
                        "bucket",
                        "There are more than %d %ss from %s to %s; ask by a longer unit of time."
                                .formatted(MOST, bucket.noun(), days.first(), days.last()));
            }
            at =
                    hours
                            ? at.plus(Duration.ofHours(1))
                            : bucket.plus(at.toLocalDate(), 1).atStartOfDay();
        }
        return found.isEmpty() ? all : given;
    }

    private Observation without(LocalDateTime time, ChartWish.Empty empty) {
        Object label = bucket == Bucket.HOUR ? time : time.toLocalDate();
        return new Observation(
                Cells.text(label),
                Optional.of(time),
                empty == ChartWish.Empty.ZERO ? 0 : Double.NaN);
    }

    // The ends

    /// An end that is not the whole of its time, as data is missing there or was not asked for.
    ///
    /// @param edge the first or last day of the data that is asked for
    private Optional<End> cut(Observation end, LocalDate edge, boolean last)
            throws InterruptedException {
        LocalDate start = day(end);
        LocalDate next = bucket.plus(start, 1);
        if (bucket == Bucket.HOUR) {
            return Optional.empty();
        }
        boolean asked =
                last
                        ? next.isAfter(edge.plusDays(1)) && number(data(edge.plusDays(1), next)) > 0
                        : edge.isAfter(start) && number(data(start, edge)) > 0;
        return asked || isUnfinished(start, next, last)
                ? Optional.of(new End(start, asked))
                : Optional.empty();
    }

    private boolean isUnfinished(LocalDate start, LocalDate next, boolean last)
            throws InterruptedException {
        List<@Nullable Object> here = data(start, next);
        Optional<LocalDateTime> edge =
                here.isEmpty() ? Optional.empty() : time(here.get(last ? 2 : 1));
        LocalDateTime least = start.atStartOfDay().plusDays(slack());
        LocalDateTime greatest =
                bucket == Bucket.DAY
                        ? next.atStartOfDay().minusHours(1)
                        : next.minusDays(1).atStartOfDay();
        boolean open =
                edge.filter(time -> last ? time.isBefore(greatest) : time.isAfter(least))
                        .isPresent();
        return open && number(here) < beside(start, last);
    }

    /// A month may begin with a weekend and a holiday; a week begins on Monday.
    private int slack() {
        return switch (bucket) {
            case HOUR, DAY, WEEK -> 0;
            case MONTH, QUARTER, YEAR -> 3;
        };
    }

    /// How many days have data in the nearest stretch that has any.
    private long beside(LocalDate start, boolean last) throws InterruptedException {
        long found = 0;
        for (int far = 1; far <= FAR && found == 0; far++) {
            int step = last ? -far : far;
            found = number(data(bucket.plus(start, step), bucket.plus(start, step + 1)));
        }
        return found;
    }

    /// How many days (of a day, hours) have data in a stretch of time, and the first and last of
    /// them.
    private List<@Nullable Object> data(LocalDate from, LocalDate until)
            throws InterruptedException {
        return look(plan.days(source.engine(), from, until));
    }

    /// The one row of a query; without an answer nothing is left out.
    private List<@Nullable Object> look(Optional<Query> query) throws InterruptedException {
        try {
            return query.isEmpty() ? List.of() : source.look(query.get()).cells().getFirst();
        } catch (AppException e) {
            return List.of();
        }
    }

    private static LocalDate day(Observation point) {
        return point.time().orElseThrow().toLocalDate();
    }

    private static Optional<LocalDateTime> time(@Nullable Object cell) {
        return cell == null ? Optional.empty() : ChartPoints.time(cell);
    }

    private static long number(List<@Nullable Object> row) {
        return !row.isEmpty() && row.getFirst() instanceof Number number ? number.longValue() : 0;
    }
}
